// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Takes the files of destroyed objects out of the 0503 that brought them to the archive: what is
  /// destroyed must not live on in the folder of the process or in the outbox.
  ///
  /// A 0503 of which an object was destroyed was answered (P10), and what could not be imported goes
  /// out by a new one: nobody needs its files any more. The message itself stays, and the digest of
  /// the container that went out. Done again after a crash it goes on.
  func entferneGesandteDateien(_ v: inout Verfahren) throws {
    for vermerk in v.nachrichten(.aussonderung, eigene: true) where vermerk.stand == .versandt {
      if vermerk.ohneDateien == nil {
        let vernichtet = try bestand.lesend {
          try ordner.objekte(vermerk, in: v).contains {
            try bestand.schriftgut($0)?.lage == .vernichtet
          }
        }
        guard vernichtet else { continue }
        try ausgang?.nimmZurueck(
          ordner.containerpfad(vermerk, in: v), vermerk.typ, pruefsumme: vermerk.pruefsumme)
        try behalteNachrichtAllein(vermerk, &v)
      }
      try Dauerhaft.entferne(ordner.containerpfad(vermerk, in: v))
    }
  }

  private func behalteNachrichtAllein(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren
  ) throws {
    let container = ordner.containerpfad(vermerk, in: v)
    let paket = try Nachrichtenpaket(pfad: container)
    guard let nachricht = paket.nachricht else { return }
    let datei = vermerk.datei + ".xml"
    try Dauerhaft.ersetze(
      ordner.nachrichtenordner(v.prozess) + "/" + datei, durch: try paket.oeffne(nachricht))
    var neu = vermerk
    neu.ohneDateien = datei
    v.merke(neu)
    try ordner.schreibe(v)
  }
}
