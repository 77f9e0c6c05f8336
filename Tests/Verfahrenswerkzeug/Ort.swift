// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import Xdomea

/// The folders of one procedure between two sides, and the days on which they act.
struct Ort {
  static let registratur = Akteur(kennung: "reg", name: "Registratur", rollen: [.registratur])
  static let leitung = Akteur(kennung: "leitung", name: "Leitung", rollen: [.zeichnungsbefugte])
  static let datenschutz = Akteur(kennung: "dsb", name: "Datenschutz", rollen: [.datenschutz])
  static let archivarin = Akteur(kennung: "arc", name: "Archiv", rollen: [.archiv])

  let ordner: String
  let fassung: XdomeaFassung
  /// The day of the procedure, and one after the time of grace.
  let heute: Kalendertag
  let spaeter: Kalendertag

  /// The version stands in the file `fassung`.
  init(_ ordner: String) throws {
    self.ordner = ordner
    let text = try String(contentsOfFile: ordner + "/fassung", encoding: .utf8)
    guard let fassung = XdomeaFassung(rawValue: text), let heute = Kalendertag(2032, 1, 1),
      let spaeter = Kalendertag(2032, 3, 1)
    else { throw AussonderungFehler.nichtsZuTun("fassung") }
    self.fassung = fassung
    self.heute = heute
    self.spaeter = spaeter
  }

  /// The Akten that a court keeps, one id a line in the file `sperren`.
  func zuSperrende() throws -> Set<ObjektID> {
    let text = try String(contentsOfFile: ordner + "/sperren", encoding: .utf8)
    return Set(text.split(separator: "\n").compactMap { ObjektID(String($0)) })
  }

  func transfer(_ seite: Seite) throws -> Transferordner {
    let hin = ordner + "/zum-archiv"
    let her = ordner + "/zur-behoerde"
    return seite == .behoerde
      ? try Transferordner(eingang: her, ausgang: hin, quarantaene: ordner + "/quarantaene-b")
      : try Transferordner(eingang: hin, ausgang: her, quarantaene: ordner + "/quarantaene-a")
  }

  /// Parts of one Akte each.
  var vereinbarung: Vereinbarung {
    var v = Vereinbarung(
      behoerde: Kontakt(institution: "Gemeinde Musterdorf"),
      archiv: Kontakt(institution: "Kreisarchiv"), fassung: fassung)
    v.teilgrenzen = Teilgrenzen(dokumente: 2, bytes: 1_000_000)
    return v
  }

  func wer(_ akteur: Akteur, mit zweite: Akteur? = nil, am tag: Kalendertag? = nil) throws
    -> Handelnde
  {
    let tag = tag ?? heute
    // Never before what was done earlier, whatever the day of it.
    var uhr = timespec()
    clock_gettime(CLOCK_BOOTTIME, &uhr)
    let millisekunden =
      Int64(spaeter.tageszahl) * 86_400_000 + Int64(uhr.tv_sec) * 1000
      + Int64(uhr.tv_nsec) / 1_000_000
    guard let jetzt = Zeitpunkt(unixMillisekunden: millisekunden) else {
      throw AussonderungFehler.nichtsZuTun("Uhr")
    }
    return Handelnde(akteur, zweitePerson: zweite, heute: tag, zeitpunkt: jetzt)
  }
}
