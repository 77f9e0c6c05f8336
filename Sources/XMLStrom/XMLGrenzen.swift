// SPDX-License-Identifier: Apache-2.0

/// Limits that keep hostile or broken input from exhausting memory or time.
///
/// Each limit that is exceeded ends the reading with ``XMLFehler/grenze(_:wert:zeile:)``.
public struct XMLGrenzen: Sendable, Hashable {
  /// The greatest depth of elements; the root element has depth 1 (at most 65,535).
  public var tiefe = 256
  /// The greatest length of one text or attribute value in bytes.
  public var textlaenge = 64 << 20
  /// The greatest number of attributes, and of namespace declarations, of one element.
  public var attribute = 64
  /// The greatest number of distinct names, prefixes and namespace URIs (at most 65,000).
  public var namen = 4096
  /// The greatest number of bytes recorded for one subtree (at most 4 GiB less 1 byte).
  public var teilbaum = 128 << 20
  /// The greatest length in bytes of one tag, comment or processing instruction that spans chunks.
  ///
  /// libxml2 must see such a unit whole, and its search for duplicate attributes is quadratic.
  public var marke = 256 << 10

  /// The default limits.
  public init() {}
}

/// How an ``XMLLeser`` cuts, records and checks.
public struct Leseroptionen: Sendable {
  /// The limits.
  public var grenzen = XMLGrenzen()
  /// The depth of the elements that are delivered as subtrees; the root element has depth 1.
  public var schnitttiefe = 2
  /// Codes of the names whose inner content is recorded as raw XML text, not as elements.
  public var rohelemente: Set<UInt16> = []
  /// Codes of names whose elements at the depth of the cut may come in several subtrees.
  ///
  /// Each has the element as its root again and some of its children, in order; see
  /// ``Teilbaum/istFortsetzung``. So an element with any number of children needs little memory.
  public var stueckelemente: Set<UInt16> = []
  /// Whether elements between the root and the cut are delivered as well: each when it begins, as a
  /// subtree of its start tag alone, see ``Teilbaum/istRahmen``.
  public var mitRahmen = false
  /// The schema to validate against in the same pass, or nil.
  public var schema: XMLSchema?
  /// How many bytes are read at once, between 1 and 1,048,576.
  public var stueck = 65536
  /// How many schema findings are kept; further ones are only counted.
  public var maxSchemafehler = 1000

  /// The default options: subtrees at depth 2, no raw elements, no schema.
  public init() {}
}
