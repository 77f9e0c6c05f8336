// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why an event on a document's way is refused.
@nonexhaustive
public enum Lauffehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The event lacks a value that must be recorded.
  case pflichtangabeFehlt(ereignis: String, feld: String)
  /// A value of the event is impossible.
  case wertUnzulaessig(ereignis: String, feld: String, grund: String)
  /// The event belongs to another document.
  case falschesDokument(erwartet: ObjektID, gefunden: ObjektID)
  /// There is no scan that the event could belong to.
  case keinScan
  /// A page is not the next one.
  case seitenzaehler(erwartet: Int, gefunden: Int)
  /// The version has passed its check; a correction is a new scan, never an overwrite.
  case fassungAbgeschlossen(nummer: Int)
  /// A page was checked that was not scanned.
  case seiteUnbekannt(Int)
  /// Fewer pages were checked than all pages or the sample demand.
  case zuWenigGeprueft(geprueft: Int, mindestens: Int)
  /// Who checks must be another person than who operated the scanner.
  case prueferIstBediener
  /// The quality check has not been made or not been passed.
  case qualitaetOffen
  /// The note on the transfer has not been made.
  case transfervermerkFehlt
  /// The policy demands a seal and there is none.
  case siegelFehlt
  /// A digest differs from that of the scan product.
  case hashAbweichung
  /// It was not decided that the paper is to be destroyed.
  case vernichtungNichtFestgelegt
  /// The paper may not be destroyed yet.
  case zuFrueh(fruehestens: Kalendertag)
  /// Two different persons are needed.
  case zweitePersonFehlt
  /// The paper has been destroyed already.
  case originalVernichtet

  /// A code for ``Protokollausgang/abgelehnt(grund:)``.
  public var code: String {
    switch self {
    case .pflichtangabeFehlt: "pflichtangabeFehlt"
    case .wertUnzulaessig: "wertUnzulaessig"
    case .falschesDokument: "falschesDokument"
    case .keinScan: "keinScan"
    case .seitenzaehler: "seitenzaehler"
    case .fassungAbgeschlossen: "fassungAbgeschlossen"
    case .seiteUnbekannt: "seiteUnbekannt"
    case .zuWenigGeprueft: "zuWenigGeprueft"
    case .prueferIstBediener: "prueferIstBediener"
    case .qualitaetOffen: "qualitaetOffen"
    case .transfervermerkFehlt: "transfervermerkFehlt"
    case .siegelFehlt: "siegelFehlt"
    case .hashAbweichung: "hashAbweichung"
    case .vernichtungNichtFestgelegt: "vernichtungNichtFestgelegt"
    case .zuFrueh: "zuFrueh"
    case .zweitePersonFehlt: "zweitePersonFehlt"
    case .originalVernichtet: "originalVernichtet"
    }
  }

  /// A German sentence that says what to do.
  public var meldung: String {
    switch self {
    case .pflichtangabeFehlt(let ereignis, let feld):
      "Dem Ereignis »\(ereignis)« fehlt die Angabe »\(feld)«; ergänzen Sie sie."
    case .wertUnzulaessig(let ereignis, let feld, let grund):
      "Im Ereignis »\(ereignis)« ist die Angabe »\(feld)« nicht zulässig: \(grund)."
    case .falschesDokument(let erwartet, let gefunden):
      "Das Ereignis gehört zum Dokument \(gefunden.text), nicht zu \(erwartet.text)."
    case .keinScan:
      "Zu diesem Dokument gibt es noch keinen Scan; beginnen Sie zuerst einen Scan."
    case .seitenzaehler(let erwartet, let gefunden):
      """
      Als Nächstes muss Seite \(erwartet) folgen, nicht Seite \(gefunden); scannen Sie den Stapel \
      neu, wenn Seiten fehlen.
      """
    case .fassungAbgeschlossen(let nummer):
      """
      Fassung \(nummer) ist geprüft und wird nicht mehr verändert; beginnen Sie für eine \
      Berichtigung einen neuen Scan.
      """
    case .seiteUnbekannt(let seite):
      "Seite \(seite) wurde geprüft, aber nicht gescannt; berichtigen Sie das Prüfergebnis."
    case .zuWenigGeprueft(let geprueft, let mindestens):
      """
      Geprüft wurden \(geprueft) Seiten, nötig sind mindestens \(mindestens); prüfen Sie die \
      übrigen Seiten.
      """
    case .prueferIstBediener:
      "Wer den Scanner bedient hat, darf die Qualität nicht selbst prüfen; lassen Sie eine andere "
        + "Person prüfen."
    case .qualitaetOffen:
      "Die Qualitätsprüfung des Scans ist nicht bestanden; prüfen Sie den Scan oder scannen Sie neu."
    case .transfervermerkFehlt:
      "Der Transfervermerk zum Scan fehlt; erstellen Sie ihn zuerst."
    case .siegelFehlt:
      "Das Scanprodukt muss versiegelt sein; bringen Sie Siegel oder Zeitstempel an."
    case .hashAbweichung:
      """
      Der Hash ist nicht der des Scanprodukts im Transfervermerk; die Datei wurde verändert oder \
      verwechselt. Scannen Sie neu oder stellen Sie die richtige Datei wieder her.
      """
    case .vernichtungNichtFestgelegt:
      "Für das Original ist keine Vernichtung festgelegt; legen Sie zuerst seinen Verbleib fest."
    case .zuFrueh(let fruehestens):
      "Das Original darf frühestens am \(fruehestens.anzeige) vernichtet werden."
    case .zweitePersonFehlt:
      "Die Vernichtung des Originals bezeugen zwei verschiedene Personen; nennen Sie beide."
    case .originalVernichtet:
      "Das Original ist bereits vernichtet; dieser Schritt ist nicht mehr möglich."
    }
  }

  /// The same as ``meldung``.
  public var description: String { meldung }
}
