// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

extension Baggang {
  /// Reads all manifests of a kind (RFC 8493, sections 2.1.3 and 2.2.1).
  mutating func liesManifeste(_ quelle: any Bagquelle, _ art: Bagmanifest.Art) -> [Bagmanifest] {
    var liste: [Bagmanifest] = []
    for (index, datei) in bestand.dateien.enumerated() {
      guard let name = Bagmanifest.verfahrensname(datei.pfad, art) else { continue }
      let verfahren = Hashverfahren(bezeichnung: name)
      if verfahren == nil {
        melde(
          "ALGORITHMUS-UNBEKANNT", "Das Verfahren »\(name.sichtbar)« ist unbekannt.",
          datei.pfad.text)
      }
      var manifest = Bagmanifest(
        art: art, name: datei.pfad.text, index: index, verfahren: verfahren)
      if let bytes = text(quelle, index) {
        lies(bytes, &manifest)
        entferneDoppelte(&manifest)
      }
      liste.append(manifest)
    }
    if art == .nutzlast {
      if liste.isEmpty { melde("MANIFEST-FEHLT", "Es gibt keine Datei manifest-….txt.", nil) }
      if !liste.isEmpty, liste.allSatisfy({ $0.verfahren?.istSchwach ?? false }) {
        melde(
          "ALGORITHMUS-SCHWACH", "Das Paket ist nur mit MD5 oder SHA-1 gesichert.", liste[0].name)
      }
    }
    return liste
  }

  private mutating func lies(_ bytes: [UInt8], _ manifest: inout Bagmanifest) {
    for (nummer, zeile) in Tagzeilen(bytes) {
      guard let trenner = zeile.firstIndex(where: \.istLeerraum), trenner > zeile.startIndex,
        let beginn = zeile[trenner...].firstIndex(where: { !$0.istLeerraum }),
        !zeile[beginn...].contains(0)
      else {
        let leer = zeile.ohneRand.isEmpty
        melde(
          "MANIFEST-ZEILE", leer ? "Die Zeile ist leer." : "Die Zeile nennt keinen Pfad.",
          manifest.name, zeile: nummer, schwere: leer && istTolerant ? .warnung : nil)
        continue
      }
      guard let summe = Self.summe(zeile[..<trenner], manifest.verfahren) else {
        melde(
          "MANIFEST-ZEILE",
          "Die Prüfsumme von »\(zeile[beginn...].text.sichtbar)« hat eine falsche Form.",
          manifest.name, zeile: nummer)
        continue
      }
      let roh = zeile[beginn...].text
      guard let pfad = pfad(roh, manifest, nummer) else { continue }
      manifest.zeilen.append(.init(roh: roh, pfad: pfad, summe: summe, nummer: nummer))
    }
  }

  /// The digest in a line; of an unknown algorithm any hex number.
  private static func summe(
    _ text: ArraySlice<UInt8>, _ verfahren: Hashverfahren?
  ) -> [UInt8]? {
    guard text.count % 2 == 0, !text.isEmpty else { return nil }
    if let verfahren, text.count != 2 * verfahren.laenge { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    var i = text.startIndex
    while i < text.endIndex {
      guard let h = Hexziffer.wert(text[i]), let l = Hexziffer.wert(text[i + 1]) else { return nil }
      bytes.append(h << 4 | l)
      i += 2
    }
    return bytes
  }

  /// The path that a line means; nil, with a finding, if it must not be followed.
  private mutating func pfad(
    _ roh: String, _ manifest: Bagmanifest, _ nummer: Int
  ) -> Bagpfad? {
    var text = roh
    if text.utf8.first == 0x2A, stellen[Bagpfad(entschluesselt(text))] == nil {
      text = String(text.utf8.dropFirst()) ?? ""
      melde(
        "MD5SUM-STERN", "Vor »\(text.sichtbar)« steht ein Stern.", manifest.name, zeile: nummer)
    }
    if text.utf8.starts(with: "./".utf8) {
      while text.utf8.starts(with: "./".utf8) { text = String(text.utf8.dropFirst(2)) ?? "" }
      melde("PFAD-PUNKT", "»\(roh.sichtbar)« beginnt mit »./«.", manifest.name, zeile: nummer)
    }
    let ergebnis = entschluesselt(text)
    if let gefahr = Pfadgefahr(text) ?? Pfadgefahr(ergebnis) {
      melde(
        gefahr.rawValue, "Der Pfad »\(roh.sichtbar)« ist gefährlich: \(gefahr.grund).",
        manifest.name, zeile: nummer)
      return nil
    }
    if regelversion.istRFC, !Prozentregel.dekodiert(text).regelgerecht {
      melde(
        "PROZENT-UNKODIERT", "In »\(roh.sichtbar)« steht ein Prozentzeichen ohne %25.",
        manifest.name, zeile: nummer)
    }
    return Bagpfad(ergebnis)
  }

  /// The path that is meant: percent codes count from 1.0 on.
  private func entschluesselt(_ text: String) -> String {
    regelversion.istRFC ? Prozentregel.dekodiert(text).pfad : text
  }

  /// Reports paths that come twice and leaves one line of equal ones, none of differing ones.
  private mutating func entferneDoppelte(_ manifest: inout Bagmanifest) {
    var erste: [Bagpfad: Int] = [:]
    erste.reserveCapacity(manifest.zeilen.count)
    var streichen: Set<Int> = []
    for (i, zeile) in manifest.zeilen.enumerated() {
      guard let vorher = erste[zeile.pfad] else {
        erste[zeile.pfad] = i
        continue
      }
      streichen.insert(i)
      let andere = manifest.zeilen[vorher]
      if andere.summe == zeile.summe {
        melde(
          "DOPPELT-GLEICH",
          "»\(zeile.pfad.text.sichtbar)« steht schon in Zeile \(andere.nummer).", manifest.name,
          zeile: zeile.nummer, schwere: regelversion.istRFC ? nil : .warnung)
      } else {
        streichen.insert(vorher)
        melde(
          "DOPPELT-ABWEICHEND",
          "»\(zeile.pfad.text.sichtbar)« steht in Zeile \(andere.nummer) mit anderer Prüfsumme.",
          manifest.name, zeile: zeile.nummer)
      }
    }
    guard !streichen.isEmpty else { return }
    doppelte[manifest.name] = Set(streichen.map { manifest.zeilen[$0].pfad })
    manifest.zeilen = manifest.zeilen.enumerated().filter { !streichen.contains($0.offset) }
      .map(\.element)
  }
}
