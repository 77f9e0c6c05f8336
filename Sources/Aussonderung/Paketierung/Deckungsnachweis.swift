// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Pruefsummen

/// The list that proves where everything of a transfer lies, as text that can be signed as it is.
///
/// One line per thing, fields separated by tabs, in the order of the packages and in these by name. Each
/// package is named with the digest of what seals it: the tag manifest of a bag, the METS.xml of a SIP, or
/// the archive file.
/// Who signs the list signs all packages. The same transfer gives the same bytes, but for ids and times
/// that were drawn anew. It goes to its file while the packages are made, so that it takes no memory.
struct Deckungsnachweis {
  private var bytes: [UInt8] = []
  private let ablage: Nachweisablage
  private var objekte = 0
  private var dateien = 0
  private var umfang: Int64 = 0

  private let nachricht: String
  private let prozess: ProzessID

  /// Begins the list at a path in a folder under construction.
  ///
  /// - Throws: ``AussonderungFehler/ablage(pfad:grund:)``.
  init(prozess: ProzessID, nachricht: String, nach pfad: String) throws {
    self.prozess = prozess
    self.nachricht = nachricht
    ablage = try Nachweisablage(pfad)
  }

  /// The beginning: which message was divided.
  mutating func abgabe(groesse: Int64, _ summe: Pruefsumme) throws {
    zeile("Deckungsnachweis", "1")
    zeile("abgabe", prozess.text, nachricht, "\(groesse)", summe.hex)
    zeile("spalten", "paket", "nummer", "ordner", "titel", "sha512 des Siegels")
    zeile("spalten", "rahmen", "nummer", "kennung")
    zeile("spalten", "objekt", "nummer", "art", "kennung")
    zeile("spalten", "datei", "nummer", "name", "bytes", "sha512")
    try leere()
  }

  /// A package.
  mutating func paket(
    _ nummer: Int, _ ordner: String, _ entwurf: Paketentwurf, siegel: Pruefsumme,
    dateien abgelegt: [(name: String, groesse: Int64, summe: Pruefsumme)]
  ) throws {
    zeile("paket", "\(nummer)", ordner, entwurf.titel, siegel.hex)
    for id in entwurf.pfad { zeile("rahmen", "\(nummer)", id.text) }
    for o in entwurf.objekte {
      zeile(o.istKontext ? "rahmen" : "objekt", "\(nummer)", o.art.rawValue, o.id.text)
    }
    for d in abgelegt.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      zeile("datei", "\(nummer)", d.name, "\(d.groesse)", d.summe.hex)
      umfang += d.groesse
    }
    objekte += entwurf.objekte.count { !$0.istKontext }
    dateien += abgelegt.count
    try leere()
  }

  /// What lies in the container and is named nowhere, and what was left out.
  mutating func rest(ungenannt: [String], ausgelassen: [ObjektID: String]) throws {
    for name in ungenannt { zeile("ungenannt", name) }
    for id in ausgelassen.keys.sorted() { zeile("ausgelassen", id.text, ausgelassen[id] ?? "") }
    try leere()
  }

  /// Ends the list; the last line is the digest of all before it, so that an accident is noticed.
  mutating func schluss(pakete: Int) throws {
    zeile("summe", "\(pakete)", "\(objekte)", "\(dateien)", "\(umfang)")
    try leere()
    zeile("siegel", ablage.siegel())
    try leere()
    try ablage.beende()
  }

  /// Hands the lines on.
  private mutating func leere() throws {
    try ablage.nimm(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func zeile(_ felder: String...) {
    for (i, feld) in felder.enumerated() {
      if i > 0 { bytes.append(0x09) }
      // A tab or line end in a name must not make a field.
      for b in feld.utf8 {
        switch b {
        case 0x09: bytes += Array("\\t".utf8)
        case 0x0A: bytes += Array("\\n".utf8)
        case 0x0D: bytes += Array("\\r".utf8)
        case 0x5C: bytes += Array("\\\\".utf8)
        default: bytes.append(b)
        }
      }
    }
    bytes.append(0x0A)
  }
}

/// The file of the list, and the digest of what went in.
///
/// It stands in a folder that gets its name, and is brought to the disk, when all is done.
private final class Nachweisablage {
  private let pfad: String
  private var fd: Int32
  private var bildner: Pruefsummenbildner

  init(_ pfad: String) throws {
    bildner = try Pruefsummenbildner([.sha512])
    self.pfad = pfad
    fd = open(pfad, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard fd >= 0 else { throw AussonderungFehler.ablage(pfad: pfad, grund: systemgrund(errno)) }
  }

  deinit { if fd >= 0 { close(fd) } }

  func nimm(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { alle in
      bildner.nimm(alle)
      try Dauerhaft.schreibe(alle, fd, pfad)
    }
  }

  func siegel() -> String { bildner.abschluss().first?.hex ?? "" }

  func beende() throws {
    let ergebnis = close(fd)
    fd = -1
    guard ergebnis == 0 else {
      throw AussonderungFehler.ablage(pfad: pfad, grund: systemgrund(errno))
    }
  }
}
