// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// A process keeps its objects in batches of what fits into one part of a message.
///
/// An event of the life cycle is about one batch and reads all of its objects: with batches of bounded
/// size, time per object and memory do not grow with the process.
extension Behoerde {
  /// Divides what was chosen, with all that lies in it, into batches, and writes down which is in
  /// which; what lies in another chosen object goes along with that.
  func teileAuf(_ gewaehlt: [ObjektID], _ v: inout Verfahren) throws {
    let bekannte = try bestand.lesend {
      try gewaehlt.filter { try bestand.schriftgut($0) != nil }
    }
    let einheiten = try Aussonderungseinheit.einheiten(Set(bekannte), ganz: true, bestand)
    var auswahlen = Aussonderungseinheit.teile(
      einheiten, v.vereinbarung.teilgrenzen, ohneDateien: true
    ).map { $0.map(\.id) }
    // What nobody knows is refused by name, with the first batch.
    let unbekannte = Set(gewaehlt).subtracting(bekannte).sorted()
    if auswahlen.isEmpty { auswahlen = [[]] }
    auswahlen[0] += unbekannte
    let ableitung = try Namensableitung(v.prozess)
    v.pakete = []
    for (i, auswahl) in auswahlen.enumerated() {
      try ordner.merkeAuswahl(auswahl, paket: i + 1, v.prozess)
      v.pakete.append(ableitung.kennung("paket", "\(i + 1)", Paketbezug.self))
    }
  }

  /// The batches of a process that are in the store, with their numbers from 1.
  func jedesPaket(
    _ v: Verfahren, _ body: (_ nummer: Int, Paketzustand) throws -> Void
  ) throws {
    for (i, id) in v.pakete.enumerated() {
      guard let paket = try bestand.paket(id) else { continue }
      try body(i + 1, paket)
    }
  }

  /// The batch with a number.
  ///
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)`` if the store does not know it.
  func paket(_ nummer: Int, _ v: Verfahren) throws -> Paketzustand {
    guard v.pakete.indices.contains(nummer - 1), let paket = try bestand.paket(v.pakete[nummer - 1])
    else { throw fremd(v) }
    return paket
  }

  /// At least one batch must be there, and the store must know what happened: otherwise folder and
  /// store do not belong together.
  func verlangePakete(_ v: Verfahren) throws {
    guard try v.pakete.contains(where: { try bestand.paket($0) != nil }) else { throw fremd(v) }
    try verlangeAktuell(v)
  }

  /// Nothing is done with a store that is older than the folder of the process: it knows nothing of
  /// decisions and transfers, and would delete or offer anew what the archive wants or has.
  ///
  /// - Throws: ``AussonderungFehler/falscherStand(_:grund:abhilfe:)``.
  func verlangeAktuell(_ v: Verfahren) throws {
    var bekannt: Set<NachrichtenID> = []
    try bestand.lesend {
      try jedesPaket(v) { _, paket in bekannt.formUnion(paket.alleNachrichten) }
    }
    let fehlend = v.unverbuchte(bekannt).count
    guard fehlend == 0 else {
      throw AussonderungFehler.falscherStand(
        v.prozess,
        grund: "Der Speicher ist älter als dieses Verfahren: Er kennt "
          + "\(fehlend.mal("Nachricht", "Nachrichten")) daraus nicht.",
        abhilfe: "Stellen Sie Speicher und Verfahrensordner vom selben Tag her.")
    }
  }

  private func fremd(_ v: Verfahren) -> AussonderungFehler {
    .falscherStand(
      v.prozess, grund: "Der Speicher kennt das Paket dieses Verfahrens nicht.",
      abhilfe: "Prüfen Sie, ob Verfahrensordner und Speicher zusammengehören.")
  }
}
