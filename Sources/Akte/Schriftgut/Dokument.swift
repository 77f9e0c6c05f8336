// SPDX-License-Identifier: Apache-2.0

/// What documents and Schriftstücke have in common (4.0 `DokumentSchriftstueckBasisType`).
public struct Dokumentangaben: Hashable, Sendable, Codable {
  /// UUID and number.
  public var identifikation: Identifikation
  /// Betreff, Kennzeichen and so on.
  public var allgemeineMetadaten: AllgemeineMetadaten?
  /// The other side's reference.
  public var fremdesGeschaeftszeichen: String?
  /// Day the document came in.
  public var posteingangsdatum: Kalendertag?
  /// Day the document went out.
  public var postausgangsdatum: Kalendertag?
  /// The date on the letter, not a file date.
  public var datumDesSchreibens: Kalendertag?
  /// What it refers to.
  public var bezug: String?
  /// Second line of the subject.
  public var hier: String?
  /// Who worked on it.
  public var bearbeiter: String?
  /// Kind of document.
  public var typ: String?
  /// History.
  public var historie: [HistorienProtokollInformation] = []
  /// Routes through the agency; up to 3.1 at most one.
  public var geschaeftsgaenge: [Geschaeftsgang] = []
  /// References to other objects.
  public var verweise: [Verweis] = []
  /// Attachments.
  public var anlagen: [Anlage] = []
  /// Authors (up to 3.1 `Absender`).
  public var autoren: [Kontakt] = []
  /// Readers (up to 3.1 `Empfaenger`).
  public var leser: [Kontakt] = []
  /// Other contacts.
  public var weitereKontakte: [Kontakt] = []
  /// Agreed additional fields.
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 3.0).
  public var erweiterungXML: XMLFragment?

  /// The minimum: an identification.
  public init(_ identifikation: Identifikation) { self.identifikation = identifikation }
}

/// The smallest logical unit of a file: a letter, an e-mail, a plan.
///
/// It has versions of its own, or it is a container of Schriftstücke (from 4.0).
@dynamicMemberLookup
public struct Dokument: Hashable, Sendable, Codable {
  /// All that a document says of itself; its members are members of the document, too.
  public var angaben: Dokumentangaben
  /// Versions, or Schriftstücke.
  public var inhalt: Dokumentinhalt

  /// A document with versions.
  public init(_ identifikation: Identifikation, versionen: [Version] = []) {
    angaben = Dokumentangaben(identifikation)
    inhalt = .versionen(versionen)
  }

  /// The document's UUID.
  public var id: ObjektID { angaben.identifikation.id }

  /// The document's Betreff, if it has one.
  public var betreff: String? { angaben.allgemeineMetadaten?.betreff }

  /// The versions; empty for a container of Schriftstücke.
  public var versionen: [Version] {
    if case .versionen(let v) = inhalt { v } else { [] }
  }

  /// The Schriftstücke; empty for a document with versions of its own.
  public var schriftstuecke: [Schriftstueck] {
    if case .schriftstuecke(let s) = inhalt { s } else { [] }
  }

  /// Reads and writes ``angaben`` directly.
  public subscript<T>(dynamicMember pfad: WritableKeyPath<Dokumentangaben, T>) -> T {
    get { angaben[keyPath: pfad] }
    set { angaben[keyPath: pfad] = newValue }
  }
}

/// What a document holds.
public enum Dokumentinhalt: Hashable, Sendable {
  /// Versions of the document itself (element `Dokument`).
  case versionen([Version])
  /// Parts with versions of their own (element `DokumentMitSchriftstueck`, from 4.0).
  case schriftstuecke([Schriftstueck])
}

/// A part of a document with a UUID and versions of its own (from 4.0).
@dynamicMemberLookup
public struct Schriftstueck: Hashable, Sendable, Codable {
  /// All that a Schriftstück says of itself; its members are members of it, too.
  public var angaben: Dokumentangaben
  /// The versions.
  public var versionen: [Version]

  /// A Schriftstück with versions.
  public init(_ identifikation: Identifikation, versionen: [Version] = []) {
    angaben = Dokumentangaben(identifikation)
    self.versionen = versionen
  }

  /// The UUID.
  public var id: ObjektID { angaben.identifikation.id }

  /// Reads and writes ``angaben`` directly.
  public subscript<T>(dynamicMember pfad: WritableKeyPath<Dokumentangaben, T>) -> T {
    get { angaben[keyPath: pfad] }
    set { angaben[keyPath: pfad] = newValue }
  }
}

/// A document that is attached to another one.
public struct Anlage: Hashable, Sendable, Codable {
  /// The attached document.
  public var dokument: Dokument
  /// The attachment's number.
  public var nummer: String?

  /// An attachment.
  public init(_ dokument: Dokument, nummer: String? = nil) {
    self.dokument = dokument
    self.nummer = nummer
  }
}
