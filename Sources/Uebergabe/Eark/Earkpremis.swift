// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// Writes PREMIS 3: an object for the message and for each file, the events and the program as agent, as a stream.
struct Earkpremis {
  let angaben: Earkangaben

  /// - Throws: `XMLFehler`, or what the sink throws.
  func schreibe<S: Bytesenke & ~Copyable>(
    _ dateien: [Earkdatei], _ senke: consuming S
  ) throws -> S {
    var xml = XMLSchreiber(senke)
    try xml.deklaration()
    try xml.oeffne(Self.n("premis"))
    try xml.attribut(XMLName("xmlns:premis"), "http://www.loc.gov/premis/v3")
    try xml.attribut(XMLName("xmlns:xsi"), "http://www.w3.org/2001/XMLSchema-instance")
    try xml.attribut(XMLName("version"), "3.0")
    for (i, d) in dateien.enumerated() { try objekt(&xml, d, "obj-\(i + 1)") }
    try ereignis(
      &xml, "ev-1", "message digest calculation", "SHA-512 über die Nachricht und jede Datei",
      objekte: dateien.indices)
    try ereignis(
      &xml, "ev-2", "information package creation", "Paket aus einer Abgabe nach xdomea gebildet",
      objekte: [])
    let erkennung = "Format am Inhalt erkannt; eine Angabe im Inhalt ist nicht geprüft"
    for (i, (stand, ausgang)) in [
      (Earkdatei.Erkennung.erkannt, "success"), (.nichtErkannt, "warning"),
    ].enumerated() where dateien.contains(where: { $0.erkennung == stand }) {
      try ereignis(
        &xml, "ev-\(i + 3)", "format identification", erkennung, ausgang,
        objekte: dateien.indices.lazy.filter { dateien[$0].erkennung == stand })
    }
    try xml.oeffne(Self.n("agent"))
    try kennung(&xml, "agent", "agent-1")
    try xml.blatt(Self.n("agentName"), angaben.programm.name.fuerXML)
    try xml.blatt(Self.n("agentType"), "software")
    try xml.blatt(Self.n("agentVersion"), angaben.programm.version.fuerXML)
    try xml.schliesse()
    try xml.schliesse()
    return try xml.beende()
  }

  private static let namen = Dictionary(
    uniqueKeysWithValues: [
      "object", "objectCharacteristics", "fixity", "messageDigestAlgorithm", "messageDigest",
      "size", "format", "formatDesignation", "formatName", "formatRegistry", "formatRegistryName",
      "formatRegistryKey", "originalName", "linkingObjectIdentifier",
      "linkingObjectIdentifierType", "linkingObjectIdentifierValue", "objectIdentifier",
      "objectIdentifierType", "objectIdentifierValue",
    ].map { ($0, XMLName("premis:" + $0)) })

  private static func n(_ name: String) -> XMLName { namen[name] ?? XMLName("premis:" + name) }

  private func kennung<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ art: String, _ wert: String
  ) throws {
    try xml.oeffne(Self.n(art + "Identifier"))
    try xml.blatt(Self.n(art + "IdentifierType"), "local")
    try xml.blatt(Self.n(art + "IdentifierValue"), wert)
    try xml.schliesse()
  }

  private func objekt<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ d: Earkdatei, _ id: String
  ) throws {
    try xml.oeffne(Self.n("object"))
    try xml.attribut(XMLName("xsi:type"), "premis:file")
    try kennung(&xml, "object", id)
    try xml.oeffne(Self.n("objectCharacteristics"))
    try xml.oeffne(Self.n("fixity"))
    try xml.blatt(Self.n("messageDigestAlgorithm"), "SHA-512")
    try xml.blatt(Self.n("messageDigest"), d.sha512)
    try xml.schliesse()
    try xml.blatt(Self.n("size"), "\(d.groesse)")
    try xml.oeffne(Self.n("format"))
    // The schema demands a format; an unknown one is called so, not guessed.
    try xml.oeffne(Self.n("formatDesignation"))
    try xml.blatt(Self.n("formatName"), (d.format?.name ?? "unbekannt").fuerXML)
    try xml.schliesse()
    if let puid = d.format?.puid {
      try xml.oeffne(Self.n("formatRegistry"))
      try xml.blatt(Self.n("formatRegistryName"), "PRONOM")
      try xml.blatt(Self.n("formatRegistryKey"), puid.fuerXML)
      try xml.schliesse()
    }
    try xml.schliesse()
    try xml.schliesse()
    try xml.blatt(Self.n("originalName"), (d.originalname ?? d.pfad).fuerXML)
    try xml.schliesse()
  }

  private func ereignis<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ id: String, _ art: String, _ text: String,
    _ ausgang: String = "success", objekte: some Sequence<Int>
  ) throws {
    try xml.oeffne(Self.n("event"))
    try kennung(&xml, "event", id)
    try xml.blatt(Self.n("eventType"), art)
    try xml.blatt(Self.n("eventDateTime"), angaben.erstellt.text)
    try xml.oeffne(Self.n("eventDetailInformation"))
    try xml.blatt(Self.n("eventDetail"), text)
    try xml.schliesse()
    try xml.oeffne(Self.n("eventOutcomeInformation"))
    try xml.blatt(Self.n("eventOutcome"), ausgang)
    try xml.schliesse()
    try kennung(&xml, "linkingAgent", "agent-1")
    for i in objekte { try kennung(&xml, "linkingObject", "obj-\(i + 1)") }
    try xml.schliesse()
  }
}
