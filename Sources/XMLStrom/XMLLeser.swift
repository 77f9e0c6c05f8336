// SPDX-License-Identifier: Apache-2.0

/// A streaming reader: cuts a document into subtrees and delivers them one after another.
///
/// It reads a chunk whenever the subtrees of the last one are used up, so that its memory is that of
/// the greatest subtree and one chunk. Comments and processing instructions are skipped outside raw
/// elements. A DOCTYPE, entities and any encoding but UTF-8 are refused; nothing but the source is
/// ever opened. A reader belongs to one thread at a time.
///
/// ```swift
/// let leser = try XMLLeser(Dateiquelle(pfad: pfad), name: pfad, tafel: tafel)
/// let wurzel = try leser.wurzel()
/// while let teilbaum = try leser.naechster() { … }
/// ```
public final class XMLLeser<Quelle: Bytequelle & ~Copyable> {
  /// The document's name for messages.
  public let name: String
  private var quelle: Quelle
  private let parser: Parser
  private let puffer: UnsafeMutableRawBufferPointer

  /// A reader of `quelle`; nothing is read yet.
  ///
  /// - Throws: ``XMLFehler/schema(_:)`` if the validation cannot be set up.
  public init(
    _ quelle: consuming Quelle, name: String, tafel: Namenstafel,
    optionen: Leseroptionen = Leseroptionen()
  ) throws(XMLFehler) {
    parser = try Parser(tafel: tafel, optionen: optionen)
    self.name = name
    self.quelle = quelle
    puffer = .allocate(byteCount: min(max(optionen.stueck, 1), 1 << 20), alignment: 16)
  }

  deinit { puffer.deallocate() }

  /// The root element's start tag; reads until it was seen.
  ///
  /// - Throws: ``XMLFehler``, or what the source threw.
  public func wurzel() throws -> Wurzel? {
    while true {
      if let wurzel = parser.zustand.pointee.wurzel { return wurzel }
      if let fehler = parser.zustand.pointee.fehler { throw fehler }
      if parser.zuEnde { return nil }
      try lies()
    }
  }

  /// The next subtree in document order, or nil at the end of the document.
  ///
  /// An error is thrown after the subtrees that were complete before it, whatever the chunk size,
  /// and again at each further call. The storage of a subtree that the caller has let go is reused.
  ///
  /// - Throws: ``XMLFehler``, or what the source threw.
  public func naechster() throws -> Teilbaum? {
    while true {
      if let teilbaum = parser.naechsterTeilbaum() { return teilbaum }
      if let fehler = parser.zustand.pointee.fehler { throw fehler }
      if parser.zuEnde { return nil }
      try lies()
    }
  }

  private func lies() throws {
    let anzahl = try quelle.lies(puffer)
    if anzahl > 0 {
      parser.fuettere(UnsafeRawBufferPointer(rebasing: puffer[..<min(anzahl, puffer.count)]))
    } else {
      parser.schliesse()
    }
  }

  /// The findings of the schema validation so far; it runs ahead of the subtrees by up to a chunk.
  public var schemafehler: [Schemafehler] { parser.zustand.pointee.schemafehler }

  /// How many findings came after ``Leseroptionen/maxSchemafehler`` and were only counted.
  public var weitereSchemafehler: Int { parser.zustand.pointee.weitereSchemafehler }

  /// True if text other than white space was skipped above the depth of the subtrees.
  public var mischtextAusserhalb: Bool { parser.zustand.pointee.mischtextAusserhalb }

  /// The line the parser has reached.
  public var zeile: Int { parser.zustand.pointee.zeile }
}
