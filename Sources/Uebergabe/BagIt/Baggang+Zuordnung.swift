// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Which file each line of the manifests means.
struct Bagzuordnung {
  /// For each manifest and each of its lines the file's place; nil if it is missing.
  var stellen: [[Int?]] = []
  /// The missing files, each with the manifest and the line that name it first.
  var fehlende: [(pfad: Bagpfad, manifest: Int, zeile: Int)] = []
  /// Payload files that no manifest names.
  var unbekannte: [Int] = []
}

extension Baggang {
  /// Finds the payload file of each line and what is missing or left over (RFC 8493, section 3).
  mutating func ordneNutzlastZu(
    _ manifeste: [Bagmanifest], _ ladeliste: [Bagpfad: String]
  ) -> Bagzuordnung {
    var zuordnung = Bagzuordnung()
    var suche = Aehnlichsuche()
    var gemeldet: Set<Bagpfad> = []
    var inManifesten: [[Bool]] = []
    for (nummer, manifest) in manifeste.enumerated() {
      var belegt = [Bool](repeating: false, count: bestand.dateien.count)
      for pfad in doppelte[manifest.name] ?? [] {
        if let stelle = stellen[pfad] { belegt[stelle] = true }
      }
      var treffer: [Int?] = manifest.zeilen.map { stellen[$0.pfad] }
      for case let stelle? in treffer { belegt[stelle] = true }
      for (i, zeile) in manifest.zeilen.enumerated() {
        if !zeile.pfad.istNutzlast {
          melde(
            "MANIFEST-AUSSERHALB-DATA", "»\(zeile.pfad.text.sichtbar)« liegt nicht in data.",
            manifest.name, zeile: zeile.nummer)
        }
        guard treffer[i] == nil else { continue }
        let ladeort = ladeliste[zeile.pfad]
        let neu = gemeldet.insert(zeile.pfad).inserted
        treffer[i] = findeAehnliche(zeile, &suche, ladeort, melden: neu) { !belegt[$0] }
        if let stelle = treffer[i] {
          belegt[stelle] = true
        } else if neu {
          zuordnung.fehlende.append((zeile.pfad, nummer, i))
        }
      }
      zuordnung.stellen.append(treffer)
      inManifesten.append(belegt)
    }
    meldeUnbekannte(manifeste, inManifesten, &zuordnung)
    meldeLadeliste(ladeliste, manifeste)
    return zuordnung
  }

  /// Looks for a file that a line may mean although no file has exactly its name.
  ///
  /// - Returns: The file's place if it counts as found; otherwise nil, and the file is missing.
  private mutating func findeAehnliche(
    _ zeile: Bagmanifest.Zeile, _ suche: inout Aehnlichsuche, _ ladeort: String?, melden: Bool,
    _ istFrei: (Int) -> Bool
  ) -> Int? {
    let anzeige = zeile.pfad.text.sichtbar
    if let stelle = suche.normalform(zeile.pfad, bestand, istFrei) {
      if melden {
        melde(
          "NUR-NORMALFORM", "Umlaute sind im Manifest anders gespeichert als im Dateinamen.",
          bestand.dateien[stelle].pfad.text)
      }
      return stelle
    }
    var zusatz = ""
    if let (stelle, regel, grund) = fremdkodiert(zeile, istFrei) {
      let datei = bestand.dateien[stelle].pfad.text
      if melden { melde(regel, grund, datei, schwere: istTolerant ? .warnung : .hinweis) }
      if istTolerant { return stelle }
      zusatz = " Vorhanden ist »\(datei.sichtbar)«: \(grund)"
    }
    guard melden else { return nil }
    if let stelle = suche.grossklein(zeile.pfad, bestand) {
      let datei = bestand.dateien[stelle].pfad.text
      melde(
        "NUR-GROSSKLEIN", "Verlangt ist »\(anzeige)«, vorhanden »\(datei.sichtbar)«.",
        zeile.pfad.text)
    }
    if let ladeort { zusatz += " Sie wäre zu laden von \(ladeort.sichtbar)." }
    melde("NUTZLAST-FEHLT", "Die Datei »\(anzeige)« fehlt.\(zusatz)", zeile.pfad.text)
    return nil
  }

  /// A file whose name another tool may have meant by this line.
  private func fremdkodiert(
    _ zeile: Bagmanifest.Zeile, _ istFrei: (Int) -> Bool
  ) -> (Int, regel: String, grund: String)? {
    guard zeile.roh.utf8.contains(0x25) else { return nil }
    let deutungen: [(String?, String, String)] = [
      (
        zeile.roh, "PROZENT-UNKODIERT",
        "Das Manifest nennt den Namen wörtlich, nicht RFC-gerecht kodiert."
      ),
      (
        Prozentregel.dekodiert(zeile.roh).pfad, "PROZENT-FREMD",
        "Das Manifest kodiert den Namen, obwohl es erst ab BagIt 1.0 vorgesehen ist."
      ),
      (
        Prozentregel.wieWebadresse(zeile.roh), "PROZENT-FREMD",
        "Das Manifest kodiert den Namen wie eine Webadresse."
      ),
    ]
    for case (let pfad?, let regel, let grund) in deutungen {
      if let stelle = stellen[Bagpfad(pfad)], istFrei(stelle) { return (stelle, regel, grund) }
    }
    return nil
  }

  private mutating func meldeUnbekannte(
    _ manifeste: [Bagmanifest], _ belegt: [[Bool]], _ zuordnung: inout Bagzuordnung
  ) {
    guard !manifeste.isEmpty else { return }
    for (stelle, datei) in bestand.dateien.enumerated() where datei.pfad.istNutzlast {
      let ohne = manifeste.indices.filter { !belegt[$0][stelle] }
      if ohne.count == manifeste.count {
        zuordnung.unbekannte.append(stelle)
        melde("NUTZLAST-NICHT-IM-MANIFEST", "Die Datei steht in keinem Manifest.", datei.pfad.text)
      } else if !ohne.isEmpty, regelversion.istRFC {
        let namen = ohne.map { manifeste[$0].name.sichtbar }.joined(separator: ", ")
        melde("NUTZLAST-NICHT-IM-MANIFEST", "Die Datei fehlt in \(namen).", datei.pfad.text)
      }
    }
  }

  private mutating func meldeLadeliste(_ liste: [Bagpfad: String], _ manifeste: [Bagmanifest]) {
    guard !liste.isEmpty else { return }
    let genannt = manifeste.map { Set($0.zeilen.map(\.pfad)) }
    for pfad in liste.keys.sorted() {
      let ausreichend =
        regelversion.istRFC
        ? genannt.allSatisfy { $0.contains(pfad) } : genannt.contains { $0.contains(pfad) }
      if !ausreichend || !pfad.istNutzlast {
        melde(
          "FETCH-NICHT-IM-MANIFEST", "fetch.txt nennt die Datei, die Manifeste nicht.", pfad.text)
      }
    }
  }

  /// Finds the tag file of each line of the tag manifests (RFC 8493, section 2.2.1).
  mutating func ordneTagsZu(
    _ tagmanifeste: [Bagmanifest], _ manifeste: [Bagmanifest]
  ) -> Bagzuordnung {
    var zuordnung = Bagzuordnung()
    var suche = Aehnlichsuche()
    var gemeldet: Set<Bagpfad> = [Bagpfad("bagit.txt")]  // missing: said already
    for (nummer, manifest) in tagmanifeste.enumerated() {
      var treffer: [Int?] = []
      for (i, zeile) in manifest.zeilen.enumerated() {
        let pfad = zeile.pfad
        if Bagmanifest.verfahrensname(pfad, .tag) != nil {
          melde(
            "TAGMANIFEST-SELBST", "Das Tag-Manifest nennt »\(pfad.text.sichtbar)«.", manifest.name,
            zeile: zeile.nummer)
        } else if pfad.istNutzlast {
          melde(
            "TAGMANIFEST-NUTZLAST", "Das Tag-Manifest nennt »\(pfad.text.sichtbar)«.",
            manifest.name, zeile: zeile.nummer)
        }
        let stelle = stellen[pfad] ?? suche.normalform(pfad, bestand) { _ in true }
        treffer.append(stelle)
        guard stelle == nil, gemeldet.insert(pfad).inserted else { continue }
        zuordnung.fehlende.append((pfad, nummer, i))
        melde("TAG-FEHLT", "Die Datei »\(pfad.text.sichtbar)« fehlt.", pfad.text)
      }
      zuordnung.stellen.append(treffer)
    }
    pruefeTagliste(tagmanifeste, manifeste, zuordnung)
    return zuordnung
  }

  private mutating func pruefeTagliste(
    _ tagmanifeste: [Bagmanifest], _ manifeste: [Bagmanifest], _ zuordnung: Bagzuordnung
  ) {
    guard !tagmanifeste.isEmpty else {
      if !manifeste.isEmpty {
        melde("TAGMANIFEST-FEHLT", "Das Paket hat kein Tag-Manifest.", manifeste[0].name)
      }
      return
    }
    let genannt = zuordnung.stellen.map { Set($0.compactMap { $0 }) }
    for (tag, stellen) in zip(tagmanifeste, genannt) {
      for manifest in manifeste where !stellen.contains(manifest.index) {
        melde("TAGMANIFEST-OHNE-MANIFEST", "Es nennt »\(manifest.name.sichtbar)« nicht.", tag.name)
      }
    }
    if Set(genannt).count > 1 {
      melde(
        "TAGMANIFEST-UNGLEICH", "Die Tag-Manifeste nennen verschiedene Dateien.",
        tagmanifeste[0].name)
    }
    let alle = genannt.reduce(into: Set<Int>()) { $0.formUnion($1) }
    for (stelle, datei) in bestand.dateien.enumerated() {
      guard !datei.pfad.istNutzlast, !alle.contains(stelle),
        Bagmanifest.verfahrensname(datei.pfad, .tag) == nil,
        Bagmanifest.verfahrensname(datei.pfad, .nutzlast) == nil
      else { continue }
      melde("TAG-OHNE-EINTRAG", "Die Datei steht in keinem Tag-Manifest.", datei.pfad.text)
    }
  }
}

/// Finds files by names that are nearly theirs; made only when a name is not found as it is.
struct Aehnlichsuche {
  private var normalformen: [String: [Int]]?
  private var kleine: [String: Int]?

  /// The file whose name differs in the composition of its letters only.
  mutating func normalform(
    _ pfad: Bagpfad, _ bestand: Bagbestand, _ istFrei: (Int) -> Bool
  ) -> Int? {
    if pfad.text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    let verzeichnis =
      normalformen
      ?? Dictionary(
        grouping: bestand.dateien.indices, by: { bestand.dateien[$0].pfad.text })
    normalformen = verzeichnis
    return verzeichnis[pfad.text]?.first(where: istFrei)
  }

  /// A file whose name differs in letter case only.
  mutating func grossklein(_ pfad: Bagpfad, _ bestand: Bagbestand) -> Int? {
    let verzeichnis =
      kleine
      ?? Dictionary(
        bestand.dateien.enumerated().map { ($1.pfad.grosskleinschluessel, $0) },
        uniquingKeysWith: { erste, _ in erste })
    kleine = verzeichnis
    return verzeichnis[pfad.grosskleinschluessel]
  }
}
