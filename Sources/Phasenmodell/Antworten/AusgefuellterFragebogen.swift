// SPDX-License-Identifier: Apache-2.0

/// The self check as a page with answers in it, as »Als ausgefüllten Fragebogen speichern« writes it.
public enum AusgefuellterFragebogen {
  /// The largest page in bytes; the questionnaire alone is about 2 MB.
  public static let groessteDatei = 8 << 20

  /// Whether a file is a page and no JSON.
  public static func istSeite(_ bytes: [UInt8]) -> Bool {
    let anfang = String(decoding: bytes.prefix(200), as: UTF8.self).drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }.lowercased()
    return anfang.hasPrefix("<!doctype") || anfang.hasPrefix("<html")
  }

  /// The answer file that stands in a page.
  ///
  /// - Parameter bytes: The page.
  /// - Returns: The bytes of the answers.
  /// - Throws: ``Lesefehler`` that says what the page is if there are no answers in it.
  public static func antworten(_ bytes: [UInt8]) throws(Lesefehler) -> [UInt8] {
    guard bytes.count <= groessteDatei else {
      throw Lesefehler(
        zeile: nil, grund: "Die Seite ist größer als \(groessteDatei >> 20) MB.",
        abhilfe: "Prüfen Sie, ob es die richtige Datei ist.")
    }
    let rat =
      "Öffnen Sie die Seite im Browser, speichern Sie dort unter »Speichern und laden« die Antwortdatei "
      + "(….diva.json) und nennen Sie diese."
    guard let beginn = stelle(Array(marke.utf8), in: bytes, ab: 0),
      let ende = stelle(Array("</script>".utf8), in: bytes, ab: beginn + marke.utf8.count)
    else {
      throw Lesefehler(
        zeile: nil,
        grund:
          "Das ist eine HTML-Seite und keine Antwortdatei; Antworten des Selbstchecks stehen nicht darin.",
        abhilfe: rat)
    }
    let inhalt = Array(bytes[(beginn + marke.utf8.count)..<ende])
    let kurz = String(decoding: inhalt.prefix(20), as: UTF8.self).trimmed
    guard !kurz.isEmpty, kurz != "null" else {
      throw Lesefehler(
        zeile: nil,
        grund: "Das ist der Selbstcheck als HTML-Seite; darin sind keine Antworten gespeichert.",
        abhilfe: rat)
    }
    return inhalt
  }

  private static let marke = #"<script type="application/json" id="diva-antworten">"#

  private static func stelle(_ muster: [UInt8], in bytes: [UInt8], ab: Int) -> Int? {
    var i = ab
    while i + muster.count <= bytes.count {
      guard let naechste = bytes[i...].firstIndex(of: muster[0]),
        naechste + muster.count <= bytes.count
      else { return nil }
      if bytes[naechste..<naechste + muster.count].elementsEqual(muster) { return naechste }
      i = naechste + 1
    }
    return nil
  }
}
