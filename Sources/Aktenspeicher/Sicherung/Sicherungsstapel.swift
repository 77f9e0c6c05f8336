// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen

/// Some of the files that a backup has to have, sorted by what is there already.
struct Sicherungsstapel {
  private static let hoechstzahl = 4096
  private static let hoechstgroesse: Int64 = 1 << 30

  /// Files that are not there, or with another length.
  private(set) var fehlende: [Dateiangabe] = []
  /// Files that are there with the right length.
  private(set) var vorhandene: [Dateiangabe] = []
  /// Those of them whose bytes must be looked at.
  private var ungepruefte: [Dateiangabe] = []
  private var bytes: Int64 = 0

  /// How many files it has.
  var anzahl: Int { fehlende.count + vorhandene.count }

  /// Whether it is time to deal with them.
  var istVoll: Bool { anzahl >= Self.hoechstzahl || bytes >= Self.hoechstgroesse }

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - datei: The file as the database names it.
  ///   - groesse: The size of what is in its place in the backup; nil without it.
  ///   - geprueft: Whether its bytes were looked at or written in this backup already.
  mutating func nimm(_ datei: Dateiangabe, groesse: Int64?, geprueft: Bool) {
    guard groesse == datei.groesse else {
      bytes += datei.groesse
      fehlende.append(datei)
      return
    }
    vorhandene.append(datei)
    if !geprueft { ungepruefte.append(datei) }
  }

  /// The files that are there, but not with the bytes that their names say.
  func schadhafte(in ablage: Dateiablage) throws -> [Dateiangabe] {
    let pfade = ungepruefte.map { ablage.pfad($0.hash) }
    if let summen = try? pruefsummen(dateien: pfade, .sha256) {
      return zip(ungepruefte, summen).filter { $0.hash.pruefsumme != $1 }.map(\.0)
    }
    // One of them cannot be read: one after the other.
    return zip(ungepruefte, pfade).filter { datei, pfad in
      (try? pruefsumme(datei: pfad, .sha256)) != datei.hash.pruefsumme
    }.map(\.0)
  }
}
