# SPDX-License-Identifier: Apache-2.0
"""The file itself: one piece, no outside, a policy that fits, nothing that runs text as code."""
import base64
import hashlib
import json
import re
import unittest

import browser
import markdown
import zusammenbau


class Bau(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = browser.seite().read_text(encoding="utf-8")

    def test_hoechstens_fuenf_megabyte(self):
        self.assertLess(len(self.text.encode()), 5 * 1024 * 1024)

    def test_nichts_von_aussen(self):
        ohne_skript = re.sub(r"<script[^>]*>.*?</script>", "", self.text, flags=re.S)
        self.assertEqual(re.findall(r"(?:src|href|action|srcset|data|poster)\s*=\s*[\"']?(?!#)[^\"' >]+", ohne_skript), [])
        self.assertNotRegex(ohne_skript, r"url\(|@import|https?:")
        daten = re.search(r'id="diva-daten">(.*?)</script>', self.text, re.S).group(1)
        self.assertNotRegex(daten, r"(?:src|srcset)=")
        self.assertEqual(set(re.findall(r'href=\\"(?!#werkzeug/)[^"]*', daten)), set())

    def test_politik_passt_zum_inhalt(self):
        politik = re.search(r'Content-Security-Policy" content="([^"]*)"', self.text).group(1)
        self.assertTrue(politik.startswith("default-src 'none'; "))
        self.assertNotIn("unsafe", politik)
        for teil in (re.search(r"<style>(.*?)</style>", self.text, re.S).group(1), re.findall(r"<script>(.*?)</script>", self.text, re.S)[-1]):
            self.assertIn("'sha256-%s'" % base64.b64encode(hashlib.sha256(teil.encode()).digest()).decode(), politik)

    def test_das_skript_fuehrt_keinen_text_aus(self):
        js = zusammenbau.skript()
        self.assertTrue(js.startswith('"use strict";'))
        for wort in (r"\beval\b", r"\bFunction\(", r"innerHTML", r"outerHTML\s*=", r"insertAdjacent", r"document\.write", r"\bfetch\(", r"XMLHttpRequest", r"WebSocket", r"sendBeacon", r"\bimport\(", r"setTimeout\(\s*[\"']"):
            self.assertNotRegex(js, wort)

    def test_kein_endezeichen_in_den_daten(self):
        d = browser.daten()
        d["werkzeuge"]["CL-01"]["titel"] = "</script><script>alert(1)</script><!--"
        d["stand"] = "\u2028"
        seite = zusammenbau.bauen(d)
        self.assertEqual(len(re.findall(r"</script", seite, re.I)), 3)
        self.assertEqual(len(re.findall(r"<script", seite, re.I)), 3 + zusammenbau.skript().count("<script"))
        self.assertNotIn("\u2028", seite)

    def test_jede_quelle_ist_in_der_reihenfolge(self):
        namen = [z for z in (zusammenbau.SEITE / "reihenfolge.txt").read_text().split("\n") if z and not z.startswith("#")]
        self.assertEqual(sorted(namen), sorted(p.name for p in (zusammenbau.SEITE / "js").iterdir()))

    def test_alle_werkzeuge_sind_darin(self):
        k = browser.daten()
        self.assertEqual(len(k["werkzeuge"]), 89)
        self.assertEqual(sorted(k["rechner"]), ["KH-%02d" % i for i in range(1, 15)])
        self.assertEqual(sorted(k["entscheider"]), ["EH-%02d" % i for i in range(1, 11)])
        for f in k["katalog"]["fragen"]:
            for w in f["werkzeuge"]:
                self.assertIn(w, k["werkzeuge"], f["id"])
        for d in k["entscheider"].values():
            for e in d.get("empfehlungen", []):
                for w in e["werkzeuge"]:
                    self.assertIn(w, k["werkzeuge"])

    def test_eingaben_der_rechner_sind_die_der_vektoren_und_der_toolbox(self):
        import yaml
        d = browser.daten()
        namen = lambda l, unter: {e["id"] for e in l} | {e["id"] + "." + s["id"] for e in l for s in e.get(unter, [])}
        for v in d["vektoren"]["kalkulation"]:
            da = {i.split(".")[0] for i in namen(d["rechner"][v["id"]]["eingaben"], "spalten")}
            self.assertEqual(set(v["eingabe"]) - da, set(), v["id"])
        for ort in sorted((zusammenbau.WURZEL / "Toolbox" / "rechnen").glob("*/KH-*.yaml")):
            y = yaml.safe_load(ort.read_text(encoding="utf-8"))
            hier = d["rechner"][y["id"]]["eingaben"]
            self.assertEqual(namen(y["eingaben"], "felder") - namen(hier, "spalten"), set(), y["id"])
            for e in y["eingaben"]:
                h = next(x for x in hier if x["id"] == e["id"])
                if h["typ"] in ("posten", "reihe", "zeilen", "sperre", "auswahl", "jaNein", "tag"):
                    continue
                self.assertEqual((h.get("standard"), h.get("min"), h.get("max")), (e.get("vorgabe"), e.get("min"), e.get("max")), y["id"] + " " + e["id"])

    def test_verweise_in_den_texten_fuehren_zu_werkzeugen(self):
        w = browser.daten()["werkzeuge"]
        ziele = {z for x in w.values() for z in re.findall(r'href="#werkzeug/([^"]+)"', x["html"])}
        self.assertTrue(ziele)
        self.assertEqual(ziele - set(w), set())


class Markdown(unittest.TestCase):
    def test_elemente(self):
        faelle = {
            "# Titel\n\nEin *leiser* und **lauter** Satz mit `a<b`.": "<p>Ein <em>leiser</em> und <strong>lauter</strong> Satz mit <code>a&lt;b</code>.</p>",
            "## Zwei\n### Drei": "<h2>Zwei</h2><h3>Drei</h3>",
            "- eins\n- zwei\n  - innen\n- drei": "<ul><li>eins</li><li>zwei<ul><li>innen</li></ul></li><li>drei</li></ul>",
            "1. a\n2. b\n\n   Absatz\n3. c": "<ol><li>a</li><li>b<p>Absatz</p></li><li>c</li></ol>",
            "- [ ] offen\n- [x] fertig": "<ul><li>☐ offen</li><li>☑ fertig</li></ul>",
            "| a | b |\n|---|---|\n| 1 | 2 \\| 3 |": "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2 | 3</td></tr></tbody></table>",
            "> Zitat\n> - Punkt": "<blockquote><p>Zitat</p><ul><li>Punkt</li></ul></blockquote>",
            "```\nx < y\n```": "<pre>x &lt; y</pre>",
            "[CL-12](../../checklisten/CL-12-archiv/CL-12.md)": '<p><a href="#werkzeug/CL-12">CL-12</a></p>',
            "[Seite](https://www.example.org/a)": '<p>Seite <span class="quelle">(www.example.org/a)</span></p>',
            "[Daten](../../stammdaten.md)": "<p>Daten</p>",
            "2 * 3 * 4": "<p>2 * 3 * 4</p>",
            "---": "<hr>",
        }
        for text, soll in faelle.items():
            self.assertEqual(markdown.als_html(text), soll, text)

    def test_kein_html_der_quelle_ueberlebt(self):
        for boese in ("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](data:text/html,a)", "`<b onload=1>`", '| <a href="x"> |\n|---|\n| "> |', "[a\" onclick=\"x](../a/CL-01.md)", "\x00 1 \x00"):
            html = markdown.als_html(boese)
            ohne = re.sub(r"&[a-z#0-9]+;", "", html)
            self.assertEqual(set(re.findall(r"<([a-z0-9]+)", ohne)) - {"p", "code", "table", "thead", "tbody", "tr", "th", "td", "span", "a"}, set(), boese)
            self.assertNotRegex(ohne, r"<[^>]*\s(on\w+|src|style)\s*=")
            self.assertNotIn("href=\"javascript", ohne)

    def test_endet_bei_jedem_text(self):
        for t in ("|", "- ", "1.", ">", "```", "#", "|\n|---|", "\t- a\n b", "  > x", "- a\n\n\n- b", "* * *", "|x", "   1) y\nz"):
            self.assertIsInstance(markdown.als_html(t), str)
