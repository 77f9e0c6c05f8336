// SPDX-License-Identifier: Apache-2.0

/// Reads objects of a PDF by position, as far as the way to the catalogue's metadata needs it.
final class PDFBlick {
  /// An object: its value, and where the bytes of its stream begin.
  struct Objekt {
    let wert: PDFWert
    let strom: Int64?
  }

  private static let hoechstensSchritte = 64

  let zugriff: Inhaltszugriff
  private let grenzen: Formatgrenzen
  /// Where `%PDF-` stands: some programs count places from there.
  private let verschub: Int64
  private(set) var verweise: Querverweise?
  /// Objects looked up; more than these is a circle.
  private var schritte = 0

  /// - Parameters:
  ///   - zugriff: The bytes.
  ///   - verschub: Where `%PDF-` stands.
  ///   - grenzen: How much is read.
  init(_ zugriff: Inhaltszugriff, verschub: Int64, _ grenzen: Formatgrenzen) {
    self.zugriff = zugriff
    self.verschub = verschub
    self.grenzen = grenzen
  }

  /// Reads the cross references from the place that `startxref` names.
  func liesVerweise(ab start: Int64) {
    verweise = Querverweise(self, ab: start)
    if verweise == nil, verschub > 0 { verweise = Querverweise(self, ab: start + verschub) }
  }

  /// The catalogue.
  var katalog: [String: PDFWert]? {
    guard let wurzel = verweise?["Root"]?.alsVerweis else { return nil }
    return objekt(wurzel)?.wert.alsVerzeichnis
  }

  /// The object of this number.
  func objekt(_ nummer: Int) -> Objekt? {
    schritte += 1
    guard schritte <= Self.hoechstensSchritte, let ort = verweise?.ort(nummer) else { return nil }
    switch ort {
    case .ort(let ab):
      return objekt(ab: ab, nummer) ?? (verschub > 0 ? objekt(ab: ab + verschub, nummer) : nil)
    case .gepackt(let strom): return ausStrom(strom, nummer)
    }
  }

  /// The object at a place; nil if another one stands there.
  func objekt(ab ort: Int64, _ nummer: Int?) -> Objekt? {
    var z = PDFZerleger(zugriff.bytes(ab: ort, 64))
    guard case .zahl(let n)? = z.wert(), nummer == nil || n == nummer, case .zahl? = z.wert(),
      z.nimm("obj")
    else { return nil }
    guard let (wert, ende) = wert(ab: ort + Int64(z.stelle)) else { return nil }
    guard case .verzeichnis = wert else { return Objekt(wert: wert, strom: nil) }
    z = PDFZerleger(zugriff.bytes(ab: ende, 64))
    guard z.nimm("stream") else { return Objekt(wert: wert, strom: nil) }
    if z.bytes.hat([13, 10], bei: z.stelle) {
      z.stelle += 2
    } else if z.stelle < z.bytes.count, z.bytes[z.stelle] == 10 || z.bytes[z.stelle] == 13 {
      z.stelle += 1
    }
    return Objekt(wert: wert, strom: ende + Int64(z.stelle))
  }

  /// The value at a place and where it ends; read in growing pieces.
  func wert(ab ort: Int64) -> (wert: PDFWert, ende: Int64)? {
    for stueck in [4096, Inhaltszugriff.fenster, 1 << 20] {
      let bytes = zugriff.bytes(ab: ort, stueck)
      var z = PDFZerleger(bytes)
      if let w = z.wert() { return (w, ort + Int64(z.stelle)) }
      if bytes.count < stueck { return nil }
    }
    return nil
  }

  /// The unpacked bytes of a stream; nil if they cannot be had.
  func inhalt(_ objekt: Objekt) -> [UInt8]? {
    guard let anfang = objekt.strom, let d = objekt.wert.alsVerzeichnis else { return nil }
    var laenge = d["Length"]?.alsZahl
    if let verweis = d["Length"]?.alsVerweis { laenge = self.objekt(verweis)?.wert.alsZahl }
    if let l = laenge {
      var z = PDFZerleger(zugriff.bytes(ab: anfang + Int64(max(0, l)), 32))
      if l < 0 || !z.nimm("endstream") { laenge = nil }
    }
    let roh: [UInt8]
    if let laenge {
      roh = zugriff.bytes(ab: anfang, min(laenge, grenzen.auspacken))
    } else {
      // The stated length is wrong: up to the word that ends a stream.
      let viel = zugriff.bytes(ab: anfang, min(grenzen.auspacken, 1 << 20))
      guard let ende = viel.stelle(Array("endstream".utf8)) else { return nil }
      roh = Array(viel[..<ende])
    }
    return PDFStrom.entpackt(roh, d, hoechstens: grenzen.auspacken)
  }

  /// An object out of an object stream (ISO 32000-2, 7.5.7).
  private func ausStrom(_ strom: Int, _ nummer: Int) -> Objekt? {
    guard case .ort(let ort)? = verweise?.ort(strom),
      let o = objekt(ab: ort, strom) ?? objekt(ab: ort + verschub, strom),
      let d = o.wert.alsVerzeichnis, d["Type"]?.alsName == "ObjStm",
      let erste = d["First"]?.alsZahl, let anzahl = d["N"]?.alsZahl, erste >= 0,
      let bytes = inhalt(o)
    else { return nil }
    var z = PDFZerleger(bytes)
    for _ in 0..<min(max(0, anzahl), 100_000) {
      guard case .zahl(let n)? = z.wert(), case .zahl(let ab)? = z.wert() else { return nil }
      guard n == nummer else { continue }
      guard ab >= 0, erste + ab < bytes.count else { return nil }
      // A word at the very end needs something after it.
      var inneres = PDFZerleger(Array(bytes[(erste + ab)...]) + [32])
      return inneres.wert().map { Objekt(wert: $0, strom: nil) }
    }
    return nil
  }
}
