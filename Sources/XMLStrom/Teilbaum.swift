// SPDX-License-Identifier: Apache-2.0

/// One recorded subtree: its elements in document order.
///
/// Element 0 is the root of the subtree. The first child of `i` is `i + 1` if `ende(i) > i + 1`;
/// the next sibling of a child `c` is `ende(c)`. Copies share their storage. A subtree that is kept
/// keeps everything alive that was recorded from the same chunk (see ``Leseroptionen/stueck``).
public struct Teilbaum {
  @usableFromInline let band: Band
  @usableFromInline let eintraege: UnsafePointer<Eintrag>
  private let attribute: UnsafePointer<Attributeintrag>
  private let bytes: UnsafePointer<UInt8>
  /// The number of elements, at least 1.
  public let anzahl: Int

  init(_ band: Band, ab marke: Marke, anzahl: Int) {
    self.band = band
    eintraege = UnsafePointer(band.speicher.eintraege.start + marke.eintraege)
    attribute = UnsafePointer(band.speicher.attribute.start + marke.attribute)
    bytes = UnsafePointer(band.speicher.bytes.start + marke.bytes)
    self.anzahl = anzahl
  }

  @inlinable
  subscript(i: Int) -> Eintrag {
    precondition(i >= 0 && i < anzahl, "kein solches Element")
    return withExtendedLifetime(band) { eintraege[i] }
  }

  /// The code of the element's local name, 0 if it is unknown to the ``Namenstafel``.
  @inlinable
  public func name(_ i: Int) -> UInt16 { self[i].name }

  /// The code of the element's namespace: 0 none, 255 one that is not in the ``Namenstafel``.
  @inlinable
  public func namensraum(_ i: Int) -> UInt8 { self[i].namensraum }

  /// The line on which the element's start tag ends, counted from 1.
  @inlinable
  public func zeile(_ i: Int) -> Int { Int(self[i].zeile) }

  /// The index behind the element's last descendant.
  @inlinable
  public func ende(_ i: Int) -> Int { Int(self[i].ende) }

  /// True if text other than white space stands beside child elements.
  @inlinable
  public func hatMischtext(_ i: Int) -> Bool { self[i].mischtext }

  /// True if the subtree goes on with an element whose first children came before, with the subtree
  /// that was delivered last (``Leseroptionen/stueckelemente``); it has no attributes then.
  @inlinable
  public var istFortsetzung: Bool { self[0].fortsetzung }

  /// True for the start tag of an element above the cut (``Leseroptionen/mitRahmen``); the subtrees
  /// that follow, up to the next one of its kind, lie in it.
  @inlinable
  public var istRahmen: Bool { self[0].rahmen }

  /// The number of attributes, without namespace declarations.
  @inlinable
  public func attributanzahl(_ i: Int) -> Int { Int(self[i].attributAnzahl) }

  /// The qualified name as it stands in the document, such as `xdomea:Akte`.
  public func bezeichnung(_ i: Int) -> String {
    let eintrag = self[i]
    return qualifiziert(eintrag.praefix, eintrag.lokal)
  }

  /// The character data of an element without child elements, or the inner XML of a raw element.
  ///
  /// Pieces, CDATA sections and character references are joined. Empty for an element with
  /// children.
  public func text(_ i: Int) -> String {
    mitText(i) { String(decoding: $0, as: UTF8.self) }
  }

  /// Lends the UTF-8 bytes of ``text(_:)`` to `body`, without a copy.
  public func mitText<R>(_ i: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
    let eintrag = self[i]
    return try withExtendedLifetime(band) {
      try body(
        UnsafeBufferPointer(
          start: bytes + Int(eintrag.textStart), count: Int(eintrag.textLaenge)))
    }
  }

  /// The value of the attribute with this local name in no namespace, or nil.
  @inlinable
  public func attribut(_ i: Int, _ name: String) -> String? {
    self[i].attributAnzahl == 0 ? nil : suche(i, name)
  }

  @usableFromInline
  func suche(_ i: Int, _ name: String) -> String? {
    withExtendedLifetime(band) {
      for stelle in attributstellen(i) {
        let eintrag = attribute[stelle]
        guard eintrag.praefix == 0, band.namen.namen[Int(eintrag.lokal)] == name else { continue }
        return String(
          decoding: UnsafeBufferPointer(
            start: bytes + Int(eintrag.wertStart), count: Int(eintrag.wertLaenge)), as: UTF8.self)
      }
      return nil
    }
  }

  /// The value of the attribute with these codes of the ``Namenstafel``, or nil.
  ///
  /// - Parameters:
  ///   - i: The element.
  ///   - name: The code of the local name.
  ///   - namensraum: The code of the namespace; 0 for an attribute without prefix.
  /// - Returns: The value after normalisation.
  @inlinable
  public func attribut(_ i: Int, _ name: UInt16, namensraum: UInt8 = 0) -> String? {
    self[i].attributAnzahl == 0 ? nil : suche(i, name, namensraum)
  }

  @usableFromInline
  func suche(_ i: Int, _ name: UInt16, _ namensraum: UInt8) -> String? {
    withExtendedLifetime(band) {
      for stelle in attributstellen(i) {
        let eintrag = attribute[stelle]
        guard eintrag.name == name, eintrag.namensraum == namensraum else { continue }
        return String(
          decoding: UnsafeBufferPointer(
            start: bytes + Int(eintrag.wertStart), count: Int(eintrag.wertLaenge)), as: UTF8.self)
      }
      return nil
    }
  }

  /// The qualified names of all attributes in document order.
  public func attributnamen(_ i: Int) -> [String] {
    withExtendedLifetime(band) {
      attributstellen(i).map { qualifiziert(attribute[$0].praefix, attribute[$0].lokal) }
    }
  }

  private func attributstellen(_ i: Int) -> Range<Int> {
    let eintrag = self[i]
    let start = Int(eintrag.attributStart)
    return start..<start + Int(eintrag.attributAnzahl)
  }

  private func qualifiziert(_ praefix: UInt16, _ lokal: UInt16) -> String {
    let namen = band.namen.namen
    return praefix == 0 ? namen[Int(lokal)] : "\(namen[Int(praefix)]):\(namen[Int(lokal)])"
  }
}
