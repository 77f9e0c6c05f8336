// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Reifegradbericht {
  /// The steps of the plan that have a day and are not done, as a calendar (RFC 5545).
  ///
  /// Each is an event of a whole day, because office calendars show those and many leave out tasks. Its
  /// UID names the question and the answer file, so that a step that moves to another day replaces
  /// itself, and those of two municipalities stand side by side. Nil if no step has a day.
  public var ics: String? {
    let stand = (erstellt ?? Kalendertag(katalog.stand)).map(Terminkalender.tag) ?? "19700101"
    let termine = plan.compactMap { z -> Terminkalender.Termin? in
      guard let bis = z.vormerkung?.bis, z.vormerkung?.erledigt != true else { return nil }
      var text: [String] = []
      if let wer = z.vormerkung?.wer { text.append("Wer: \(wer)") }
      if let w = z.werkzeug {
        text.append("Werkzeug: \(w.id) \(w.titel), etwa \(w.aufwandMin) Minuten")
      }
      if !z.frage.beleg.isEmpty { text.append("Erledigt, wenn vorliegt: \(z.frage.beleg)") }
      return .init(
        id: z.frage.id, tag: bis, titel: "E-Akte: " + z.aufgabe, text: text.joined(separator: "\n"))
    }
    return termine.isEmpty
      ? nil
      : Terminkalender(termine: termine, stand: stand, vorhaben: auswertung.datei.vorhaben).text
  }
}

extension Reifegradbericht {
  /// The questions whose step is not done and whose day lies before that of the report.
  public var vergangeneTermine: [String] {
    guard let heute = erstellt else { return [] }
    return plan.filter { z in
      z.vormerkung?.erledigt != true && (z.vormerkung?.bis.map { $0 < heute } ?? false)
    }.map(\.frage.id)
  }
}

/// Days as a calendar file (RFC 5545): CRLF, lines of 75 bytes at most, special characters masked.
struct Terminkalender {
  struct Termin {
    var id: String
    var tag: Kalendertag
    var titel: String
    var text: String
  }

  var termine: [Termin]
  /// The day of its making, `JJJJMMTT`.
  var stand: String
  /// Whose plan it is; part of each UID.
  var vorhaben: String

  var text: String {
    var zeilen = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//DiVA//Reifegrad//DE", "CALSCALE:GREGORIAN",
    ]
    for t in termine {
      zeilen += [
        "BEGIN:VEVENT", "UID:\(t.id)-\(vorhaben)@diva-selbstcheck", "DTSTAMP:\(stand)T000000Z",
      ]
      zeilen.append("DTSTART;VALUE=DATE:\(Self.tag(t.tag))")
      // The end is the day after (RFC 5545, 3.6.1); the last day of all has none.
      if let morgen = Kalendertag(tageszahl: t.tag.tageszahl + 1) {
        zeilen.append("DTEND;VALUE=DATE:\(Self.tag(morgen))")
      }
      zeilen.append("SUMMARY:\(Self.maskiert(t.titel))")
      if !t.text.isEmpty { zeilen.append("DESCRIPTION:\(Self.maskiert(t.text))") }
      zeilen += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    zeilen.append("END:VCALENDAR")
    return zeilen.map(Self.gefaltet).joined()
  }

  static func tag(_ tag: Kalendertag) -> String { tag.text.replacing("-", with: "") }

  /// RFC 5545, 3.3.11: backslash, semicolon, comma and line feed; other control characters are left out.
  static func maskiert(_ text: String) -> String {
    var neu = ""
    for z in text.unicodeScalars {
      switch z {
      case "\\", ";", ",": neu += "\\" + String(z)
      case "\n": neu += "\\n"
      case _ where z.value < 32 || z.value == 127: break
      default: neu.unicodeScalars.append(z)
      }
    }
    return neu
  }

  /// RFC 5545, 3.1: at most 75 bytes a line; what follows begins with a blank.
  ///
  /// No character is cut.
  static func gefaltet(_ zeile: String) -> String {
    var neu = ""
    var laenge = 0
    for z in zeile.unicodeScalars {
      let bytes = String(z).utf8.count
      if laenge + bytes > 75 {
        neu += "\r\n "
        laenge = 1
      }
      neu.unicodeScalars.append(z)
      laenge += bytes
    }
    return neu + "\r\n"
  }
}
