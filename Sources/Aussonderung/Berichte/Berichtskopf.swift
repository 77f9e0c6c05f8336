// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
public import Xdomea

/// What every report says first: which process, who with whom, who wrote it and when, and which messages
/// it is about.
public struct Berichtskopf: Hashable, Sendable {
  /// The process.
  public var prozess: ProzessID
  /// Further processes of the same batch: up to 3.1 each further 0503 has one of its own.
  public var weitereProzesse: [ProzessID] = []
  /// The kind of procedure; nil if it is not known.
  public var art: Verfahrensart?
  /// The version of xdomea the messages are written in.
  public var fassung: XdomeaFassung?
  /// The agency.
  public var behoerde: String
  /// The archive.
  public var archiv: String
  /// Who did what is reported.
  public var durch: String?
  /// When it was done; the report shows the time in Berlin.
  public var zeitpunkt: Zeitpunkt?
  /// The messages of the process that the report is about.
  public var nachrichten: [Nachrichtenangabe] = []

  /// A head.
  public init(_ prozess: ProzessID, behoerde: String, archiv: String) {
    self.prozess = prozess
    self.behoerde = behoerde
    self.archiv = archiv
  }

  /// The head for a process.
  ///
  /// - Parameters:
  ///   - verfahren: The process.
  ///   - typen: The kinds of messages that the report is about.
  ///   - wer: Who did it, and when.
  public init(_ verfahren: Verfahren, _ typen: [Nachrichtentyp], _ wer: Handelnde?) {
    let v = verfahren
    self.init(
      v.prozess, behoerde: v.vereinbarung.behoerde.anzeige, archiv: v.vereinbarung.archiv.anzeige)
    weitereProzesse = v.weitereProzesse
    art = v.art
    fassung = v.vereinbarung.fassung
    durch = wer?.akteur.name
    zeitpunkt = wer?.zeitpunkt
    nachrichten = v.nachrichten.filter { typen.contains($0.typ) && $0.stand != .abgelehnt }
      .map { n in
        var angabe = Nachrichtenangabe(n)
        angabe.von = n.typ.vonBehoerde ? behoerde : archiv
        return angabe
      }
  }
}

/// A message of a process as a report names it.
public struct Nachrichtenangabe: Hashable, Sendable {
  /// Its kind.
  public var typ: Nachrichtentyp
  /// Its id; up to 3.1, where a message has none, made from its bytes.
  public var id: NachrichtenID?
  /// Number among the messages of its kind.
  public var teil: Int
  /// How many there are.
  public var gesamt: Int
  /// The name of the container.
  public var datei: String
  /// The digest of the container.
  public var pruefsumme: Pruefsumme?
  /// When it was made or came in.
  public var zeitpunkt: Zeitpunkt?
  /// Who sent it.
  public var von: String?

  /// A message.
  public init(_ typ: Nachrichtentyp, datei: String, teil: Int = 1, gesamt: Int = 1) {
    self.typ = typ
    self.datei = datei
    self.teil = teil
    self.gesamt = gesamt
  }

  /// A message as a process knows it.
  public init(_ vermerk: Nachrichtenvermerk) {
    let name = vermerk.datei.lastIndex(of: "/").map {
      String(vermerk.datei[vermerk.datei.index(after: $0)...])
    }
    self.init(
      vermerk.typ, datei: name ?? vermerk.datei, teil: vermerk.teil, gesamt: vermerk.gesamt)
    id = vermerk.id
    pruefsumme = vermerk.pruefsumme
    zeitpunkt = vermerk.zeitpunkt
  }
}

extension Nachrichtentyp {
  /// True if the agency sends it.
  fileprivate var vonBehoerde: Bool {
    switch self {
    case .anbieteverzeichnis, .aussonderung, .bewertungEmpfangBestaetigen: true
    default: false
    }
  }
}

extension Zeitpunkt {
  /// The time in Berlin as people read it: `12.03.2024, 11:15 Uhr (MEZ)`; without a zone as given.
  var inBerlin: String {
    guard let hier = berlinerZeit else { return "\(tag.anzeige), \(uhrzeit.text.prefix(5)) Uhr" }
    let zone =
      switch hier.uhrzeit.zone.minuten {
      case 60: "MEZ"
      case 120: "MESZ"
      default: "UTC" + hier.uhrzeit.zone.text
      }
    return "\(hier.tag.anzeige), \(hier.uhrzeit.text.prefix(5)) Uhr (\(zone))"
  }
}
