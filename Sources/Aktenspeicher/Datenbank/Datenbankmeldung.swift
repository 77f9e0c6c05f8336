// SPDX-License-Identifier: Apache-2.0

/// What SQLite says about a damaged database, as the end of a German sentence.
///
/// SQLite speaks English only. What says where the damage is, such as the name of a table or the number
/// of a page, is kept.
enum Datenbankmeldung {
  /// The German words for a message.
  ///
  /// - Parameters:
  ///   - meldung: What SQLite says.
  ///   - code: The result code, for messages that are not known.
  /// - Returns: German words without a full stop.
  static func deutsch(_ meldung: String, code: Int32 = 0) -> String {
    for (anfang, form) in formen {
      guard let stelle = meldung.firstRange(of: anfang) else { continue }
      let rest = meldung[stelle.upperBound...]
      return form.replacing("#", with: name(rest))
    }
    return code == 0
      ? "ihr Aufbau ist verletzt" : "SQLite meldet den Fehler \(code & 0xFF) (\(code))"
  }

  /// What shows that the schema itself is not the one of a store any more.
  static func istSchaden(_ meldung: String) -> Bool {
    [
      "malformed", "no such table", "no such column", "no such index", "vtable constructor failed",
      "has no column named", "no such module", "unable to open database schema",
    ].contains { meldung.contains($0) }
  }

  /// Parts of messages with what they mean; the `#` stands for the name or number that follows.
  private static let formen: [(String, String)] = [
    (
      "malformed database schema (",
      "die Beschreibung von »#« in der Tafel »sqlite_master« ist verändert"
    ),
    ("vtable constructor failed: ", "das Suchverzeichnis »#« lässt sich nicht öffnen"),
    ("no such table: ", "die Tafel »#« fehlt"),
    ("no such column: ", "die Spalte »#« fehlt"),
    ("has no column named ", "die Spalte »#« fehlt"),
    ("no such index: ", "das Verzeichnis »#« fehlt"),
    ("no such module: ", "das Modul »#« fehlt"),
    ("UNIQUE constraint failed: ", "der Wert von »#« ist schon vergeben"),
    ("NOT NULL constraint failed: ", "der Wert von »#« fehlt"),
    ("CHECK constraint failed: ", "ein Wert verletzt die Bedingung »#«"),
    ("FOREIGN KEY constraint failed", "ein Verweis führt ins Leere"),
    ("cannot store ", "ein Wert hat die falsche Art"),
    ("datatype mismatch", "ein Wert hat die falsche Art"),
    ("missing from index ", "im Verzeichnis »#« fehlt eine Zeile"),
    ("wrong # of entries in index ", "das Verzeichnis »#« hat eine falsche Zahl von Einträgen"),
    ("non-unique entry in index ", "im Verzeichnis »#« steht ein Wert doppelt"),
    ("values differ from index ", "das Verzeichnis »#« hat einen anderen Wert als die Tafel"),
    ("NULL value in ", "der Wert von »#« fehlt"),
    ("TEXT value in ", "der Wert von »#« hat die falsche Art"),
    ("BLOB value in ", "der Wert von »#« hat die falsche Art"),
    ("NUMERIC value in ", "der Wert von »#« hat die falsche Art"),
    ("non-INTEGER value in ", "der Wert von »#« hat die falsche Art"),
    ("non-TEXT value in ", "der Wert von »#« hat die falsche Art"),
    ("non-BLOB value in ", "der Wert von »#« hat die falsche Art"),
    ("On tree page ", "die Seite # der Datei ist beschädigt"),
    ("On page ", "die Seite # der Datei ist beschädigt"),
    ("invalid page number ", "die Seite # gibt es nicht"),
    ("2nd reference to page ", "die Seite # wird zweimal benutzt"),
    ("Failed to read ptrmap key=", "die Seite # der Datei ist beschädigt"),
    ("Outstanding page count goes from ", "die Zahl der Seiten stimmt nicht"),
    ("Freelist: ", "die Liste der freien Seiten ist beschädigt"),
    ("free-page count in header", "die Liste der freien Seiten ist beschädigt"),
    ("Tree ", "der Baum # der Datei ist beschädigt"),
    ("Page ", "die Seite # der Datei ist beschädigt"),
    ("Rowid ", "die Nummern der Zeilen laufen nicht der Reihe nach (bei #)"),
    ("file is not a database", "sie ist keine SQLite-Datenbank"),
    ("database disk image is malformed", "ihr Aufbau ist verletzt"),
    ("database schema is corrupt", "ihr Aufbau ist verletzt"),
    ("attempt to write a readonly database", "sie ist schreibgeschützt"),
  ]

  /// The name or number at the beginning of what follows.
  private static func name(_ rest: Substring) -> String {
    String(rest.prefix { !")- \n:,".contains($0) || $0 == "." })
  }
}
