// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// An element whose canonical form is wanted.
package struct Kanonstelle: Sendable, Hashable {
  /// Its local name.
  let element: String
  /// Its namespace.
  let namensraum: String
  /// The attribute that names it.
  let kennung: String
  /// Whether the form of its first child element is meant instead of its own.
  let kind: Bool

  /// An element by its name and the attribute that names it.
  package init(_ element: String, namensraum: String, kennung: String, kind: Bool = false) {
    self.element = element
    self.namensraum = namensraum
    self.kennung = kennung
    self.kind = kind
  }
}

/// The canonical form (Exclusive XML Canonicalization 1.0, without comments) of elements.
///
/// The document is held in memory as a tree; check its size and, with an ``XMLLeser``, its form before.
///
/// - Parameters:
///   - xml: The document.
///   - stellen: The elements.
///   - ohneLeerraum: Whether white space between elements is left out, as if there were no indentation.
/// - Returns: The forms by the value of the attribute; the first element counts if a value comes twice.
/// - Throws: ``XMLFehler/nichtWohlgeformt(zeile:spalte:grund:)``.
package func exklusivKanonisch(
  _ xml: [UInt8], _ stellen: [Kanonstelle], ohneLeerraum: Bool = false
) throws(XMLFehler) -> [String: [UInt8]] {
  xmlInitParser()
  // HUGE, because base64 of large files is one text; no DTD, no entities, no network.
  let optionen = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue)
  let gelesen = xml.withUnsafeBytes { roh in
    xmlReadMemory(
      roh.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: roh.count), nil, nil,
      optionen)
  }
  guard let dokument = gelesen else {
    throw .nichtWohlgeformt(zeile: 1, spalte: 1, grund: "das Dokument ist nicht lesbar")
  }
  defer { xmlFreeDoc(dokument) }
  guard dokument.pointee.intSubset == nil else { throw .doctype(zeile: 1) }
  var aus: [String: [UInt8]] = [:]
  var knoten = xmlDocGetRootElement(dokument)
  while let jetzt = knoten {
    for stelle in stellen where passt(jetzt, stelle) {
      guard let kennung = xmlGetNoNsProp(jetzt, stelle.kennung) else { continue }
      defer { free(kennung) }
      let name = String(cString: kennung)
      let gemeint = stelle.kind ? xmlFirstElementChild(jetzt) : jetzt
      guard aus[name] == nil, let gemeint else { continue }
      aus[name] = kanonisch(gemeint, ohneLeerraum)
    }
    knoten = naechster(jetzt)
  }
  return aus
}

private func passt(_ knoten: xmlNodePtr, _ stelle: Kanonstelle) -> Bool {
  guard knoten.pointee.type == XML_ELEMENT_NODE, let name = knoten.pointee.name,
    let raum = knoten.pointee.ns?.pointee.href
  else { return false }
  return xmlStrEqual(name, stelle.element) == 1 && xmlStrEqual(raum, stelle.namensraum) == 1
}

/// The next element in document order.
private func naechster(_ knoten: xmlNodePtr) -> xmlNodePtr? {
  if let kind = xmlFirstElementChild(knoten) { return kind }
  var oben: xmlNodePtr? = knoten
  while let jetzt = oben, jetzt.pointee.type == XML_ELEMENT_NODE {
    if let bruder = xmlNextElementSibling(jetzt) { return bruder }
    oben = jetzt.pointee.parent
  }
  return nil
}

/// The form of an element, which is copied to a document of its own with the namespaces it uses.
private func kanonisch(_ knoten: xmlNodePtr, _ ohneLeerraum: Bool) -> [UInt8]? {
  guard let dokument = xmlNewDoc("1.0") else { return nil }
  defer { xmlFreeDoc(dokument) }
  guard let kopie = xmlDocCopyNode(knoten, dokument, 1) else { return nil }
  xmlDocSetRootElement(dokument, kopie)
  if ohneLeerraum { nimmEinrueckung(kopie) }
  var text: UnsafeMutablePointer<UInt8>?
  let n = xmlC14NDocDumpMemory(
    dokument, nil, Int32(XML_C14N_EXCLUSIVE_1_0.rawValue), nil, 0, &text)
  guard n >= 0, let text else { return nil }
  defer { free(text) }
  return Array(UnsafeBufferPointer(start: text, count: Int(n)))
}

/// Removes texts of white space beside elements.
private func nimmEinrueckung(_ wurzel: xmlNodePtr) {
  var element: xmlNodePtr? = wurzel
  while let jetzt = element {
    var kind = xmlFirstElementChild(jetzt) == nil ? nil : jetzt.pointee.children
    while let dieses = kind {
      kind = dieses.pointee.next
      guard xmlIsBlankNode(dieses) == 1 else { continue }
      xmlUnlinkNode(dieses)
      xmlFreeNode(dieses)
    }
    element = naechster(jetzt)
  }
}
