// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
internal import Pruefsummen

/// An evidence on the disk: lists of hashes, roots, requests and time stamps in one folder.
///
/// | file | what |
/// |---|---|
/// | `wurzel-N.txt` | root of tree N, ready to be signed (``Nachweiskopf``) |
/// | `hashliste-N.tsv` | the hash of every file by the algorithm of tree N |
/// | `anfrage-N-M.tsq` | request (RFC 3161) for time stamp M over tree N |
/// | `zeitstempel-N-M.tst` | the token that answers it |
///
/// Each step adds files and changes none; only a request without an answer may be made anew or dropped. The
/// list of the first tree is a leaf of every tree beside the files, so that the time stamps cover names and
/// groups (evidence of the first form, `Nachweis 1`, lacks this and is still read). A step that was interrupted leaves the evidence as it was
/// before it. Evidence records of single files are computed from the folder when they are wanted.
public struct Nachweisordner: Sendable {
  /// A tree with its time stamps.
  struct Kette: Sendable {
    let kopf: Nachweiskopf
    let liste: Hashliste
    var stempel: [Zeitstempel]
  }

  /// The folder.
  public let pfad: String
  /// The trees in order of time, at least one.
  var ketten: [Kette]
  /// The request without an answer, if there is one.
  public internal(set) var offeneAnfrage: Zeitstempelanfrage?

  /// Why the request that lies there cannot be read; nil if it can, or there is none.
  var anfragemangel: NachweisFehler?

  /// The roots in order of time, at least one.
  public var koepfe: [Nachweiskopf] { ketten.map(\.kopf) }
  /// The time stamps in order of time.
  public var zeitstempel: [Zeitstempel] { ketten.flatMap(\.stempel) }
  /// The names of the data groups; a file that stands alone is one.
  public var objekte: [String] { letzte.liste.objekte.map(\.name) }
  /// The paths of all files.
  public var dateien: [String] { letzte.liste.pfade.map(\.text) }

  var letzte: Kette { ketten[ketten.count - 1] }

  /// What shall be made.
  public struct Vorgabe: Sendable {
    /// SHA-256, SHA-384 or SHA-512.
    public var verfahren = Hashverfahren.sha256
    /// How many children a node of the tree has at most.
    public var verzweigung = 2
    /// Whether each folder at the top is one data group; else each file is one.
    public var gruppen = false
    /// The policy that the time stamp service is asked for, as an object identifier.
    public var richtlinie: String?
    /// The number of threads for hashing; nil for one per core.
    public var faeden: Int?

    /// The default: SHA-256, a binary tree, each file by itself.
    public init() {}
  }

  /// Opens an evidence.
  ///
  /// - Parameters:
  ///   - pfad: The folder.
  ///   - grenzen: What is accepted.
  /// - Throws: ``NachweisFehler`` with the file that is damaged.
  public init(
    pfad: String, grenzen: Nachweisgrenzen = .standard
  ) throws(NachweisFehler) {
    self.pfad = pfad
    ketten = []
    guard Self.erkannt(pfad) else {
      throw .nichtLesbar(pfad: pfad, grund: "es ist kein Nachweis (»wurzel-1.txt« fehlt)")
    }
    while Beweisdatei.vorhanden("\(pfad)/\(Nachweiskopf.name(ketten.count + 1))") {
      ketten.append(try Self.lies(pfad, ketten.count + 1, grenzen))
    }
    try verlangeLueckenlos()
    let anfrage = "\(pfad)/\(Self.anfragename(ketten.count, letzte.stempel.count + 1))"
    if Beweisdatei.vorhanden(anfrage) {
      // A request proves nothing: a damaged one is made anew, and the evidence holds.
      do throws(NachweisFehler) {
        offeneAnfrage = try Zeitstempelanfrage(der: try Beweisdatei.lies(anfrage))
      } catch { anfragemangel = error }
    }
  }

  /// Whether a folder holds an evidence.
  public static func erkannt(_ pfad: String) -> Bool {
    Beweisdatei.istOrdner(pfad) && Beweisdatei.vorhanden("\(pfad)/\(Nachweiskopf.name(1))")
  }

  static func anfragename(_ kette: Int, _ nummer: Int) -> String {
    "anfrage-\(kette)-\(nummer).tsq"
  }
  static func stempelname(_ kette: Int, _ nummer: Int) -> String {
    "zeitstempel-\(kette)-\(nummer).tst"
  }

  /// Where the request without an answer lies.
  public var ortDerAnfrage: String? {
    offeneAnfrage.map { _ in "\(pfad)/\(naechsteAnfrage)" }
  }

  private static func lies(
    _ pfad: String, _ nummer: Int, _ grenzen: Nachweisgrenzen
  ) throws(NachweisFehler) -> Kette {
    let kopf = try Nachweiskopf(
      try Beweisdatei.lies("\(pfad)/\(Nachweiskopf.name(nummer))"), nummer: nummer)
    let name = Nachweiskopf.listenname(nummer)
    let bytes = try Beweisdatei.lies("\(pfad)/\(name)", grenze: grenzen.liste)
    let liste = try Hashliste(bytes, name: name, grenzen: grenzen)
    var rechner = try bildner(.sha512)
    guard rechner.hash(bytes) == kopf.liste.bytes, liste.verfahren == kopf.wurzel.verfahren,
      liste.pfade.count == kopf.dateien
    else {
      throw .format(
        was: "Die Hashliste »\(name)«", ort: "Ganzes",
        grund: "sie ist nicht die, welche »\(Nachweiskopf.name(nummer))« nennt")
    }
    var stempel: [Zeitstempel] = []
    while true {
      let ort = "\(pfad)/\(stempelname(nummer, stempel.count + 1))"
      guard Beweisdatei.vorhanden(ort) else { break }
      do throws(NachweisFehler) {
        stempel.append(try Zeitstempel(der: try Beweisdatei.lies(ort), grenzen: grenzen))
      } catch {
        guard case .format(_, let stelle, let grund) = error else { throw error }
        throw .format(
          was: "Der Zeitstempel »\(stempelname(nummer, stempel.count + 1))«", ort: stelle,
          grund: grund)
      }
    }
    return Kette(kopf: kopf, liste: liste, stempel: stempel)
  }

  // MARK: Making

  /// Makes the evidence of a folder or a file, and the request for its time stamp.
  ///
  /// - Parameters:
  ///   - quelle: The folder or file; it is only read.
  ///   - nach: The new folder for the evidence, outside of `quelle`.
  ///   - vorgabe: What shall be made.
  ///   - jetzt: The time of the machine, in UTC.
  ///   - zufall: The source of the request's number.
  /// - Returns: The evidence, without a time stamp yet.
  /// - Throws: ``NachweisFehler``; then nothing stands at `nach`.
  public static func erstelle(
    _ quelle: String, nach: String, _ vorgabe: Vorgabe = Vorgabe(), am jetzt: Zeitpunkt,
    zufall: inout some RandomNumberGenerator
  ) throws(NachweisFehler) -> Nachweisordner {
    guard vorgabe.verfahren.taugtFuerNachweis else {
      throw .verfahrenUnzulaessig(vorgabe.verfahren)
    }
    let nach = Beweisdatei.ohneSchraegstrich(nach)
    var angaben = stat()
    guard lstat(nach, &angaben) != 0 else {
      throw .ziel(pfad: nach, grund: "es ist schon vorhanden")
    }
    guard !liegt(nach, in: quelle) else {
      throw .ziel(
        pfad: nach, grund: "der Nachweis darf nicht in dem Ordner liegen, von dem er handelt")
    }
    let daten = try Nachweisdaten(quelle, grenzen: .standard)
    var liste = Hashliste(vorgabe.verfahren)
    try daten.hashe(daten.pfade, [vorgabe.verfahren], faeden: vorgabe.faeden) {
      (i, ergebnis) throws(NachweisFehler) in
      let pfad = daten.pfade[i]
      guard let summe = try gelesen(ergebnis, daten.ort(pfad)).first else { return }
      let gruppe = vorgabe.gruppen ? Nachweisdaten.oberster(pfad) : nil
      liste.nimm(pfad, gruppe: gruppe, summe.bytes)
    }
    let objekte = liste.objekte
    var blaetter = Hashreihe(laenge: vorgabe.verfahren.laenge)
    var rechner = try bildner(vorgabe.verfahren)
    for o in objekte {
      blaetter.haengeAn(Hashbaum.gruppenhash(o.zeilen.map { liste.werte[$0] }, &rechner))
    }
    // The list is a leaf, too: what is stamped covers the names and groups of the files.
    blaetter.haengeAn(rechner.hash(try liste.text()))
    let baum = try Hashbaum(blaetter, vorgabe.verfahren, verzweigung: vorgabe.verzweigung)
    let anfrage = try Zeitstempelanfrage(
      baum.wurzel, richtlinie: vorgabe.richtlinie, zufall: &zufall)
    let eigene = [Nachweiskopf.name(1), Nachweiskopf.listenname(1), anfragename(1, 1)]
    let bau = try Nachweisbau(fuer: nach) { eigene.contains($0) }
    do throws(NachweisFehler) {
      try lege(1, liste, baum, objekte.count, anfrage, listeImBaum: true, in: bau.pfad, am: jetzt)
      try bau.vollende(nach)
    } catch {
      bau.raeume()
      throw error
    }
    return try Nachweisordner(pfad: nach)
  }

  /// Writes a tree: last the root, by which the others count.
  private static func lege(
    _ nummer: Int, _ liste: Hashliste, _ baum: Hashbaum, _ objekte: Int,
    _ anfrage: Zeitstempelanfrage, listeImBaum: Bool, in ordner: String, am jetzt: Zeitpunkt
  ) throws(NachweisFehler) {
    let text = try liste.text()
    var rechner = try bildner(.sha512)
    guard let summe = Pruefsumme(.sha512, bytes: rechner.hash(text)) else { return }
    let kopf = Nachweiskopf(
      nummer: nummer, wurzel: baum.wurzel, verzweigung: baum.verzweigung, objekte: objekte,
      dateien: liste.pfade.count, liste: summe, listeImBaum: listeImBaum,
      angelegt: jetzt)
    try Beweisdatei.schreibe(text, nach: "\(ordner)/\(Nachweiskopf.listenname(nummer))")
    try Beweisdatei.schreibe(anfrage.der, nach: "\(ordner)/\(anfragename(nummer, 1))")
    try Beweisdatei.schreibe(kopf.text.utf8, nach: "\(ordner)/\(Nachweiskopf.name(nummer))")
  }

  /// Whether a new path would lie in a folder.
  private static func liegt(_ neu: String, in ordner: String) -> Bool {
    func echt(_ pfad: String) -> String? {
      guard let text = realpath(pfad, nil) else { return nil }
      defer { free(text) }
      return String(cString: text)
    }
    let stelle = neu.utf8.lastIndex(of: 0x2F)
    let eltern = stelle.map { $0 == neu.startIndex ? "/" : String(neu[..<$0]) } ?? "."
    guard let a = echt(eltern), let b = echt(ordner) else { return false }
    return a == b && Beweisdatei.istOrdner(ordner) || a.hasPrefix(b + "/") || b == "/"
  }

  private static func gelesen(
    _ ergebnis: Result<[Pruefsumme], PruefsummenFehler>, _ pfad: String
  ) throws(NachweisFehler) -> [Pruefsumme] {
    switch ergebnis {
    case .success(let summen): return summen
    case .failure(.nichtLesbar(_, let grund)): throw .nichtLesbar(pfad: pfad, grund: grund)
    case .failure(let fehler): throw .nichtLesbar(pfad: pfad, grund: fehler.description)
    }
  }

  /// Takes the answer to the open request.
  ///
  /// - Parameters:
  ///   - antwort: The answer of the service or the bare token, in DER.
  ///   - anker: Roots that the service must lead to; nil leaves the path unchecked.
  /// - Throws: ``NachweisFehler``; then nothing is changed.
  public mutating func uebernimm(
    antwort: [UInt8], _ anker: Vertrauensanker? = nil
  ) throws(NachweisFehler) {
    if let anfragemangel { throw anfragemangel }
    guard let anfrage = offeneAnfrage else {
      let neu =
        letzte.stempel.isEmpty ? "; stellen Sie sie mit »diva nachweis anfrage --neu« neu" : ""
      throw .stand(pfad: pfad, grund: "es ist keine Anfrage offen\(neu)")
    }
    // The request lies in the open: what is stamped must be this evidence, not what a request says.
    guard anfrage.abdruck == (try naechsterAbdruck()) else {
      throw .stand(
        pfad: pfad,
        grund: "die offene Anfrage gehört nicht zu ihm, sondern zu einem anderen Nachweis; "
          + "holen Sie »\(naechsteAnfrage)« aus der Sicherung oder stellen Sie sie mit »diva nachweis anfrage "
          + "--neu« neu"
      )
    }
    let stempel = try Zeitstempel(antwort: antwort, auf: anfrage, anker)
    if let letzter = zeitstempel.last, letzter.zeit.istSpaeter(als: stempel.zeit) {
      throw .antwortPasstNicht(
        "ihre Zeit \(stempel.zeit.text) liegt vor der des letzten Zeitstempels \(letzter.zeit.text)"
      )
    }
    let name = Self.stempelname(ketten.count, letzte.stempel.count + 1)
    try Beweisdatei.schreibe(stempel.der, nach: "\(pfad)/\(name)")
    ketten[ketten.count - 1].stempel.append(stempel)
    offeneAnfrage = nil
  }

  // MARK: Renewing

  /// Prepares the renewal of the time stamp (RFC 4998, section 5.2): a request for one that covers the
  /// last, by the same algorithm.
  ///
  /// Renew before the certificate of the last time stamp expires or its algorithms become weak.
  ///
  /// - Parameters:
  ///   - richtlinie: The policy that the service is asked for.
  ///   - zufall: The source of the request's number.
  /// - Throws: ``NachweisFehler``; ``NachweisFehler/stand(pfad:grund:)`` while a request is open.
  public mutating func erneuereZeitstempel(
    richtlinie: String? = nil, zufall: inout some RandomNumberGenerator
  ) throws(NachweisFehler) {
    guard offeneAnfrage == nil, anfragemangel == nil, !letzte.stempel.isEmpty else {
      throw nochOffen
    }
    try verlangeSchluessig()
    let anfrage = try Zeitstempelanfrage(
      try naechsterAbdruck(), richtlinie: richtlinie, zufall: &zufall)
    try Beweisdatei.schreibe(anfrage.der, nach: "\(pfad)/\(naechsteAnfrage)")
    offeneAnfrage = anfrage
  }

  /// Prepares the renewal of the hash tree (RFC 4998, section 5.3): a new tree by another algorithm over
  /// all files and all evidence so far, and the request for its time stamp.
  ///
  /// Every file is read once and must still have the hash of the last tree.
  ///
  /// - Parameters:
  ///   - daten: The folder or file that the evidence is about.
  ///   - verfahren: The new algorithm: SHA-256, SHA-384 or SHA-512, another one than that of the last
  ///     tree.
  ///   - richtlinie: The policy that the service is asked for.
  ///   - jetzt: The time of the machine, in UTC.
  ///   - zufall: The source of the request's number.
  /// - Throws: ``NachweisFehler``; then the evidence is as it was.
  public mutating func erneuereBaum(
    daten: String, _ verfahren: Hashverfahren, richtlinie: String? = nil, am jetzt: Zeitpunkt,
    zufall: inout some RandomNumberGenerator
  ) throws(NachweisFehler) {
    guard offeneAnfrage == nil, anfragemangel == nil, !letzte.stempel.isEmpty else {
      throw nochOffen
    }
    try verlangeSchluessig()
    guard verfahren.taugtFuerNachweis else { throw .verfahrenUnzulaessig(verfahren) }
    let alt = letzte.liste
    guard verfahren != alt.verfahren else {
      throw .stand(
        pfad: pfad,
        grund: "sein Verfahren ist schon \(verfahren.rawValue); erneuern Sie nur den Zeitstempel")
    }
    let bestand = try Nachweisdaten(daten, grenzen: .standard, streng: false)
    let abgleich = Namensabgleich(soll: alt.pfade, ist: bestand.pfade)
    if let i = abgleich.fehlend.first {
      throw .nichtLesbar(pfad: bestand.ort(alt.pfade[i]), grund: "nicht gefunden")
    }
    var neu = Hashliste(verfahren)
    try bestand.hashe(abgleich.treffer.map(\.pfad), [alt.verfahren, verfahren]) {
      (i, ergebnis) throws(NachweisFehler) in
      let ort = bestand.ort(abgleich.treffer[i].pfad)
      let summen = try Self.gelesen(ergebnis, ort)
      guard summen.count == 2, summen[0].bytes.elementsEqual(alt.werte[i]) else {
        throw .geaendert(datei: ort)
      }
      neu.nimm(alt.pfade[i], gruppe: alt.gruppen[i], summen[1].bytes)
    }
    let nummer = ketten.count + 1
    let objekte = neu.objekte
    let blaetter = try self.blaetter(neu, blattobjekte(neu), kette: ketten.count)
    let baum = try Hashbaum(blaetter, verfahren, verzweigung: letzte.kopf.verzweigung)
    let anfrage = try Zeitstempelanfrage(baum.wurzel, richtlinie: richtlinie, zufall: &zufall)
    // What an interrupted attempt left does not count without its root.
    unlink("\(pfad)/\(Nachweiskopf.listenname(nummer))")
    unlink("\(pfad)/\(Self.anfragename(nummer, 1))")
    try Self.lege(
      nummer, neu, baum, objekte.count, anfrage, listeImBaum: ketten[0].kopf.listeImBaum, in: pfad,
      am: jetzt)
    self = try Nachweisordner(pfad: pfad)
  }

  /// What the next time stamp must cover: the root, or the stamp before.
  func naechsterAbdruck() throws(NachweisFehler) -> Pruefsumme {
    let wurzel = letzte.kopf.wurzel
    guard let letzter = letzte.stempel.last else { return wurzel }
    var rechner = try bildner(wurzel.verfahren)
    guard let abdruck = Pruefsumme(wurzel.verfahren, bytes: rechner.hash(letzter.der)) else {
      throw nochOffen
    }
    return abdruck
  }

  private var nochOffen: NachweisFehler {
    .stand(
      pfad: pfad,
      grund:
        "die Antwort des Zeitstempeldienstes steht noch aus; übernehmen Sie sie zuerst, oder stellen Sie "
        + "die Anfrage mit »diva nachweis anfrage« neu oder verwerfen Sie sie")
  }
}
