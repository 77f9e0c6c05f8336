// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The XML of a DIMAG package, byte for byte as x-man writes it: single quotes in the declaration, one
/// blank more than usual before each line, empty elements with an end tag, no line end at the end.
struct Dimagtext {
  private(set) var bytes = Array("<?xml version='1.0' encoding='UTF-8'?>".utf8)
  private var offen: [String] = []

  mutating func oeffne(_ name: String) {
    zeile()
    offen.append(name)
    bytes += Array("<\(name)>".utf8)
  }

  mutating func schliesse() {
    guard let name = offen.popLast() else { return }
    zeile()
    bytes += Array("</\(name)>".utf8)
  }

  mutating func blatt(_ name: String, _ text: String = "") {
    zeile()
    bytes += Array("<\(name)>".utf8)
    maskiere(text)
    bytes += Array("</\(name)>".utf8)
  }

  private mutating func zeile() {
    bytes.append(0x0A)
    bytes += [UInt8](repeating: 0x20, count: offen.count + 1)
  }

  /// Masks as the library does that x-man writes with; what XML cannot carry becomes U+FFFD.
  private mutating func maskiere(_ text: String) {
    for zeichen in text.unicodeScalars {
      switch zeichen.value {
      case 0x26: bytes += Array("&amp;".utf8)
      case 0x3C: bytes += Array("&lt;".utf8)
      case 0x3E: bytes += Array("&gt;".utf8)
      case 0x22: bytes += Array("&#34;".utf8)
      case 0x27: bytes += Array("&#39;".utf8)
      case 0x09: bytes += Array("&#x9;".utf8)
      case 0x0A: bytes += Array("&#xA;".utf8)
      case 0x0D: bytes += Array("&#xD;".utf8)
      case 0x00..<0x20, 0xFFFE, 0xFFFF: bytes += Array("\u{FFFD}".utf8)
      default: bytes += Array(String(zeichen).utf8)
      }
    }
  }
}

extension Dimagangaben {
  /// A file as `control.xml` lists it.
  struct Datei {
    let name: String
    let titel: String
    let anzeige: String
    let typ: String
  }

  /// `control.xml`.
  ///
  /// - Parameters:
  ///   - ordner: The name of the package's folder.
  ///   - dateien: The files in order.
  /// - Returns: Its bytes.
  func steuerdatei(_ ordner: String, _ dateien: [Datei]) -> [UInt8] {
    var text = Dimagtext()
    text.oeffne("verzeichnungseinheit")
    text.blatt("rootid", rootid)
    text.oeffne("verz-obj")
    text.blatt("aid")
    text.blatt("alternate-id", alternateID)
    text.blatt("entstehungs-zeitraum", zeitraum.entstehung)
    text.blatt("dateiname")
    text.blatt("titel", titel)
    text.blatt("typ", "O")
    text.oeffne("verz-obj")
    text.blatt("aid")
    text.blatt("entstehungs-zeitraum")
    text.blatt("dateiname")
    text.blatt("titel", "Original")
    text.blatt("typ", "R")
    for datei in dateien {
      text.oeffne("verz-obj")
      text.blatt("aid")
      text.blatt("entstehungs-zeitraum")
      text.blatt("sftp-dateiname", importpfad + ordner + "/data/" + datei.name)
      text.blatt("dateiname", datei.anzeige)
      text.blatt("titel", datei.titel)
      text.blatt("typ", datei.typ)
      text.schliesse()
    }
    text.schliesse()
    text.schliesse()
    text.schliesse()
    return text.bytes
  }

  /// `protocol.xml`.
  func protokolldatei() -> [UInt8] {
    var text = Dimagtext()
    text.oeffne("protokollierung")
    text.oeffne("protokollobjekt")
    text.blatt("parent-alternate-id", alternateID)
    for e in protokoll {
      text.oeffne("eintrag")
      text.blatt("prozess-ende", (e.ende.berlinerZeit ?? e.ende).dimagzeit)
      text.blatt("prozess-ausfuehrender", e.ausfuehrender)
      text.blatt("prozess", e.prozess)
      text.blatt("bezug", e.bezug)
      text.blatt("naehere-angaben", e.naehereAngaben)
      text.schliesse()
    }
    text.schliesse()
    text.schliesse()
    return text.bytes
  }
}

extension Zeitraum {
  /// The span in the words of `control.xml`.
  var entstehung: String {
    switch (beginn, ende) {
    case (let a?, let b?): "Von \(a.text) bis \(b.text)"
    case (let a?, nil): "Von \(a.text)"
    case (nil, let b?): "Bis \(b.text)"
    case (nil, nil): "Unbekannt"
    }
  }
}

extension Zeitpunkt {
  /// Day and time as `protocol.xml` has them, without a zone.
  fileprivate var dimagzeit: String {
    let s = Int(uhrzeit.sekunden)
    let teile = [s / 3600, s / 60 % 60, s % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return tag.text + " " + teile.joined(separator: ":")
  }
}
