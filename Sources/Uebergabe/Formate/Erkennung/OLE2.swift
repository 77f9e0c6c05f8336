// SPDX-License-Identifier: Apache-2.0

/// OLE2 compound files: what the streams directly below the root say.
extension Erkennungsgang {
  mutating func erkenneOLE2() -> Bool {
    guard let datei = Verbunddatei(zugriff, grenzen) else { return false }
    nimmOLE2(datei)
    for m in datei.maengel where zugriff.mangel == nil { meldeSchaden(m) }
    return true
  }

  private mutating func nimmOLE2(_ datei: Verbunddatei) {
    if datei["EncryptedPackage"] != nil {
      nimm(.ooxmlVerschluesselt, .sicher, "OLE2 mit Strom EncryptedPackage")
      meldeVerschluesselt("Das Office-Dokument ist mit einem Kennwort verschlüsselt.")
      return
    }
    if let strom = datei["WordDocument"] {
      nimmWord(datei.inhalt(strom, 32))
    }
    if let strom = datei["Workbook"] {
      nimmExcel(datei.inhalt(strom, 8192), "Workbook")
    } else if let strom = datei["Book"] {
      nimmExcel(datei.inhalt(strom, 8192), "Book")
    }
    if datei["PowerPoint Document"] != nil { nimmPowerPoint(datei) }
    if datei["__properties_version1.0"] != nil {
      nimm(.msg, .sicher, "OLE2 mit Strom __properties_version1.0")
    }
    if datei["VisioDocument"] != nil { nimm(.vsd, .sicher, "OLE2 mit Strom VisioDocument") }
    if datei["MatOST"] != nil
      || datei["CONTENTS"].map({ datei.inhalt($0, 7).hat("CHNKWKS") }) == true
    {
      nimm(.wps, .sicher, "OLE2 mit den Strömen von Works")
    }
    nimmProject(datei)
    if ["Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT"].contains(where: { datei[$0] != nil }) {
      melde("FORMAT-MAKROS", "Das Dokument enthält Makros (VBA).")
    }
    if kandidaten.isEmpty {
      nimm(
        .ole2, datei.wurzel == nil ? .wahrscheinlich : .sicher,
        "OLE2-Signatur ohne bekannten Strom")
    }
  }

  /// The beginning of the file information block ([MS-DOC] FibBase).
  private mutating func nimmWord(_ fib: [UInt8]) {
    let nummer = fib.u16(2)
    let fassung: String? =
      switch fib.u16(0) {
      case 0xA5EC: nummer >= 0xC0 ? "97-2003" : "6.0/95"
      case 0xA5DC: "6.0/95"
      default: nil
      }
    let schalter = fib.u16(10)
    let sicherheit: Formatsicherheit = fassung == nil ? .wahrscheinlich : .sicher
    if schalter & 1 == 1 {
      nimm(.dot, fassung, sicherheit, "OLE2 mit Strom WordDocument, Vorlage")
    } else {
      nimm(.doc, fassung, sicherheit, "OLE2 mit Strom WordDocument")
      if fib.count > 18, fib[18] == 1 {
        nimm(.docMac, .wahrscheinlich, "im Kopf steht, dass ein Macintosh sie schrieb")
      }
    }
    if schalter & 0x0100 != 0 {
      meldeVerschluesselt("Das Word-Dokument ist mit einem Kennwort verschlüsselt.")
    }
    if fassung == nil {
      meldeSchaden("Der Strom WordDocument beginnt nicht wie ein Word-Dokument.")
    }
  }

  /// The first records of a workbook ([MS-XLS]): version, template, password.
  private mutating func nimmExcel(_ strom: [UInt8], _ name: String) {
    guard strom.u16(0) == 0x0809 else {
      nimm(.xls, .wahrscheinlich, "OLE2 mit Strom \(name)")
      meldeSchaden("Der Strom \(name) beginnt nicht wie eine Excel-Mappe.")
      return
    }
    let fassung: String? =
      switch strom.u16(4) {
      case 0x0500: "5.0/95"
      case 0x0600: strom.u16(10) == 1997 ? "2000-2003" : "97"
      default: nil
      }
    var istVorlage = false
    var stelle = 0
    for _ in 0..<200 {
      guard stelle + 4 <= strom.count else { break }
      switch strom.u16(stelle) {
      case 0x002F: meldeVerschluesselt("Die Excel-Mappe ist mit einem Kennwort verschlüsselt.")
      case 0x0060: istVorlage = true
      default: break
      }
      stelle += 4 + strom.u16(stelle + 2)
    }
    if istVorlage {
      nimm(
        .xlt, fassung == "5.0/95" ? nil : "97-2003", .sicher, "OLE2 mit Strom \(name), Vorlage")
    } else {
      nimm(.xls, fassung, .sicher, "OLE2 mit Strom \(name)")
    }
  }

  /// Whether it is a template does not stand in the file; the extension tells.
  private mutating func nimmPowerPoint(_ datei: Verbunddatei) {
    if endung == "pot" {
      nimm(.pot, .wahrscheinlich, "OLE2 mit Strom PowerPoint Document, Endung pot")
    } else {
      nimm(.ppt, "97-2003", .sicher, "OLE2 mit Strom PowerPoint Document")
    }
    // The token in the atom "current user" ([MS-PPT] 2.3.2).
    let kennung = datei["Current User"].map { datei.inhalt($0, 20).u32(12) }
    if kennung == 0xF3D1_C4DF || datei["EncryptedSummary"] != nil {
      meldeVerschluesselt("Die Präsentation ist mit einem Kennwort verschlüsselt.")
    }
  }

  /// The class of Project 98 and later; the text beside it names the version.
  private mutating func nimmProject(_ datei: Verbunddatei) {
    let klasse: [UInt8] = [
      0x3A, 0x8F, 0xB7, 0x74, 0xC8, 0xC8, 0xD1, 0x11, 0xBE, 0x11, 0x00, 0xC0, 0x4F, 0xB6, 0xFA,
      0xF1,
    ]
    let text = datei["\u{1}CompObj"].map { datei.inhalt($0, 512) } ?? []
    guard
      datei.wurzel?.klasse == klasse || text.stelle(Array("MSProject".utf8)) != nil
        || text.stelle(Array("Microsoft Project".utf8)) != nil
    else { return }
    let fassungen = [
      ("MSProject.MPP8", "98"), ("MSProject.MPP9", "2000-2003"), ("MSProject.MPP12", "2007"),
      ("MSProject.MPP14", "2010"),
    ]
    let fassung = fassungen.first { text.stelle(Array($0.0.utf8)) != nil }?.1
    nimm(.mpp, fassung, .sicher, "OLE2 mit der Klasse von Microsoft Project")
  }
}
