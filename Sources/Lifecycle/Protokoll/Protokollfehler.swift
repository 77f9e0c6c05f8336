// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Pruefsummen

/// Why an entry, a payload or an anchor could not be written or read.
@nonexhaustive
public enum Protokollfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// No form of the canonical bytes has this number.
  case formUnbekannt(UInt8)
  /// The canonical bytes are damaged at byte `stelle`.
  case unlesbar(stelle: Int, grund: String)
  /// The instant has no zone, so it cannot be written in UTC.
  case zeitpunktOhneZone(String)
  /// The kind of an event is empty, longer than 120 bytes or not printable ASCII.
  case artUnzulaessig(String)
  /// The code of a refusal is empty, longer than 120 bytes or has characters other than ASCII
  /// letters, digits, `_`, `.` and `-`; free text could carry personal data.
  case grundUnzulaessig(String)
  /// The Kennung of a store is longer than ``Loeschsatz/hoechstlaengeKennung`` bytes.
  case kennungZuLang(Int)
  /// The chain is made of SHA-256 only.
  case hashverfahren(Hashverfahren)
  /// More objects than one entry can name.
  case zuVieleObjekte(Int, hoechstens: Int)
  /// The last possible sequence number is used up, or the number is less than 1.
  case folgeUnzulaessig(Int64)
  /// The payload cannot be sealed or opened.
  case versiegelung(Versiegelungsfehler)
  /// The payload is not what its form demands.
  case nutzlastUnlesbar(grund: String)
  /// A value cannot be written as canonical JSON.
  case nichtDarstellbar(grund: String)
  /// A text is no anchor, or was copied wrongly.
  case ankerUnlesbar(grund: String)
  /// The system's OpenSSL library lacks SHA-256.
  case pruefsummen(PruefsummenFehler)

  /// A German sentence that says what to do.
  public var description: String {
    switch self {
    case .formUnbekannt(let form):
      "Die Form \(form) der Protokolleinträge ist unbekannt; verwenden Sie eine neuere Version."
    case .unlesbar(let stelle, let grund):
      "Der Protokolleintrag ist ab Byte \(stelle) nicht lesbar: \(grund)."
    case .zeitpunktOhneZone(let text):
      "Der Zeitpunkt »\(text)« nennt keine Zeitzone; geben Sie ihn mit Zone an, etwa mit »Z«."
    case .artUnzulaessig(let art):
      """
      »\(art)« ist keine Ereignisart; erlaubt sind 1 bis 120 druckbare ASCII-Zeichen, zum \
      Beispiel »A10 zdAVerfuegen«.
      """
    case .grundUnzulaessig(let grund):
      """
      »\(grund)« ist kein Ablehnungscode; erlaubt sind 1 bis 120 Buchstaben, Ziffern, Punkt, \
      Binde- und Unterstrich. Freier Text gehört in die Nutzlast.
      """
    case .kennungZuLang(let bytes):
      """
      Die Kennung des Aktenspeichers hat \(bytes) Bytes; das Löschbuch fasst höchstens \
      \(Loeschsatz.hoechstlaengeKennung).
      """
    case .hashverfahren(let verfahren):
      "Das Protokoll verwendet SHA-256, nicht \(verfahren.rawValue)."
    case .zuVieleObjekte(let anzahl, let hoechstens):
      """
      \(anzahl) Objekte sind für einen Eintrag zu viel (höchstens \(hoechstens)); verteilen Sie \
      sie auf mehrere Einträge.
      """
    case .folgeUnzulaessig(let folge):
      "Die laufende Nummer \(folge) ist nicht zulässig; die erste ist 1."
    case .versiegelung(let fehler): fehler.description
    case .nutzlastUnlesbar(let grund): "Die Nutzlast ist nicht lesbar: \(grund)."
    case .nichtDarstellbar(let grund): "Ein Wert lässt sich nicht als JSON schreiben: \(grund)."
    case .ankerUnlesbar(let grund):
      "Der Anker ist nicht lesbar: \(grund). Schreiben Sie ihn noch einmal vollständig ab."
    case .pruefsummen(let fehler): fehler.description
    }
  }
}
