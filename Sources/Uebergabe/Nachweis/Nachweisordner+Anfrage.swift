// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// The ways out if a time stamp service refuses, or the request is lost.
extension Nachweisordner {
  /// What to do about a request that cannot be used.
  static let anfrageNeu = "Stellen Sie die Anfrage mit »diva nachweis anfrage --neu« neu."

  /// The name of the request for the next time stamp, whether it lies there or not.
  var naechsteAnfrage: String { Self.anfragename(ketten.count, letzte.stempel.count + 1) }

  /// Whether a time stamp is expected: the last tree has none yet, or its renewal is begun.
  public var erwartetStempel: Bool {
    letzte.stempel.isEmpty || offeneAnfrage != nil || anfragemangel != nil
  }

  /// Why the open request cannot be used, as a German sentence; nil if it can, or none is expected.
  func maengelDerAnfrage() throws(NachweisFehler) -> String? {
    if let anfragemangel {
      guard case .format(_, let ort, let grund) = anfragemangel else {
        return anfragemangel.description
      }
      return "Die Anfrage »\(naechsteAnfrage)« ist beschädigt (\(ort)): \(grund)."
    }
    guard let offeneAnfrage else {
      return letzte.stempel.isEmpty
        ? "Die Anfrage »\(naechsteAnfrage)« fehlt, und der letzte Baum hat noch keinen Zeitstempel."
        : nil
    }
    return offeneAnfrage.abdruck == (try naechsterAbdruck())
      ? nil : "Die Anfrage »\(naechsteAnfrage)« gehört nicht zu diesem Nachweis."
  }

  /// Makes the request for the expected time stamp anew: with another number and, if named, another policy.
  ///
  /// An answer to the request before it is not taken any more. The evidence itself is not changed.
  ///
  /// - Parameters:
  ///   - richtlinie: The policy that the service is asked for.
  ///   - zufall: The source of the request's number.
  /// - Throws: ``NachweisFehler/stand(pfad:grund:)`` if no time stamp is expected or the evidence does not hold,
  ///   ``NachweisFehler/schreiben(pfad:grund:)``; then the request is as it was.
  public mutating func stelleAnfrageNeu(
    richtlinie: String? = nil, zufall: inout some RandomNumberGenerator
  ) throws(NachweisFehler) {
    guard erwartetStempel else {
      throw .stand(
        pfad: pfad,
        grund:
          "es ist keine Anfrage offen; einen weiteren Zeitstempel beginnt »diva nachweis erneuern«")
    }
    try verlangeSchluessig()
    let anfrage = try Zeitstempelanfrage(
      try naechsterAbdruck(), richtlinie: richtlinie, zufall: &zufall)
    try Beweisdatei.ersetze(anfrage.der, nach: "\(pfad)/\(naechsteAnfrage)")
    offeneAnfrage = anfrage
    anfragemangel = nil
  }

  /// Drops a renewal whose time stamp did not come: the evidence is as it was before.
  ///
  /// - Throws: ``NachweisFehler/stand(pfad:grund:)`` if no renewal is begun,
  ///   ``NachweisFehler/schreiben(pfad:grund:)``.
  public mutating func verwirfAnfrage() throws(NachweisFehler) {
    guard erwartetStempel else { throw .stand(pfad: pfad, grund: "es ist keine Anfrage offen") }
    guard ketten.count > 1 || !letzte.stempel.isEmpty else {
      throw .stand(
        pfad: pfad,
        grund: "er hat noch keinen Zeitstempel, und seine erste Anfrage lässt sich nur neu stellen "
          + "(»diva nachweis anfrage --neu«); brauchen Sie ihn nicht, so löschen Sie den Ordner")
    }
    let nummer = ketten.count
    let anfrage = naechsteAnfrage
    if letzte.stempel.isEmpty {
      // Without its root the tree does not count; the other files may go later.
      try entferne(Nachweiskopf.name(nummer))
      ketten.removeLast()
      try entferne(Nachweiskopf.listenname(nummer))
    }
    try entferne(anfrage)
    offeneAnfrage = nil
    anfragemangel = nil
  }

  private func entferne(_ name: String) throws(NachweisFehler) {
    let ort = "\(pfad)/\(name)"
    guard unlink(ort) == 0 || errno == ENOENT else {
      throw .schreiben(pfad: ort, grund: systemgrund(errno))
    }
    Dateisystem.sichereEltern(von: ort)
  }
}
