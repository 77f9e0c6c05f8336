// SPDX-License-Identifier: Apache-2.0
package import Akte
package import Pruefung

/// The rules for one message, applied while it is read.
///
/// Parts are taken one by one and not kept: memory grows with the number of UUIDs and of files only,
/// time with the size of the message. No text is built unless there is a finding.
package struct Nachrichtenregeln {
  let version: XdomeaFassung
  let typ: Nachrichtentyp
  let kopf: Nachrichtenkopf
  let nachrichtname: String
  let kopfzeile: Int
  let heute: Kalendertag?
  let hoechsteStufe: Int
  private let empfaenger: (Befund) -> Void

  /// Every file that the message refers to, in the order of the message.
  package internal(set) var dateiverweise: [Dateiverweis] = []

  /// Where every UUID was given first.
  var vergeben: [ObjektID: (art: Objektart, kontext: Bool, zeile: Int?)] = [:]
  /// The files referred to so far, with the place in ``dateiverweise``.
  var genannt: [Bytename: Int] = [:]
  /// Algorithms by the words of the message; the inner nil means that the word is not known.
  var verfahren: [String: Hashverfahren?] = [:]
  /// How many files have no digest.
  var ohneHash = 0
  /// Which objects an answer named so far.
  var beantwortet = Antwortverzeichnis()
  /// A result of an object says why it failed.
  var objektNenntGrund = false
  /// The deepest level of the part at hand, with its object.
  var tiefste: (stufe: Int, objekt: Stelle)?
  var zeilen = Zeilenverzeichnis()
  var teilzeile: Int?

  /// Rules for a message.
  ///
  /// - Parameters:
  ///   - version: The version of the message.
  ///   - typ: The kind that the root element says.
  ///   - kopf: The head as read.
  ///   - nachrichtname: The name of the XML file, for the place of findings.
  ///   - kopfzeile: The line of the head.
  ///   - heute: The day for rules about periods that must have ended; nil leaves them out.
  ///   - hoechsteStufe: How many levels the structure may have, Schriftstücke not counted (R30).
  ///   - melde: Takes the findings.
  package init(
    version: XdomeaFassung, typ: Nachrichtentyp, kopf: Nachrichtenkopf, nachrichtname: String,
    kopfzeile: Int, heute: Kalendertag?, hoechsteStufe: Int = 5,
    melde: @escaping (Befund) -> Void
  ) {
    self.version = version
    self.typ = typ
    self.kopf = kopf
    self.nachrichtname = nachrichtname
    self.kopfzeile = kopfzeile
    self.heute = heute
    self.hoechsteStufe = hoechsteStufe
    empfaenger = melde
  }

  /// Applies the rules to the next part.
  ///
  /// - Parameters:
  ///   - teil: The part.
  ///   - fundstellen: Where the part names its objects and files; may be empty.
  ///   - zeile: The line that the part begins in.
  package mutating func pruefe(_ teil: Nachrichtenteil, fundstellen: Fundstellen, zeile: Int) {
    zeilen = Zeilenverzeichnis(fundstellen)
    teilzeile = zeile
    tiefste = nil
    switch teil {
    case .anschreiben(let d): pruefeAnschreiben(d)
    case .schriftgutobjekt(let o): pruefeSchriftgutobjekt(o)
    case .aktenplan(let p): pruefeAktenplan(p)
    case .bewertung(let b): pruefeBewertung(b)
    case .rueckmeldung(let r): pruefeRueckmeldung(r)
    }
    pruefeTiefe()
  }

  /// Applies the rules that need the whole message.
  package mutating func abschluss() {
    pruefeDateikennungen()
    meldeFehlendeHashes()
    pruefeGesamtergebnis()
  }

  // MARK: Findings

  /// Reports a finding about an object.
  func melde(
    _ regel: Regel, schwere: Schwere? = nil, _ meldung: String, abhilfe: String? = nil,
    an stelle: Stelle, zeile: Int? = nil
  ) {
    empfaenger(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe,
        ort: Ort(
          datei: nachrichtname, zeile: zeile ?? stelle.zeile ?? teilzeile,
          objekt: stelle.id.istLeer ? nil : stelle.id.text, betreff: stelle.betreff)))
  }

  /// Reports a finding about a file.
  func melde(
    _ regel: Regel, schwere: Schwere? = nil, _ meldung: String, abhilfe: String? = nil,
    an verweis: Dateiverweis
  ) {
    empfaenger(
      Befund(
        regel, schwere: schwere, meldung, abhilfe: abhilfe,
        ort: Ort(
          datei: nachrichtname, zeile: verweis.zeile,
          objekt: verweis.objekt.istLeer ? nil : verweis.objekt.text, betreff: verweis.betreff)))
  }

  /// Reports a finding about the message as a whole, its head or an Aktenplan.
  func melde(_ regel: Regel, schwere: Schwere? = nil, _ meldung: String, zeile: Int?) {
    empfaenger(
      Befund(regel, schwere: schwere, meldung, ort: Ort(datei: nachrichtname, zeile: zeile)))
  }
}
