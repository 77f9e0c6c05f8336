// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Ablehnungsgrund {
  /// The name of the reason, as the transition table and the Protokoll write it.
  public var code: String {
    Mirror(reflecting: self).children.first?.label ?? "\(self)"
  }

  /// What was found, as a German sentence.
  public var meldung: String { text.0 }

  /// What to do, as a German sentence.
  public var abhilfe: String { text.1 }

  private var text: (String, String) {
    switch self {
    case .einheitUnbekannt, .einheitStillgelegt, .einheitUngueltig, .keinBlatt, .betreffLeer,
      .kennzeichenLeer, .kennzeichenKollision, .falscheEbene, .zuTief, .kennungVergeben,
      .akteGeschlossen, .elternGeschlossen, .zielGeschlossen, .zielUnterhalb, .nichtLeer,
      .orgUnbekannt, .begruendungFehlt, .feldGesperrt,
      .feldOhneAblage, .wertUnveraendert:
      ordnungstext
    case .hashFehlt, .dateiZuGross, .dokumentGezeichnet, .ausgecheckt, .nichtAusgecheckt,
      .adressatUnbekannt, .keinSchritt, .schrittUnbekannt, .nichtAmZug, .nichtAdressat,
      .offeneMitzeichnung, .inhaltGeaendert, .keineZeichnungsbefugnis, .terminVergangen,
      .wiedervorlageUnbekannt, .kanalFehlt, .hashAbweichung, .fassungUnbekannt, .lauf,
      .eigenesEreignis:
      dokumenttext
    case .offenerSchritt, .offeneWiedervorlage, .kindOffen, .leer, .offeneQualitaetssicherung,
      .datumInZukunft, .datumVorLaufzeitende, .regelFehlt, .kaskade, .inAussonderung,
      .verkuerzungUnzulaessig, .rechtsgrundlageFehlt, .ereignisBekannt, .frist:
      abschlusstext
    case .gesperrt, .sperreUnbekannt, .sperreVorhanden, .nichtBefugt, .vierAugenFehlt,
      .abgabeLaufend, .keineAbgabeLaufend, .vernichtet, .unbekannt, .falscheLage, .umfeldFehlt:
      befugnistext
    default: aussonderungstext
    }
  }

  private var ordnungstext: (String, String) {
    switch self {
    case .einheitUnbekannt:
      (
        "Die Aktenplaneinheit gibt es nicht.",
        "Wählen Sie eine Einheit des geltenden Aktenplans."
      )
    case .einheitStillgelegt:
      (
        "Die Aktenplaneinheit ist stillgelegt und nimmt keine neuen Akten auf.",
        "Wählen Sie die Einheit, die an ihre Stelle getreten ist."
      )
    case .einheitUngueltig:
      (
        "Die Aktenplaneinheit gilt an diesem Tag nicht.",
        "Wählen Sie eine Einheit, die heute gilt."
      )
    case .keinBlatt:
      (
        "Unter der Aktenplaneinheit liegen weitere Einheiten; Akten gehören in die unterste.",
        "Wählen Sie eine der Einheiten darunter."
      )
    case .betreffLeer: ("Der Betreff ist leer.", "Sagen Sie in wenigen Worten, worum es geht.")
    case .kennzeichenLeer: ("Das Kennzeichen ist leer.", "Vergeben Sie ein Kennzeichen.")
    case .kennzeichenKollision:
      ("Das Kennzeichen ist schon vergeben.", "Ziehen Sie das nächste freie Kennzeichen.")
    case .falscheEbene(let ebene, let eltern):
      (
        eltern.map { "\(ebene.anzeige) kann nicht in \($0.anzeige) liegen." }
          ?? "\(ebene.anzeige) braucht ein Objekt, in dem sie oder er liegt.",
        "Wählen Sie den passenden Ort: Teilakte und Vorgang liegen in einer Akte oder Teilakte, "
          + "ein Teilvorgang in einem Vorgang."
      )
    case .zuTief(let grenze):
      (
        "Mehr als \(grenze) Ebenen kann eine Übergabe an das Archiv nicht ausdrücken.",
        "Legen Sie das Objekt weiter oben an."
      )
    case .kennungVergeben:
      (
        "Die Kennung (UUID) ist schon vergeben.",
        "Vergeben Sie eine neue; alte werden nie wieder benutzt."
      )
    case .akteGeschlossen:
      (
        "Die Akte oder der Vorgang ist geschlossen; der Inhalt lässt sich nicht mehr ändern.",
        "Nehmen Sie das Objekt zuerst wieder auf."
      )
    case .elternGeschlossen:
      (
        "Das Objekt darüber ist geschlossen.",
        "Nehmen Sie es zuerst wieder auf, oder wählen Sie ein offenes."
      )
    case .zielGeschlossen:
      ("Das Ziel ist geschlossen.", "Wählen Sie ein offenes Ziel, oder nehmen Sie es wieder auf.")
    case .zielUnterhalb:
      ("Das Ziel liegt im Objekt selbst.", "Wählen Sie ein Ziel außerhalb.")
    case .nichtLeer:
      (
        "Das Objekt hat oder hatte Inhalt; storniert wird nur, was immer leer war.",
        "Schließen Sie es mit einer zdA-Verfügung."
      )
    case .orgUnbekannt:
      ("Die Organisationseinheit gibt es nicht.", "Prüfen Sie die Schreibweise.")
    case .begruendungFehlt: ("Die Begründung fehlt.", "Nennen Sie den Grund.")
    case .feldGesperrt(let feld):
      (
        "Das Feld \(feld.xdomeaName) lässt sich so nicht ändern.",
        feld.nachAbschluss
          ? "Nach dem Abschluss darf eine Geheimhaltung nur herabgestuft werden."
          : "Nehmen Sie das Objekt wieder auf, oder nutzen Sie den Vorgang, der dieses Feld führt."
      )
    case .feldOhneAblage(let feld):
      (
        "Für die Angabe \(feld.xdomeaName) hat der Speicher hier keinen Platz; sie ginge verloren.",
        "Halten Sie sie dort fest, wo sie geführt wird, oder in einem Dokument."
      )
    case .wertUnveraendert: ("Der neue Wert ist der alte.", "Prüfen Sie die Eingabe.")
    default: ("Das ist hier nicht möglich.", "Sehen Sie nach, wie es um das Objekt steht.")
    }
  }

  private var dokumenttext: (String, String) {
    switch self {
    case .hashFehlt:
      ("Die Prüfsumme der Datei fehlt.", "Berechnen Sie sie, bevor Sie das Dokument ablegen.")
    case .dateiZuGross(let grenze):
      (
        "Die Datei ist größer als \(grenze) Bytes.",
        "Verkleinern Sie sie, oder ändern Sie die Grenze."
      )
    case .dokumentGezeichnet:
      (
        "Das Dokument ist schlussgezeichnet; diese Fassung bleibt, wie sie ist.",
        "Legen Sie ein neues Dokument an."
      )
    case .ausgecheckt(let ids):
      (
        "Noch in Bearbeitung: \(ids.liste).",
        "Lassen Sie die Bearbeitung beenden (einchecken)."
      )
    case .nichtAusgecheckt:
      ("Das Dokument ist nicht von Ihnen ausgecheckt.", "Checken Sie es zuerst aus.")
    case .adressatUnbekannt(let name):
      (
        name.isEmpty ? "Der Adressat fehlt." : "Den Adressaten »\(name)« gibt es nicht.",
        "Nennen Sie eine Person aus dem Verzeichnis."
      )
    case .keinSchritt: ("Die Verfügung hat keinen Schritt.", "Nennen Sie mindestens einen.")
    case .schrittUnbekannt(let n):
      ("Einen offenen Schritt \(n) gibt es nicht.", "Sehen Sie nach, welche Schritte offen sind.")
    case .nichtAmZug:
      (
        "Vor diesem Schritt sind andere offen.",
        "Warten Sie, bis diese erledigt sind, oder lassen Sie sie überspringen."
      )
    case .nichtAdressat:
      (
        "Der Schritt gehört einer anderen Person.",
        "Handeln kann, wer angesprochen ist oder diese Person vertritt."
      )
    case .offeneMitzeichnung:
      (
        "Eine Mitzeichnung ist offen oder wurde verweigert.",
        "Holen Sie sie ein, oder ändern Sie das Dokument und beginnen Sie von vorn."
      )
    case .inhaltGeaendert:
      (
        "Der Inhalt ist nicht mehr der, der mitgezeichnet wurde.",
        "Verfügen Sie die Mitzeichnung für die neue Fassung noch einmal."
      )
    case .keineZeichnungsbefugnis:
      (
        "Für die Schlusszeichnung fehlt die Befugnis.",
        "Legen Sie das Dokument einer befugten Person vor."
      )
    case .terminVergangen:
      ("Der Termin liegt in der Vergangenheit.", "Wählen Sie heute oder später.")
    case .wiedervorlageUnbekannt:
      ("Die Wiedervorlage gibt es nicht.", "Sehen Sie nach, welche offen sind.")
    case .kanalFehlt:
      (
        "Versandweg oder Empfänger fehlt.",
        "Nennen Sie beides, zum Beispiel »Post« und die Anschrift."
      )
    case .hashAbweichung:
      (
        "Die Datei ist nicht mehr die, die abgelegt wurde: Die Prüfsumme weicht ab.",
        "Stellen Sie die Datei aus einer Sicherung wieder her und prüfen Sie den Speicher."
      )
    case .fassungUnbekannt(let n):
      ("Eine Fassung \(n) gibt es nicht.", "Sehen Sie nach, welche Fassungen das Dokument hat.")
    case .eigenesEreignis:
      (
        "Verfügungen, Schritte und Schlusszeichnungen werden nicht nachgetragen.",
        "Nutzen Sie den Schritt selbst: verfügen, erledigen, schlusszeichnen."
      )
    case .lauf(let fehler):
      (
        fehler.meldung,
        "Eingetragen ist nichts; melden Sie das Ereignis danach noch einmal."
      )
    default:
      (
        "Das Dokument lässt diesen Schritt nicht zu.",
        "Sehen Sie nach, wie es um das Dokument steht."
      )
    }
  }

  private var abschlusstext: (String, String) {
    switch self {
    case .offenerSchritt(let ids):
      (
        "Ein Geschäftsgang ist noch offen: \(ids.liste).",
        "Lassen Sie die Schritte erledigen oder überspringen."
      )
    case .offeneWiedervorlage(let ids):
      ("Eine Wiedervorlage ist noch offen: \(ids.liste).", "Erledigen Sie sie zuerst.")
    case .kindOffen(let ids):
      ("Darunter ist noch offen: \(ids.liste).", "Schließen Sie zuerst, was darin liegt.")
    case .leer:
      ("Es liegt kein Dokument darin.", "Legen Sie eines ab, oder stornieren Sie das Objekt.")
    case .offeneQualitaetssicherung(let ids):
      (
        "Für einen Scan fehlt die bestandene Qualitätsprüfung: \(ids.liste).",
        "Prüfen Sie den Scan, oder scannen Sie noch einmal."
      )
    case .datumInZukunft:
      ("Der Tag liegt in der Zukunft.", "Wählen Sie heute oder einen früheren Tag.")
    case .datumVorLaufzeitende(let tag):
      (
        "Der Tag liegt vor dem letzten Dokument oder der letzten Bearbeitung am \(tag.anzeige).",
        "Wählen Sie einen späteren Tag, oder bestätigen Sie, dass es so gemeint ist."
      )
    case .regelFehlt:
      (
        "Für die Akte gibt es keine Aufbewahrungsregel.",
        "Ergänzen Sie den Aufbewahrungskatalog, oder legen Sie die Frist einzeln fest."
      )
    case .kaskade(let erstes, let grund, let offen):
      (
        "Nichts wurde geschlossen, denn \(erstes) steht im Weg: \(grund.meldung)"
          + (offen.count > 1 ? " Ebenso: \(offen.dropFirst().map { $0 }.liste)." : ""),
        grund.abhilfe
      )
    case .inAussonderung:
      (
        "Das Objekt gehört zu einem laufenden Angebot an das Archiv.",
        "Ziehen Sie das Angebot zurück, solange noch nichts abgegeben ist."
      )
    case .verkuerzungUnzulaessig:
      (
        "Die Frist würde kürzer.",
        "Eine Verkürzung braucht eine Rechtsgrundlage und eine zweite Person."
      )
    case .rechtsgrundlageFehlt:
      ("Die Rechtsgrundlage für die kürzere Frist fehlt.", "Nennen Sie Gesetz oder Regelung.")
    case .ereignisBekannt:
      (
        "Für dieses Ereignis ist schon ein anderer Tag festgehalten.",
        "Eine Berichtigung geht über die Fristkorrektur."
      )
    case .frist(let fehler):
      switch fehler {
      case .dauerUnplausibel(let dauer, _) where dauer.istNegativ:
        ("Eine Frist kann nicht \(dauer.anzeige) dauern.", "Prüfen Sie die Dauer der Regel.")
      case .dauerUnplausibel(_, let grenze):
        ("Die Frist ist länger als \(grenze) Jahre.", "Prüfen Sie die Angabe im Katalog.")
      case .datumInZukunft(let tag):
        ("Der \(tag.anzeige) liegt in der Zukunft.", "Prüfen Sie die Angabe.")
      case .ausserhalbDesKalenders:
        (
          "Das Ende der Frist läge außerhalb der Jahre 1 bis 9999.",
          "Prüfen Sie die Dauer der Regel und den Tag, von dem sie zählt."
        )
      }
    default: ("Das Objekt lässt sich so nicht schließen.", "Sehen Sie nach, wie es darum steht.")
    }
  }

  private var befugnistext: (String, String) {
    switch self {
    case .gesperrt(let ids):
      (
        "Eine Löschsperre verbietet das: \(ids.liste).",
        "Warten Sie, bis die Sperre aufgehoben ist; der Datenschutz weiß, warum sie besteht."
      )
    case .sperreUnbekannt:
      ("Diese Sperre ist hier nicht gesetzt.", "Sehen Sie nach, welche Sperren bestehen.")
    case .sperreVorhanden: ("Diese Sperre ist hier schon gesetzt.", "Es ist nichts zu tun.")
    case .nichtBefugt(let befugnis):
      (
        "Dafür fehlt die Befugnis: \(befugnis.anzeige).",
        "Wenden Sie sich an eine Person mit der passenden Rolle."
      )
    case .vierAugenFehlt:
      (
        "Dafür braucht es eine zweite, andere Person mit der passenden Rolle.",
        "Lassen Sie eine solche Person mitentscheiden."
      )
    case .abgabeLaufend:
      (
        "Eine andere Stelle wurde um Übernahme ersucht; bis zur Antwort ruht die Bearbeitung.",
        "Warten Sie die Antwort ab."
      )
    case .keineAbgabeLaufend:
      ("Es läuft kein Übernahmeersuchen.", "Prüfen Sie, ob die Nachricht zu dieser Akte gehört.")
    case .vernichtet:
      ("Das Objekt ist vernichtet.", "Erhalten ist nur der Nachweis.")
    case .unbekannt: ("Das Objekt gibt es nicht.", "Prüfen Sie die Kennung.")
    case .falscheLage(let lage):
      (
        "Das geht im Zustand »\(lage)« nicht.",
        "Sehen Sie nach, welcher Schritt fehlt."
      )
    case .umfeldFehlt(let was):
      (
        "Zum Prüfen fehlen Angaben über die Umgebung (\(was)).",
        "Das ist ein Fehler des Programms; melden Sie ihn dem Hersteller."
      )
    default: ("Das ist hier nicht möglich.", "Sehen Sie nach, wie es um das Objekt steht.")
    }
  }

  private var aussonderungstext: (String, String) {
    switch self {
    case .nichtReif(let tag):
      (
        "Das Objekt ist noch nicht aussonderungsreif"
          + (tag.map { ", erst ab dem \($0.anzeige)." } ?? "."),
        "Warten Sie das Ende der Frist ab."
      )
    case .bereitsInPaket:
      ("Das Objekt gehört schon zu einem laufenden Angebot.", "Schließen Sie dieses zuerst ab.")
    case .papierteilOffen:
      (
        "Der Verbleib des Papierteils ist nicht geklärt.",
        "Stellen Sie fest, wo er liegt, und halten Sie es fest."
      )
    case .kontextFehlt:
      ("Die Objekte darüber fehlen.", "Laden Sie alle Vorfahren bis zur Akte.")
    case .keineObjekte: ("Kein Objekt bleibt übrig.", "Sehen Sie bei den einzelnen Objekten nach.")
    case .schemaFehler:
      (
        "Die Nachricht ist nicht gültig.",
        "Prüfen Sie sie mit »diva pruefen« und beheben Sie die Fehler."
      )
    case .fremdeNachricht:
      (
        "Die Nachricht gehört nicht zu diesem Angebot.",
        "Sie bleibt ohne Wirkung; fragen Sie beim Archiv nach."
      )
    case .idUnbekannt:
      ("Das Objekt gehört nicht zu diesem Angebot.", "Fragen Sie beim Archiv nach.")
    case .idDoppelt: ("Das Objekt ist mehrfach genannt.", "Fragen Sie beim Archiv nach, was gilt.")
    case .kontextobjekt:
      (
        "Das Objekt zeigt nur den Zusammenhang und wird nicht bewertet.",
        "Fragen Sie beim Archiv nach."
      )
    case .wertUnbekannt(let wert):
      (
        "Den Wert »\(wert)« kennt die Vereinbarung mit dem Archiv nicht.",
        "Fragen Sie beim Archiv nach."
      )
    case .widerspruch(let ids):
      (
        "Das Objekt soll vernichtet werden, aber darunter ist Archivwürdiges: \(ids.liste).",
        "Fragen Sie beim Archiv nach; bis dahin geschieht damit nichts."
      )
    case .keineFristKonfiguriert:
      (
        "Es ist nicht festgelegt, wie lange das Archiv entscheiden darf.",
        "Legen Sie die Bewertungsfrist fest; sie steht im Archivgesetz."
      )
    case .zugangNichtNachgewiesen:
      (
        "Es ist nicht nachgewiesen, dass das Archiv das Angebot erhalten hat.",
        "Holen Sie den Nachweis ein."
      )
    case .entscheidungWartet(let nachricht):
      (
        "Das Archiv hat entschieden, als das Objekt gesperrt war (Nachricht \(nachricht)).",
        "Lesen Sie diese Nachricht noch einmal ein; jetzt kann sie gelten."
      )
    case .bewertungsfristLaeuft(let tag):
      ("Die Bewertungsfrist läuft bis zum \(tag.anzeige).", "Warten Sie ihr Ende ab.")
    case .bereitsAbgegeben:
      ("Es ist schon etwas abgegeben.", "Ein Angebot lässt sich nur vorher zurückziehen.")
    case .nichtArchivwuerdig:
      ("Abgegeben wird nur, was das Archiv mit A bewertet hat.", "Prüfen Sie die Bewertung.")
    case .formatNichtVereinbart:
      (
        "Eine Datei hat ein Format, das mit dem Archiv nicht vereinbart ist.",
        "Wandeln Sie sie um, zum Beispiel in PDF/A."
      )
    case .virenpruefungFehlt:
      ("Die Prüfung auf Schadprogramme fehlt oder hat etwas gefunden.", "Prüfen Sie die Dateien.")
    case .idFehlt: ("Das Objekt wurde nicht abgegeben.", "Fragen Sie beim Archiv nach.")
    case .teilFehlt(let teile):
      (
        "Von der Antwort des Archivs fehlen noch Teile (\(teile.map(String.init).joined(separator: ", "))).",
        "Warten Sie, bis alle da sind."
      )
    case .importFehlgeschlagen(let text):
      (
        "Das Archiv konnte das Objekt nicht übernehmen: \(text)",
        "Beheben Sie die Ursache und geben Sie es noch einmal ab."
      )
    case .karenzLaeuft(let tag):
      ("Gelöscht werden darf erst ab dem \(tag.anzeige).", "Warten Sie diesen Tag ab.")
    case .fremderVerweis(let wer):
      (
        "Andere verweisen noch darauf: \(wer.joined(separator: ", ")).",
        "Klären Sie, ob die Verweise entfallen können."
      )
    case .fristLaeuft(let tag):
      (
        "Die Aufbewahrungsfrist läuft noch"
          + (tag.map { " bis zum Tag vor dem \($0.anzeige)." } ?? "; ihr Ende ist nicht bestimmt."),
        "Warten Sie ihr Ende ab."
      )
    case .dauerndAufzubewahren:
      ("Das Objekt gehört zu dem, was nie gelöscht wird.", "Es bleibt bei Ihnen.")
    case .archivwuerdig:
      ("Das Archiv hat das Objekt mit A bewertet; vernichtet wird es nicht.", "Geben Sie es ab.")
    case .keineEntscheidung:
      ("Das Archiv hat noch nicht entschieden.", "Warten Sie die Entscheidung ab.")
    case .genehmigungUngueltig:
      (
        "Eine Genehmigung, die heute für diese Aktenplaneinheit gilt, liegt nicht vor.",
        "Bieten Sie das Objekt einzeln an."
      )
    case .katalogFehlt:
      (
        "Für die Aktenplaneinheit ist keine Bewertung A mit dem Archiv vereinbart.",
        "Bieten Sie das Objekt einzeln an."
      )
    case .anbietungspflicht:
      (
        "Vor dem Löschen muss das Objekt dem Archiv angeboten werden.",
        "Bieten Sie es vorzeitig an; bis dahin wird die Verarbeitung eingeschränkt."
      )
    case .offeneObjekte(let ids):
      (
        "Noch nicht am Ende: \(ids.liste).",
        "Warten Sie, bis alle Objekte vernichtet oder zurückgegeben sind."
      )
    default: ("Das ist hier nicht möglich.", "Sehen Sie nach, wie es um das Objekt steht.")
    }
  }
}

extension [ObjektID] {
  /// At most five ids and how many more there are.
  fileprivate var liste: String {
    prefix(5).map(\.text).joined(separator: ", ")
      + (count > 5 ? " und \(count - 5) weitere" : "")
  }
}
