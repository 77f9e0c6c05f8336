// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Secrecy of containers and of what is in them: R36.
extension Nachrichtenregeln {
  /// Compares an Akte or a Vorgang with what is below and returns the higher of both.
  func pruefeEinstufung(
    _ m: AllgemeineMetadaten?, _ unten: Ertrag, an stelle: Stelle
  ) -> Ertrag {
    let eigenes = einstufung(m, an: stelle)
    if let u = unten.grad, u.rang > eigenes.grad?.rang ?? 0 {
      // A grade of a list that this suite does not know cannot be compared.
      let fremd = m?.geheimhaltung?.grad != nil && eigenes.grad == nil
      if !fremd {
        melde(
          Regelwerk.r36, schwere: eigenes.grad == nil ? .warnung : nil,
          "\(stelle.bezeichnung): "
            + (eigenes.grad.map { "Grad \($0.code) niedriger als" } ?? "ohne Grad, aber")
            + " \(u.code) bei \(u.objekt.bezeichnung).", an: stelle)
      }
    }
    if let u = unten.frist, u.jahr > eigenes.frist?.jahr ?? 0 {
      melde(
        Regelwerk.r36, schwere: eigenes.frist == nil ? .warnung : nil,
        "\(stelle.bezeichnung): "
          + (eigenes.frist.map { "Einstufungsfrist \($0.jahr) kürzer als" }
            ?? "ohne Einstufungsfrist, aber")
          + " \(u.jahr) bei \(u.objekt.bezeichnung).", an: stelle)
    }
    var summe = eigenes
    summe.nimm(unten)
    return summe
  }

  /// The grade and the year that an object states itself.
  func einstufung(_ m: AllgemeineMetadaten?, an stelle: Stelle) -> Ertrag {
    var ertrag = Ertrag()
    guard let m, m.$geheimhaltung, let g = m.geheimhaltung else { return ertrag }
    if let grad = g.grad, geheimliste(grad) != nil, let rang = Self.raenge[grad.wert] {
      ertrag.grad = (rang, grad.wert, stelle)
    }
    if let jahr = g.einstufungsfrist { ertrag.frist = (jahr, stelle) }
    return ertrag
  }

  /// The codes of `vertraulichkeitsstufe` 1.0 are in alphabetical order, not by rank (FAKTEN 6.2):
  /// open, for official use only, confidential, secret, top secret.
  private static let raenge: [String: UInt8] = ["003": 0, "002": 1, "005": 2, "001": 3, "004": 4]
}
