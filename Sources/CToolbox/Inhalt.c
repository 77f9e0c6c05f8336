// SPDX-License-Identifier: Apache-2.0
// Made by Docs/werkzeug/toolbox-einbetten.py; do not edit by hand.
#include "CToolbox.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char d0[] = {
#embed "../../Toolbox/LIESMICH.md"
};
static const unsigned char d1[] = {
#embed "../../Toolbox/beispiele/LIESMICH.md"
};
static const unsigned char d2[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/bericht.html"
};
static const unsigned char d3[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/bericht.md"
};
static const unsigned char d4[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/lindenbach-kaemmerei-hs.diva.json"
};
static const unsigned char d5[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/lindenbach-leitung-fw.diva.json"
};
static const unsigned char d6[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/lindenbach-projektleitung-fa.diva.json"
};
static const unsigned char d7[] = {
#embed "../../Toolbox/beispiele/gemeinde-15/lindenbach-sachbearbeitung-fj.diva.json"
};
static const unsigned char d8[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/bericht.html"
};
static const unsigned char d9[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/bericht.md"
};
static const unsigned char d10[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/frueher/weisstal-projektleitung-2026.diva.json"
};
static const unsigned char d11[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-archiv-ar.diva.json"
};
static const unsigned char d12[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-it-it1.diva.json"
};
static const unsigned char d13[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-leitung-al1.diva.json"
};
static const unsigned char d14[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-leitung-al2.diva.json"
};
static const unsigned char d15[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-leitung-drs.diva.json"
};
static const unsigned char d16[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-projektleitung-hf.diva.json"
};
static const unsigned char d17[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-sachbearbeitung-sb1.diva.json"
};
static const unsigned char d18[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-sachbearbeitung-sb2.diva.json"
};
static const unsigned char d19[] = {
#embed "../../Toolbox/beispiele/landkreis-1500/weisstal-sachbearbeitung-sb3.diva.json"
};
static const unsigned char d20[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-datenschutz-ds.diva.json"
};
static const unsigned char d21[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-it-hl.diva.json"
};
static const unsigned char d22[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-kaemmerei-fm.diva.json"
};
static const unsigned char d23[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-leitung-hb.diva.json"
};
static const unsigned char d24[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-projektleitung-fk.diva.json"
};
static const unsigned char d25[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-sachbearbeitung-sb1.diva.json"
};
static const unsigned char d26[] = {
#embed "../../Toolbox/beispiele/stadt-120/auental-sachbearbeitung-sb2.diva.json"
};
static const unsigned char d27[] = {
#embed "../../Toolbox/beispiele/stadt-120/bericht.html"
};
static const unsigned char d28[] = {
#embed "../../Toolbox/beispiele/stadt-120/bericht.md"
};
static const unsigned char d29[] = {
#embed "../../Toolbox/beitragen/vorlage.md"
};
static const unsigned char d30[] = {
#embed "../../Toolbox/checklisten/CL-01-rechtsrahmen-auf-einen-blick/CL-01.md"
};
static const unsigned char d31[] = {
#embed "../../Toolbox/checklisten/CL-02-wen-muessen-wir-einbinden/CL-02.md"
};
static const unsigned char d32[] = {
#embed "../../Toolbox/checklisten/CL-03-personalrat-beteiligen/CL-03.md"
};
static const unsigned char d33[] = {
#embed "../../Toolbox/checklisten/CL-04-datenschutz-schwellwertpruefung/CL-04.md"
};
static const unsigned char d34[] = {
#embed "../../Toolbox/checklisten/CL-05-it-bestandsaufnahme/CL-05.md"
};
static const unsigned char d35[] = {
#embed "../../Toolbox/checklisten/CL-06-ablagen-aufraeumen/CL-06.md"
};
static const unsigned char d36[] = {
#embed "../../Toolbox/checklisten/CL-07-qualitaet-des-aktenplans/CL-07.md"
};
static const unsigned char d37[] = {
#embed "../../Toolbox/checklisten/CL-08-ersetzendes-scannen/CL-08.md"
};
static const unsigned char d38[] = {
#embed "../../Toolbox/checklisten/CL-09-schriftform-und-originale/CL-09.md"
};
static const unsigned char d39[] = {
#embed "../../Toolbox/checklisten/CL-10-vergabe-fahrplan/CL-10.md"
};
static const unsigned char d40[] = {
#embed "../../Toolbox/checklisten/CL-11-vertragscheck-dms/CL-11.md"
};
static const unsigned char d41[] = {
#embed "../../Toolbox/checklisten/CL-12-archiv-frueh-einbinden/CL-12.md"
};
static const unsigned char d42[] = {
#embed "../../Toolbox/checklisten/CL-13-barrierefreiheit-des-dms/CL-13.md"
};
static const unsigned char d43[] = {
#embed "../../Toolbox/checklisten/CL-14-start-oder-stopp/CL-14.md"
};
static const unsigned char d44[] = {
#embed "../../Toolbox/checklisten/CL-15-abnahme/CL-15.md"
};
static const unsigned char d45[] = {
#embed "../../Toolbox/checklisten/CL-16-umstellung-eines-arbeitsbereichs/CL-16.md"
};
static const unsigned char d46[] = {
#embed "../../Toolbox/checklisten/CL-17-schluss-mit-doppelter-aktenfuehrung/CL-17.md"
};
static const unsigned char d47[] = {
#embed "../../Toolbox/checklisten/CL-18-aktenqualitaet-pruefen/CL-18.md"
};
static const unsigned char d48[] = {
#embed "../../Toolbox/checklisten/CL-19-neue-beschaeftigte-einarbeiten/CL-19.md"
};
static const unsigned char d49[] = {
#embed "../../Toolbox/checklisten/CL-20-berechtigungen-ueberpruefen/CL-20.md"
};
static const unsigned char d50[] = {
#embed "../../Toolbox/checklisten/CL-21-notbetrieb-und-wiederanlauf/CL-21.md"
};
static const unsigned char d51[] = {
#embed "../../Toolbox/checklisten/CL-22-uebergabe-an-das-elektronische-archiv/CL-22.md"
};
static const unsigned char d52[] = {
#embed "../../Toolbox/checklisten/CL-23-ausstieg-und-systemwechsel/CL-23.md"
};
static const unsigned char d53[] = {
#embed "../../Toolbox/entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.md"
};
static const unsigned char d54[] = {
#embed "../../Toolbox/entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.yaml"
};
static const unsigned char d55[] = {
#embed "../../Toolbox/entscheiden/EH-02-wo-fangen-wir-an/EH-02.md"
};
static const unsigned char d56[] = {
#embed "../../Toolbox/entscheiden/EH-02-wo-fangen-wir-an/EH-02.yaml"
};
static const unsigned char d57[] = {
#embed "../../Toolbox/entscheiden/EH-03-wer-betreibt-das-system/EH-03.md"
};
static const unsigned char d58[] = {
#embed "../../Toolbox/entscheiden/EH-03-wer-betreibt-das-system/EH-03.yaml"
};
static const unsigned char d59[] = {
#embed "../../Toolbox/entscheiden/EH-04-welche-produktart-passt/EH-04.md"
};
static const unsigned char d60[] = {
#embed "../../Toolbox/entscheiden/EH-04-welche-produktart-passt/EH-04.yaml"
};
static const unsigned char d61[] = {
#embed "../../Toolbox/entscheiden/EH-05-allein-oder-gemeinsam/EH-05.md"
};
static const unsigned char d62[] = {
#embed "../../Toolbox/entscheiden/EH-05-allein-oder-gemeinsam/EH-05.yaml"
};
static const unsigned char d63[] = {
#embed "../../Toolbox/entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.md"
};
static const unsigned char d64[] = {
#embed "../../Toolbox/entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.yaml"
};
static const unsigned char d65[] = {
#embed "../../Toolbox/entscheiden/EH-07-koennen-wollen-duerfen/EH-07.md"
};
static const unsigned char d66[] = {
#embed "../../Toolbox/entscheiden/EH-07-koennen-wollen-duerfen/EH-07.yaml"
};
static const unsigned char d67[] = {
#embed "../../Toolbox/entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.md"
};
static const unsigned char d68[] = {
#embed "../../Toolbox/entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.yaml"
};
static const unsigned char d69[] = {
#embed "../../Toolbox/entscheiden/EH-09-was-tun-mit-altakten/EH-09.md"
};
static const unsigned char d70[] = {
#embed "../../Toolbox/entscheiden/EH-09-was-tun-mit-altakten/EH-09.yaml"
};
static const unsigned char d71[] = {
#embed "../../Toolbox/entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.md"
};
static const unsigned char d72[] = {
#embed "../../Toolbox/entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.yaml"
};
static const unsigned char d73[] = {
#embed "../../Toolbox/katalog.yaml"
};
static const unsigned char d74[] = {
#embed "../../Toolbox/leitfaeden/LF-01-e-akte-fuer-die-leitung/LF-01.md"
};
static const unsigned char d75[] = {
#embed "../../Toolbox/leitfaeden/LF-02-e-akte-fuer-gemeinderat-und-kreistag/LF-02.md"
};
static const unsigned char d76[] = {
#embed "../../Toolbox/leitfaeden/LF-03-ablaeufe-auswaehlen-mit-dem-musterprozessregister/LF-03.md"
};
static const unsigned char d77[] = {
#embed "../../Toolbox/leitfaeden/LF-04-durchs-tal-der-traenen/LF-04.md"
};
static const unsigned char d78[] = {
#embed "../../Toolbox/leitfaeden/LF-05-vom-papier-aktenplan-zum-elektronischen-aktenplan/LF-05.md"
};
static const unsigned char d79[] = {
#embed "../../Toolbox/leitfaeden/LF-06-scannen-von-a-bis-z/LF-06.md"
};
static const unsigned char d80[] = {
#embed "../../Toolbox/leitfaeden/LF-07-posteingang-mitzeichnung-postausgang/LF-07.md"
};
static const unsigned char d81[] = {
#embed "../../Toolbox/leitfaeden/LF-08-handbuch-fuer-key-user/LF-08.md"
};
static const unsigned char d82[] = {
#embed "../../Toolbox/leitfaeden/LF-09-aussonderung-schritt-fuer-schritt/LF-09.md"
};
static const unsigned char d83[] = {
#embed "../../Toolbox/leitfaeden/LF-10-informationssicherheit-wiba-und-das-dms/LF-10.md"
};
static const unsigned char d84[] = {
#embed "../../Toolbox/muster/MU-01-rollen-und-zustaendigkeiten-im-projekt/MU-01.md"
};
static const unsigned char d85[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02-gross.csv"
};
static const unsigned char d86[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02-klein.csv"
};
static const unsigned char d87[] = {
#embed "../../Toolbox/muster/MU-02-muster-aktenplan/MU-02.md"
};
static const unsigned char d88[] = {
#embed "../../Toolbox/muster/MU-03-verfahrensbeschreibung-scannen/MU-03.md"
};
static const unsigned char d89[] = {
#embed "../../Toolbox/muster/MU-04-dienstanweisung-e-akte/MU-04.md"
};
static const unsigned char d90[] = {
#embed "../../Toolbox/muster/MU-05-dienstanweisung-e-akte-kurz/MU-05.md"
};
static const unsigned char d91[] = {
#embed "../../Toolbox/muster/MU-06-dienstvereinbarung-e-akte/MU-06.md"
};
static const unsigned char d92[] = {
#embed "../../Toolbox/rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.md"
};
static const unsigned char d93[] = {
#embed "../../Toolbox/rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.yaml"
};
static const unsigned char d94[] = {
#embed "../../Toolbox/rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.md"
};
static const unsigned char d95[] = {
#embed "../../Toolbox/rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.yaml"
};
static const unsigned char d96[] = {
#embed "../../Toolbox/rechnen/KH-03-personalbedarf-im-projekt/KH-03.md"
};
static const unsigned char d97[] = {
#embed "../../Toolbox/rechnen/KH-03-personalbedarf-im-projekt/KH-03.yaml"
};
static const unsigned char d98[] = {
#embed "../../Toolbox/rechnen/KH-04-mengengeruest-papierbestand/KH-04.md"
};
static const unsigned char d99[] = {
#embed "../../Toolbox/rechnen/KH-04-mengengeruest-papierbestand/KH-04.yaml"
};
static const unsigned char d100[] = {
#embed "../../Toolbox/rechnen/KH-05-speicherbedarf/KH-05.md"
};
static const unsigned char d101[] = {
#embed "../../Toolbox/rechnen/KH-05-speicherbedarf/KH-05.yaml"
};
static const unsigned char d102[] = {
#embed "../../Toolbox/rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.md"
};
static const unsigned char d103[] = {
#embed "../../Toolbox/rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.yaml"
};
static const unsigned char d104[] = {
#embed "../../Toolbox/rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.md"
};
static const unsigned char d105[] = {
#embed "../../Toolbox/rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.yaml"
};
static const unsigned char d106[] = {
#embed "../../Toolbox/rechnen/KH-08-angebotswertung/KH-08.md"
};
static const unsigned char d107[] = {
#embed "../../Toolbox/rechnen/KH-08-angebotswertung/KH-08.yaml"
};
static const unsigned char d108[] = {
#embed "../../Toolbox/rechnen/KH-09-migrationsaufwand/KH-09.md"
};
static const unsigned char d109[] = {
#embed "../../Toolbox/rechnen/KH-09-migrationsaufwand/KH-09.yaml"
};
static const unsigned char d110[] = {
#embed "../../Toolbox/rechnen/KH-10-schulungsaufwand/KH-10.md"
};
static const unsigned char d111[] = {
#embed "../../Toolbox/rechnen/KH-10-schulungsaufwand/KH-10.yaml"
};
static const unsigned char d112[] = {
#embed "../../Toolbox/rechnen/KH-11-rollout-dauer/KH-11.md"
};
static const unsigned char d113[] = {
#embed "../../Toolbox/rechnen/KH-11-rollout-dauer/KH-11.yaml"
};
static const unsigned char d114[] = {
#embed "../../Toolbox/rechnen/KH-12-stichprobenumfang/KH-12.md"
};
static const unsigned char d115[] = {
#embed "../../Toolbox/rechnen/KH-12-stichprobenumfang/KH-12.yaml"
};
static const unsigned char d116[] = {
#embed "../../Toolbox/rechnen/KH-13-posteingang-und-scanstelle/KH-13.md"
};
static const unsigned char d117[] = {
#embed "../../Toolbox/rechnen/KH-13-posteingang-und-scanstelle/KH-13.yaml"
};
static const unsigned char d118[] = {
#embed "../../Toolbox/rechnen/KH-14-lizenzmodell-vergleich/KH-14.md"
};
static const unsigned char d119[] = {
#embed "../../Toolbox/rechnen/KH-14-lizenzmodell-vergleich/KH-14.yaml"
};
static const unsigned char d120[] = {
#embed "../../Toolbox/selbstcheck/README.md"
};
static const unsigned char d121[] = {
#embed "../../Toolbox/selbstcheck/definitionen/rechner.json"
};
static const unsigned char d122[] = {
#embed "../../Toolbox/selbstcheck/js/ablage.js"
};
static const unsigned char d123[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-bericht.js"
};
static const unsigned char d124[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-dateien.js"
};
static const unsigned char d125[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-entscheiden.js"
};
static const unsigned char d126[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-ergebnis.js"
};
static const unsigned char d127[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-fragen.js"
};
static const unsigned char d128[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-massnahmen.js"
};
static const unsigned char d129[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-rechner.js"
};
static const unsigned char d130[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-start.js"
};
static const unsigned char d131[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-texte.js"
};
static const unsigned char d132[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-vergleichen.js"
};
static const unsigned char d133[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-werkzeuge.js"
};
static const unsigned char d134[] = {
#embed "../../Toolbox/selbstcheck/js/ansicht-zusammenfuehren.js"
};
static const unsigned char d135[] = {
#embed "../../Toolbox/selbstcheck/js/antwortdatei.js"
};
static const unsigned char d136[] = {
#embed "../../Toolbox/selbstcheck/js/anwendung.js"
};
static const unsigned char d137[] = {
#embed "../../Toolbox/selbstcheck/js/ausdruck.js"
};
static const unsigned char d138[] = {
#embed "../../Toolbox/selbstcheck/js/auswertung.js"
};
static const unsigned char d139[] = {
#embed "../../Toolbox/selbstcheck/js/baum.js"
};
static const unsigned char d140[] = {
#embed "../../Toolbox/selbstcheck/js/bruch.js"
};
static const unsigned char d141[] = {
#embed "../../Toolbox/selbstcheck/js/dateien.js"
};
static const unsigned char d142[] = {
#embed "../../Toolbox/selbstcheck/js/diagramm.js"
};
static const unsigned char d143[] = {
#embed "../../Toolbox/selbstcheck/js/entscheidung.js"
};
static const unsigned char d144[] = {
#embed "../../Toolbox/selbstcheck/js/ergebnisteile.js"
};
static const unsigned char d145[] = {
#embed "../../Toolbox/selbstcheck/js/feld.js"
};
static const unsigned char d146[] = {
#embed "../../Toolbox/selbstcheck/js/formeln.js"
};
static const unsigned char d147[] = {
#embed "../../Toolbox/selbstcheck/js/kalendertag.js"
};
static const unsigned char d148[] = {
#embed "../../Toolbox/selbstcheck/js/katalog.js"
};
static const unsigned char d149[] = {
#embed "../../Toolbox/selbstcheck/js/massnahmen.js"
};
static const unsigned char d150[] = {
#embed "../../Toolbox/selbstcheck/js/meldung.js"
};
static const unsigned char d151[] = {
#embed "../../Toolbox/selbstcheck/js/punkte.js"
};
static const unsigned char d152[] = {
#embed "../../Toolbox/selbstcheck/js/schluss.js"
};
static const unsigned char d153[] = {
#embed "../../Toolbox/selbstcheck/js/stimmen.js"
};
static const unsigned char d154[] = {
#embed "../../Toolbox/selbstcheck/js/suche.js"
};
static const unsigned char d155[] = {
#embed "../../Toolbox/selbstcheck/js/vektoren.js"
};
static const unsigned char d156[] = {
#embed "../../Toolbox/selbstcheck/js/vergleich.js"
};
static const unsigned char d157[] = {
#embed "../../Toolbox/selbstcheck/js/worte.js"
};
static const unsigned char d158[] = {
#embed "../../Toolbox/selbstcheck/js/zahl.js"
};
static const unsigned char d159[] = {
#embed "../../Toolbox/selbstcheck/js/zusammenfuehrung.js"
};
static const unsigned char d160[] = {
#embed "../../Toolbox/selbstcheck/js/zustand.js"
};
static const unsigned char d161[] = {
#embed "../../Toolbox/selbstcheck/reihenfolge.txt"
};
static const unsigned char d162[] = {
#embed "../../Toolbox/selbstcheck/seite.css"
};
static const unsigned char d163[] = {
#embed "../../Toolbox/selbstcheck/seite.html"
};
static const unsigned char d164[] = {
#embed "../../Toolbox/selbstcheck/vektoren/kalkulation.json"
};
static const unsigned char d165[] = {
#embed "../../Toolbox/selbstcheck/vektoren/scoring.json"
};
static const unsigned char d166[] = {
#embed "../../Toolbox/stammdaten.md"
};
static const unsigned char d167[] = {
#embed "../../Toolbox/verzeichnis-checklisten.md"
};
static const unsigned char d168[] = {
#embed "../../Toolbox/verzeichnis-leitfaeden-muster-hilfen.md"
};
static const unsigned char d169[] = {
#embed "../../Toolbox/verzeichnis-vl.md"
};
static const unsigned char d170[] = {
#embed "../../Toolbox/vorlagen/VL-01-beschlussvorlage/VL-01.md"
};
static const unsigned char d171[] = {
#embed "../../Toolbox/vorlagen/VL-02-zielbild/VL-02.md"
};
static const unsigned char d172[] = {
#embed "../../Toolbox/vorlagen/VL-03-projektauftrag/VL-03.md"
};
static const unsigned char d173[] = {
#embed "../../Toolbox/vorlagen/VL-04-projektauftrag-kurz/VL-04.md"
};
static const unsigned char d174[] = {
#embed "../../Toolbox/vorlagen/VL-05-projektplan/VL-05-beispiel-lindenbach.ics"
};
static const unsigned char d175[] = {
#embed "../../Toolbox/vorlagen/VL-05-projektplan/VL-05.md"
};
static const unsigned char d176[] = {
#embed "../../Toolbox/vorlagen/VL-06-kommunikationsplan/VL-06.md"
};
static const unsigned char d177[] = {
#embed "../../Toolbox/vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07-bogen-b.csv"
};
static const unsigned char d178[] = {
#embed "../../Toolbox/vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07.md"
};
static const unsigned char d179[] = {
#embed "../../Toolbox/vorlagen/VL-08-verzeichnis-fachverfahren/VL-08-tabelle-a.csv"
};
static const unsigned char d180[] = {
#embed "../../Toolbox/vorlagen/VL-08-verzeichnis-fachverfahren/VL-08.md"
};
static const unsigned char d181[] = {
#embed "../../Toolbox/vorlagen/VL-09-risikoliste/VL-09.md"
};
static const unsigned char d182[] = {
#embed "../../Toolbox/vorlagen/VL-10-metadaten-und-benennungsregeln/VL-10.md"
};
static const unsigned char d183[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-gross.csv"
};
static const unsigned char d184[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-klein.csv"
};
static const unsigned char d185[] = {
#embed "../../Toolbox/vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11.md"
};
static const unsigned char d186[] = {
#embed "../../Toolbox/vorlagen/VL-12-rollen-und-berechtigungskonzept/VL-12.md"
};
static const unsigned char d187[] = {
#embed "../../Toolbox/vorlagen/VL-13-verarbeitungsverzeichnis/VL-13.md"
};
static const unsigned char d188[] = {
#embed "../../Toolbox/vorlagen/VL-14-loeschkonzept/VL-14.md"
};
static const unsigned char d189[] = {
#embed "../../Toolbox/vorlagen/VL-15-lastenheft/VL-15-anforderungen.csv"
};
static const unsigned char d190[] = {
#embed "../../Toolbox/vorlagen/VL-15-lastenheft/VL-15.md"
};
static const unsigned char d191[] = {
#embed "../../Toolbox/vorlagen/VL-16-migrationskonzept/VL-16.md"
};
static const unsigned char d192[] = {
#embed "../../Toolbox/vorlagen/VL-17-schulungskonzept/VL-17.md"
};
static const unsigned char d193[] = {
#embed "../../Toolbox/vorlagen/VL-18-testfaelle/VL-18.md"
};
static const unsigned char d194[] = {
#embed "../../Toolbox/vorlagen/VL-19-pilot-auswertung/VL-19.md"
};
static const unsigned char d195[] = {
#embed "../../Toolbox/vorlagen/VL-20-fehler-und-wunschliste/VL-20.md"
};
static const unsigned char d196[] = {
#embed "../../Toolbox/vorlagen/VL-21-wellenplan/VL-21.md"
};
static const unsigned char d197[] = {
#embed "../../Toolbox/vorlagen/VL-22-betriebshandbuch/VL-22.md"
};
static const unsigned char d198[] = {
#embed "../../Toolbox/vorlagen/VL-23-kennzahlenblatt/VL-23.md"
};
static const unsigned char d199[] = {
#embed "../../Toolbox/vorlagen/VL-24-anbietungsliste/VL-24-vorlage.csv"
};
static const unsigned char d200[] = {
#embed "../../Toolbox/vorlagen/VL-24-anbietungsliste/VL-24.md"
};
static const unsigned char d201[] = {
#embed "../../Toolbox/vorlagen/VL-25-loeschprotokoll/VL-25.md"
};
static const unsigned char d202[] = {
#embed "../../Toolbox/vorlagen/VL-26-erfahrungsbericht/VL-26.md"
};

static const toolbox_datei liste[] = {
  {"LIESMICH.md", d0, sizeof d0},
  {"beispiele/LIESMICH.md", d1, sizeof d1},
  {"beispiele/gemeinde-15/bericht.html", d2, sizeof d2},
  {"beispiele/gemeinde-15/bericht.md", d3, sizeof d3},
  {"beispiele/gemeinde-15/lindenbach-kaemmerei-hs.diva.json", d4, sizeof d4},
  {"beispiele/gemeinde-15/lindenbach-leitung-fw.diva.json", d5, sizeof d5},
  {"beispiele/gemeinde-15/lindenbach-projektleitung-fa.diva.json", d6, sizeof d6},
  {"beispiele/gemeinde-15/lindenbach-sachbearbeitung-fj.diva.json", d7, sizeof d7},
  {"beispiele/landkreis-1500/bericht.html", d8, sizeof d8},
  {"beispiele/landkreis-1500/bericht.md", d9, sizeof d9},
  {"beispiele/landkreis-1500/frueher/weisstal-projektleitung-2026.diva.json", d10, sizeof d10},
  {"beispiele/landkreis-1500/weisstal-archiv-ar.diva.json", d11, sizeof d11},
  {"beispiele/landkreis-1500/weisstal-it-it1.diva.json", d12, sizeof d12},
  {"beispiele/landkreis-1500/weisstal-leitung-al1.diva.json", d13, sizeof d13},
  {"beispiele/landkreis-1500/weisstal-leitung-al2.diva.json", d14, sizeof d14},
  {"beispiele/landkreis-1500/weisstal-leitung-drs.diva.json", d15, sizeof d15},
  {"beispiele/landkreis-1500/weisstal-projektleitung-hf.diva.json", d16, sizeof d16},
  {"beispiele/landkreis-1500/weisstal-sachbearbeitung-sb1.diva.json", d17, sizeof d17},
  {"beispiele/landkreis-1500/weisstal-sachbearbeitung-sb2.diva.json", d18, sizeof d18},
  {"beispiele/landkreis-1500/weisstal-sachbearbeitung-sb3.diva.json", d19, sizeof d19},
  {"beispiele/stadt-120/auental-datenschutz-ds.diva.json", d20, sizeof d20},
  {"beispiele/stadt-120/auental-it-hl.diva.json", d21, sizeof d21},
  {"beispiele/stadt-120/auental-kaemmerei-fm.diva.json", d22, sizeof d22},
  {"beispiele/stadt-120/auental-leitung-hb.diva.json", d23, sizeof d23},
  {"beispiele/stadt-120/auental-projektleitung-fk.diva.json", d24, sizeof d24},
  {"beispiele/stadt-120/auental-sachbearbeitung-sb1.diva.json", d25, sizeof d25},
  {"beispiele/stadt-120/auental-sachbearbeitung-sb2.diva.json", d26, sizeof d26},
  {"beispiele/stadt-120/bericht.html", d27, sizeof d27},
  {"beispiele/stadt-120/bericht.md", d28, sizeof d28},
  {"beitragen/vorlage.md", d29, sizeof d29},
  {"checklisten/CL-01-rechtsrahmen-auf-einen-blick/CL-01.md", d30, sizeof d30},
  {"checklisten/CL-02-wen-muessen-wir-einbinden/CL-02.md", d31, sizeof d31},
  {"checklisten/CL-03-personalrat-beteiligen/CL-03.md", d32, sizeof d32},
  {"checklisten/CL-04-datenschutz-schwellwertpruefung/CL-04.md", d33, sizeof d33},
  {"checklisten/CL-05-it-bestandsaufnahme/CL-05.md", d34, sizeof d34},
  {"checklisten/CL-06-ablagen-aufraeumen/CL-06.md", d35, sizeof d35},
  {"checklisten/CL-07-qualitaet-des-aktenplans/CL-07.md", d36, sizeof d36},
  {"checklisten/CL-08-ersetzendes-scannen/CL-08.md", d37, sizeof d37},
  {"checklisten/CL-09-schriftform-und-originale/CL-09.md", d38, sizeof d38},
  {"checklisten/CL-10-vergabe-fahrplan/CL-10.md", d39, sizeof d39},
  {"checklisten/CL-11-vertragscheck-dms/CL-11.md", d40, sizeof d40},
  {"checklisten/CL-12-archiv-frueh-einbinden/CL-12.md", d41, sizeof d41},
  {"checklisten/CL-13-barrierefreiheit-des-dms/CL-13.md", d42, sizeof d42},
  {"checklisten/CL-14-start-oder-stopp/CL-14.md", d43, sizeof d43},
  {"checklisten/CL-15-abnahme/CL-15.md", d44, sizeof d44},
  {"checklisten/CL-16-umstellung-eines-arbeitsbereichs/CL-16.md", d45, sizeof d45},
  {"checklisten/CL-17-schluss-mit-doppelter-aktenfuehrung/CL-17.md", d46, sizeof d46},
  {"checklisten/CL-18-aktenqualitaet-pruefen/CL-18.md", d47, sizeof d47},
  {"checklisten/CL-19-neue-beschaeftigte-einarbeiten/CL-19.md", d48, sizeof d48},
  {"checklisten/CL-20-berechtigungen-ueberpruefen/CL-20.md", d49, sizeof d49},
  {"checklisten/CL-21-notbetrieb-und-wiederanlauf/CL-21.md", d50, sizeof d50},
  {"checklisten/CL-22-uebergabe-an-das-elektronische-archiv/CL-22.md", d51, sizeof d51},
  {"checklisten/CL-23-ausstieg-und-systemwechsel/CL-23.md", d52, sizeof d52},
  {"entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.md", d53, sizeof d53},
  {"entscheiden/EH-01-brauchen-wir-ein-dms/EH-01.yaml", d54, sizeof d54},
  {"entscheiden/EH-02-wo-fangen-wir-an/EH-02.md", d55, sizeof d55},
  {"entscheiden/EH-02-wo-fangen-wir-an/EH-02.yaml", d56, sizeof d56},
  {"entscheiden/EH-03-wer-betreibt-das-system/EH-03.md", d57, sizeof d57},
  {"entscheiden/EH-03-wer-betreibt-das-system/EH-03.yaml", d58, sizeof d58},
  {"entscheiden/EH-04-welche-produktart-passt/EH-04.md", d59, sizeof d59},
  {"entscheiden/EH-04-welche-produktart-passt/EH-04.yaml", d60, sizeof d60},
  {"entscheiden/EH-05-allein-oder-gemeinsam/EH-05.md", d61, sizeof d61},
  {"entscheiden/EH-05-allein-oder-gemeinsam/EH-05.yaml", d62, sizeof d62},
  {"entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.md", d63, sizeof d63},
  {"entscheiden/EH-06-foerdermittel-und-gemeinschaftsangebote/EH-06.yaml", d64, sizeof d64},
  {"entscheiden/EH-07-koennen-wollen-duerfen/EH-07.md", d65, sizeof d65},
  {"entscheiden/EH-07-koennen-wollen-duerfen/EH-07.yaml", d66, sizeof d66},
  {"entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.md", d67, sizeof d67},
  {"entscheiden/EH-08-wo-und-wann-wird-gescannt/EH-08.yaml", d68, sizeof d68},
  {"entscheiden/EH-09-was-tun-mit-altakten/EH-09.md", d69, sizeof d69},
  {"entscheiden/EH-09-was-tun-mit-altakten/EH-09.yaml", d70, sizeof d70},
  {"entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.md", d71, sizeof d71},
  {"entscheiden/EH-10-bleiben-ausbauen-oder-wechseln/EH-10.yaml", d72, sizeof d72},
  {"katalog.yaml", d73, sizeof d73},
  {"leitfaeden/LF-01-e-akte-fuer-die-leitung/LF-01.md", d74, sizeof d74},
  {"leitfaeden/LF-02-e-akte-fuer-gemeinderat-und-kreistag/LF-02.md", d75, sizeof d75},
  {"leitfaeden/LF-03-ablaeufe-auswaehlen-mit-dem-musterprozessregister/LF-03.md", d76, sizeof d76},
  {"leitfaeden/LF-04-durchs-tal-der-traenen/LF-04.md", d77, sizeof d77},
  {"leitfaeden/LF-05-vom-papier-aktenplan-zum-elektronischen-aktenplan/LF-05.md", d78, sizeof d78},
  {"leitfaeden/LF-06-scannen-von-a-bis-z/LF-06.md", d79, sizeof d79},
  {"leitfaeden/LF-07-posteingang-mitzeichnung-postausgang/LF-07.md", d80, sizeof d80},
  {"leitfaeden/LF-08-handbuch-fuer-key-user/LF-08.md", d81, sizeof d81},
  {"leitfaeden/LF-09-aussonderung-schritt-fuer-schritt/LF-09.md", d82, sizeof d82},
  {"leitfaeden/LF-10-informationssicherheit-wiba-und-das-dms/LF-10.md", d83, sizeof d83},
  {"muster/MU-01-rollen-und-zustaendigkeiten-im-projekt/MU-01.md", d84, sizeof d84},
  {"muster/MU-02-muster-aktenplan/MU-02-gross.csv", d85, sizeof d85},
  {"muster/MU-02-muster-aktenplan/MU-02-klein.csv", d86, sizeof d86},
  {"muster/MU-02-muster-aktenplan/MU-02.md", d87, sizeof d87},
  {"muster/MU-03-verfahrensbeschreibung-scannen/MU-03.md", d88, sizeof d88},
  {"muster/MU-04-dienstanweisung-e-akte/MU-04.md", d89, sizeof d89},
  {"muster/MU-05-dienstanweisung-e-akte-kurz/MU-05.md", d90, sizeof d90},
  {"muster/MU-06-dienstvereinbarung-e-akte/MU-06.md", d91, sizeof d91},
  {"rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.md", d92, sizeof d92},
  {"rechnen/KH-01-wirtschaftlichkeit-und-amortisation/KH-01.yaml", d93, sizeof d93},
  {"rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.md", d94, sizeof d94},
  {"rechnen/KH-02-gesamtkosten-ueber-fuenf-jahre/KH-02.yaml", d95, sizeof d95},
  {"rechnen/KH-03-personalbedarf-im-projekt/KH-03.md", d96, sizeof d96},
  {"rechnen/KH-03-personalbedarf-im-projekt/KH-03.yaml", d97, sizeof d97},
  {"rechnen/KH-04-mengengeruest-papierbestand/KH-04.md", d98, sizeof d98},
  {"rechnen/KH-04-mengengeruest-papierbestand/KH-04.yaml", d99, sizeof d99},
  {"rechnen/KH-05-speicherbedarf/KH-05.md", d100, sizeof d100},
  {"rechnen/KH-05-speicherbedarf/KH-05.yaml", d101, sizeof d101},
  {"rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.md", d102, sizeof d102},
  {"rechnen/KH-06-aufbewahrungsfristen-rechner/KH-06.yaml", d103, sizeof d103},
  {"rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.md", d104, sizeof d104},
  {"rechnen/KH-07-scanaufwand-fuer-altakten/KH-07.yaml", d105, sizeof d105},
  {"rechnen/KH-08-angebotswertung/KH-08.md", d106, sizeof d106},
  {"rechnen/KH-08-angebotswertung/KH-08.yaml", d107, sizeof d107},
  {"rechnen/KH-09-migrationsaufwand/KH-09.md", d108, sizeof d108},
  {"rechnen/KH-09-migrationsaufwand/KH-09.yaml", d109, sizeof d109},
  {"rechnen/KH-10-schulungsaufwand/KH-10.md", d110, sizeof d110},
  {"rechnen/KH-10-schulungsaufwand/KH-10.yaml", d111, sizeof d111},
  {"rechnen/KH-11-rollout-dauer/KH-11.md", d112, sizeof d112},
  {"rechnen/KH-11-rollout-dauer/KH-11.yaml", d113, sizeof d113},
  {"rechnen/KH-12-stichprobenumfang/KH-12.md", d114, sizeof d114},
  {"rechnen/KH-12-stichprobenumfang/KH-12.yaml", d115, sizeof d115},
  {"rechnen/KH-13-posteingang-und-scanstelle/KH-13.md", d116, sizeof d116},
  {"rechnen/KH-13-posteingang-und-scanstelle/KH-13.yaml", d117, sizeof d117},
  {"rechnen/KH-14-lizenzmodell-vergleich/KH-14.md", d118, sizeof d118},
  {"rechnen/KH-14-lizenzmodell-vergleich/KH-14.yaml", d119, sizeof d119},
  {"selbstcheck/README.md", d120, sizeof d120},
  {"selbstcheck/definitionen/rechner.json", d121, sizeof d121},
  {"selbstcheck/js/ablage.js", d122, sizeof d122},
  {"selbstcheck/js/ansicht-bericht.js", d123, sizeof d123},
  {"selbstcheck/js/ansicht-dateien.js", d124, sizeof d124},
  {"selbstcheck/js/ansicht-entscheiden.js", d125, sizeof d125},
  {"selbstcheck/js/ansicht-ergebnis.js", d126, sizeof d126},
  {"selbstcheck/js/ansicht-fragen.js", d127, sizeof d127},
  {"selbstcheck/js/ansicht-massnahmen.js", d128, sizeof d128},
  {"selbstcheck/js/ansicht-rechner.js", d129, sizeof d129},
  {"selbstcheck/js/ansicht-start.js", d130, sizeof d130},
  {"selbstcheck/js/ansicht-texte.js", d131, sizeof d131},
  {"selbstcheck/js/ansicht-vergleichen.js", d132, sizeof d132},
  {"selbstcheck/js/ansicht-werkzeuge.js", d133, sizeof d133},
  {"selbstcheck/js/ansicht-zusammenfuehren.js", d134, sizeof d134},
  {"selbstcheck/js/antwortdatei.js", d135, sizeof d135},
  {"selbstcheck/js/anwendung.js", d136, sizeof d136},
  {"selbstcheck/js/ausdruck.js", d137, sizeof d137},
  {"selbstcheck/js/auswertung.js", d138, sizeof d138},
  {"selbstcheck/js/baum.js", d139, sizeof d139},
  {"selbstcheck/js/bruch.js", d140, sizeof d140},
  {"selbstcheck/js/dateien.js", d141, sizeof d141},
  {"selbstcheck/js/diagramm.js", d142, sizeof d142},
  {"selbstcheck/js/entscheidung.js", d143, sizeof d143},
  {"selbstcheck/js/ergebnisteile.js", d144, sizeof d144},
  {"selbstcheck/js/feld.js", d145, sizeof d145},
  {"selbstcheck/js/formeln.js", d146, sizeof d146},
  {"selbstcheck/js/kalendertag.js", d147, sizeof d147},
  {"selbstcheck/js/katalog.js", d148, sizeof d148},
  {"selbstcheck/js/massnahmen.js", d149, sizeof d149},
  {"selbstcheck/js/meldung.js", d150, sizeof d150},
  {"selbstcheck/js/punkte.js", d151, sizeof d151},
  {"selbstcheck/js/schluss.js", d152, sizeof d152},
  {"selbstcheck/js/stimmen.js", d153, sizeof d153},
  {"selbstcheck/js/suche.js", d154, sizeof d154},
  {"selbstcheck/js/vektoren.js", d155, sizeof d155},
  {"selbstcheck/js/vergleich.js", d156, sizeof d156},
  {"selbstcheck/js/worte.js", d157, sizeof d157},
  {"selbstcheck/js/zahl.js", d158, sizeof d158},
  {"selbstcheck/js/zusammenfuehrung.js", d159, sizeof d159},
  {"selbstcheck/js/zustand.js", d160, sizeof d160},
  {"selbstcheck/reihenfolge.txt", d161, sizeof d161},
  {"selbstcheck/seite.css", d162, sizeof d162},
  {"selbstcheck/seite.html", d163, sizeof d163},
  {"selbstcheck/vektoren/kalkulation.json", d164, sizeof d164},
  {"selbstcheck/vektoren/scoring.json", d165, sizeof d165},
  {"stammdaten.md", d166, sizeof d166},
  {"verzeichnis-checklisten.md", d167, sizeof d167},
  {"verzeichnis-leitfaeden-muster-hilfen.md", d168, sizeof d168},
  {"verzeichnis-vl.md", d169, sizeof d169},
  {"vorlagen/VL-01-beschlussvorlage/VL-01.md", d170, sizeof d170},
  {"vorlagen/VL-02-zielbild/VL-02.md", d171, sizeof d171},
  {"vorlagen/VL-03-projektauftrag/VL-03.md", d172, sizeof d172},
  {"vorlagen/VL-04-projektauftrag-kurz/VL-04.md", d173, sizeof d173},
  {"vorlagen/VL-05-projektplan/VL-05-beispiel-lindenbach.ics", d174, sizeof d174},
  {"vorlagen/VL-05-projektplan/VL-05.md", d175, sizeof d175},
  {"vorlagen/VL-06-kommunikationsplan/VL-06.md", d176, sizeof d176},
  {"vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07-bogen-b.csv", d177, sizeof d177},
  {"vorlagen/VL-07-erhebungsbogen-schriftgut/VL-07.md", d178, sizeof d178},
  {"vorlagen/VL-08-verzeichnis-fachverfahren/VL-08-tabelle-a.csv", d179, sizeof d179},
  {"vorlagen/VL-08-verzeichnis-fachverfahren/VL-08.md", d180, sizeof d180},
  {"vorlagen/VL-09-risikoliste/VL-09.md", d181, sizeof d181},
  {"vorlagen/VL-10-metadaten-und-benennungsregeln/VL-10.md", d182, sizeof d182},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-gross.csv", d183, sizeof d183},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11-klein.csv", d184, sizeof d184},
  {"vorlagen/VL-11-aufbewahrungsverzeichnis/VL-11.md", d185, sizeof d185},
  {"vorlagen/VL-12-rollen-und-berechtigungskonzept/VL-12.md", d186, sizeof d186},
  {"vorlagen/VL-13-verarbeitungsverzeichnis/VL-13.md", d187, sizeof d187},
  {"vorlagen/VL-14-loeschkonzept/VL-14.md", d188, sizeof d188},
  {"vorlagen/VL-15-lastenheft/VL-15-anforderungen.csv", d189, sizeof d189},
  {"vorlagen/VL-15-lastenheft/VL-15.md", d190, sizeof d190},
  {"vorlagen/VL-16-migrationskonzept/VL-16.md", d191, sizeof d191},
  {"vorlagen/VL-17-schulungskonzept/VL-17.md", d192, sizeof d192},
  {"vorlagen/VL-18-testfaelle/VL-18.md", d193, sizeof d193},
  {"vorlagen/VL-19-pilot-auswertung/VL-19.md", d194, sizeof d194},
  {"vorlagen/VL-20-fehler-und-wunschliste/VL-20.md", d195, sizeof d195},
  {"vorlagen/VL-21-wellenplan/VL-21.md", d196, sizeof d196},
  {"vorlagen/VL-22-betriebshandbuch/VL-22.md", d197, sizeof d197},
  {"vorlagen/VL-23-kennzahlenblatt/VL-23.md", d198, sizeof d198},
  {"vorlagen/VL-24-anbietungsliste/VL-24-vorlage.csv", d199, sizeof d199},
  {"vorlagen/VL-24-anbietungsliste/VL-24.md", d200, sizeof d200},
  {"vorlagen/VL-25-loeschprotokoll/VL-25.md", d201, sizeof d201},
  {"vorlagen/VL-26-erfahrungsbericht/VL-26.md", d202, sizeof d202},
};

size_t toolbox_anzahl(void) { return sizeof liste / sizeof liste[0]; }

toolbox_datei toolbox_stelle(size_t stelle) {
  if (stelle < toolbox_anzahl()) return liste[stelle];
  return (toolbox_datei){"", 0, 0};
}
