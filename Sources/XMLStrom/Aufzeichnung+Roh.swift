// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The content of raw elements, written down again as self-contained XML text.
///
/// Each top-level element of the content declares the namespaces that were in scope outside. Those
/// of the ``Namenstafel`` and of XML Schema instances are declared only where they are used: the
/// surrounding document of a later message declares its own.
extension Aufzeichnung {
  @inline(never)
  mutating func rohBeginne(
    _ lokal: Zeichenkette, _ praefix: Zeichenkette?, _ uri: Zeichenkette?,
    _ nsAnzahl: Int, _ attributAnzahl: Int, _ attribute: Attributfeld?
  ) {
    // Names are counted for the limit here as well.
    _ = namensnummer(lokal)
    rohSchliesseTag()
    rohSchreibe("<")
    rohName(praefix, lokal)
    for eigener in namensraeume.suffix(nsAnzahl) {
      rohDeklariere(eigener.praefix, eigener.uri)
    }
    if tiefe == rohtiefe + 1 { rohDeklariereAeussere() }
    rohBenutze(praefix, uri)
    if attributAnzahl > 0, let attribute {
      for i in 0..<attributAnzahl where attribute[5 * i + 1] != nil {
        rohBenutze(attribute[5 * i + 1], attribute[5 * i + 2])
      }
      for i in 0..<attributAnzahl {
        guard let name = attribute[5 * i], let wert = attribute[5 * i + 3],
          let ende = attribute[5 * i + 4]
        else { continue }
        _ = namensnummer(name)
        rohSchreibe(" ")
        rohName(attribute[5 * i + 1], name)
        rohSchreibe("=\"")
        rohMaskiere(wert, ende - wert, attribut: true)
        rohSchreibe("\"")
      }
    }
    rohTagOffen = true
    pruefeText()
  }

  @inline(never)
  mutating func rohBeende(_ lokal: Zeichenkette, _ praefix: Zeichenkette?) {
    if rohTagOffen {
      rohSchreibe("/>")
      rohTagOffen = false
    } else {
      rohSchreibe("</")
      rohName(praefix, lokal)
      rohSchreibe(">")
    }
    while let letzter = rohNamensraeume.last, letzter.tiefe == tiefe {
      rohNamensraeume.removeLast()
    }
    tiefe -= 1
    pruefeText()
  }

  @inline(never)
  mutating func rohText(_ zeichen: Zeichenkette, _ menge: Int) {
    rohSchliesseTag()
    rohMaskiere(zeichen, menge, attribut: false)
    pruefeText()
  }

  mutating func kommentar(_ inhalt: Zeichenkette) {
    if gestoppt || rohtiefe == 0 { return }
    rohSchliesseTag()
    rohSchreibe("<!--")
    rohSchreibe(inhalt)
    rohSchreibe("-->")
    pruefeText()
  }

  mutating func anweisung(_ ziel: Zeichenkette, _ daten: Zeichenkette?) {
    if gestoppt || rohtiefe == 0 { return }
    rohSchliesseTag()
    rohSchreibe("<?")
    rohSchreibe(ziel)
    if let daten {
      rohSchreibe(" ")
      rohSchreibe(daten)
    }
    rohSchreibe("?>")
    pruefeText()
  }

  // MARK: Namespaces

  /// Declares what is in scope outside, the innermost declaration of each prefix.
  private mutating func rohDeklariereAeussere() {
    for (i, raum) in namensraeume.enumerated() where raum.tiefe <= rohtiefe {
      let verdeckt = namensraeume[(i + 1)...].contains { $0.praefix == raum.praefix }
      guard !verdeckt, let uri = raum.uri, uri.pointee != 0 else { continue }
      let code = namensraumcode(uri)
      if code >= 1 && code <= 254 || strcmp(uri, Self.instanz) == 0 { continue }
      rohDeklariere(raum.praefix, uri)
    }
  }

  private static let instanz = "http://www.w3.org/2001/XMLSchema-instance"

  /// Declares a prefix unless the raw text has bound it to this URI already.
  private mutating func rohBenutze(_ praefix: Zeichenkette?, _ uri: Zeichenkette?) {
    guard let uri else { return }
    if let praefix, strcmp(praefix, "xml") == 0 { return }
    if rohNamensraeume.last(where: { $0.praefix == praefix })?.uri == uri { return }
    rohDeklariere(praefix, uri)
  }

  private mutating func rohDeklariere(_ praefix: Zeichenkette?, _ uri: Zeichenkette?) {
    rohSchreibe(" xmlns")
    if let praefix {
      rohSchreibe(":")
      rohSchreibe(praefix)
    }
    rohSchreibe("=\"")
    if let uri { rohMaskiere(uri, strlen(uri), attribut: true) }
    rohSchreibe("\"")
    rohNamensraeume.append(Namensraum(praefix: praefix, uri: uri, tiefe: tiefe))
  }

  // MARK: Bytes

  private mutating func rohSchliesseTag() {
    guard rohTagOffen else { return }
    rohSchreibe(">")
    rohTagOffen = false
  }

  private mutating func rohName(_ praefix: Zeichenkette?, _ lokal: Zeichenkette) {
    if let praefix {
      rohSchreibe(praefix)
      rohSchreibe(":")
    }
    rohSchreibe(lokal)
  }

  private mutating func rohSchreibe(_ text: Zeichenkette) {
    speicher.bytes.haengeAn(text, strlen(text))
  }

  private mutating func rohSchreibe(_ text: StaticString) {
    speicher.bytes.haengeAn(text.utf8Start, text.utf8CodeUnitCount)
  }

  private mutating func rohMaskiere(_ text: Zeichenkette, _ laenge: Int, attribut: Bool) {
    var start = 0
    var i = 0
    while i < laenge {
      let ersatz: StaticString
      var verbraucht = 1
      switch text[i] {
      case 0x26:
        ersatz = "&amp;"
        // libxml2's form of `&` in attribute values.
        if attribut && laenge - i >= 5 && memcmp(text + i, "&#38;", 5) == 0 { verbraucht = 5 }
      case 0x3C: ersatz = "&lt;"
      case 0x3E: ersatz = "&gt;"
      case 0x0D: ersatz = "&#13;"
      case 0x22 where attribut: ersatz = "&quot;"
      case 0x09 where attribut: ersatz = "&#9;"
      case 0x0A where attribut: ersatz = "&#10;"
      default:
        i += 1
        continue
      }
      speicher.bytes.haengeAn(text + start, i - start)
      rohSchreibe(ersatz)
      i += verbraucht
      start = i
    }
    speicher.bytes.haengeAn(text + start, laenge - start)
  }
}
