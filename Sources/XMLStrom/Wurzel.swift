// SPDX-License-Identifier: Apache-2.0

/// The start tag of a document's root element.
public struct Wurzel: Sendable, Hashable {
  /// An attribute of the root element.
  public struct Attribut: Sendable, Hashable {
    /// The qualified name, such as `xsi:schemaLocation`.
    public let name: String
    /// The namespace URI, or nil.
    public let namensraum: String?
    /// The value after normalisation.
    public let wert: String
  }

  /// A namespace declaration of the root element.
  public struct Deklaration: Sendable, Hashable {
    /// The prefix, nil for the default namespace.
    public let prefix: String?
    /// The namespace URI.
    public let uri: String
  }

  /// The code of the local name, 0 if it is unknown.
  public let name: UInt16
  /// The local name.
  public let localName: String
  /// The prefix, or nil.
  public let prefix: String?
  /// The namespace URI, "" for none.
  public let namensraum: String
  /// The attributes in document order, without namespace declarations.
  public let attribute: [Attribut]
  /// The namespace declarations in document order.
  public let deklarationen: [Deklaration]
  /// The line on which the start tag ends.
  public let zeile: Int
}

/// A finding of the schema validation.
public struct Schemafehler: Sendable, Hashable {
  /// The line in the document, counted from 1.
  public let zeile: Int
  /// libxml2's error number, such as 1871 for an unexpected element.
  public let code: Int32
  /// libxml2's message (English) on one line.
  public let text: String
}
