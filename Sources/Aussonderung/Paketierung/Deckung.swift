// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

/// Proves that packages hold a transfer: every object and every file in exactly one of them.
///
/// It does not trust the plan. What there was is read from the message of the transfer before anything
/// is divided; what lies in a package is read again from the message written for it and from the names
/// of the files that went in. Memory: some 100 bytes per object and file.
struct Deckung {
  private enum Lage {
    case offen
    case enthalten(Int)
  }

  /// The objects of the transfer, in its order; those that only show a context are beside.
  private var objekte: [ObjektID: Lage] = [:]
  private var kontext: [ObjektID: Int] = [:]
  private var dateien: [String: Lage] = [:]
  private var unterschiede: [String] = []

  /// Whether the transfer names a file.
  func istGenannt(_ name: String) -> Bool { dateien[name] != nil }

  /// Takes in a part of the transfer.
  ///
  /// - Throws: ``Paketierungsfehler/objektOhneKennung(_:)``,
  ///   ``Paketierungsfehler/objektMehrfach(_:)``.
  mutating func erwarte(_ teil: Nachrichtenteil) throws(Paketierungsfehler) {
    teil.jedeDatei { name, _ in dateien[name] = .offen }
    guard case .schriftgutobjekt(let objekt) = teil else { return }
    var fehler: Paketierungsfehler?
    objekt.jedesObjekt(objekt.artGanzOben) { o, art in
      guard fehler == nil else { return }
      if o.id.istLeer {
        fehler = .objektOhneKennung(o.titel(art.wort))
      } else if o.istKontext {
        kontext[o.id] = 0
      } else if objekte.updateValue(.offen, forKey: o.id) != nil {
        fehler = .objektMehrfach(o.id)
      }
    }
    if let fehler { throw fehler }
  }

  /// Takes in a package.
  ///
  /// - Parameters:
  ///   - nummer: Its number.
  ///   - leser: Reads the message that lies in it, to its end.
  ///   - pfad: The Akten above, which the message shows as a frame.
  ///   - abgelegt: The names of the files that lie in it.
  /// - Throws: What reading the message throws.
  mutating func nimm(
    _ nummer: Int, _ leser: Nachrichtenleser, pfad: Set<ObjektID>, abgelegt: Set<String>
  ) throws {
    var benannt: Set<String> = []
    while let teil = try leser.naechster() {
      teil.jedeDatei { name, _ in benannt.insert(name) }
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      objekt.jedesObjekt(objekt.artGanzOben) { o, _ in nimm(o, nummer, pfad) }
    }
    for name in benannt {
      switch dateien[name] {
      case nil:
        unterschied("Die Datei »\(name)« steht in Paket \(nummer), aber nicht in der Abgabe.")
      case .enthalten(let anderes)? where anderes != nummer:
        unterschied("Die Datei »\(name)« liegt in den Paketen \(anderes) und \(nummer).")
      default: dateien[name] = .enthalten(nummer)
      }
    }
    for name in benannt.symmetricDifference(abgelegt).sorted() {
      unterschied(
        benannt.contains(name)
          ? "Die Datei »\(name)« fehlt in Paket \(nummer)."
          : "Die Datei »\(name)« liegt ungenannt in Paket \(nummer).")
    }
  }

  private mutating func nimm(_ o: Schriftgutobjekt, _ nummer: Int, _ pfad: Set<ObjektID>) {
    if let zahl = kontext[o.id] {
      kontext[o.id] = zahl + 1
      return
    }
    if pfad.contains(o.id) {
      // An Akte that was divided is shown in several packages; one of them is enough.
      if case .offen? = objekte[o.id] { objekte[o.id] = .enthalten(nummer) }
      return
    }
    switch objekte[o.id] {
    case nil: unterschied("Das Objekt \(o.id) steht in Paket \(nummer), aber nicht in der Abgabe.")
    case .enthalten(let anderes)?:
      unterschied("Das Objekt \(o.id) liegt in den Paketen \(anderes) und \(nummer).")
    case .offen?: objekte[o.id] = .enthalten(nummer)
    }
  }

  /// Ends the proof.
  ///
  /// - Parameter ausgelassen: Objects and files that were left out knowingly.
  /// - Throws: ``Paketierungsfehler/deckung(_:)`` for any difference.
  mutating func schluss(
    ausgelassen: (objekte: Set<ObjektID>, dateien: Set<String>)
  ) throws(Paketierungsfehler) {
    for (id, lage) in objekte where !ausgelassen.objekte.contains(id) {
      if case .offen = lage { unterschied("Das Objekt \(id) liegt in keinem Paket.") }
    }
    for (id, zahl) in kontext where zahl == 0 && !ausgelassen.objekte.contains(id) {
      unterschied("Das Objekt \(id) liegt in keinem Paket.")
    }
    for (name, lage) in dateien where !ausgelassen.dateien.contains(name) {
      if case .offen = lage { unterschied("Die Datei »\(name)« liegt in keinem Paket.") }
    }
    guard !unterschiede.isEmpty else { return }
    throw .deckung(Array(unterschiede.sorted().prefix(20)))
  }

  private mutating func unterschied(_ text: String) { unterschiede.append(text) }
}
