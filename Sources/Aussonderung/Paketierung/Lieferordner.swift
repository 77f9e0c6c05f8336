// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import FoundationEssentials
internal import Glibc
internal import Pruefsummen

/// A folder of packages under construction: under a hidden name until all of it is on the disk, and gone
/// again if it is not finished.
final class Lieferordner {
  private let ziel: Zielort
  private var istFertig = false
  /// Where the packages are built.
  let bauort: String

  init(_ pfad: String) throws {
    ziel = try Zielort(pfad)
    try ziel.pruefeFrei(ueberschreiben: false)
    guard mkdirat(ziel.ordner, ziel.teilname, 0o755) == 0 else {
      throw AussonderungFehler.ablage(pfad: pfad, grund: systemgrund(errno))
    }
    var teile = pfad.split(separator: "/" as Character, omittingEmptySubsequences: false)
    while teile.count > 1, teile.last == "" { teile.removeLast() }
    teile[teile.count - 1] = Substring(ziel.teilname)
    bauort = teile.joined(separator: "/")
  }

  deinit {
    if !istFertig { try? FileManager.default.removeItem(atPath: bauort) }
  }

  /// Brings everything to the disk and gives the folder its name.
  func beende() throws {
    let fd = open(bauort, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else {
      throw AussonderungFehler.ablage(pfad: ziel.pfad, grund: systemgrund(errno))
    }
    defer { close(fd) }
    let nummer = Dateisystem.sichere(fd)
    guard nummer == 0 else {
      throw AussonderungFehler.ablage(pfad: ziel.pfad, grund: systemgrund(nummer))
    }
    try ziel.benenneOrdner()
    istFertig = true
  }
}
