# SPDX-License-Identifier: Apache-2.0
"""Markdown of the toolbox as HTML: only the few elements its texts use, everything else is text.

Headings move down by one (the page has its own h1), links between tools become `#werkzeug/ID`, links to the
outside become copyable text. No HTML of the source survives: every character is escaped first.
"""
import html
import re

WERKZEUG = re.compile(r"/((?:CL|VL|LF|MU|KH|EH)-\d\d)\.md(?:#.*)?$")


def zeile(text):
    """Inline elements: code, strong, em, links, line breaks."""
    stuecke = []

    def merken(treffer):
        stuecke.append("<code>" + html.escape(treffer.group(1), quote=False) + "</code>")
        return "\x00%d\x00" % (len(stuecke) - 1)

    text = text.replace("\x00", "")
    text = re.sub(r"`([^`]+)`", merken, text)
    text = re.sub(r"<br\s*/?>", "\x01", text)
    text = re.sub(r"\\([*_|\[\]`#])", lambda m: "\x02%d\x02" % ord(m.group(1)), text)
    text = html.escape(text, quote=False)

    def verweis(treffer):
        name, ziel = treffer.group(1), html.unescape(treffer.group(2))
        werkzeug = WERKZEUG.search("/" + ziel)
        if werkzeug:
            return '<a href="#werkzeug/%s">%s</a>' % (werkzeug.group(1), name)
        if re.match(r"[a-z]+:", ziel):
            return '%s <span class="quelle">(%s)</span>' % (name, html.escape(re.sub(r"^https?:", "", ziel).lstrip("/"), quote=False))
        return name

    text = re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", verweis, text)
    text = re.sub(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])", r"<em>\1</em>", text)
    text = re.sub(r"\x00(\d+)\x00", lambda m: stuecke[int(m.group(1))], text)
    text = re.sub(r"\x02(\d+)\x02", lambda m: html.escape(chr(int(m.group(1))), quote=False), text)
    return text.replace("\x01", "<br>")


def spalten(zeile_):
    """The cells of a table row; an escaped bar is text."""
    inhalt = zeile_.strip()
    inhalt = inhalt[1:] if inhalt.startswith("|") else inhalt
    inhalt = inhalt[:-1] if inhalt.endswith("|") and not inhalt.endswith("\\|") else inhalt
    return [c.strip() for c in re.split(r"(?<!\\)\|", inhalt)]


LISTE = re.compile(r"^(\s*)([-*+]|\d+[.)])\s+(.*)$")
TRENNER = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)*\|?\s*$")


def liste(zeilen):
    """A list with its inner blocks, as long as lines belong to it. Gives html and the number of lines used."""
    erste = LISTE.match(zeilen[0])
    tiefe = len(erste.group(1))
    nummeriert = erste.group(2)[0].isdigit()
    punkte, i = [], 0
    while i < len(zeilen):
        m = LISTE.match(zeilen[i])
        if not m or len(m.group(1)) != tiefe or m.group(2)[0].isdigit() != nummeriert:
            break
        einzug = len(zeilen[i]) - len(m.group(3))
        inhalt = [m.group(3)]
        i += 1
        while i < len(zeilen):
            z = zeilen[i]
            if not z.strip():
                weiter = i + 1 < len(zeilen) and len(zeilen[i + 1]) - len(zeilen[i + 1].lstrip()) > tiefe and zeilen[i + 1].strip()
                if not weiter:
                    break
                inhalt.append("")
            elif len(z) - len(z.lstrip()) > tiefe:
                inhalt.append(z[min(einzug, len(z) - len(z.lstrip())):])
            else:
                n = LISTE.match(z)
                if n or z.lstrip().startswith(("#", "|", ">", "```")):
                    break
                inhalt.append(z.strip())
            i += 1
        text = inhalt[0]
        kasten = re.match(r"^\[([ xX])\]\s+(.*)$", text)
        if kasten:
            inhalt[0] = "\u2610 " + kasten.group(2) if kasten.group(1) == " " else "\u2611 " + kasten.group(2)
        punkte.append("<li>" + bloecke(inhalt, in_liste=True) + "</li>")
        while i < len(zeilen) and not zeilen[i].strip() and i + 1 < len(zeilen) and LISTE.match(zeilen[i + 1]) and len(LISTE.match(zeilen[i + 1]).group(1)) == tiefe:
            i += 1
    name = "ol" if nummeriert else "ul"
    anfang = int(re.match(r"\d+", erste.group(2)).group(0)) if nummeriert else 1
    return "<%s%s>%s</%s>" % (name, ' start="%d"' % anfang if anfang != 1 else "", "".join(punkte), name), max(i, 1)


def bloecke(zeilen, in_liste=False):
    """Blocks of text as HTML."""
    aus, i = [], 0
    while i < len(zeilen):
        z = zeilen[i]
        if not z.strip():
            i += 1
        elif z.lstrip().startswith("```"):
            ende = i + 1
            while ende < len(zeilen) and not zeilen[ende].lstrip().startswith("```"):
                ende += 1
            aus.append("<pre>" + html.escape("\n".join(zeilen[i + 1:ende]), quote=False) + "</pre>")
            i = ende + 1
        elif re.match(r"^#{1,6}\s", z):
            stufe = len(z) - len(z.lstrip("#"))
            aus.append("<h%d>%s</h%d>" % (min(stufe, 6) if stufe > 1 else 2, zeile(z.lstrip("#").strip()), min(stufe, 6) if stufe > 1 else 2))
            i += 1
        elif z.lstrip().startswith(">"):
            inhalt = []
            while i < len(zeilen) and zeilen[i].lstrip().startswith(">"):
                inhalt.append(re.sub(r"^\s*>\s?", "", zeilen[i]))
                i += 1
            aus.append("<blockquote>" + bloecke(inhalt) + "</blockquote>")
        elif "|" in z and i + 1 < len(zeilen) and TRENNER.match(zeilen[i + 1]) and z.lstrip().startswith("|"):
            kopf = spalten(z)
            i += 2
            reihen = []
            while i < len(zeilen) and zeilen[i].lstrip().startswith("|"):
                reihen.append(spalten(zeilen[i]))
                i += 1
            breite = len(kopf)
            oben = "<thead><tr>" + "".join("<th>%s</th>" % zeile(c) for c in kopf) + "</tr></thead>" if any(kopf) else ""
            unten = "".join("<tr>" + "".join("<td>%s</td>" % zeile(c) for c in (r + [""] * breite)[:breite]) + "</tr>" for r in reihen)
            aus.append("<table>%s<tbody>%s</tbody></table>" % (oben, unten))
        elif re.match(r"^\s*([-*_])(\s*\1){2,}\s*$", z):
            aus.append("<hr>")
            i += 1
        elif LISTE.match(z):
            text, benutzt = liste(zeilen[i:])
            aus.append(text)
            i += benutzt
        else:
            absatz = []
            while i < len(zeilen) and zeilen[i].strip() and not re.match(r"^(#{1,6}\s|\s*>|\s*\||\s*```)", zeilen[i]) and not (absatz and LISTE.match(zeilen[i])):
                absatz.append(zeilen[i].strip())
                i += 1
            if not absatz:
                absatz.append(zeilen[i].strip())
                i += 1
            text = zeile(" ".join(absatz))
            aus.append(text if in_liste and not aus else "<p>" + text + "</p>")
    return "".join(aus)


def als_html(text):
    """A whole document without its first heading, which the page shows itself."""
    zeilen = text.replace("\r\n", "\n").split("\n")
    for i, z in enumerate(zeilen):
        if z.startswith("# "):
            zeilen = zeilen[:i] + zeilen[i + 1:]
            break
    return bloecke(zeilen)
