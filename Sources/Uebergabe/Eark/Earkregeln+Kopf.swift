// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// What METS says about the package and about those who made it.
extension Earkregeln {
  /// The folders.
  static let aufbau = [
    muss(
      "CSIPSTR1", "Das Paket liegt in genau einem Ordner",
      "Im Archiv steht ganz oben ein Ordner, in dem alles andere liegt."),
    muss(
      "CSIPSTR4", "Im Ordner des Pakets liegt die Datei METS.xml",
      "Sie beschreibt das Paket; ohne sie ist nichts zu prüfen. Groß- und Kleinschreibung zählen.",
      abhilfe: erneut),
    muss(
      "EARK-XML", "METS und PREMIS sind lesbares XML",
      "Nur was wohlgeformt ist und innerhalb der Grenzen bleibt, kann gelesen werden.",
      abhilfe: erneut),
    muss(
      "EARK-METS", "Die Datei METS.xml enthält METS",
      "Das Wurzelelement heißt mets und gehört zum Namensraum http://www.loc.gov/METS/."),
  ]

  /// `mets`.
  static let wurzel = [
    muss(
      "CSIP1", "Das Paket hat eine Kennung (mets/@OBJID), und sein Ordner heißt so",
      "Über sie wird das Paket wiedergefunden. In der METS einer Repräsentation ist sie der Name ihres Ordners."
    ),
    muss(
      "CSIP2", "Die Art des Inhalts (mets/@TYPE) stammt aus dem Vokabular",
      "Was nicht darin steht, heißt OTHER und wird in csip:OTHERTYPE genannt."),
    soll(
      "CSIP3", "csip:OTHERTYPE steht nur neben der Art OTHER",
      "Sonst widersprechen sich die beiden Angaben."),
    soll(
      "CSIP4", "Die Art der Information (csip:CONTENTINFORMATIONTYPE) ist angegeben",
      "Sie stammt aus dem Vokabular. In der METS einer Repräsentation ist sie Pflicht."),
    soll(
      "CSIP5", "Zur Art OTHER ist die Information benannt (csip:OTHERCONTENTINFORMATIONTYPE)",
      "Die Angabe steht nur neben OTHER und nennt etwas, das nicht im Vokabular steht."),
    muss(
      "CSIP6", "Das Profil (mets/@PROFILE) ist als Webadresse angegeben",
      "Es sagt, welche Fassung der Spezifikation gilt."),
    soll(
      "SIP1", "Das Paket hat eine Bezeichnung (mets/@LABEL)",
      "Sie hilft Menschen, das Paket zu erkennen."),
    muss(
      "SIP2", "Das Profil ist das eines SIP",
      "Es lautet https://earksip.dilcis.eu/profile/E-ARK-SIP.xml (2.1.0) oder "
        + "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml (2.2.0)."),
  ]

  /// `metsHdr`.
  static let kopf = [
    muss("CSIP117", "METS hat einen Kopf (metsHdr)", "Er sagt, wann und womit das Paket entstand."),
    muss(
      "CSIP7", "Der Zeitpunkt der Erstellung (@CREATEDATE) ist angegeben",
      "Er hat die Form JJJJ-MM-TTThh:mm:ss."),
    soll(
      "CSIP8", "Der Zeitpunkt der letzten Änderung (@LASTMODDATE) ist angegeben",
      "Er liegt nicht in der Zukunft."),
    muss(
      "CSIP9", "Die Art des Pakets (csip:OAISPACKAGETYPE) stammt aus dem Vokabular",
      "Erlaubt sind SIP, AIP, DIP, AIU und AIC."),
    muss(
      "SIP4", "Das Paket ist ein SIP",
      "Geprüft werden Pakete zur Übernahme ins Archiv: csip:OAISPACKAGETYPE lautet SIP."),
    soll(
      "SIP3", "Der Stand des Pakets (@RECORDSTATUS) ist angegeben",
      "Erlaubt sind NEW, SUPPLEMENT, REPLACEMENT, TEST, VERSION, DELETE und OTHER; ohne Angabe gilt NEW."
    ),
  ]

  /// `agent`.
  static let agenten = [
    muss("CSIP10", "METS nennt einen Beteiligten (agent)", "Wenigstens das Programm, das packte."),
    muss(
      "CSIP11", "Das Programm ist als Ersteller genannt (ROLE CREATOR)",
      "Ein Beteiligter hat zugleich ROLE CREATOR, TYPE OTHER und OTHERTYPE SOFTWARE."),
    muss("CSIP12", "Das Programm hat den Typ OTHER", "So trennt METS Programme von Menschen."),
    muss("CSIP13", "Das Programm hat die Untergattung SOFTWARE", "@OTHERTYPE lautet SOFTWARE."),
    muss("CSIP14", "Das Programm hat einen Namen", "Er steht im Element name."),
    muss("CSIP15", "Das Programm hat genau eine Version", "Sie steht im Element note."),
    muss(
      "CSIP16", "Die Version des Programms ist als solche bezeichnet",
      "csip:NOTETYPE lautet SOFTWARE VERSION."),
    muss("SIP10", "Der Bildner der Unterlagen hat die Rolle ARCHIVIST", "So nennt ihn das Profil."),
    muss(
      "SIP11", "Der Bildner ist eine Stelle oder eine Person",
      "@TYPE lautet ORGANIZATION oder INDIVIDUAL."),
    muss("SIP12", "Der Bildner hat einen Namen", "Er steht im Element name."),
    muss("SIP14", "Die Kennung des Bildners ist bezeichnet", "NOTETYPE lautet IDENTIFICATIONCODE."),
    muss(
      "SIP15", "Die abliefernde Stelle ist genannt",
      "Ein Beteiligter mit ROLE CREATOR und TYPE ORGANIZATION oder INDIVIDUAL."),
    muss("SIP16", "Die abliefernde Stelle hat die Rolle CREATOR", "So nennt sie das Profil."),
    muss(
      "SIP17", "Die abliefernde Stelle ist eine Stelle oder eine Person",
      "@TYPE lautet ORGANIZATION oder INDIVIDUAL."),
    muss("SIP18", "Die abliefernde Stelle hat einen Namen", "Er steht im Element name."),
    muss(
      "SIP20", "Die Kennung der abliefernden Stelle ist bezeichnet",
      "NOTETYPE lautet IDENTIFICATIONCODE."),
    muss("SIP22", "Die Kontaktperson hat die Rolle CREATOR", "So nennt sie das Profil."),
    muss("SIP23", "Die Kontaktperson ist eine Person", "@TYPE lautet INDIVIDUAL."),
    muss("SIP24", "Die Kontaktperson hat einen Namen", "Er steht im Element name."),
    muss("SIP27", "Das Archiv hat die Rolle PRESERVATION", "So nennt es das Profil."),
    muss("SIP28", "Das Archiv ist eine Stelle", "@TYPE lautet ORGANIZATION."),
    muss("SIP29", "Das Archiv hat einen Namen", "Er steht im Element name."),
    muss("SIP31", "Die Kennung des Archivs ist bezeichnet", "NOTETYPE lautet IDENTIFICATIONCODE."),
  ]

  /// `altRecordID`.
  static let angaben = [
    soll("SIP5", "Eine Übernahmevereinbarung ist genannt", "Höchstens eine, mit Text."),
    soll("SIP6", "Eine frühere Übernahmevereinbarung hat einen Text", "Sonst sagt sie nichts."),
    soll("SIP7", "Eine Archivsignatur ist genannt", "Höchstens eine, mit Text."),
    soll("SIP8", "Eine frühere Archivsignatur hat einen Text", "Sonst sagt sie nichts."),
  ]
}
