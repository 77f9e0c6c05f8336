// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Lifecycle
internal import XMLStrom
internal import Xdomea

extension Transferordner {
  /// Takes everything out of the inbox: what can be worked on goes away then, the rest into quarantine
  /// with a report beside it; what is still being written waits for the next time.
  ///
  /// A file that fails stays and does not keep the others waiting. What would hit them all stops at
  /// once: see ``trifftAlle(_:)``.
  ///
  /// - Parameters:
  ///   - jetzt: The instant, against which the age of a file is measured.
  ///   - nimm: Works on one file.
  ///   - body: Called for each file with what became of it; what it throws stops at once.
  /// - Throws: ``AussonderungFehler/nichtAbgeholt(datei:grund:)`` for the first file that failed, when
  ///   all others were worked on, or what stops at once.
  func holeAb(
    jetzt: Zeitpunkt, _ nimm: (_ pfad: String) throws -> Eingangsergebnis,
    _ body: (_ datei: String, Eingangsergebnis) throws -> Void
  ) throws {
    try benenneUnlesbareUm()
    var erster: AussonderungFehler?
    for pfad in try eingegangene() {
      do {
        guard let ergebnis = try hole(pfad, jetzt, nimm) else { continue }
        do { try body(pfad, ergebnis) } catch { throw Abbruch(grund: error) }
      } catch let abbruch as Abbruch {
        throw abbruch.grund
      } catch {
        if Self.trifftAlle(error) { throw error }
        // Somebody else has fetched it.
        guard Dateistand(pfad) != nil else { continue }
        erster = erster ?? .nichtAbgeholt(datei: pfad, grund: "\(error)")
      }
    }
    if let erster { throw erster }
  }

  /// What the caller threw, so that it is not taken for an error of the file.
  private struct Abbruch: Error { let grund: any Error }

  /// - Returns: What became of it; nil if it waits.
  private func hole(
    _ pfad: String, _ jetzt: Zeitpunkt, _ nimm: (String) throws -> Eingangsergebnis
  ) throws -> Eingangsergebnis? {
    guard let vorher = Dateistand(pfad) else { return nil }
    guard vorher.ruht(seit: ruhezeit, jetzt: jetzt) || Dateistand.istGanz(pfad) else { return nil }
    let ergebnis = try nimm(pfad)
    // Somebody wrote to it or put another message in its place meanwhile: that one is for next time.
    guard Dateistand(pfad) == vorher else {
      if case .unbrauchbar = ergebnis { return nil }
      return ergebnis
    }
    if case .unbrauchbar(let grund, _) = ergebnis {
      let ziel = try sondereAus(pfad, bericht: grund + "\n")
      return .unbrauchbar(grund: grund, bericht: ziel + Self.berichtsendung)
    }
    try Dauerhaft.entferne(pfad)
    return ergebnis
  }

  /// True for an error that the next file would meet as well: the disk is full or broken, another
  /// program holds the folder, or something that says nothing about the message, such as a store that
  /// is out of reach.
  ///
  /// False for what this suite says about one message, one process or one file.
  private static func trifftAlle(_ fehler: any Error) -> Bool {
    switch fehler {
    case let f as AussonderungFehler:
      switch f {
      case .datentraeger, .belegt: true
      default: false
      }
    case let f as BehaelterFehler:
      if case .schreiben = f { true } else { false }
    case let f as XMLFehler:
      if case .schreiben = f { true } else { false }
    case is LifecycleFehler, is XdomeaFehler, is Bewertungsmangel: false
    default: true
    }
  }
}
