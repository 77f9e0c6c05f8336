// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen

/// The list that proves where everything of a transfer lies, as text that can be signed as it is.
///
/// One line per thing, fields separated by tabs, in the order of the packages and in these by name. Each
/// package is named with the digest of what seals it: the tag manifest of a bag, the METS.xml of a SIP, or
/// the archive file.
/// Who signs the list signs all packages. The same transfer gives the same bytes, but for ids and times
/// that were drawn anew.
struct Deckungsnachweis {
  private(set) var bytes: [UInt8] = []
  private var objekte = 0
  private var dateien = 0
  private var umfang: Int64 = 0

  private let nachricht: String
  private let prozess: ProzessID

  init(prozess: ProzessID, nachricht: String) {
    self.prozess = prozess
    self.nachricht = nachricht
  }

  /// The beginning: which message was divided.
  mutating func abgabe(groesse: Int64, _ summe: Pruefsumme) {
    zeile("Deckungsnachweis", "1")
    zeile("abgabe", prozess.text, nachricht, "\(groesse)", summe.hex)
    zeile("spalten", "paket", "nummer", "ordner", "titel", "sha512 des Siegels")
    zeile("spalten", "rahmen", "nummer", "kennung")
    zeile("spalten", "objekt", "nummer", "art", "kennung")
    zeile("spalten", "datei", "nummer", "name", "bytes", "sha512")
  }

  /// A package.
  mutating func paket(
    _ nummer: Int, _ ordner: String, _ entwurf: Paketentwurf, siegel: Pruefsumme,
    dateien abgelegt: [(name: String, groesse: Int64, summe: Pruefsumme)]
  ) {
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
  }

  /// What lies in the container and is named nowhere, and what was left out.
  mutating func rest(ungenannt: [String], ausgelassen: [ObjektID: String]) {
    for name in ungenannt { zeile("ungenannt", name) }
    for id in ausgelassen.keys.sorted() { zeile("ausgelassen", id.text, ausgelassen[id] ?? "") }
  }

  /// Ends the list; the last line is the digest of all before it, so that an accident is noticed.
  mutating func schluss(pakete: Int) throws(PruefsummenFehler) {
    zeile("summe", "\(pakete)", "\(objekte)", "\(dateien)", "\(umfang)")
    var bildner = try Pruefsummenbildner([.sha512])
    bytes.withUnsafeBytes { bildner.nimm($0) }
    zeile("siegel", bildner.abschluss().first?.hex ?? "")
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
