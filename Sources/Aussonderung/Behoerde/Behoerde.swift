// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
public import Xdomea

/// The agency's side of the procedure: offers what is due, hands over what the archive wants, and
/// deletes only what the archive confirmed, refused, or let pass.
///
/// ```swift
/// let behoerde = Behoerde(bestand: speicher, ordner: try Verfahrensordner("verfahren"),
///   ausgang: try Transferordner("austausch"), schemata: schemata)
/// try behoerde.bieteAn(prozess, .faellige, anlass: .fristende, vereinbarung, wer)
/// ```
///
/// Every step is written down before it is begun, so that ``setzeFort(_:)`` finishes it after a
/// crash; done twice it is done once. Belongs to one thread.
public final class Behoerde {
  /// The store.
  public let bestand: any Aussonderungsbestand
  /// Where the processes are kept.
  public let ordner: Verfahrensordner
  /// Where messages go to; nil leaves them in the folder of the process.
  public let ausgang: Transferordner?
  let verkehr: Nachrichtenverkehr

  /// The agency's side over a store.
  ///
  /// - Parameters:
  ///   - bestand: The store.
  ///   - ordner: Where the processes are kept.
  ///   - ausgang: Where messages go to.
  ///   - schemata: The official schemas; without them messages are checked by the rules alone.
  public init(
    bestand: any Aussonderungsbestand, ordner: Verfahrensordner, ausgang: Transferordner? = nil,
    schemata: Schemata? = nil
  ) {
    self.bestand = bestand
    self.ordner = ordner
    self.ausgang = ausgang
    verkehr = Nachrichtenverkehr(ordner: ordner, ausgang: ausgang, schemata: schemata)
  }

  /// The process.
  ///
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``.
  public func verfahren(_ prozess: ProzessID) throws(AussonderungFehler) -> Verfahren {
    guard let v = try ordner.verfahren(prozess), v.seite == .behoerde else {
      throw .unbekannterProzess(prozess, ordner: ordner.ordner)
    }
    return v
  }

  /// Finishes what was begun in a process and interrupted; nothing if nothing is open.
  ///
  /// - Throws: What the step throws.
  @discardableResult
  public func setzeFort(_ prozess: ProzessID) throws -> Verfahren {
    var v = try verfahren(prozess)
    if let vorhaben = v.vorhaben, let wer = v.vorhabenVon { try fuehreAus(vorhaben, &v, wer) }
    return v
  }

  /// Writes a plan down and carries it out.
  func beginne(_ vorhaben: Vorhaben, _ v: inout Verfahren, _ wer: Handelnde) throws {
    if let offen = v.vorhaben {
      guard offen == vorhaben else {
        throw AussonderungFehler.falscherStand(
          v.prozess, grund: "Ein früherer Schritt ist noch nicht fertig.",
          abhilfe: "Setzen Sie das Verfahren zuerst fort.")
      }
    } else {
      v.vorhaben = vorhaben
      v.vorhabenVon = wer
      try beginneSchritt(&v)
    }
    try fuehreAus(vorhaben, &v, v.vorhabenVon ?? wer)
  }

  private func fuehreAus(_ vorhaben: Vorhaben, _ v: inout Verfahren, _ wer: Handelnde) throws {
    switch vorhaben {
    case .anbieten(let anlass): try anbieten(anlass, &v, wer)
    case .abgeben(let zusage): try abgeben(zusage, &v, wer)
    case .abgebenNachKatalog(let zusage): try abgebenNachKatalog(zusage, &v, wer)
    case .zurueckziehen(let grund): try zurueckziehen(grund, &v, wer)
    case .loeschen: try setzeLoeschenFort(&v, wer)
    case .aktenplanVorlegen(let bezeichnung, let version):
      try vorlegen(bezeichnung: bezeichnung, version: version, &v, wer)
    }
    v.vorhaben = nil
    v.vorhabenVon = nil
    try ordner.schreibe(v)
  }

  /// Counts a step and writes that down before anything of it is done.
  func beginneSchritt(_ v: inout Verfahren) throws {
    v.schritt += 1
    try ordner.schreibe(v)
  }

  /// Gives a plan up that cannot be carried out: nothing has happened.
  func gibAuf(_ v: inout Verfahren) throws {
    v.vorhaben = nil
    v.vorhabenVon = nil
    if v.nachrichten.isEmpty { try ordner.verwirf(v) } else { try ordner.schreibe(v) }
  }

  // MARK: Events

  /// Lets something happen in the store; refusals of single objects go into the process.
  ///
  /// The store tells them once, when it happens, so they are written down before that: a crash must
  /// not take the reasons away.
  @discardableResult
  func geschehe(
    _ ereignis: Ereignis, _ kennung: EreignisID, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> Handlungsergebnis {
    let handlung = Handlung(
      ereignis, akteur: wer.akteur, zweitePerson: wer.zweitePerson, heute: wer.heute)
    if ereignis.lehntEinzelneAb {
      do {
        if try v.vermerke(bestand.probiere(handlung), am: wer.heute) { try ordner.schreibe(v) }
      } catch is LifecycleFehler {
        // It happened before, or will be refused as a whole.
      }
    }
    let ergebnis = try bestand.vollziehe(handlung, ereignis: kennung, zeitpunkt: wer.zeitpunkt)
    if let wirkungen = ergebnis.wirkungen { v.vermerke(wirkungen, am: wer.heute) }
    return ergebnis
  }

  /// Which event it is: the same in a step that is done again after a crash.
  func ereignis(_ was: String, _ v: Verfahren) throws -> EreignisID {
    try Namensableitung(v.prozess).kennung(
      "ereignis", "\(v.schritt)\u{0}" + was, Ereignisbezug.self)
  }
}

extension Ereignis {
  /// True if it may be refused for single objects and happen to the others; a transfer is tried out
  /// before anything is written.
  fileprivate var lehntEinzelneAb: Bool {
    guard case .paket(_, let ereignis) = self else { return false }
    return switch ereignis {
    case .angebotErstellen, .bewertung, .importBestaetigt, .fristablauf: true
    default: false
    }
  }
}

extension Verfahren {
  /// Notes which objects something was refused for.
  ///
  /// - Returns: True if there are some that did not stand there yet.
  @discardableResult
  fileprivate mutating func vermerke(_ wirkungen: Wirkungen, am tag: Kalendertag) -> Bool {
    if wirkungen.abgelehnt.isEmpty { return false }
    var bekannt = Set(ablehnungen)
    let bisher = ablehnungen.count
    for a in wirkungen.abgelehnt {
      let fehler = LifecycleFehler(regel: wirkungen.regel, objekt: a.objekt, grund: a.grund)
      let ablehnung = Objektablehnung(
        objekt: a.objekt, grund: a.grund.code, text: fehler.description, regel: wirkungen.regel,
        am: tag)
      if bekannt.insert(ablehnung).inserted { ablehnungen.append(ablehnung) }
    }
    return ablehnungen.count > bisher
  }
}
