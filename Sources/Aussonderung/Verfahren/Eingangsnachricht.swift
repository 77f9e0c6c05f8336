// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefung
internal import XMLStrom
internal import Xdomea

/// Why a file in the inbox is no message that anybody could work on.
struct Eingangsmangel: Error {
  let text: String
}

/// A message that came in: readable, and valid as far as rules must hold.
struct Eingangsnachricht {
  let pfad: String
  let name: String
  let kopf: Nachrichtenkopf
  let typ: Nachrichtentyp
  let fassung: XdomeaFassung
  let pruefsumme: Pruefsumme
  /// Its own id; up to 3.1, where it has none, made from its bytes.
  let id: NachrichtenID

  /// Rules without which nothing may be done with a message, also where no schema is at hand (H3: a
  /// mandatory element is missing); other findings do not stop it, and a
  /// damaged file is told object by object.
  private static let unerlaesslich: Set<String> = [
    "H3", "R2", "R3", "R4", "R5", "R7", "R8", "R9", "R10", "R11", "R12", "R15", "R17",
  ]

  init(_ pfad: String, _ schemata: Schemata?) throws {
    self.pfad = pfad
    name = pfad.lastIndex(of: "/").map { String(pfad[$0...].dropFirst()) } ?? pfad
    pruefsumme = try Dauerhaft.pruefsumme(pfad)
    do {
      let bericht = try Pruefer(schemata: schemata).pruefe(pfad)
      let schwere = bericht.sortiert().filter {
        $0.schwere == .fehler && Self.unerlaesslich.contains($0.regel)
      }
      guard schwere.isEmpty else { throw Eingangsmangel(text: bericht.text(farbe: false)) }
      let leser = try Nachrichtenpaket(pfad: pfad).leser()
      kopf = leser.kopf
      typ = leser.typ
      fassung = leser.version
    } catch let fehler as XdomeaFehler {
      throw Eingangsmangel(text: fehler.description)
    } catch let fehler as BehaelterFehler {
      throw Eingangsmangel(text: "\(fehler)")
    } catch let fehler as XMLFehler {
      throw Eingangsmangel(text: "\(fehler)")
    }
    if fassung >= .v400, let eigene = kopf.nachrichtenID {
      id = eigene
    } else {
      id = try Namensableitung(kopf.prozessID).kennung(
        "nachricht", pruefsumme.hex, Nachrichtenbezug.self)
    }
  }

  /// The same message, if it came before; nil if it is new.
  ///
  /// - Throws: ``Eingangsmangel`` if the id is that of another message (R21), or of one of ours.
  func fruehere(in v: Verfahren) throws(Eingangsmangel) -> Nachrichtenvermerk? {
    guard let alt = v.nachricht(id) else { return nil }
    guard !alt.eigene else {
      throw Eingangsmangel(
        text: v.seite == .behoerde
          ? "Das ist eine Nachricht dieser Behörde, keine des Archivs (R24)."
          : "Das ist eine Nachricht dieses Archivs, keine der Behörde (R24).")
    }
    guard alt.pruefsumme == pruefsumme else {
      throw Eingangsmangel(text: "Die Kennung \(id) trägt schon eine andere Nachricht (R21).")
    }
    return alt
  }

  /// The message of ours that it answers; nil if there is none that was sent (R23, R25).
  func frage(in v: Verfahren) -> Nachrichtenvermerk? {
    guard let ursprung = typ.ursprung else { return nil }
    let gesandte = v.nachrichten(ursprung, eigene: true).filter { $0.stand == .versandt }
    if fassung >= .v400 {
      return gesandte.first {
        $0.id == kopf.ursprungsnachricht && $0.teil == (kopf.lfdNr ?? $0.teil)
      }
    }
    return gesandte.last { $0.prozess == kopf.prozessID }
  }

  /// Why there is no message that it answers.
  func ohneFrage(_ v: Verfahren) -> String {
    guard let ursprung = typ.ursprung else {
      return "Eine \(typ.rawValue) schickt die Behörde, nicht das Archiv (R24)."
    }
    guard v.nachrichten(ursprung, eigene: true).contains(where: { $0.stand == .versandt }) else {
      return "Die \(typ.rawValue) kommt, bevor im Prozess \(v.prozess) eine "
        + "\(ursprung.rawValue) hinausging (R25)."
    }
    return "Die \(typ.rawValue) antwortet auf die Nachricht "
      + "\(kopf.ursprungsnachricht?.text ?? "ohne Kennung"), die diese Behörde nicht gesandt hat "
      + "(R23)."
  }

  /// Why it cannot count beside what came before; nil if it can.
  func widerspruch(zu frage: Nachrichtenvermerk, _ v: Verfahren) -> String? {
    // A receipt or a result for the same message of ours once more, with other bytes. A decision may
    // come in pieces.
    let schon = v.nachrichten(typ, eigene: false).contains {
      $0.antwortAuf == frage.id && $0.stand != .abgelehnt
    }
    guard schon, typ != .bewertungsverzeichnis, !typ.istEmpfangsbestaetigung else { return nil }
    return "Zur selben Nachricht liegt im Prozess \(v.prozess) schon eine andere \(typ.rawValue) "
      + "vor (R20)."
  }
}
