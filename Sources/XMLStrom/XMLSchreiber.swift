// SPDX-License-Identifier: Apache-2.0

/// Writes a document as UTF-8 to a sink, through a buffer of 256 KiB.
///
/// Elements that hold only elements are indented by two spaces per level unless `einzug` is false;
/// text and raw content stay on the line of their element. The writer checks that each character
/// can be carried by XML and that elements are closed in order; names and their namespaces are
/// the caller's. After an error was thrown the output is incomplete.
public struct XMLSchreiber<Senke: Bytesenke & ~Copyable>: ~Copyable {
  @usableFromInline var kern: Schreibkern
  @usableFromInline var senke: Senke

  /// A writer at the beginning of a document.
  public init(_ senke: consuming Senke, einzug: Bool = true) {
    kern = Schreibkern(einzug: einzug)
    self.senke = senke
  }

  /// The number of open elements.
  public var tiefe: Int { kern.tiefe }

  /// Writes the XML declaration and a line end.
  @inlinable
  public mutating func deklaration() throws { try kern.deklaration() }

  /// Opens an element.
  @inlinable
  public mutating func oeffne(_ name: XMLName) throws {
    kern.oeffne(name)
    try leereVollen()
  }

  /// Writes an attribute, directly after ``oeffne(_:)`` or another attribute.
  ///
  /// - Throws: ``XMLFehler/unzulaessigesZeichen(_:)``, and ``XMLFehler/schreiben(_:)`` if no start
  ///   tag is open.
  @inlinable
  public mutating func attribut(_ name: XMLName, _ wert: String) throws {
    try kern.attribut(name, wert)
    try leereVollen()
  }

  /// Writes text.
  ///
  /// - Throws: ``XMLFehler/unzulaessigesZeichen(_:)``.
  @inlinable
  public mutating func text(_ text: String) throws {
    try kern.text(text)
    try leereVollen()
  }

  /// Writes text given as bytes, which must be valid UTF-8 such as ``Teilbaum/mitText(_:_:)`` lends.
  ///
  /// - Throws: ``XMLFehler/unzulaessigesZeichen(_:)``.
  @inlinable
  public mutating func text(bytes: UnsafeBufferPointer<UInt8>) throws {
    try kern.text(bytes)
    try leereVollen()
  }

  /// Writes XML content as it is; see ``pruefeWohlgeformt(fragment:grenzen:)``.
  @inlinable
  public mutating func roh(_ xml: String) throws {
    try kern.roh(xml)
    try leereVollen()
  }

  /// Closes the innermost open element; one without content becomes `<a/>`.
  ///
  /// - Throws: ``XMLFehler/schreiben(_:)`` if no element is open.
  @inlinable
  public mutating func schliesse() throws {
    try kern.schliesse()
    try leereVollen()
  }

  /// Writes an element that holds only text, `<a/>` for an empty one.
  ///
  /// - Throws: ``XMLFehler/unzulaessigesZeichen(_:)``.
  @inlinable
  public mutating func blatt(_ name: XMLName, _ text: String) throws {
    try kern.blatt(name, text)
    try leereVollen()
  }

  /// As ``oeffne(_:)``, for a name that is kept as bytes.
  @inlinable
  package mutating func oeffne(_ name: UnsafeBufferPointer<UInt8>) throws {
    kern.oeffne(name)
    try leereVollen()
  }

  /// As ``blatt(_:_:)``, for a name that is kept as bytes.
  @inlinable
  package mutating func blatt(_ name: UnsafeBufferPointer<UInt8>, _ text: String) throws {
    try kern.blatt(name, text)
    try leereVollen()
  }

  /// Writes an element whose text needs no check and no escaping: digits, hex digits, signs.
  @inlinable
  package mutating func blatt(
    _ name: UnsafeBufferPointer<UInt8>, ascii bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    kern.blatt(name, ascii: bytes)
    try leereVollen()
  }

  /// Writes out the buffer and returns the sink.
  ///
  /// - Throws: ``XMLFehler/schreiben(_:)`` if elements are still open, or what the sink throws.
  public consuming func beende() throws -> Senke {
    try kern.pruefeEnde()
    try leere()
    return senke
  }

  @inlinable
  mutating func leereVollen() throws {
    if kern.anzahl >= Schreibkern.schwelle { try leere() }
  }

  @usableFromInline
  mutating func leere() throws {
    let anzahl = kern.anzahl
    kern.geleert()
    try senke.schreibe(UnsafeRawBufferPointer(start: kern.start, count: anzahl))
  }
}
