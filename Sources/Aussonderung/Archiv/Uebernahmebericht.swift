// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Uebergabe

/// What came of taking a transfer over.
///
/// The numbers count what this run did: ``dateien`` is always ``verglichen`` and ``ohnePruefsumme``
/// and ``nichtVergleichbar`` together; ``beschaedigt`` and ``fehlend`` come beside them.
public struct Uebernahmebericht: Hashable, Sendable {
  /// The transfer beside the appraisal.
  public internal(set) var vollzaehligkeit: Vollzaehligkeit
  /// The objects of the transfer with what became of each.
  public internal(set) var objekte = Objektliste()
  /// Number of messages that were worked on; 0 if all were confirmed before.
  public internal(set) var nachrichten = 0
  /// Number of files of the objects that were taken over, each counted once.
  public internal(set) var dateien = 0
  /// Bytes of these files.
  public internal(set) var bytes: Int64 = 0
  /// These files by their format, as their content tells it; that a file claims to be PDF/A is no proof.
  public internal(set) var formate: [Formatbericht.Gruppe: Formatbericht.Menge] = [:]
  /// How many of these files have the bytes that their hash in the message tells (R56).
  public internal(set) var verglichen = 0
  /// How many of these files could only be read, because the message states no hash for them; up to
  /// 3.1 it never does.
  public internal(set) var ohnePruefsumme = 0
  /// How many of these files could only be read, because the message states a hash that this program
  /// cannot work out.
  public internal(set) var nichtVergleichbar = 0
  /// Number of files in the transfer that cannot be read, or have other bytes than their hash tells.
  public internal(set) var beschaedigt = 0
  /// Number of files that the message names and the container does not have (R52).
  public internal(set) var fehlend = 0
  /// The objects that came and were not taken over; each says why.
  public internal(set) var gescheitert: [Objekteintrag] = []
}

extension Uebernahmebericht {
  init(_ vollzaehligkeit: Vollzaehligkeit) { self.vollzaehligkeit = vollzaehligkeit }

  /// Counts the files of a message.
  mutating func zaehle(_ probe: Dateiprobe, uebernommen: Set<ObjektID>) {
    for datei in probe.dateien.values {
      switch datei.befund {
      case .beschaedigt: beschaedigt += 1
      case .fehlt: fehlend += 1
      case .verglichen, .ohnePruefsumme, .nichtVergleichbar:
        guard datei.objekte.contains(where: uebernommen.contains) else { continue }
        dateien += 1
        bytes += datei.bytes
        if let f = datei.format { formate[f, default: .init()].nimm(datei.bytes) }
        if datei.befund == .verglichen { verglichen += 1 }
        if datei.befund == .ohnePruefsumme { ohnePruefsumme += 1 }
        if datei.befund == .nichtVergleichbar { nichtVergleichbar += 1 }
      }
    }
  }
}
