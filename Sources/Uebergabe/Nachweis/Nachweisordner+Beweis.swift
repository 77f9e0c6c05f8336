// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen

extension Nachweisordner {
  /// The evidence record of a file: that of its data group, with all time stamps so far.
  ///
  /// - Parameter datei: The path of the file as in the list of hashes.
  /// - Returns: The record.
  /// - Throws: ``NachweisFehler/unbekannt(datei:)`` if the evidence does not know the file,
  ///   ``NachweisFehler/stand(pfad:grund:)`` without a time stamp.
  public func beweis(fuer datei: String) throws(NachweisFehler) -> EvidenceRecord {
    guard let zeile = ketten[0].liste.zeile(Bagpfad(datei)) else {
      throw .unbekannt(datei: datei)
    }
    let objekte = ketten[0].liste.objekte
    guard let objekt = objekte.first(where: { $0.zeilen.contains(zeile) }) else {
      throw .unbekannt(datei: datei)
    }
    var ergebnis: EvidenceRecord?
    try beweise(nur: [objekt]) { (_, record) throws(NachweisFehler) in ergebnis = record }
    guard let ergebnis else { throw .leer(datei) }
    return ergebnis
  }

  /// The evidence records of all data groups, one after another.
  ///
  /// - Parameter nimm: Takes the name of the group and its record.
  /// - Throws: ``NachweisFehler/stand(pfad:grund:)`` without a time stamp, or what `nimm` throws.
  public func beweise(
    _ nimm: (_ objekt: String, EvidenceRecord) throws(NachweisFehler) -> Void
  ) throws(NachweisFehler) {
    try beweise(nur: ketten[0].liste.objekte) { (objekt, record) throws(NachweisFehler) in
      try nimm(objekt.name, record)
    }
  }

  func beweise(
    nur objekte: [Hashliste.Objekt],
    _ nimm: (Hashliste.Objekt, EvidenceRecord) throws(NachweisFehler) -> Void
  ) throws(NachweisFehler) {
    let gestempelt = ketten.filter { !$0.stempel.isEmpty }
    guard !gestempelt.isEmpty else {
      throw .stand(pfad: pfad, grund: "er hat noch keinen Zeitstempel")
    }
    try verlangeSchluessig()
    let baeume = try baeume(bis: gestempelt.count)
    for objekt in objekte {
      guard let record = try beweis(objekt, baeume) else {
        throw .stand(pfad: pfad, grund: "seine Bäume passen nicht zu »\(objekt.name)«")
      }
      try nimm(objekt, record)
    }
  }

  /// The list of hashes of the first tree as an object of its own, which makes the time stamps cover names and
  /// groups; nil in evidence of the first form.
  var listenobjekt: Hashliste.Objekt? {
    guard ketten[0].kopf.listeImBaum else { return nil }
    return Hashliste.Objekt(name: Nachweiskopf.listenname(1), zeilen: [])
  }

  /// All objects that are leaves of a tree over a list.
  func blattobjekte(_ liste: Hashliste) -> [Hashliste.Objekt] {
    liste.objekte + [listenobjekt].compactMap { $0 }
  }

  /// The digests of what belongs to an object, by the algorithm of a list.
  private func hashes(
    _ objekt: Hashliste.Objekt, _ liste: Hashliste, _ rechner: inout Pruefsummenbildner
  ) throws(NachweisFehler) -> [[UInt8]] {
    guard objekt.zeilen.isEmpty else { return objekt.zeilen.map { Array(liste.werte[$0]) } }
    return [rechner.hash(try ketten[0].liste.text())]
  }

  /// The trees in order; each needs those before it.
  func baeume(bis anzahl: Int) throws(NachweisFehler) -> [Hashbaum] {
    var baeume: [Hashbaum] = []
    for k in 0..<anzahl {
      let liste = ketten[k].liste
      let reihe = try blaetter(liste, blattobjekte(liste), kette: k, baeume)
      baeume.append(
        try Hashbaum(reihe, liste.verfahren, verzweigung: ketten[k].kopf.verzweigung))
    }
    return baeume
  }

  /// The leaves of a tree that comes after the first `kette` chains.
  func blaetter(
    _ liste: Hashliste, _ objekte: [Hashliste.Objekt], kette: Int
  ) throws(NachweisFehler) -> Hashreihe {
    try blaetter(liste, objekte, kette: kette, try baeume(bis: kette))
  }

  private func blaetter(
    _ liste: Hashliste, _ objekte: [Hashliste.Objekt], kette: Int, _ baeume: [Hashbaum]
  ) throws(NachweisFehler) -> Hashreihe {
    var rechner = try bildner(liste.verfahren)
    var reihe = Hashreihe(laenge: liste.verfahren.laenge)
    reihe.reserviere(objekte.count)
    for o in objekte {
      let werte = try werte(o, liste, kette: kette, baeume, &rechner)
      reihe.haengeAn(Hashbaum.gruppenhash(werte.map { $0[...] }, &rechner))
    }
    return reihe
  }

  /// What stands for the files of a data group in the tree after the first `kette` chains: their
  /// hashes, from the second tree on joined with the hash of all chains before (RFC 4998, section 5.3).
  private func werte(
    _ objekt: Hashliste.Objekt, _ liste: Hashliste, kette: Int, _ baeume: [Hashbaum],
    _ rechner: inout Pruefsummenbildner
  ) throws(NachweisFehler) -> [[UInt8]] {
    let hashes = try hashes(objekt, liste, &rechner)
    guard kette > 0 else { return hashes }
    guard let bisher = try beweis(objekt, Array(baeume.prefix(kette))) else {
      throw .stand(pfad: pfad, grund: "seine Bäume passen nicht zu »\(objekt.name)«")
    }
    let kettenhash = rechner.hash(bisher.sequenz(ersteKetten: kette))
    return hashes.map { rechner.hash($0 + kettenhash) }
  }

  /// The record of a data group over as many chains as there are trees; nil if a tree lacks it.
  private func beweis(
    _ objekt: Hashliste.Objekt, _ baeume: [Hashbaum]
  ) throws(NachweisFehler) -> EvidenceRecord? {
    var bisher: [[Archivzeitstempel]] = []
    for (k, baum) in baeume.enumerated() {
      let kette = ketten[k]
      var rechner = try bildner(kette.liste.verfahren)
      var werte = try hashes(objekt, kette.liste, &rechner)
      if k > 0 {
        let kettenhash = rechner.hash(
          try EvidenceRecord(ketten: bisher).sequenz(ersteKetten: k))
        werte = werte.map { rechner.hash($0 + kettenhash) }
      }
      guard let listen = Self.listen(werte, baum, &rechner), let erster = kette.stempel.first else {
        return nil
      }
      var stempel = [
        Archivzeitstempel(kette.liste.verfahren, ReduzierterBaum(listen), token: erster.der)
      ]
      for weiterer in kette.stempel.dropFirst() {
        stempel.append(Archivzeitstempel(kette.liste.verfahren, nil, token: weiterer.der))
      }
      bisher.append(stempel)
    }
    return try EvidenceRecord(ketten: bisher)
  }

  /// The lists of the reduced tree of a data group: of one with several files the first has their
  /// hashes.
  private static func listen(
    _ werte: [[UInt8]], _ baum: Hashbaum, _ rechner: inout Pruefsummenbildner
  ) -> [[[UInt8]]]? {
    let blatt = Hashbaum.gruppenhash(werte.map { $0[...] }, &rechner)
    guard var listen = baum.reduziert(blatt) else { return nil }
    let menge = Set(werte)
    if menge.count > 1 {
      if !listen.isEmpty { listen[0].removeAll { $0 == blatt } }
      listen.insert(menge.sorted { $0.lexicographicallyPrecedes($1) }, at: 0)
    }
    return listen
  }
}
