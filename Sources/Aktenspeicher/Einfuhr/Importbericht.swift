// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Pruefung

/// What an import brought into the store, and what it did not.
public struct Importbericht: Sendable {
  /// So many refusals, and so many files left out, are named; the rest is counted.
  public static let hoechstzahl = 1000

  /// Where it came from.
  public var quelle = ""
  /// Akten and Teilakten.
  public var akten = 0
  /// Vorgänge and Teilvorgänge.
  public var vorgaenge = 0
  /// Dokumente with files.
  public var dokumente = 0
  /// Dokumente without files, kept as descriptions with the object they lie in.
  public var beschreibungen = 0
  /// Files that the Dokumente use.
  public var dateien = 0
  /// Bytes of these files.
  public var bytes: Int64 = 0
  /// Those among the files whose bytes the store had already.
  public var dubletten = 0
  /// Objects that an earlier run of the same import brought in.
  public var bereitsUebernommen = 0
  /// Units of the Aktenplan that were made.
  public var einheiten = 0
  /// What was left out on purpose: leftovers of desktop systems, files that no object names.
  public internal(set) var uebergangen: [String] = []
  /// How many were left out beyond those named.
  public internal(set) var weitereUebergangene = 0
  /// What the user should know.
  public internal(set) var hinweise: [Importhinweis] = []
  /// Objects that were refused.
  public internal(set) var abgelehnt: [Importablehnung] = []
  /// How many were refused beyond those named.
  public internal(set) var weitereAblehnungen = 0
  /// Objects that did not come in because the object they lie in was refused.
  public var mitAbgelehnt = 0

  /// Nothing yet.
  public init() {}

  /// All objects that came in now.
  public var objekte: Int { akten + vorgaenge + dokumente }

  /// How many objects were refused themselves.
  public var anzahlAbgelehnt: Int { abgelehnt.count + weitereAblehnungen }

  /// True if nothing was refused.
  public var istVollstaendig: Bool { anzahlAbgelehnt == 0 }

  mutating func lehneAb(_ ablehnung: Importablehnung) {
    guard abgelehnt.count < Self.hoechstzahl else {
      weitereAblehnungen += 1
      return
    }
    abgelehnt.append(ablehnung)
  }

  mutating func uebergehe(_ name: String) {
    guard uebergangen.count < Self.hoechstzahl else {
      weitereUebergangene += 1
      return
    }
    uebergangen.append(name)
  }

  mutating func weiseHin(_ art: Importhinweis.Art, _ was: @autoclosure () -> String) {
    if let i = hinweise.firstIndex(where: { $0.art == art }) {
      hinweise[i].anzahl += 1
    } else {
      hinweise.append(Importhinweis(art: art, anzahl: 1, erstes: was()))
    }
  }
}

/// An object that was refused, with everything in it.
public struct Importablehnung: Hashable, Sendable {
  /// What was refused, for people: kind, Kennzeichen, Betreff, or the path of a file.
  public let was: String
  /// The object; nil for an entry of a folder that became none.
  public let objekt: ObjektID?
  /// Why, and what to do, in German.
  public let meldung: String
  /// The machine's refusal; nil if the object did not come as far as that.
  public let fehler: LifecycleFehler?
}

/// Something the user should know, for all objects that it concerns.
public struct Importhinweis: Hashable, Sendable {
  /// What it is.
  public enum Art: String, Hashable, Sendable, CaseIterable {
    /// A child without a zdA day of its own follows the object it lies in.
    case zdAVonOben
    /// Closed, but the day is not known: the day of the message counts.
    case zdAVonNachricht
    /// Closed later than the object it lies in.
    case zdANachEltern
    /// Neither the source nor the caller says that it is closed.
    case offen
    /// The message's end of retention is earlier than the computed one.
    case endeFrueher
    /// No Betreff.
    case ohneBetreff
    /// No rule: the object never becomes due.
    case ohneRegel
    /// A child names a unit that the store does not know; that of the object above counts.
    case fremdeEinheit
    /// A Dokument without files.
    case ohneDatei
    /// A digest that cannot be checked.
    case hashUngeprueft
    /// Vorgänge or Dokumente that travelled without their Akte.
    case sammelakte
    /// A covering letter.
    case anschreiben
    /// An Aktenplan.
    case aktenplan
    /// Something that the message says and the model cannot hold.
    case lesemangel
    /// Something about a folder.
    case ordner
  }

  /// What it is.
  public let art: Art
  /// How many objects it concerns.
  public internal(set) var anzahl: Int
  /// The first of them.
  public let erstes: String

  /// The sentence for people.
  public var text: String {
    switch art {
    case .ordner: erstes
    default:
      art.satz + (anzahl == 1 ? " Betrifft: " : " Betrifft \(anzahl.deutsch), zuerst: ")
        + erstes + "."
    }
  }
}

extension Importhinweis.Art {
  fileprivate var satz: String {
    switch self {
    case .zdAVonOben:
      "Nennt keinen eigenen Tag der zdA-Verfügung; es gilt der Tag des Objekts, in dem es liegt."
    case .zdAVonNachricht:
      "Ist abgeschlossen, nennt aber keinen Tag der zdA-Verfügung; es gilt der Tag der Nachricht. "
        + "Die Frist läuft damit eher zu lang als zu kurz. Den richtigen Tag nennt »--zda«."
    case .zdANachEltern:
      "Wurde nach der Quelle später geschlossen als das Objekt, in dem es liegt."
    case .offen:
      "Die Quelle nennt keinen Abschluss; das Objekt ist offen übernommen. Für abgeschlossene nennt "
        + "»--zda« den Tag."
    case .endeFrueher:
      "Das Aufbewahrungsende der Quelle liegt vor dem berechneten; es gilt das berechnete."
    case .ohneBetreff: "Hat in der Quelle keinen Betreff."
    case .ohneRegel: "Hat keine Aufbewahrungsregel und wird deshalb von allein nie fällig."
    case .fremdeEinheit:
      "Nennt eine Aktenplaneinheit, die der Speicher nicht kennt; es gilt die des Objekts, in dem es "
        + "liegt."
    case .ohneDatei:
      "Hat keine Datei und ist als Beschreibung bei dem Objekt vermerkt, in dem es liegt."
    case .hashUngeprueft:
      "Die Prüfsumme der Quelle ist nicht verwendbar und wurde nicht verglichen."
    case .sammelakte:
      "Kam ohne Akte; dafür ist eine Akte angelegt, aus der Sie es umhängen können."
    case .anschreiben: "Das Anschreiben gehört zur Nachricht, nicht zu den Akten, und bleibt dort."
    case .aktenplan:
      "Der Aktenplan der Nachricht ist nicht übernommen. Mit »--einheiten-anlegen« wird er es."
    case .lesemangel: "In der Nachricht nicht verständlich und nicht übernommen."
    case .ordner: ""
    }
  }
}
