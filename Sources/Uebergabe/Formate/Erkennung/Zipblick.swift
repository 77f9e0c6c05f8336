// SPDX-License-Identifier: Apache-2.0

/// The directory of a ZIP, read by position and within bounds, for recognition only.
///
/// Lenient where `Behaelter` is strict: a document with a blemish is still a document of its kind.
struct Zipblick {
  /// One record of the directory (APPNOTE 4.3.12).
  struct Satz {
    let name: String
    let istVerschluesselt: Bool
    let verfahren: Int
    let gepackt: Int64
    let groesse: Int64
    let ort: Int64
  }

  private static let hoechstensVerzeichnis = 4 << 20

  private let zugriff: Inhaltszugriff
  private let grenzen: Formatgrenzen
  private(set) var saetze: [Satz] = []
  /// Why the directory is not complete; nil if it is.
  private(set) var mangel: String?
  private(set) var summe: Int64 = 0
  private(set) var gepackt: Int64 = 0

  init(_ zugriff: Inhaltszugriff, _ grenzen: Formatgrenzen) {
    self.zugriff = zugriff
    self.grenzen = grenzen
    liesVerzeichnis()
    if saetze.isEmpty { liesErsten() }
  }

  /// The record of this name.
  subscript(name: String) -> Satz? { saetze.first { $0.name == name } }

  /// The unpacked first bytes of an entry; empty for one that cannot be unpacked.
  func inhalt(_ satz: Satz, _ hoechstens: Int) -> [UInt8] {
    let kopf = zugriff.bytes(ab: satz.ort, 30)
    guard kopf.hat([0x50, 0x4B, 3, 4]), !satz.istVerschluesselt else { return [] }
    let anfang = satz.ort + 30 + Int64(kopf.u16(26) + kopf.u16(28))
    let roh = zugriff.bytes(ab: anfang, Int(clamping: min(satz.gepackt, Int64(hoechstens))))
    switch satz.verfahren {
    case 0: return roh
    case 8: return Auspacker.entpacke(roh, .keiner, hoechstens: hoechstens)
    default: return []
    }
  }

  private mutating func liesVerzeichnis() {
    var ende = zugriff.schluss(4096)
    var stelle = ende.bytes.letzteStelle([0x50, 0x4B, 5, 6])
    if stelle == nil {
      ende = zugriff.schluss(22 + 0xFFFF)
      stelle = ende.bytes.letzteStelle([0x50, 0x4B, 5, 6])
    }
    guard let stelle, stelle + 22 <= ende.bytes.count else {
      mangel = "Das Ende des ZIP-Archivs fehlt; die Datei ist abgeschnitten."
      return
    }
    let satzort = ende.ort + Int64(stelle)
    var anzahl = Int64(ende.bytes.u16(stelle + 10))
    var laenge = Int64(ende.bytes.u32(stelle + 12))
    var anfang = Int64(ende.bytes.u32(stelle + 16))
    let wegweiser = zugriff.bytes(ab: satzort - 20, 20)
    var schluss = satzort
    if wegweiser.hat([0x50, 0x4B, 6, 7]) {
      let ort64 = wegweiser.u64(8)
      let gross = zugriff.bytes(ab: ort64, 56)
      if gross.hat([0x50, 0x4B, 6, 6]) {
        anzahl = gross.u64(32)
        laenge = gross.u64(40)
        anfang = gross.u64(48)
        schluss = ort64
      }
    }
    guard laenge >= 0, anfang >= 0, laenge <= schluss else {
      mangel = "Das Inhaltsverzeichnis des ZIP-Archivs liegt außerhalb der Datei."
      return
    }
    // What lies before the archive, such as a program that unpacks it, moves all places.
    let verschub = schluss - laenge - anfang
    guard verschub >= 0 else {
      mangel = "Das Inhaltsverzeichnis des ZIP-Archivs liegt nicht, wo sein Ende sagt."
      return
    }
    liesSaetze(ab: schluss - laenge, laenge, anzahl, verschub)
  }

  private mutating func liesSaetze(
    ab anfang: Int64, _ laenge: Int64, _ anzahl: Int64, _ verschub: Int64
  ) {
    let bytes = zugriff.bytes(
      ab: anfang, Int(min(laenge, Int64(Self.hoechstensVerzeichnis))))
    var i = 0
    while i + 46 <= bytes.count, saetze.count < grenzen.eintraege {
      guard bytes.hat([0x50, 0x4B, 1, 2], bei: i) else { break }
      let namensende = i + 46 + bytes.u16(i + 28)
      let zusatzende = namensende + bytes.u16(i + 30)
      guard namensende <= bytes.count else { break }
      var werte = (
        groesse: Int64(bytes.u32(i + 24)), gepackt: Int64(bytes.u32(i + 20)),
        ort: Int64(bytes.u32(i + 42))
      )
      Self.grosswerte(bytes, namensende, min(zusatzende, bytes.count), &werte)
      let merkmale = bytes.u16(i + 8)
      saetze.append(
        Satz(
          name: String(decoding: bytes[(i + 46)..<namensende], as: UTF8.self),
          istVerschluesselt: merkmale & 0x2041 != 0, verfahren: bytes.u16(i + 10),
          gepackt: werte.gepackt, groesse: werte.groesse,
          ort: werte.ort.addingReportingOverflow(verschub).partialValue))
      summe = summe.addingReportingOverflow(werte.groesse).partialValue
      gepackt = gepackt.addingReportingOverflow(werte.gepackt).partialValue
      i = zusatzende + bytes.u16(i + 32)
    }
    if Int64(saetze.count) < min(anzahl, Int64(grenzen.eintraege)),
      laenge <= Int64(Self.hoechstensVerzeichnis)
    {
      mangel = "Das Inhaltsverzeichnis des ZIP-Archivs hat weniger Einträge, als sein Ende sagt."
    }
  }

  /// The values of the Zip64 field where the record says so.
  private static func grosswerte(
    _ bytes: [UInt8], _ anfang: Int, _ ende: Int,
    _ werte: inout (groesse: Int64, gepackt: Int64, ort: Int64)
  ) {
    let voll = Int64(UInt32.max)
    guard werte.groesse == voll || werte.gepackt == voll || werte.ort == voll else { return }
    var i = anfang
    while i + 4 <= ende {
      let naechster = i + 4 + bytes.u16(i + 2)
      if bytes.u16(i) == 1 {
        var feld = i + 4
        for weg in [
          \(groesse: Int64, gepackt: Int64, ort: Int64).groesse, \.gepackt, \.ort,
        ] where werte[keyPath: weg] == voll && feld + 8 <= min(naechster, ende) {
          werte[keyPath: weg] = bytes.u64(feld)
          feld += 8
        }
        return
      }
      i = naechster
    }
  }

  /// Without a directory, the first entry by its own header.
  private mutating func liesErsten() {
    let kopf = zugriff.bytes(ab: 0, 30)
    guard kopf.hat([0x50, 0x4B, 3, 4]) else { return }
    let name = zugriff.bytes(ab: 30, kopf.u16(26))
    let gepackt = Int64(kopf.u32(18))
    saetze.append(
      Satz(
        name: String(decoding: name, as: UTF8.self), istVerschluesselt: kopf.u16(6) & 0x2041 != 0,
        verfahren: kopf.u16(8), gepackt: gepackt == 0 ? 1 << 16 : gepackt,
        groesse: Int64(kopf.u32(22)), ort: 0))
  }
}
