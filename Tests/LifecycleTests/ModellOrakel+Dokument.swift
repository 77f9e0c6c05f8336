// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Judges the change of one document: no write after closing, versions only appended (A04, A19, A20).
extension Modellorakel {
  func vergleiche(
    _ alt: Dokumentzustand?, _ neu: Dokumentzustand, _ h: Handlung, _ w: Wirkungen
  ) throws(Verstoss) {
    guard let eltern = schriftgut[neu.eltern] else {
      throw Verstoss("D2", neu.id, "liegt nirgends")
    }
    let kette = [eltern] + vorfahren(eltern.id)
    let offen = kette.allSatisfy(\.lage.istOffen)
    guard let alt else { return try pruefeNeues(neu, kette, offen, h) }
    guard alt.lage != .vernichtet else { throw Verstoss("E1", alt.id, "vernichtet, doch geändert") }
    guard alt.eltern == neu.eltern, alt.dokumentdatum == neu.dokumentdatum else {
      throw Verstoss("D3", alt.id, "Ort oder Datum geändert")
    }
    try vergleicheFassungen(alt, neu)
    if neu.lage == .vernichtet {
      guard w.schriftgut.contains(where: { $0.id == neu.eltern && $0.lage == .vernichtet }) else {
        throw Verstoss("D4", alt.id, "vernichtet ohne sein Objekt")
      }
      // The proof remains, the words of people do not (FAKTEN 0, rule 12).
      guard alt.fassungen == neu.fassungen, neu.schritte.isEmpty, neu.ausgechecktVon == nil,
        neu.scan == nil
      else { throw Verstoss("D4", alt.id, "der Grabstein des Dokuments stimmt nicht") }
      return
    }
    guard neu.schritte.count >= alt.schritte.count else {
      throw Verstoss("D9", alt.id, "Schritte eines Geschäftsgangs verschwunden")
    }
    guard !offen || kette.contains(where: \.abgabeLaufend) else { return }
    // Closed or frozen: only a further format of a version (A20), and what became of the paper or
    // of the dispatch (FAKTEN 4), which does not touch the content.
    let verstoss = Verstoss("D1", alt.id, "nach dem Abschluss geändert durch \(h.ereignis.regel)")
    guard alt.lage == neu.lage, alt.fassungen.count == neu.fassungen.count,
      alt.schritte == neu.schritte, alt.ausgechecktVon == neu.ausgechecktVon
    else { throw verstoss }
    switch h.ereignis {
    case .dokument(_, _, .repraesentatHinzu):
      guard alt.laufereignisse == neu.laufereignisse, alt.scan == neu.scan else { throw verstoss }
    case .dokument(_, _, .lauf(let meldung)):
      guard alt.fassungen == neu.fassungen else { throw verstoss }
      switch meldung.ereignis {
      case .originalVerbleibFestgelegt, .originalVernichtet, .zugestellt, .versandFehlgeschlagen:
        break
      default: throw verstoss
      }
    default: throw verstoss
    }
  }

  private func pruefeNeues(
    _ neu: Dokumentzustand, _ kette: [Schriftgutzustand], _ offen: Bool, _ h: Handlung
  ) throws(Verstoss) {
    guard !jemals.contains(neu.id) else { throw Verstoss("I1", neu.id, "Kennung zweimal vergeben") }
    guard case .dokument(let ziel, _, let e) = h.ereignis, ziel == neu.id,
      neu.fassungen.map(\.nummer) == Array(1...max(1, neu.fassungen.count))
    else { throw Verstoss("I3", neu.id, "entstanden durch ein anderes Ereignis") }
    if case .anlegen = e, neu.fassungen.count != 1 {
      throw Verstoss("D8", neu.id, "ein neues Dokument mit \(neu.fassungen.count) Fassungen")
    }
    if kette.contains(where: \.abgabeLaufend) {
      throw Verstoss("A3", neu.id, "angelegt, während die Abgabe läuft")
    }
    if offen { return }
    guard case .uebernehmen = e, let eltern = kette.first, altbestand.contains(eltern.id),
      eltern.aussonderung == nil, !eltern.lage.istEnde, eltern.lage != .abgetreten
    else { throw Verstoss("D5", neu.id, "neues Dokument in einem Objekt \(kette.map(\.lage))") }
  }

  private func vergleicheFassungen(
    _ alt: Dokumentzustand, _ neu: Dokumentzustand
  ) throws(Verstoss) {
    guard neu.fassungen.count >= alt.fassungen.count, neu.fassungen.count <= alt.fassungen.count + 1
    else { throw Verstoss("D7", alt.id, "Fassungen verschwunden") }
    for (a, n) in zip(alt.fassungen, neu.fassungen) {
      guard a.nummer == n.nummer, a.hash == n.hash, a.groesse == n.groesse,
        n.repraesentate.starts(with: a.repraesentate), !a.eingefroren || n.eingefroren
      else { throw Verstoss("D7", alt.id, "Fassung \(a.nummer) geändert") }
    }
    if neu.fassungen.count > alt.fassungen.count {
      guard neu.fassungen.last?.nummer == (alt.fassungen.last?.nummer ?? 0) + 1,
        alt.lage != .schlussgezeichnet, alt.lage != .versandt
      else { throw Verstoss("D8", alt.id, "Fassung nach der Schlusszeichnung") }
    }
  }
}
