// SPDX-License-Identifier: Apache-2.0

/// What happens to a document on its way from Posteingang to Postausgang.
///
/// One case for each event of the table in lebenszyklus FAKTEN 4. Closing (`ZdAVerfuegt`) is recorded as row A10.
///
/// Its JSON is an object with one key, the name of the case, and the data below it:
/// `{"posteingangErfasst":{…}}`.
public enum Laufereignis: Hashable, Sendable {
  /// Mail came in.
  case posteingangErfasst(PosteingangErfasst)
  /// The stamp of receipt was set.
  case eingangsstempelGesetzt(EingangsstempelGesetzt)
  /// A signature was checked.
  case signaturGeprueft(SignaturGeprueft)
  /// A scan began.
  case scanJobBegonnen(ScanJobBegonnen)
  /// A page was scanned.
  case seiteGescannt(SeiteGescannt)
  /// The quality of a scan was checked.
  case scanQualitaetGeprueft(ScanQualitaetGeprueft)
  /// The note on the transfer was made.
  case transfervermerkErstellt(TransfervermerkErstellt)
  /// The scan product was sealed.
  case scanproduktVersiegelt(ScanproduktVersiegelt)
  /// It was decided what becomes of the paper.
  case originalVerbleibFestgelegt(OriginalVerbleibFestgelegt)
  /// The paper was destroyed.
  case originalVernichtet(OriginalVernichtet)
  /// The document was registered and filed.
  case dokumentRegistriert(DokumentRegistriert)
  /// The document was given to a unit.
  case zugewiesen(Zugewiesen)
  /// The document went astray and was passed on.
  case umgeleitet(Umgeleitet)
  /// Steps were ordered.
  case verfuegungErteilt(VerfuegungErteilt)
  /// A step was done, refused or skipped.
  case schrittErledigt(SchrittErledigt)
  /// The document was signed for good.
  case schlussgezeichnet(Schlussgezeichnet)
  /// The document was sent.
  case postausgangErstellt(PostausgangErstellt)
  /// The document was delivered.
  case zugestellt(Zugestellt)
  /// The document could not be sent.
  case versandFehlgeschlagen(VersandFehlgeschlagen)

  /// Row and name for ``Protokolleintrag/art``: `E` and the number of the row in the table, with a
  /// letter where a row has several events, such as `E12u Umgeleitet`.
  public var art: String {
    switch self {
    case .posteingangErfasst: "E01 PosteingangErfasst"
    case .eingangsstempelGesetzt: "E02 EingangsstempelGesetzt"
    case .signaturGeprueft: "E03 SignaturGeprueft"
    case .scanJobBegonnen: "E04 ScanJobBegonnen"
    case .seiteGescannt: "E05 SeiteGescannt"
    case .scanQualitaetGeprueft: "E06 ScanQualitaetGeprueft"
    case .transfervermerkErstellt: "E07 TransfervermerkErstellt"
    case .scanproduktVersiegelt: "E08 ScanproduktVersiegelt"
    case .originalVerbleibFestgelegt: "E09 OriginalVerbleibFestgelegt"
    case .originalVernichtet: "E10 OriginalVernichtet"
    case .dokumentRegistriert: "E11 DokumentRegistriert"
    case .zugewiesen: "E12 Zugewiesen"
    case .umgeleitet: "E12u Umgeleitet"
    case .verfuegungErteilt: "E13 VerfuegungErteilt"
    case .schrittErledigt: "E13e SchrittErledigt"
    case .schlussgezeichnet: "E13s Schlussgezeichnet"
    case .postausgangErstellt: "E14 PostausgangErstellt"
    case .zugestellt: "E15 Zugestellt"
    case .versandFehlgeschlagen: "E16 VersandFehlgeschlagen"
    }
  }

  /// Checks the data of the event by itself.
  ///
  /// - Throws: ``Lauffehler/pflichtangabeFehlt(ereignis:feld:)``,
  ///   ``Lauffehler/wertUnzulaessig(ereignis:feld:grund:)`` or ``Lauffehler/zweitePersonFehlt``.
  public func pruefe() throws(Lauffehler) {
    switch self {
    case .posteingangErfasst(let daten): try daten.pruefe()
    case .eingangsstempelGesetzt(let daten): try daten.pruefe()
    case .signaturGeprueft(let daten): try daten.pruefe()
    case .scanJobBegonnen(let daten): try daten.pruefe()
    case .seiteGescannt(let daten): try daten.pruefe()
    case .scanQualitaetGeprueft(let daten): try daten.pruefe()
    case .transfervermerkErstellt(let daten): try daten.pruefe()
    case .scanproduktVersiegelt(let daten): try daten.pruefe()
    case .originalVerbleibFestgelegt(let daten): try daten.pruefe()
    case .originalVernichtet(let daten): try daten.pruefe()
    case .dokumentRegistriert(let daten): try daten.pruefe()
    case .zugewiesen(let daten): try daten.pruefe()
    case .umgeleitet(let daten): try daten.pruefe()
    case .verfuegungErteilt(let daten): try daten.pruefe()
    case .schrittErledigt(let daten): try daten.pruefe()
    case .schlussgezeichnet(let daten): try daten.pruefe()
    case .postausgangErstellt(let daten): try daten.pruefe()
    case .zugestellt(let daten): try daten.pruefe()
    case .versandFehlgeschlagen(let daten): try daten.pruefe()
    }
  }
}

extension Laufereignis: Codable {
  private enum Schluessel: String, CodingKey {
    case posteingangErfasst, eingangsstempelGesetzt, signaturGeprueft, scanJobBegonnen,
      seiteGescannt, scanQualitaetGeprueft, transfervermerkErstellt, scanproduktVersiegelt,
      originalVerbleibFestgelegt, originalVernichtet, dokumentRegistriert, zugewiesen, umgeleitet,
      verfuegungErteilt, schrittErledigt, schlussgezeichnet, postausgangErstellt, zugestellt,
      versandFehlgeschlagen
  }

  /// Reads an object with exactly one known key.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    guard b.allKeys.count == 1, let schluessel = b.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "Ein Ereignis hat genau einen bekannten Namen."))
    }
    switch schluessel {
    case .posteingangErfasst:
      self = .posteingangErfasst(try b.decode(PosteingangErfasst.self, forKey: schluessel))
    case .eingangsstempelGesetzt:
      self = .eingangsstempelGesetzt(try b.decode(EingangsstempelGesetzt.self, forKey: schluessel))
    case .signaturGeprueft:
      self = .signaturGeprueft(try b.decode(SignaturGeprueft.self, forKey: schluessel))
    case .scanJobBegonnen:
      self = .scanJobBegonnen(try b.decode(ScanJobBegonnen.self, forKey: schluessel))
    case .seiteGescannt: self = .seiteGescannt(try b.decode(SeiteGescannt.self, forKey: schluessel))
    case .scanQualitaetGeprueft:
      self = .scanQualitaetGeprueft(try b.decode(ScanQualitaetGeprueft.self, forKey: schluessel))
    case .transfervermerkErstellt:
      self = .transfervermerkErstellt(
        try b.decode(TransfervermerkErstellt.self, forKey: schluessel))
    case .scanproduktVersiegelt:
      self = .scanproduktVersiegelt(try b.decode(ScanproduktVersiegelt.self, forKey: schluessel))
    case .originalVerbleibFestgelegt:
      self = .originalVerbleibFestgelegt(
        try b.decode(OriginalVerbleibFestgelegt.self, forKey: schluessel))
    case .originalVernichtet:
      self = .originalVernichtet(try b.decode(OriginalVernichtet.self, forKey: schluessel))
    case .dokumentRegistriert:
      self = .dokumentRegistriert(try b.decode(DokumentRegistriert.self, forKey: schluessel))
    case .zugewiesen: self = .zugewiesen(try b.decode(Zugewiesen.self, forKey: schluessel))
    case .umgeleitet: self = .umgeleitet(try b.decode(Umgeleitet.self, forKey: schluessel))
    case .verfuegungErteilt:
      self = .verfuegungErteilt(try b.decode(VerfuegungErteilt.self, forKey: schluessel))
    case .schrittErledigt:
      self = .schrittErledigt(try b.decode(SchrittErledigt.self, forKey: schluessel))
    case .schlussgezeichnet:
      self = .schlussgezeichnet(try b.decode(Schlussgezeichnet.self, forKey: schluessel))
    case .postausgangErstellt:
      self = .postausgangErstellt(try b.decode(PostausgangErstellt.self, forKey: schluessel))
    case .zugestellt: self = .zugestellt(try b.decode(Zugestellt.self, forKey: schluessel))
    case .versandFehlgeschlagen:
      self = .versandFehlgeschlagen(try b.decode(VersandFehlgeschlagen.self, forKey: schluessel))
    }
  }

  /// Writes an object with one key.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .posteingangErfasst(let daten): try b.encode(daten, forKey: .posteingangErfasst)
    case .eingangsstempelGesetzt(let daten): try b.encode(daten, forKey: .eingangsstempelGesetzt)
    case .signaturGeprueft(let daten): try b.encode(daten, forKey: .signaturGeprueft)
    case .scanJobBegonnen(let daten): try b.encode(daten, forKey: .scanJobBegonnen)
    case .seiteGescannt(let daten): try b.encode(daten, forKey: .seiteGescannt)
    case .scanQualitaetGeprueft(let daten): try b.encode(daten, forKey: .scanQualitaetGeprueft)
    case .transfervermerkErstellt(let daten): try b.encode(daten, forKey: .transfervermerkErstellt)
    case .scanproduktVersiegelt(let daten): try b.encode(daten, forKey: .scanproduktVersiegelt)
    case .originalVerbleibFestgelegt(let daten):
      try b.encode(daten, forKey: .originalVerbleibFestgelegt)
    case .originalVernichtet(let daten): try b.encode(daten, forKey: .originalVernichtet)
    case .dokumentRegistriert(let daten): try b.encode(daten, forKey: .dokumentRegistriert)
    case .zugewiesen(let daten): try b.encode(daten, forKey: .zugewiesen)
    case .umgeleitet(let daten): try b.encode(daten, forKey: .umgeleitet)
    case .verfuegungErteilt(let daten): try b.encode(daten, forKey: .verfuegungErteilt)
    case .schrittErledigt(let daten): try b.encode(daten, forKey: .schrittErledigt)
    case .schlussgezeichnet(let daten): try b.encode(daten, forKey: .schlussgezeichnet)
    case .postausgangErstellt(let daten): try b.encode(daten, forKey: .postausgangErstellt)
    case .zugestellt(let daten): try b.encode(daten, forKey: .zugestellt)
    case .versandFehlgeschlagen(let daten): try b.encode(daten, forKey: .versandFehlgeschlagen)
    }
  }
}
