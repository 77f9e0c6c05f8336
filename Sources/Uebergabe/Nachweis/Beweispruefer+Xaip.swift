// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
public import Pruefung

extension Beweispruefer {
  /// Checks an XAIP or LXAIP (TR-ESOR-F 1.3): pointers, hashes, referenced files and evidence records.
  ///
  /// Hashed are the decoded bytes of binary data, the bytes of a referenced file, and the exclusive
  /// canonical form of a version manifest. Signatures other than those of time stamps, and evidence
  /// records in XML, are named as unchecked.
  ///
  /// A version manifest must protect something, and name every object of the package, protected or not
  /// (TR-ESOR-F 1.3: `packageInfoUnitType` demands at least one `protectedObjectPointer`; all packages of
  /// the BSI name all their data and metadata). An object that no manifest names could have been slipped
  /// in: an error. One that is expressly unprotected, or protected only by a version without a checked
  /// record, is allowed, but nothing is proven about it: a warning, and a hint for metadata.
  ///
  /// - Parameters:
  ///   - pfad: The file; those that an LXAIP refers to lie beside it.
  ///   - beweise: Evidence records that came separately, by name; each is about the last version.
  ///   - grenzen: What is accepted.
  /// - Returns: The findings; ``Nachweisregeln``.
  /// - Throws: ``NachweisFehler``.
  public func pruefe(
    xaip pfad: String, beweise: [(name: String, EvidenceRecord)] = [],
    grenzen: Nachweisgrenzen = .standard
  ) throws(NachweisFehler) -> Pruefbericht {
    let xaip = try Xaip(try Beweisdatei.lies(pfad, grenze: grenzen.xaip), grenzen: grenzen)
    var gang = Xaipgang(xaip, pfad, self)
    return try gang.pruefe(beweise)
  }
}

/// The check of one package.
private struct Xaipgang {
  private let xaip: Xaip
  private let pfad: String
  private let pruefer: Beweispruefer
  private var bericht: Pruefbericht
  /// The versions about which a record was checked.
  private var bewiesen: Set<String> = []

  init(_ xaip: Xaip, _ pfad: String, _ pruefer: Beweispruefer) {
    self.xaip = xaip
    self.pfad = pfad
    self.pruefer = pruefer
    bericht = Pruefbericht(werkzeug: pruefer.werkzeug, datei: pfad, art: "xaip")
  }

  private mutating func melde(_ regel: String, _ text: String, objekt: String? = nil) {
    bericht.melde(
      Befund(Nachweisregeln[regel], text, ort: Ort(datei: pfad, betreff: objekt)))
  }

  mutating func pruefe(
    _ beweise: [(name: String, EvidenceRecord)]
  ) throws(NachweisFehler) -> Pruefbericht {
    guard xaip.fassung == "1.3.0" else {
      melde("XAIP-VERSION", "Die Fassung ist »\(xaip.fassung.sichtbar)«; geprüft wurde nichts.")
      return bericht
    }
    bericht.angaben.append(("Paket", xaip.kennung))
    bericht.angaben.append(("Versionen", xaip.versionen.map(\.kennung).joined(separator: ", ")))
    for d in xaip.doppelte {
      melde("XAIP-FORM", "Die Kennung »\(d.sichtbar)« gibt es zweimal.", objekt: d)
    }
    if xaip.versionen.isEmpty { melde("XAIP-FORM", "Es gibt kein Versionsmanifest.") }
    for v in xaip.versionen {
      for z in v.zeiger where xaip.objekte[z] == nil {
        melde(
          "XAIP-ZEIGER",
          "Version »\(v.kennung)« schützt »\(z.sichtbar)«, das es im Paket nicht gibt.",
          objekt: z)
      }
    }
    pruefeAufbau()
    for s in xaip.summen { try pruefe(s) }
    let verweise = try pruefeVerweise()
    if xaip.beweise.isEmpty, beweise.isEmpty {
      melde(
        "XAIP-OHNE-BEWEIS", "Im Paket ist kein Evidence Record, und es wurde keiner dazu genannt.")
    }
    for b in xaip.beweise { try pruefe(b, verweise) }
    for (name, record) in beweise {
      try pruefe(record, name, xaip.versionen.last?.kennung ?? "", verweise)
    }
    pruefeSchutz()
    return bericht
  }

  /// Whether every version protects something, and every object is named by one.
  private mutating func pruefeAufbau() {
    for v in xaip.versionen where v.zeiger.isEmpty {
      melde(
        "XAIP-OHNE-SCHUTZ",
        "Die Version »\(v.kennung.sichtbar)« nennt kein geschütztes Objekt; ein Evidence Record über sie "
          + "belegt nichts.", objekt: v.kennung)
    }
    if xaip.ohneKennung > 0 {
      melde(
        "XAIP-FORM",
        "\(xaip.ohneKennung.mal("Objekt hat", "Objekte haben")) keine Kennung; kein Manifest kann darauf zeigen."
      )
    }
    let genannt = Set(xaip.versionen.flatMap { $0.zeiger + $0.ungeschuetzt })
    for b in xaip.bestandteile where !genannt.contains(b.kennung) {
      melde(
        "XAIP-UNGENANNT",
        "\(b.text) liegt im Paket, aber kein Versionsmanifest verweist darauf.",
        objekt: b.kennung)
    }
  }

  /// What is named in a manifest, but proven by no record that was checked.
  private mutating func pruefeSchutz() {
    let geschuetzt = Set(xaip.versionen.flatMap(\.zeiger))
    let belegt = Set(xaip.versionen.filter { bewiesen.contains($0.kennung) }.flatMap(\.zeiger))
    let offen = Set(xaip.versionen.flatMap(\.ungeschuetzt)).subtracting(geschuetzt)
    var metadaten: [String] = []
    for b in xaip.bestandteile where offen.contains(b.kennung) {
      if b.art == .metadaten {
        metadaten.append("»\(b.kennung.sichtbar)«")
      } else {
        melde(
          "XAIP-UNGESCHUETZT",
          "\(b.text) ist im Manifest ausdrücklich ungeschützt; kein Evidence Record belegt, dass der Inhalt unverändert ist.",
          objekt: b.kennung)
      }
    }
    if !metadaten.isEmpty {
      let genannt = metadaten.prefix(5).joined(separator: ", ")
      let rest = metadaten.count > 5 ? " und \((metadaten.count - 5).deutsch) weitere" : ""
      bericht.melde(
        Befund(
          Nachweisregeln["XAIP-UNGESCHUETZT"], schwere: .hinweis,
          "Ausdrücklich ungeschützt: \(metadaten.count.mal("Metadatenobjekt", "Metadatenobjekte")) (\(genannt)\(rest)).",
          ort: Ort(datei: pfad)))
    }
    guard !bewiesen.isEmpty else { return }
    for b in xaip.bestandteile
    where geschuetzt.contains(b.kennung) && !belegt.contains(b.kennung) {
      melde(
        "XAIP-UNGESCHUETZT",
        "\(b.text) gehört nur zu einer Version, zu der kein Evidence Record geprüft wurde.",
        objekt: b.kennung)
    }
  }

  /// The version that a record is about: the one it names, else the one its credential relates to, else
  /// the only one.
  private func version(_ b: Xaip.Beweis) -> String {
    guard b.version.isEmpty else { return b.version }
    let kennungen = xaip.versionen.map(\.kennung)
    return b.bezug.first { kennungen.contains($0) } ?? (kennungen.count == 1 ? kennungen[0] : "")
  }

  private mutating func pruefe(_ s: Xaip.Summe) throws(NachweisFehler) {
    guard case .bytes(let bytes)? = xaip.objekte[s.objekt] else { return }
    guard let verfahren = s.verfahren, let soll = Pruefsumme(verfahren, text: s.hex) else {
      return melde(
        "XAIP-UNGEPRUEFT", "Die Prüfsumme von »\(s.objekt)« hat ein unbekanntes Verfahren.",
        objekt: s.objekt)
    }
    var rechner = try bildner(verfahren)
    if rechner.hash(bytes) != soll.bytes {
      melde("XAIP-PRUEFSUMME", "Die Prüfsumme von »\(s.objekt)« stimmt nicht.", objekt: s.objekt)
    }
  }

  /// The files that are there and have the stated hash, by object.
  private mutating func pruefeVerweise() throws(NachweisFehler) -> [String: String] {
    var gut: [String: String] = [:]
    let ordner = pfad.utf8.lastIndex(of: 0x2F).map { String(pfad[...$0]) } ?? ""
    for (id, inhalt) in xaip.objekte.sorted(by: { $0.key < $1.key }) {
      guard case .verweis(let uri, let verfahren, let wert) = inhalt else { continue }
      guard Pfadgefahr(uri) == nil, !uri.isEmpty, !uri.contains(":") else {
        melde("XAIP-VERWEIS", "Dem Verweis »\(uri.sichtbar)« wird nicht gefolgt.", objekt: id)
        continue
      }
      guard let verfahren else {
        melde("XAIP-VERWEIS", "»\(id)« nennt ein unbekanntes Hashverfahren.", objekt: id)
        continue
      }
      do throws(PruefsummenFehler) {
        if try pruefsumme(datei: ordner + uri, verfahren).bytes == wert {
          gut[id] = ordner + uri
        } else {
          melde(
            "XAIP-VERWEIS",
            "Die Datei »\(uri.sichtbar)« hat nicht den Hashwert, den »\(id)« nennt.",
            objekt: id)
        }
      } catch {
        melde("XAIP-VERWEIS", error.description, objekt: id)
      }
    }
    return gut
  }

  private mutating func pruefe(
    _ b: Xaip.Beweis, _ verweise: [String: String]
  ) throws(NachweisFehler) {
    guard let der = b.der else {
      return melde(
        "XAIP-UNGEPRUEFT",
        "Der Evidence Record »\(b.kennung)« ist kein ASN.1; er wird nicht gelesen.",
        objekt: b.kennung)
    }
    if !b.aoid.isEmpty, let aoid = xaip.aoid, b.aoid != aoid {
      melde(
        "XAIP-FORM",
        "Der Evidence Record »\(b.kennung)« nennt die AOID »\(b.aoid.sichtbar)« statt »\(aoid.sichtbar)«.",
        objekt: b.kennung)
    }
    do throws(NachweisFehler) {
      try pruefe(try EvidenceRecord(der: der), b.kennung, version(b), verweise)
    } catch {
      guard case .format = error else { throw error }
      melde("NACHWEIS-FORM", error.befund, objekt: b.kennung)
    }
  }

  /// Which form of a manifest the record is about: some products leave out its indentation.
  private mutating func gemeint(
    _ bytes: [UInt8], _ ohne: [UInt8], _ objekt: String, _ name: String, _ record: EvidenceRecord
  ) throws(NachweisFehler) -> [UInt8] {
    let erster = record.ketten[0][0]
    guard bytes != ohne, let liste = erster.baum?.listen.first,
      let verfahren = erster.verfahrenskennung.flatMap({ Hashverfahren(objektkennung: $0) })
    else { return bytes }
    var rechner = try bildner(verfahren)
    guard !liste.contains(rechner.hash(bytes)), liste.contains(rechner.hash(ohne)) else {
      return bytes
    }
    melde(
      "BEWEIS-LESART",
      "Das Versionsmanifest »\(objekt)« passt zu »\(name)« nur ohne den Leerraum zwischen seinen Elementen.",
      objekt: objekt)
    return ohne
  }

  private mutating func pruefe(
    _ record: EvidenceRecord, _ name: String, _ version: String, _ verweise: [String: String]
  ) throws(NachweisFehler) {
    guard let manifest = xaip.versionen.first(where: { $0.kennung == version }) else {
      return melde(
        "XAIP-ZEIGER",
        "Der Evidence Record »\(name)« handelt von der Version »\(version.sichtbar)«, die es nicht gibt.",
        objekt: name)
    }
    var gegenstaende: [Beweisgegenstand] = []
    for z in manifest.zeiger {
      switch xaip.objekte[z] {
      case .bytes(let bytes): gegenstaende.append(Beweisgegenstand(name: z, bytes: bytes))
      case .kanonisch(let bytes, let ohne):
        gegenstaende.append(
          Beweisgegenstand(name: z, bytes: try gemeint(bytes, ohne, z, name, record)))
      case .verweis:
        if let datei = verweise[z] { gegenstaende.append(Beweisgegenstand(name: z, datei: datei)) }
      case .fremd(let was):
        melde(
          "XAIP-UNGEPRUEFT",
          "»\(z)« (\(was.sichtbar)) wird nicht mit dem Evidence Record verglichen.",
          objekt: z)
      case nil: break
      }
    }
    if gegenstaende.isEmpty, !manifest.zeiger.isEmpty {
      melde(
        "XAIP-OHNE-SCHUTZ",
        "Kein geschütztes Objekt der Version »\(version.sichtbar)« ließ sich mit dem Evidence Record »\(name)« vergleichen.",
        objekt: name)
    }
    bewiesen.insert(version)
    try pruefer.untersuche(record, name: name, gegenstaende, &bericht)
  }
}
