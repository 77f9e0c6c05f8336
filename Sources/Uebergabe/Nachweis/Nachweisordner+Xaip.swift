// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import XMLStrom

extension Nachweisordner {
  /// Writes a data group with its evidence record as an XAIP of TR-ESOR-F 1.3.
  ///
  /// The package holds the files, their paths as unprotected metadata, and the record over them. It is
  /// valid by the schema; it is no product of a certified middleware, and says nothing of the kind.
  ///
  /// - Parameters:
  ///   - objekt: The name of the data group; nil if there is only one.
  ///   - daten: The folder or file that the evidence is about; every file must be unchanged.
  ///   - nach: The new file.
  ///   - bis: Until when the package must be kept.
  /// - Throws: ``NachweisFehler``; then nothing stands at `nach`.
  public func schreibeXaip(
    objekt: String?, daten: String, nach: String, aufbewahrenBis bis: Kalendertag
  ) throws(NachweisFehler) {
    let liste = ketten[0].liste
    let objekte = liste.objekte
    guard let gewaehlt = objekt.map({ n in objekte.first { $0.name == n } }) ?? objekte.first,
      objekt != nil || objekte.count == 1
    else {
      let namen = objekte.prefix(5).map { "»\($0.name)«" }.joined(separator: ", ")
      throw .angabe("Nennen Sie das Objekt für das XAIP, etwa \(namen).")
    }
    var angaben = stat()
    guard lstat(nach, &angaben) != 0 else {
      throw .ziel(pfad: nach, grund: "es ist schon vorhanden")
    }
    var beweis: EvidenceRecord?
    try beweise(nur: [gewaehlt]) { (_, record) throws(NachweisFehler) in beweis = record }
    guard let beweis else { throw .leer(gewaehlt.name) }
    let quelle = try Nachweisdaten(daten, grenzen: .standard)
    let teil = nach + ".teil"
    unlink(teil)
    do {
      let senke = try Dateisenke(pfad: teil)
      var fertig = try Xaipschreiber(
        objekt: gewaehlt, liste: liste, quelle: quelle, beweis: beweis, bis: bis
      ).schreibe(senke)
      try fertig.schliesse()
      guard link(teil, nach) == 0 || (!Beweisdatei.vorhanden(nach) && rename(teil, nach) == 0)
      else { throw NachweisFehler.schreiben(pfad: nach, grund: systemgrund(errno)) }
      unlink(teil)
    } catch {
      unlink(teil)
      switch error {
      case let fehler as NachweisFehler: throw fehler
      case let fehler as BehaelterFehler:
        throw NachweisFehler(fehler, daten)
      default: throw .schreiben(pfad: nach, grund: "\(error)")
      }
    }
  }
}

/// Writes one package, as a stream.
private struct Xaipschreiber {
  let objekt: Hashliste.Objekt
  let liste: Hashliste
  let quelle: Nachweisdaten
  let beweis: EvidenceRecord
  let bis: Kalendertag

  private static func n(_ name: String) -> XMLName { XMLName("xaip:" + name) }

  func schreibe<S: Bytesenke & ~Copyable>(_ senke: consuming S) throws -> S {
    let dateien = objekt.zeilen
    var rechner = try bildner(liste.verfahren)
    // The same package for the same files; an identifier must begin with a letter.
    let kennung = Hexziffer.text(
      Hashbaum.gruppenhash(dateien.map { liste.werte[$0] }, &rechner).prefix(16))
    var xml = XMLSchreiber(senke)
    try xml.deklaration()
    try xml.oeffne(Self.n("XAIP"))
    try xml.attribut(XMLName("xmlns:xaip"), Xaip.namensraum)
    try xml.attribut(XMLName("XAIPVersion"), "1.3.0")

    try xml.oeffne(Self.n("packageHeader"))
    try xml.attribut(XMLName("packageID"), "XAIP-" + kennung)
    try xml.blatt(Self.n("AOID"), kennung)
    try xml.blatt(Self.n("packageInfo"), objekt.name.fuerXML)
    try xml.oeffne(Self.n("versionManifest"))
    try xml.attribut(XMLName("VersionID"), "V001")
    try xml.oeffne(Self.n("preservationInfo"))
    try xml.blatt(Self.n("retentionPeriod"), bis.text)
    try xml.schliesse()
    try xml.oeffne(Self.n("packageInfoUnit"))
    try xml.attribut(XMLName("packageUnitID"), "Einheit-V001")
    for i in dateien.indices { try xml.blatt(Self.n("protectedObjectPointer"), "DO-\(i + 1)") }
    for i in dateien.indices { try xml.blatt(Self.n("unprotectedObjectPointer"), "MDO-\(i + 1)") }
    try xml.blatt(Self.n("unprotectedObjectPointer"), "ER-V001")
    try xml.schliesse()
    try xml.schliesse()
    try xml.schliesse()

    try xml.oeffne(Self.n("metaDataSection"))
    for (i, zeile) in dateien.enumerated() {
      try xml.oeffne(Self.n("metaDataObject"))
      try xml.attribut(XMLName("metaDataID"), "MDO-\(i + 1)")
      try xml.attribut(XMLName("relatedObjects"), "DO-\(i + 1)")
      try xml.attribut(XMLName("category"), "Dateiname")
      try xml.oeffne(Self.n("binaryMetaData"))
      try xml.attribut(XMLName("MimeType"), "text/plain")
      try xml.text(Base64.geschrieben(Array(liste.pfade[zeile].text.utf8)))
      try xml.schliesse()
      try xml.schliesse()
    }
    try xml.schliesse()

    try xml.oeffne(Self.n("dataObjectsSection"))
    for (i, zeile) in dateien.enumerated() {
      try xml.oeffne(Self.n("dataObject"))
      try xml.attribut(XMLName("dataObjectID"), "DO-\(i + 1)")
      try xml.oeffne(Self.n("binaryData"))
      try inhalt(zeile, &xml, &rechner)
      try xml.schliesse()
      try xml.schliesse()
    }
    try xml.schliesse()

    try xml.oeffne(Self.n("credentialsSection"))
    try xml.oeffne(Self.n("credential"))
    try xml.attribut(
      XMLName("relatedObjects"), dateien.indices.map { "DO-\($0 + 1)" }.joined(separator: " "))
    try xml.attribut(XMLName("credentialID"), "ER-V001")
    try xml.oeffne(Self.n("evidenceRecord"))
    try xml.attribut(XMLName("AOID"), kennung)
    try xml.attribut(XMLName("VersionID"), "V001")
    try xml.blatt(Self.n("asn1EvidenceRecord"), Base64.geschrieben(beweis.der))
    for _ in 0..<4 { try xml.schliesse() }
    return try xml.beende()
  }

  /// The bytes of a file as base64; they must be those that the evidence is about.
  private func inhalt<S: Bytesenke & ~Copyable>(
    _ zeile: Int, _ xml: inout XMLSchreiber<S>, _ rechner: inout Pruefsummenbildner
  ) throws {
    let ort = quelle.ort(liste.pfade[zeile])
    let datei = try Quelldatei(ort)
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 3 << 16, alignment: 16)
    defer { puffer.deallocate() }
    rechner.beginne()
    var rest: [UInt8] = []
    while true {
      let n = try datei.lies(puffer)
      guard n > 0 else { break }
      let stueck = UnsafeRawBufferPointer(rebasing: puffer[..<n])
      rechner.nimm(stueck)
      rest.append(contentsOf: stueck)
      let ganze = rest.count / 3 * 3
      try xml.text(Base64.geschrieben(rest[..<ganze]))
      rest.removeFirst(ganze)
    }
    try xml.text(Base64.geschrieben(rest))
    guard rechner.abschluss().first?.bytes.elementsEqual(liste.werte[zeile]) == true else {
      throw NachweisFehler.geaendert(datei: ort)
    }
  }
}
