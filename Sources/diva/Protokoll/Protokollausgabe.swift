// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung
internal import Xdomea

/// `diva protokoll ausgeben`: the Protokoll for people without the store.
struct Protokollausgabe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ausgeben",
    abstract: "Schreibt das Protokoll in eine Datei, die sich ohne den Speicher prüfen lässt.",
    discussion: """
      Ohne »--klartext« enthält die Datei keine personenbezogenen Daten, nur Kennungen und \
      Prüfsummen. Eine vorhandene Datei wird nicht überschrieben.
      """)

  @Option(help: ArgumentHelp("Die neue Datei.", valueName: "DATEI"))
  var nach: String

  @Flag(help: "Auch lesbar ausgeben, wer was getan hat.")
  var klartext = false

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try ort.oeffne(.lesend)
    let ausfuhr = try Ausfuhrdatei(nach)
    try speicher.fuehreProtokollAus(klartext: klartext) { try ausfuhr.schreibe($0) }
    try ausfuhr.schliesse()
    let eintraege = try speicher.protokollkopf().folge
    guard json else {
      try Ausgabe.zeile(
        "Protokoll ausgegeben: \(nach), \(eintraege.mal("Eintrag", "Einträge"))".sichtbar)
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", nach)
    o.setze("eintraege", eintraege)
    o.setze("klartext", klartext)
    try Ausgabe.zeile(o.text)
  }
}

/// A new file that appears only when it is complete, and never in place of another one.
final class Ausfuhrdatei {
  private let ziel: String
  private let teil: String
  private let fd: Int32
  private var puffer: [UInt8] = []

  /// Begins the file.
  ///
  /// - Throws: ``Hinderung`` with the system's reason.
  init(_ pfad: String) throws {
    let ziel = URL(fileURLWithPath: pfad)
    self.ziel = ziel.path
    teil =
      ziel.deletingLastPathComponent()
      .appendingPathComponent(".\(UUID().uuidString).teil").path
    fd = open(teil, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard fd >= 0 else { throw Self.fehler(pfad) }
  }

  deinit {
    close(fd)
    unlink(teil)
  }

  /// Appends bytes.
  func schreibe(_ bytes: [UInt8]) throws {
    puffer += bytes
    if puffer.count >= 1 << 16 { try leere() }
  }

  /// Brings the file to the disk and gives it its name.
  ///
  /// - Throws: ``Hinderung``, also if there is a file with that name.
  func schliesse() throws {
    try leere()
    guard fsync(fd) == 0, link(teil, ziel) == 0 else { throw Self.fehler(ziel) }
  }

  private func leere() throws {
    var rest = puffer[...]
    while !rest.isEmpty {
      let n = rest.withUnsafeBytes { write(fd, $0.baseAddress, $0.count) }
      if n < 0 {
        if errno == EINTR { continue }
        throw Self.fehler(ziel)
      }
      rest = rest.dropFirst(n)
    }
    puffer.removeAll(keepingCapacity: true)
  }

  private static func fehler(_ pfad: String) -> Hinderung {
    let nummer = errno
    return nummer == EEXIST
      ? Hinderung(
        "»\(pfad.sichtbar)« gibt es schon; es wird nicht überschrieben. Wählen Sie einen anderen Namen."
      )
      : Hinderung(
        "»\(pfad.sichtbar)« konnte nicht geschrieben werden: \(systemgrund(nummer)). "
          + "Prüfen Sie Pfad, Speicherplatz und Schreibrechte.")
  }
}
