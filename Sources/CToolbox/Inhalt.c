// SPDX-License-Identifier: Apache-2.0
// Made by Docs/werkzeug/toolbox-einbetten.py; do not edit by hand.
#include "CToolbox.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char d0[] = {
#embed "../../Toolbox/LIESMICH.md"
};
static const unsigned char d1[] = {
#embed "../../Toolbox/beitragen/vorlage.md"
};
static const unsigned char d2[] = {
#embed "../../Toolbox/checklisten/CL-01-rechtsrahmen-auf-einen-blick/CL-01.md"
};
static const unsigned char d3[] = {
#embed "../../Toolbox/checklisten/CL-02-wen-muessen-wir-einbinden/CL-02.md"
};
static const unsigned char d4[] = {
#embed "../../Toolbox/checklisten/CL-03-personalrat-beteiligen/CL-03.md"
};
static const unsigned char d5[] = {
#embed "../../Toolbox/checklisten/CL-04-datenschutz-schwellwertpruefung/CL-04.md"
};
static const unsigned char d6[] = {
#embed "../../Toolbox/checklisten/CL-05-it-bestandsaufnahme/CL-05.md"
};
static const unsigned char d7[] = {
#embed "../../Toolbox/checklisten/CL-06-ablagen-aufraeumen/CL-06.md"
};
static const unsigned char d8[] = {
#embed "../../Toolbox/checklisten/CL-07-qualitaet-des-aktenplans/CL-07.md"
};
static const unsigned char d9[] = {
#embed "../../Toolbox/checklisten/CL-08-ersetzendes-scannen/CL-08.md"
};
static const unsigned char d10[] = {
#embed "../../Toolbox/checklisten/CL-09-schriftform-und-originale/CL-09.md"
};
static const unsigned char d11[] = {
#embed "../../Toolbox/checklisten/CL-10-vergabe-fahrplan/CL-10.md"
};
static const unsigned char d12[] = {
#embed "../../Toolbox/checklisten/CL-11-vertragscheck-dms/CL-11.md"
};
static const unsigned char d13[] = {
#embed "../../Toolbox/checklisten/CL-12-archiv-frueh-einbinden/CL-12.md"
};
static const unsigned char d14[] = {
#embed "../../Toolbox/checklisten/CL-13-barrierefreiheit-des-dms/CL-13.md"
};
static const unsigned char d15[] = {
#embed "../../Toolbox/checklisten/CL-14-start-oder-stopp/CL-14.md"
};
static const unsigned char d16[] = {
#embed "../../Toolbox/checklisten/CL-15-abnahme/CL-15.md"
};
static const unsigned char d17[] = {
#embed "../../Toolbox/checklisten/CL-16-umstellung-eines-arbeitsbereichs/CL-16.md"
};
static const unsigned char d18[] = {
#embed "../../Toolbox/checklisten/CL-17-schluss-mit-doppelter-aktenfuehrung/CL-17.md"
};
static const unsigned char d19[] = {
#embed "../../Toolbox/checklisten/CL-18-aktenqualitaet-pruefen/CL-18.md"
};
static const unsigned char d20[] = {
#embed "../../Toolbox/checklisten/CL-19-neue-beschaeftigte-einarbeiten/CL-19.md"
};
static const unsigned char d21[] = {
#embed "../../Toolbox/checklisten/CL-20-berechtigungen-ueberpruefen/CL-20.md"
};
static const unsigned char d22[] = {
#embed "../../Toolbox/checklisten/CL-21-notbetrieb-und-wiederanlauf/CL-21.md"
};
static const unsigned char d23[] = {
#embed "../../Toolbox/checklisten/CL-22-uebergabe-an-das-elektronische-archiv/CL-22.md"
};
static const unsigned char d24[] = {
#embed "../../Toolbox/checklisten/CL-23-ausstieg-und-systemwechsel/CL-23.md"
};
static const unsigned char d25[] = {
#embed "../../Toolbox/entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.md"
};
static const unsigned char d26[] = {
#embed "../../Toolbox/entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.yaml"
};
static const unsigned char d27[] = {
#embed "../../Toolbox/entscheiden/EH-02-wo-fangen-wir-an/EH-02.md"
};
static const unsigned char d28[] = {
#embed "../../Toolbox/entscheiden/EH-02-wo-fangen-wir-an/EH-02.yaml"
};
static const unsigned char d29[] = {
#embed "../../Toolbox/entscheiden/EH-03-wer-betreibt-das-system/EH-03.md"
};
static const unsigned char d30[] = {
#embed "../../Toolbox/entscheiden/EH-03-wer-betreibt-das-system/EH-03.yaml"
};
static const unsigned char d31[] = {
#embed "../../Toolbox/entscheiden/EH-04-welche-produktart-passt/EH-04.md"
};
static const unsigned char d32[] = {
#embed "../../Toolbox/entscheiden/EH-04-welche-produktart-passt/EH-04.yaml"
};
static const unsigned char d33[] = {
#embed "../../Toolbox/entscheiden/EH-05-allein-oder-gemeinsam/EH-05.md"
};
static const unsigned char d34[] = {
#embed "../../Toolbox/entscheiden/EH-05-allein-oder-gemeinsam/EH-05.yaml"
};
static const unsigned char d35[] = {
#embed "../../Toolbox/entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.md"
};
static const unsigned char d36[] = {
#embed "../../Toolbox/entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.yaml"
};
static const unsigned char d37[] = {
#embed "../../Toolbox/entscheiden/EH-07-koennen-wollen-duerfen/EH-07.md"
};
static const unsigned char d38[] = {
#embed "../../Toolbox/entscheiden/EH-07-koennen-wollen-duerfen/EH-07.yaml"
};
static const unsigned char d39[] = {
#embed "../../Toolbox/entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.md"
};
static const unsigned char d40[] = {
#embed "../../Toolbox/entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.yaml"
};
static const unsigned char d41[] = {
#embed "../../Toolbox/entscheiden/EH-09-was-tun-mit-altakten/EH-09.md"
};
static const unsigned char d42[] = {
#embed "../../Toolbox/entscheiden/EH-09-was-tun-mit-altakten/EH-09.yaml"
};
static const unsigned char d43[] = {
#embed "../../Toolbox/entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.md"
};
static const unsigned char d44[] = {
#embed "../../Toolbox/entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.yaml"
};
static const unsigned char d45[] = {
#embed "../../Toolbox/katalog.yaml"
};
static const unsigned char d46[] = {
#embed "../../Toolbox/leitfaeden/LF-01-e-akte-fuer-die-leitung/LF-01.md"
};
static const unsigned char d47[] = {
#embed "../../Toolbox/leitfaeden/LF-02-e-akte-fuer-gemeinderat-und-kreistag/LF-02.md"
};
static const unsigned char d48[] = {
#embed "../../Toolbox/leitfaeden/LF-03-ablaeufe-auswaehlen-mit-dem-musterprozessregister/LF-03.md"
};
static const unsigned char d49[] = {
#embed "../../Toolbox/leitfaeden/LF-04-durchs-tal-der-traenen/LF-04.md"
};
static const unsigned char d50[] = {
#embed "../../Toolbox/leitfaeden/LF-05-vom-papier-aktenplan-zum-elektronischen-aktenplan/LF-05.md"
};
static const unsigned char d51[] = {
#embed "../../Toolbox/leitfaeden/LF-06-scannen-von-a-bis-z/LF-06.md"
};
static const unsigned char d52[] = {
#embed "../../Toolbox/leitfaeden/LF-07-posteingang-mitzeichnung-postausgang/LF-07.md"
};
static const unsigned char d53[] = {
#embed "../../Toolbox/leitfaeden/LF-08-handbuch-fuer-key-user/LF-08.md"
};
static const unsigned char d54[] = {
#embed "../../Toolbox/leitfaeden/LF-09-aussonderung-schritt-fuer-schritt/LF-09.md"
};
static const unsigned char d55[] = {
#embed "../../Toolbox/leitfaeden/LF-10-informationssicherheit-wiba-und-das-dms/LF-10.md"
};
static const unsigned char d56[] = {
#embed "../../Toolbox/muster/MU-01-rollen-und-zustaendigkeiten-im-projekt/MU-01.md"
};
static const unsigned char d57[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02-gross.csv"
};
static const unsigned char d58[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02-klein.csv"
};
static const unsigned char d59[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02.md"
};
static const unsigned char d60[] = {
#embed "../../Toolbox/muster/MU-03-verfahrensbeschreibung-scannen/MU-03.md"
};
static const unsigned char d61[] = {
#embed "../../Toolbox/muster/MU-04-dienstanweisung-e-akte/MU-04.md"
};
static const unsigned char d62[] = {
#embed "../../Toolbox/muster/MU-05-dienstanweisung-e-akte-kurz/MU-05.md"
};
static const unsigned char d63[] = {
#embed "../../Toolbox/muster/MU-06-dienstvereinbarung-e-akte/MU-06.md"
};
static const unsigned char d64[] = {
#embed "../../Toolbox/rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.md"
};
static const unsigned char d65[] = {
#embed "../../Toolbox/rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.yaml"
};
static const unsigned char d66[] = {
#embed "../../Toolbox/rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.md"
};
static const unsigned char d67[] = {
#embed "../../Toolbox/rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.yaml"
};
static const unsigned char d68[] = {
#embed "../../Toolbox/rechnen/KH-03-personalbedarf-im-projekt/KH-03.md"
};
static const unsigned char d69[] = {
#embed "../../Toolbox/rechnen/KH-03-personalbedarf-im-projekt/KH-03.yaml"
};
static const unsigned char d70[] = {
#embed "../../Toolbox/rechnen/KH-04-mengengeruest-papierbestand/KH-04.md"
};
static const unsigned char d71[] = {
#embed "../../Toolbox/rechnen/KH-04-mengengeruest-papierbestand/KH-04.yaml"
};
static const unsigned char d72[] = {
#embed "../../Toolbox/rechnen/KH-05-speicherbedarf/KH-05.md"
};
static const unsigned char d73[] = {
#embed "../../Toolbox/rechnen/KH-05-speicherbedarf/KH-05.yaml"
};
static const unsigned char d74[] = {
#embed "../../Toolbox/rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.md"
};
static const unsigned char d75[] = {
#embed "../../Toolbox/rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.yaml"
};
static const unsigned char d76[] = {
#embed "../../Toolbox/rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.md"
};
static const unsigned char d77[] = {
#embed "../../Toolbox/rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.yaml"
};
static const unsigned char d78[] = {
#embed "../../Toolbox/rechnen/KH-08-angebotswertung/KH-08.md"
};
static const unsigned char d79[] = {
#embed "../../Toolbox/rechnen/KH-08-angebotswertung/KH-08.yaml"
};
static const unsigned char d80[] = {
#embed "../../Toolbox/rechnen/KH-09-migrationsaufwand/KH-09.md"
};
static const unsigned char d81[] = {
#embed "../../Toolbox/rechnen/KH-09-migrationsaufwand/KH-09.yaml"
};
static const unsigned char d82[] = {
#embed "../../Toolbox/rechnen/KH-10-schulungsaufwand/KH-10.md"
};
static const unsigned char d83[] = {
#embed "../../Toolbox/rechnen/KH-10-schulungsaufwand/KH-10.yaml"
};
static const unsigned char d84[] = {
#embed "../../Toolbox/rechnen/KH-11-rollout-dauer/KH-11.md"
};
static const unsigned char d85[] = {
#embed "../../Toolbox/rechnen/KH-11-rollout-dauer/KH-11.yaml"
};
static const unsigned char d86[] = {
#embed "../../Toolbox/rechnen/KH-12-stichprobenumfang/KH-12.md"
};
static const unsigned char d87[] = {
#embed "../../Toolbox/rechnen/KH-12-stichprobenumfang/KH-12.yaml"
};
static const unsigned char d88[] = {
#embed "../../Toolbox/rechnen/KH-13-posteingang-und-scanstelle/KH-13.md"
};
static const unsigned char d89[] = {
#embed "../../Toolbox/rechnen/KH-13-posteingang-und-scanstelle/KH-13.yaml"
};
static const unsigned char d90[] = {
#embed "../../Toolbox/rechnen/KH-14-lizenzmodell-vergleich/KH-14.md"
};
static const unsigned char d91[] = {
#embed "../../Toolbox/rechnen/KH-14-lizenzmodell-vergleich/KH-14.yaml"
};
static const unsigned char d92[] = {
#embed "../../Toolbox/stammdaten.md"
};
static const unsigned char d93[] = {
#embed "../../Toolbox/verzeichnis-checklisten.md"
};
static const unsigned char d94[] = {
#embed "../../Toolbox/verzeichnis-leitfaeden-muster-hilfen.md"
};
static const unsigned char d95[] = {
#embed "../../Toolbox/verzeichnis-vl.md"
};
static const unsigned char d96[] = {
#embed "../../Toolbox/vorlagen/VL-01-beschlussvorlage/VL-01.md"
};
static const unsigned char d97[] = {
#embed "../../Toolbox/vorlagen/VL-02-zielbild/VL-02.md"
};
static const unsigned char d98[] = {
#embed "../../Toolbox/vorlagen/VL-03-projektauftrag/VL-03.md"
};
static const unsigned char d99[] = {
#embed "../../Toolbox/vorlagen/VL-04-projektauftrag-kurz/VL-04.md"
};
static const unsigned char d100[] = {
#embed "../../Toolbox/vorlagen/VL-05-projektplan/VL-05-beispiel-lindenbach.ics"
};
static const unsigned char d101[] = {
#embed "../../Toolbox/vorlagen/VL-05-projektplan/VL-05.md"
};
static const unsigned char d102[] = {
#embed "../../Toolbox/vorlagen/VL-06-kommunikationsplan/VL-06.md"
};
static const unsigned char d103[] = {
#embed "../../Toolbox/vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07-bogen-b.csv"
};
static const unsigned char d104[] = {
#embed "../../Toolbox/vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07.md"
};
static const unsigned char d105[] = {
#embed "../../Toolbox/vorlagen/VL-08-verzeichnis-fachverfahren/VL-08-tabelle-a.csv"
};
static const unsigned char d106[] = {
#embed "../../Toolbox/vorlagen/VL-08-verzeichnis-fachverfahren/VL-08.md"
};
static const unsigned char d107[] = {
#embed "../../Toolbox/vorlagen/VL-09-risikoliste/VL-09.md"
};
static const unsigned char d108[] = {
#embed "../../Toolbox/vorlagen/VL-10-metadaten-und-benennungsregeln/VL-10.md"
};
static const unsigned char d109[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-gross.csv"
};
static const unsigned char d110[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-klein.csv"
};
static const unsigned char d111[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11.md"
};
static const unsigned char d112[] = {
#embed "../../Toolbox/vorlagen/VL-12-rollen-und-berechtigungskonzept/VL-12.md"
};
static const unsigned char d113[] = {
#embed "../../Toolbox/vorlagen/VL-13-verarbeitungsverzeichnis/VL-13.md"
};
static const unsigned char d114[] = {
#embed "../../Toolbox/vorlagen/VL-14-loeschkonzept/VL-14.md"
};
static const unsigned char d115[] = {
#embed "../../Toolbox/vorlagen/VL-15-lastenheft/VL-15-anforderungen.csv"
};
static const unsigned char d116[] = {
#embed "../../Toolbox/vorlagen/VL-15-lastenheft/VL-15.md"
};
static const unsigned char d117[] = {
#embed "../../Toolbox/vorlagen/VL-16-migrationskonzept/VL-16.md"
};
static const unsigned char d118[] = {
#embed "../../Toolbox/vorlagen/VL-17-schulungskonzept/VL-17.md"
};
static const unsigned char d119[] = {
#embed "../../Toolbox/vorlagen/VL-18-testfaelle/VL-18.md"
};
static const unsigned char d120[] = {
#embed "../../Toolbox/vorlagen/VL-19-pilot-auswertung/VL-19.md"
};
static const unsigned char d121[] = {
#embed "../../Toolbox/vorlagen/VL-20-fehler-und-wunschliste/VL-20.md"
};
static const unsigned char d122[] = {
#embed "../../Toolbox/vorlagen/VL-21-wellenplan/VL-21.md"
};
static const unsigned char d123[] = {
#embed "../../Toolbox/vorlagen/VL-22-betriebshandbuch/VL-22.md"
};
static const unsigned char d124[] = {
#embed "../../Toolbox/vorlagen/VL-23-kennzahlenblatt/VL-23.md"
};
static const unsigned char d125[] = {
#embed "../../Toolbox/vorlagen/VL-24-anbietungsliste/VL-24-vorlage.csv"
};
static const unsigned char d126[] = {
#embed "../../Toolbox/vorlagen/VL-24-anbietungsliste/VL-24.md"
};
static const unsigned char d127[] = {
#embed "../../Toolbox/vorlagen/VL-25-loeschprotokoll/VL-25.md"
};
static const unsigned char d128[] = {
#embed "../../Toolbox/vorlagen/VL-26-erfahrungsbericht/VL-26.md"
};

static const toolbox_datei liste[] = {
  {"LIESMICH.md", d0, sizeof d0},
  {"beitragen/vorlage.md", d1, sizeof d1},
  {"checklisten/CL-01-rechtsrahmen-auf-einen-blick/CL-01.md", d2, sizeof d2},
  {"checklisten/CL-02-wen-muessen-wir-einbinden/CL-02.md", d3, sizeof d3},
  {"checklisten/CL-03-personalrat-beteiligen/CL-03.md", d4, sizeof d4},
  {"checklisten/CL-04-datenschutz-schwellwertpruefung/CL-04.md", d5, sizeof d5},
  {"checklisten/CL-05-it-bestandsaufnahme/CL-05.md", d6, sizeof d6},
  {"checklisten/CL-06-ablagen-aufraeumen/CL-06.md", d7, sizeof d7},
  {"checklisten/CL-07-qualitaet-des-aktenplans/CL-07.md", d8, sizeof d8},
  {"checklisten/CL-08-ersetzendes-scannen/CL-08.md", d9, sizeof d9},
  {"checklisten/CL-09-schriftform-und-originale/CL-09.md", d10, sizeof d10},
  {"checklisten/CL-10-vergabe-fahrplan/CL-10.md", d11, sizeof d11},
  {"checklisten/CL-11-vertragscheck-dms/CL-11.md", d12, sizeof d12},
  {"checklisten/CL-12-archiv-frueh-einbinden/CL-12.md", d13, sizeof d13},
  {"checklisten/CL-13-barrierefreiheit-des-dms/CL-13.md", d14, sizeof d14},
  {"checklisten/CL-14-start-oder-stopp/CL-14.md", d15, sizeof d15},
  {"checklisten/CL-15-abnahme/CL-15.md", d16, sizeof d16},
  {"checklisten/CL-16-umstellung-eines-arbeitsbereichs/CL-16.md", d17, sizeof d17},
  {"checklisten/CL-17-schluss-mit-doppelter-aktenfuehrung/CL-17.md", d18, sizeof d18},
  {"checklisten/CL-18-aktenqualitaet-pruefen/CL-18.md", d19, sizeof d19},
  {"checklisten/CL-19-neue-beschaeftigte-einarbeiten/CL-19.md", d20, sizeof d20},
  {"checklisten/CL-20-berechtigungen-ueberpruefen/CL-20.md", d21, sizeof d21},
  {"checklisten/CL-21-notbetrieb-und-wiederanlauf/CL-21.md", d22, sizeof d22},
  {"checklisten/CL-22-uebergabe-an-das-elektronische-archiv/CL-22.md", d23, sizeof d23},
  {"checklisten/CL-23-ausstieg-und-systemwechsel/CL-23.md", d24, sizeof d24},
  {"entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.md", d25, sizeof d25},
  {"entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.yaml", d26, sizeof d26},
  {"entscheiden/EH-02-wo-fangen-wir-an/EH-02.md", d27, sizeof d27},
  {"entscheiden/EH-02-wo-fangen-wir-an/EH-02.yaml", d28, sizeof d28},
  {"entscheiden/EH-03-wer-betreibt-das-system/EH-03.md", d29, sizeof d29},
  {"entscheiden/EH-03-wer-betreibt-das-system/EH-03.yaml", d30, sizeof d30},
  {"entscheiden/EH-04-welche-produktart-passt/EH-04.md", d31, sizeof d31},
  {"entscheiden/EH-04-welche-produktart-passt/EH-04.yaml", d32, sizeof d32},
  {"entscheiden/EH-05-allein-oder-gemeinsam/EH-05.md", d33, sizeof d33},
  {"entscheiden/EH-05-allein-oder-gemeinsam/EH-05.yaml", d34, sizeof d34},
  {"entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.md", d35, sizeof d35},
  {"entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.yaml", d36, sizeof d36},
  {"entscheiden/EH-07-koennen-wollen-duerfen/EH-07.md", d37, sizeof d37},
  {"entscheiden/EH-07-koennen-wollen-duerfen/EH-07.yaml", d38, sizeof d38},
  {"entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.md", d39, sizeof d39},
  {"entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.yaml", d40, sizeof d40},
  {"entscheiden/EH-09-was-tun-mit-altakten/EH-09.md", d41, sizeof d41},
  {"entscheiden/EH-09-was-tun-mit-altakten/EH-09.yaml", d42, sizeof d42},
  {"entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.md", d43, sizeof d43},
  {"entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.yaml", d44, sizeof d44},
  {"katalog.yaml", d45, sizeof d45},
  {"leitfaeden/LF-01-e-akte-fuer-die-leitung/LF-01.md", d46, sizeof d46},
  {"leitfaeden/LF-02-e-akte-fuer-gemeinderat-und-kreistag/LF-02.md", d47, sizeof d47},
  {"leitfaeden/LF-03-ablaeufe-auswaehlen-mit-dem-musterprozessregister/LF-03.md", d48, sizeof d48},
  {"leitfaeden/LF-04-durchs-tal-der-traenen/LF-04.md", d49, sizeof d49},
  {"leitfaeden/LF-05-vom-papier-aktenplan-zum-elektronischen-aktenplan/LF-05.md", d50, sizeof d50},
  {"leitfaeden/LF-06-scannen-von-a-bis-z/LF-06.md", d51, sizeof d51},
  {"leitfaeden/LF-07-posteingang-mitzeichnung-postausgang/LF-07.md", d52, sizeof d52},
  {"leitfaeden/LF-08-handbuch-fuer-key-user/LF-08.md", d53, sizeof d53},
  {"leitfaeden/LF-09-aussonderung-schritt-fuer-schritt/LF-09.md", d54, sizeof d54},
  {"leitfaeden/LF-10-informationssicherheit-wiba-und-das-dms/LF-10.md", d55, sizeof d55},
  {"muster/MU-01-rollen-und-zustaendigkeiten-im-projekt/MU-01.md", d56, sizeof d56},
  {"muster/MU-02-muster-aktenplan/MU-02-gross.csv", d57, sizeof d57},
  {"muster/MU-02-muster-aktenplan/MU-02-klein.csv", d58, sizeof d58},
  {"muster/MU-02-muster-aktenplan/MU-02.md", d59, sizeof d59},
  {"muster/MU-03-verfahrensbeschreibung-scannen/MU-03.md", d60, sizeof d60},
  {"muster/MU-04-dienstanweisung-e-akte/MU-04.md", d61, sizeof d61},
  {"muster/MU-05-dienstanweisung-e-akte-kurz/MU-05.md", d62, sizeof d62},
  {"muster/MU-06-dienstvereinbarung-e-akte/MU-06.md", d63, sizeof d63},
  {"rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.md", d64, sizeof d64},
  {"rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.yaml", d65, sizeof d65},
  {"rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.md", d66, sizeof d66},
  {"rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.yaml", d67, sizeof d67},
  {"rechnen/KH-03-personalbedarf-im-projekt/KH-03.md", d68, sizeof d68},
  {"rechnen/KH-03-personalbedarf-im-projekt/KH-03.yaml", d69, sizeof d69},
  {"rechnen/KH-04-mengengeruest-papierbestand/KH-04.md", d70, sizeof d70},
  {"rechnen/KH-04-mengengeruest-papierbestand/KH-04.yaml", d71, sizeof d71},
  {"rechnen/KH-05-speicherbedarf/KH-05.md", d72, sizeof d72},
  {"rechnen/KH-05-speicherbedarf/KH-05.yaml", d73, sizeof d73},
  {"rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.md", d74, sizeof d74},
  {"rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.yaml", d75, sizeof d75},
  {"rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.md", d76, sizeof d76},
  {"rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.yaml", d77, sizeof d77},
  {"rechnen/KH-08-angebotswertung/KH-08.md", d78, sizeof d78},
  {"rechnen/KH-08-angebotswertung/KH-08.yaml", d79, sizeof d79},
  {"rechnen/KH-09-migrationsaufwand/KH-09.md", d80, sizeof d80},
  {"rechnen/KH-09-migrationsaufwand/KH-09.yaml", d81, sizeof d81},
  {"rechnen/KH-10-schulungsaufwand/KH-10.md", d82, sizeof d82},
  {"rechnen/KH-10-schulungsaufwand/KH-10.yaml", d83, sizeof d83},
  {"rechnen/KH-11-rollout-dauer/KH-11.md", d84, sizeof d84},
  {"rechnen/KH-11-rollout-dauer/KH-11.yaml", d85, sizeof d85},
  {"rechnen/KH-12-stichprobenumfang/KH-12.md", d86, sizeof d86},
  {"rechnen/KH-12-stichprobenumfang/KH-12.yaml", d87, sizeof d87},
  {"rechnen/KH-13-posteingang-und-scanstelle/KH-13.md", d88, sizeof d88},
  {"rechnen/KH-13-posteingang-und-scanstelle/KH-13.yaml", d89, sizeof d89},
  {"rechnen/KH-14-lizenzmodell-vergleich/KH-14.md", d90, sizeof d90},
  {"rechnen/KH-14-lizenzmodell-vergleich/KH-14.yaml", d91, sizeof d91},
  {"stammdaten.md", d92, sizeof d92},
  {"verzeichnis-checklisten.md", d93, sizeof d93},
  {"verzeichnis-leitfaeden-muster-hilfen.md", d94, sizeof d94},
  {"verzeichnis-vl.md", d95, sizeof d95},
  {"vorlagen/VL-01-beschlussvorlage/VL-01.md", d96, sizeof d96},
  {"vorlagen/VL-02-zielbild/VL-02.md", d97, sizeof d97},
  {"vorlagen/VL-03-projektauftrag/VL-03.md", d98, sizeof d98},
  {"vorlagen/VL-04-projektauftrag-kurz/VL-04.md", d99, sizeof d99},
  {"vorlagen/VL-05-projektplan/VL-05-beispiel-lindenbach.ics", d100, sizeof d100},
  {"vorlagen/VL-05-projektplan/VL-05.md", d101, sizeof d101},
  {"vorlagen/VL-06-kommunikationsplan/VL-06.md", d102, sizeof d102},
  {"vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07-bogen-b.csv", d103, sizeof d103},
  {"vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07.md", d104, sizeof d104},
  {"vorlagen/VL-08-verzeichnis-fachverfahren/VL-08-tabelle-a.csv", d105, sizeof d105},
  {"vorlagen/VL-08-verzeichnis-fachverfahren/VL-08.md", d106, sizeof d106},
  {"vorlagen/VL-09-risikoliste/VL-09.md", d107, sizeof d107},
  {"vorlagen/VL-10-metadaten-und-benennungsregeln/VL-10.md", d108, sizeof d108},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-gross.csv", d109, sizeof d109},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-klein.csv", d110, sizeof d110},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11.md", d111, sizeof d111},
  {"vorlagen/VL-12-rollen-und-berechtigungskonzept/VL-12.md", d112, sizeof d112},
  {"vorlagen/VL-13-verarbeitungsverzeichnis/VL-13.md", d113, sizeof d113},
  {"vorlagen/VL-14-loeschkonzept/VL-14.md", d114, sizeof d114},
  {"vorlagen/VL-15-lastenheft/VL-15-anforderungen.csv", d115, sizeof d115},
  {"vorlagen/VL-15-lastenheft/VL-15.md", d116, sizeof d116},
  {"vorlagen/VL-16-migrationskonzept/VL-16.md", d117, sizeof d117},
  {"vorlagen/VL-17-schulungskonzept/VL-17.md", d118, sizeof d118},
  {"vorlagen/VL-18-testfaelle/VL-18.md", d119, sizeof d119},
  {"vorlagen/VL-19-pilot-auswertung/VL-19.md", d120, sizeof d120},
  {"vorlagen/VL-20-fehler-und-wunschliste/VL-20.md", d121, sizeof d121},
  {"vorlagen/VL-21-wellenplan/VL-21.md", d122, sizeof d122},
  {"vorlagen/VL-22-betriebshandbuch/VL-22.md", d123, sizeof d123},
  {"vorlagen/VL-23-kennzahlenblatt/VL-23.md", d124, sizeof d124},
  {"vorlagen/VL-24-anbietungsliste/VL-24-vorlage.csv", d125, sizeof d125},
  {"vorlagen/VL-24-anbietungsliste/VL-24.md", d126, sizeof d126},
  {"vorlagen/VL-25-loeschprotokoll/VL-25.md", d127, sizeof d127},
  {"vorlagen/VL-26-erfahrungsbericht/VL-26.md", d128, sizeof d128},
};

size_t toolbox_anzahl(void) { return sizeof liste / sizeof liste[0]; }

toolbox_datei toolbox_stelle(size_t stelle) {
  if (stelle < toolbox_anzahl()) return liste[stelle];
  return (toolbox_datei){"", 0, 0};
}
