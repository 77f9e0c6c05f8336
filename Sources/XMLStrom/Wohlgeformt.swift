// SPDX-License-Identifier: Apache-2.0

/// Checks that a text is well-formed XML content, so that ``XMLSchreiber/roh(_:)`` may write it.
///
/// Content is any sequence of text, elements, comments and processing instructions; every prefix
/// must be declared inside. Lines count from 1 in `fragment`.
///
/// - Throws: ``XMLFehler``, such as ``XMLFehler/nichtWohlgeformt(zeile:spalte:grund:)`` or
///   ``XMLFehler/grenze(_:wert:zeile:)``.
public func pruefeWohlgeformt(
  fragment: String, grenzen: XMLGrenzen = XMLGrenzen()
) throws(XMLFehler) {
  var optionen = Leseroptionen()
  optionen.grenzen = grenzen
  // Nothing is recorded at a depth that is never reached.
  optionen.schnitttiefe = .max
  let parser = try Parser(
    tafel: Namenstafel(namen: [], namensraeume: []), optionen: optionen)
  // A fragment that closes the wrapper leaves a second root or an unfinished unit behind.
  let huelle: StaticString = "<_>"
  parser.fuettere(UnsafeRawBufferPointer(start: huelle.utf8Start, count: 3))
  var fragment = fragment
  fragment.withUTF8 { parser.fuettere(UnsafeRawBufferPointer($0)) }
  let schluss: StaticString = "</_>"
  parser.fuettere(UnsafeRawBufferPointer(start: schluss.utf8Start, count: 4))
  parser.schliesse()
  guard let fehler = parser.zustand.pointee.fehler else { return }
  if case .nichtWohlgeformt(let zeile, let spalte, let grund) = fehler, zeile == 1 {
    throw .nichtWohlgeformt(zeile: 1, spalte: max(1, spalte - 3), grund: grund)
  }
  throw fehler
}
