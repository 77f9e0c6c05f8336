// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// What METS says about files, and whether it is true.
extension Earkregeln {
  /// The nine requirements on a reference to a file of metadata, from the number of the first on.
  private static func verweis(_ ab: Int, _ was: String) -> [Regel] {
    [
      muss("CSIP\(ab)", "Die Adresse \(was) ist eine URL", "@LOCTYPE lautet URL."),
      muss("CSIP\(ab + 1)", "Der Verweis \(was) ist einfach", "@xlink:type lautet simple."),
      muss(
        "CSIP\(ab + 2)", "Die Datei \(was) ist genannt und vorhanden",
        "@xlink:href nennt sie ab dem Ordner der METS.xml.", abhilfe: erneut),
      muss(
        "CSIP\(ab + 3)", "Die Art der Metadaten \(was) ist angegeben",
        "@MDTYPE hat einen Wert aus der Liste von METS."),
      muss("CSIP\(ab + 4)", "Das Dateiformat \(was) ist angegeben", "@MIMETYPE nennt es."),
      muss(
        "CSIP\(ab + 5)", "Die Größe der Datei \(was) stimmt", "@SIZE nennt sie in Byte.",
        abhilfe: erneut),
      muss("CSIP\(ab + 6)", "Der Zeitpunkt der Datei \(was) ist angegeben", "@CREATED nennt ihn."),
      muss(
        "CSIP\(ab + 7)", "Die Prüfsumme der Datei \(was) stimmt",
        "Die Datei wurde sonst verändert oder beschädigt.", abhilfe: erneut),
      muss(
        "CSIP\(ab + 8)", "Das Verfahren der Prüfsumme \(was) ist angegeben",
        "@CHECKSUMTYPE hat einen Wert aus der Liste von METS."),
    ]
  }

  /// `dmdSec`.
  static let beschreibung =
    [
      soll(
        "CSIP17", "Beschreibende Metadaten sind in METS genannt",
        "Zu jeder Datei in metadata/descriptive gehört ein Abschnitt dmdSec."),
      muss("CSIP18", "Jeder Abschnitt dmdSec hat eine ID", "Über sie wird auf ihn verwiesen."),
      muss("CSIP19", "Jeder Abschnitt dmdSec hat einen Zeitpunkt", "@CREATED nennt ihn."),
      soll("CSIP20", "Der Stand der Beschreibung ist angegeben", "CURRENT oder SUPERSEDED."),
      soll("CSIP21", "Der Abschnitt dmdSec nennt eine Datei", "Im Element mdRef."),
    ] + verweis(22, "der beschreibenden Metadaten")

  /// `amdSec`.
  static let verwaltung =
    [
      soll(
        "CSIP31", "Metadaten zur Erhaltung sind in METS genannt",
        "Zu Dateien in metadata/preservation gehört genau ein Abschnitt amdSec."),
      soll("CSIP32", "PREMIS ist in METS genannt", "Je Datei ein Element digiprovMD."),
      muss("CSIP33", "Jedes Element digiprovMD hat eine ID", "Über sie wird darauf verwiesen."),
      soll("CSIP34", "Der Stand von digiprovMD ist angegeben", "CURRENT oder SUPERSEDED."),
      soll("CSIP35", "Das Element digiprovMD nennt eine Datei", "Im Element mdRef."),
    ] + verweis(36, "zur Erhaltung") + [
      muss("CSIP46", "Jedes Element rightsMD hat eine ID", "Über sie wird darauf verwiesen."),
      soll("CSIP47", "Der Stand von rightsMD ist angegeben", "CURRENT oder SUPERSEDED."),
      soll("CSIP48", "Das Element rightsMD nennt eine Datei", "Im Element mdRef."),
    ] + verweis(49, "zu den Rechten") + [
      muss(
        "EARK-METADATEN", "Auch andere genannte Metadaten liegen im Paket und sind unverändert",
        "Die Elemente techMD und sourceMD verweisen auf sie.", abhilfe: erneut)
    ]

  /// `fileSec`.
  static let dateien = [
    soll("CSIP58", "METS hat ein Verzeichnis der Dateien (fileSec)", "Es nennt alle Inhalte."),
    muss("CSIP59", "Das Verzeichnis der Dateien hat eine ID", "Über sie wird darauf verwiesen."),
    muss(
      "CSIP60", "Eine Gruppe nennt die Dokumentation",
      "@USE lautet Documentation; eine Datei genügt."),
    muss("CSIP113", "Eine Gruppe nennt die Schemadateien", "@USE lautet Schemas."),
    muss("CSIP114", "Eine Gruppe nennt die Inhalte", "@USE beginnt mit Representations."),
    soll(
      "CSIP61", "Verweist eine Gruppe auf Verwaltungsdaten, dann auf vorhandene",
      "@ADMID nennt IDs aus amdSec."),
    soll(
      "CSIP62", "Die Art der Information einer Gruppe stammt aus dem Vokabular",
      "csip:CONTENTINFORMATIONTYPE."),
    soll(
      "CSIP63", "Zur Art OTHER einer Gruppe ist die Information benannt",
      "csip:OTHERCONTENTINFORMATIONTYPE steht nur neben OTHER und nennt etwas anderes als das Vokabular."
    ),
    muss("CSIP64", "Jede Gruppe sagt, wozu sie dient (@USE)", "Meist der Ordner der Dateien."),
    muss("CSIP65", "Jede Gruppe hat eine ID", "Über sie wird auf sie verwiesen."),
    muss("CSIP66", "Jede Gruppe enthält eine Datei", "Leere Gruppen sind nicht erlaubt."),
    muss("CSIP67", "Jede Datei hat eine ID", "Über sie wird auf sie verwiesen."),
    muss("CSIP68", "Das Dateiformat ist angegeben", "@MIMETYPE nennt es, zum Beispiel text/plain."),
    muss("CSIP69", "Die Größe der Datei stimmt", "@SIZE nennt sie in Byte.", abhilfe: erneut),
    muss("CSIP70", "Der Zeitpunkt der Datei ist angegeben", "@CREATED nennt ihn."),
    muss(
      "CSIP71", "Die Prüfsumme der Datei stimmt",
      "Die Datei wurde sonst verändert oder beschädigt, nachdem das Paket gebildet wurde.",
      abhilfe: erneut),
    muss(
      "CSIP72", "Das Verfahren der Prüfsumme ist angegeben",
      "@CHECKSUMTYPE hat einen Wert aus der Liste von METS."),
    soll(
      "CSIP74", "Verweist eine Datei auf Verwaltungsdaten, dann auf vorhandene",
      "@ADMID nennt IDs aus amdSec."),
    soll(
      "CSIP75", "Verweist eine Datei auf Beschreibungen, dann auf vorhandene",
      "@DMDID nennt IDs von dmdSec."),
    muss("CSIP76", "Jede Datei hat genau einen Ort (FLocat)", "Er nennt die Datei im Paket."),
    muss("CSIP77", "Die Adresse der Datei ist eine URL", "@LOCTYPE lautet URL."),
    muss("CSIP78", "Der Verweis auf die Datei ist einfach", "@xlink:type lautet simple."),
    muss(
      "CSIP79", "Die Datei ist genannt und vorhanden",
      "@xlink:href nennt sie ab dem Ordner der METS.xml.", abhilfe: erneut),
    soll(
      "SIP32", "Das Dateiformat ist näher benannt",
      "In PREMIS oder mit sip:FILEFORMATNAME je Datei."),
    soll("SIP33", "Die Version des Dateiformats ist nicht leer", "sip:FILEFORMATVERSION."),
    soll("SIP34", "Die Formatregistratur ist nicht leer", "sip:FILEFORMATREGISTRY."),
    soll("SIP35", "Die Kennung des Formats ist nicht leer", "sip:FILEFORMATKEY."),
  ]

  /// `structMap`.
  static let gliederung: [Regel] = {
    var regeln = [
      muss("CSIP80", "METS hat genau eine Gliederung nach CSIP", "Ein structMap mit LABEL CSIP."),
      muss("CSIP81", "Die Gliederung ist die der Ablage", "@TYPE lautet PHYSICAL."),
      muss("CSIP82", "Die Gliederung heißt CSIP", "@LABEL lautet CSIP."),
      muss("CSIP83", "Die Gliederung hat eine ID", "Über sie wird darauf verwiesen."),
      muss("CSIP84", "Die Gliederung hat genau einen obersten Abschnitt", "Ein Element div."),
      muss("CSIP85", "Der oberste Abschnitt hat eine ID", "Über sie wird darauf verwiesen."),
      muss("CSIP88", "Die Gliederung hat genau einen Abschnitt für Metadaten", "Auch ohne solche."),
      muss("CSIP89", "Der Abschnitt für Metadaten hat eine ID", "Über sie wird darauf verwiesen."),
      muss("CSIP90", "Der Abschnitt für Metadaten heißt Metadata", "@LABEL, genau so geschrieben."),
      soll("CSIP91", "Der Abschnitt nennt alle geltenden Verwaltungsdaten", "In @ADMID."),
      soll("CSIP92", "Der Abschnitt nennt alle geltenden Beschreibungen", "In @DMDID."),
    ]
    for (ab, zeiger, was, name) in [
      (93, 116, "die Dokumentation", "Documentation"), (97, 118, "die Schemadateien", "Schemas"),
      (101, 119, "die Inhalte", "Representations"),
    ] {
      regeln += [
        soll("CSIP\(ab)", "Die Gliederung hat einen Abschnitt für \(was)", "LABEL \(name)."),
        muss("CSIP\(ab + 1)", "Der Abschnitt für \(was) hat eine ID", "Für Verweise."),
        muss(
          "CSIP\(ab + 2)", "Der Abschnitt für \(was) heißt \(name)", "@LABEL, genau so geschrieben."
        ),
        soll(
          "CSIP\(ab + 3)", "Der Abschnitt für \(was) nennt alle ihre Gruppen",
          "Je Gruppe ein Element fptr. In Fassung 2.1.0 ist das Pflicht.", abhilfe: neuVomErsteller),
        muss(
          "CSIP\(zeiger)", "Der Abschnitt für \(was) verweist auf Gruppen dieser Art",
          "@FILEID nennt die ID einer Gruppe mit USE \(name)."),
      ]
    }
    return regeln + [
      soll(
        "CSIP105", "Jede Repräsentation mit eigener METS.xml hat einen Abschnitt",
        "Sonst führt vom Paket kein Weg zu ihr."),
      muss("CSIP106", "Der Abschnitt einer Repräsentation hat eine ID", "Für Verweise."),
      muss(
        "CSIP107", "Der Abschnitt heißt wie die Repräsentation",
        "@LABEL lautet »Representations/« und der Name ihres Ordners."),
      muss(
        "CSIP108", "Der Abschnitt verweist auf die Gruppe der Repräsentation",
        "@xlink:title nennt die ID einer Gruppe, deren USE mit Representations beginnt."),
      muss("CSIP109", "Der Abschnitt verweist auf genau eine METS.xml", "Im Element mptr."),
      muss(
        "CSIP110", "Die METS.xml der Repräsentation ist genannt und vorhanden",
        "@xlink:href führt in den Ordner, den @LABEL nennt.", abhilfe: erneut),
      muss("CSIP111", "Der Verweis auf die METS.xml ist einfach", "@xlink:type lautet simple."),
      muss("CSIP112", "Die Adresse der METS.xml ist eine URL", "@LOCTYPE lautet URL."),
    ]
  }()

  /// Beyond the requirements: what proves the content.
  static let inhalt = [
    muss(
      "EARK-DATEI-UNGENANNT", "Jede Datei des Pakets ist in METS genannt",
      "Eine Datei ohne Prüfsumme kann nachträglich hinzugekommen sein.",
      abhilfe: "Klären Sie, ob die Datei zum Paket gehört."),
    muss(
      "EARK-ID-DOPPELT", "Jede ID kommt in einer METS.xml nur einmal vor",
      "Sonst ist nicht zu entscheiden, was ein Verweis meint."),
    soll(
      "EARK-ID-PAKET", "IDs sind im ganzen Paket eindeutig",
      "Fassung 2.1.0 verlangt es; seit 2.2.0 genügt es innerhalb einer METS.xml."),
    muss(
      "EARK-VERWEIS", "Jeder Verweis in METS hat ein Ziel",
      "ADMID, DMDID und FILEID nennen IDs derselben Datei."),
    muss(
      "EARK-PFAD", "Verweise bleiben im Paket",
      "Eine solche Adresse zeigt aus dem Paket hinaus oder ist unlesbar. Sie wurde nicht verfolgt.",
      abhilfe: "Nehmen Sie das Paket nicht an und fragen Sie den Ersteller."),
    muss(
      "EARK-EXTERN", "Alle Dateien liegen im Paket",
      "Eine Adresse im Netz gehört nicht zum Paket. Es wird nichts aus dem Netz geladen.",
      abhilfe: "Bitten Sie um ein vollständiges Paket."),
    soll(
      "EARK-KODIERUNG", "Adressen sind wie Webadressen geschrieben",
      "Leerzeichen, Umlaute und Prozentzeichen werden mit % und zwei Ziffern geschrieben."),
    muss(
      "EARK-VERFAHREN", "Das Verfahren der Prüfsumme ist bekannt",
      "Der Inhalt der Datei wurde nicht geprüft.",
      abhilfe: "Bitten Sie um ein Paket mit SHA-256 oder SHA-512."),
    muss(
      "EARK-PREMIS", "PREMIS ist nach Version 3 aufgebaut",
      "Objekte, Ereignisse und Beteiligte haben Kennungen und die Pflichtangaben des Schemas."),
    muss(
      "EARK-PREMIS-VERWEIS", "Jeder Verweis in PREMIS hat ein Ziel",
      "Er nennt die Kennung eines Objekts, Ereignisses oder Beteiligten."),
    Regel(
      id: "EARK-PREMIS-PRUEFSUMME", titel: "PREMIS und METS nennen dieselben Prüfsummen",
      schwere: .warnung,
      erklaerung: "PREMIS nennt eine Prüfsumme, die keine Datei des Pakets nach METS hat.",
      abhilfe: neuVomErsteller),
  ]
}
