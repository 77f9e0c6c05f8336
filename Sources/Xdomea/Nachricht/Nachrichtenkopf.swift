// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What a message says before its objects: who writes to whom, which process, which answers.
///
/// One form for all versions. Up to 3.1 the answers asked for stand inside the element `Kopf`,
/// from 4.0 beside `nachrichtenkopf`; the profile knows where.
public struct Nachrichtenkopf: Hashable, Sendable, Codable {
  /// This message's UUID (from 4.0, mandatory there): new for every message and every correction.
  public var nachrichtenID: NachrichtenID?
  /// The code of the message type as read; the writer sets it from the message.
  public var nachrichtentyp: Code?
  /// When the message was made; from 4.0 with milliseconds and zone (R18).
  public var erstellungszeitpunkt: Zeitpunkt?
  /// The sender (4.0 `autor`, up to 3.1 `Absender`).
  public var absender: Kontakt
  /// The receiver (4.0 `leser`, up to 3.1 `Empfaenger`).
  public var empfaenger: Kontakt
  /// The business process, the same in all its messages.
  public var prozessID: ProzessID
  /// The sending installation and product.
  public var system = SendendesSystem()
  /// Presence marks a test message (4.0 attribute `test`).
  public var test: String?
  /// Free text.
  public var hinweis: String?
  /// Agreed additional fields; up to 3.1 at most one extension.
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 3.0).
  public var erweiterungXML: XMLFragment?
  /// Further receivers (0511 and 0513; 4.0 `WeitererLeser`, before `WeitererEmpfaenger`).
  public var weitereLeser: [Kontakt] = []
  /// A receipt is asked for (0501, 0502, 0511, 0513; 0503 from 3.0).
  public var empfangsbestaetigung: Bool?
  /// An import result is asked for; fixed to true in 0503, as text (R16).
  public var importbestaetigung: String?
  /// The archive shall report its own id of every object (0503).
  public var rueckmeldungArchivkennung: Bool?
  /// The message that this one answers (from 4.0, mandatory there in answers); before, the process
  /// says it.
  public var ursprungsnachricht: NachrichtenID?
  /// Number of this message among those of its type (from 4.0).
  public var lfdNr: Int?
  /// How many messages of this type the process has (from 4.0); in receipts the most there may be.
  public var gesamtanzahl: Int?
  /// The result of the import as a whole (0506: 2.x and 4.0; 0514: 4.0; mandatory there).
  public var ergebnis: ErfolgOderMisserfolg?

  /// A head for a new message.
  public init(
    prozessID: ProzessID, absender: Kontakt, empfaenger: Kontakt,
    erstellungszeitpunkt: Zeitpunkt?, nachrichtenID: NachrichtenID? = nil
  ) {
    self.prozessID = prozessID
    self.absender = absender
    self.empfaenger = empfaenger
    self.erstellungszeitpunkt = erstellungszeitpunkt
    self.nachrichtenID = nachrichtenID
  }

  /// The head of an answer to this message: same process, sender and receiver swapped, the number of
  /// the message it answers (FAKTEN 3).
  ///
  /// The answer's product is that of the caller; set ``system``. ``ergebnis`` is set by who writes a
  /// 0506 or 0514.
  ///
  /// - Parameters:
  ///   - erstellungszeitpunkt: When the answer is made, with milliseconds and zone (R18).
  ///   - nachrichtenID: The answer's own UUID; needed from 4.0.
  /// - Returns: A head for the answer.
  public func antwort(
    erstellungszeitpunkt: Zeitpunkt?, nachrichtenID: NachrichtenID?
  ) -> Nachrichtenkopf {
    var kopf = Nachrichtenkopf(
      prozessID: prozessID, absender: empfaenger, empfaenger: absender,
      erstellungszeitpunkt: erstellungszeitpunkt, nachrichtenID: nachrichtenID)
    kopf.ursprungsnachricht = self.nachrichtenID
    kopf.lfdNr = lfdNr
    kopf.gesamtanzahl = gesamtanzahl
    return kopf
  }
}

/// The product that made a message.
public struct SendendesSystem: Hashable, Sendable, Codable {
  /// The sending installation including tenant.
  public var instanzID: String?
  /// The product's name; mandatory from 4.0.
  public var produktname: String?
  /// The product's version.
  public var produktversion: String?
  /// The product's manufacturer; mandatory from 4.0, absent before.
  public var hersteller: String?

  /// A system of which nothing is known.
  public init() {}

  /// A product.
  public init(produktname: String, produktversion: String?, hersteller: String?) {
    self.produktname = produktname
    self.produktversion = produktversion
    self.hersteller = hersteller
  }
}
