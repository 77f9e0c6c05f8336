#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the sample files in Docs/beispiel/akten, the same bytes every time.

Three invented files (Akten) of an invented town, Musterhausen: PDF, PDF/A-2b, PNG, text, CSV, XML and mail.
Needs only Python's standard library. The letters of PDF/A and PNG are strokes defined below, so no font of others
is shipped. Run it without arguments; it replaces the folder.
"""
import hashlib
import math
import pathlib
import shutil
import struct
import sys
import unicodedata
import zlib

ZIEL = pathlib.Path(__file__).resolve().parent.parent / "beispiel" / "akten"

# --- Letters -----------------------------------------------------------------------------------------------------
# A point is a digit (x) and a letter (y: a = -2, c = the base line, g = height of x, i = height of H). A word is a
# stroke through its points; two equal points are a dot.
STRICHE = {
    "A": "0c0g2i4g4c 0f4f", "B": "0c0i3i4h4g3f0f 3f4e4d3c0c", "C": "4h3i1i0h0d1c3c4d", "D": "0c0i3i4h4d3c0c",
    "E": "4i0i0c4c 0f3f", "F": "4i0i0c 0f3f", "G": "4h3i1i0h0d1c3c4d4f2f", "H": "0i0c 4i4c 0f4f",
    "I": "0i2i 1i1c 0c2c", "J": "3i3d2c1c0d", "K": "0i0c 4i0f4c", "L": "0i0c4c", "M": "0c0i2g4i4c", "N": "0c0i4c4i",
    "O": "1c0d0h1i3i4h4d3c1c", "P": "0c0i3i4h4g3f0f", "Q": "1c0d0h1i3i4h4d3c1c 2e4c", "R": "0c0i3i4h4g3f0f 2f4c",
    "S": "4h3i1i0h0g1f3f4e4d3c1c0d", "T": "0i4i 2i2c", "U": "0i0d1c3c4d4i", "V": "0i2c4i", "W": "0i1c2f3c4i",
    "X": "0i4c 4i0c", "Y": "0i2f4i 2f2c", "Z": "0i4i0c4c",
    "a": "0g2g3f3c1c0d1e3e", "b": "0i0c2c3d3f2g0g", "c": "3g1g0f0d1c3c", "d": "3i3c1c0d0f1g3g",
    "e": "0e3e3f2g1g0f0d1c3c", "f": "3i2i1h1c 0g3g", "g": "3c1c0d0f1g3g3b2a0a", "h": "0i0c 0g2g3f3c", "i": "0c0g 0i0i",
    "j": "1g1b0a 1i1i", "k": "0i0c 3g0e3c", "l": "0i0d1c", "m": "0c0g1g2f2c 2f3g4f4c", "n": "0c0g2g3f3c",
    "o": "1c0d0f1g2g3f3d2c1c", "p": "0a0g2g3f3d2c0c", "q": "3a3g1g0f0d1c3c", "r": "0c0g 0f1g2g", "s": "3g1g0f1e2e3d2c0c",
    "t": "1i1d2c3c 0g3g", "u": "0g0d1c3c3g", "v": "0g2c4g", "w": "0g1c2f3c4g", "x": "0g3c 3g0c", "y": "0g0d1c3c 3g3b2a0a",
    "z": "0g3g0c3c",
    "0": "1c0d0h1i2i3h3d2c1c", "1": "0h1i1c 0c2c", "2": "0h1i2i3h3g0c3c", "3": "0h1i2i3h3g2f1f 2f3e3d2c1c0d",
    "4": "2c2i0e3e", "5": "3i0i0f2f3e3d2c0c", "6": "3h2i1i0h0d1c2c3d3e2f0f", "7": "0i3i1c",
    "8": "1f0g0h1i2i3h3g2f1f0e0d1c2c3d3e2f", "9": "3f1f0g0h1i2i3h3d2c1c0d",
    " ": "", ".": "0c0c", ",": "1c0b", ":": "0c0c 0f0f", ";": "1c0b 1f1f", "-": "0e2e", "–": "0e4e", "/": "0c3i",
    "(": "1j0h0d1b", ")": "0j1h1d0b", "!": "0i0e 0c0c", "?": "0h1i2i3h3g1f1e 1c1c", "+": "2c2g 0e4e", "=": "0d3d 0f3f",
    "%": "0c4i 0h0h 4d4d", "'": "0i0h", "„": "1c0b 3c2b", "“": "0h1i 2h3i", "§": "3i1i0h3f2e 1g0f3d2c0c", "×": "0d2f 0f2d",
    "€": "4h3i2i1h1d2c3c4d 0f3f 0e3e", "²": "0j1k2j0h2h", "°": "0j1k2j1i0j",
}
STRICHE |= {"Ä": STRICHE["A"] + " 1k1k 3k3k", "Ö": STRICHE["O"] + " 1k1k 3k3k", "Ü": STRICHE["U"] + " 1k1k 3k3k",
            "ä": STRICHE["a"] + " 0i0i 2i2i", "ö": STRICHE["o"] + " 0i0i 3i3i", "ü": STRICHE["u"] + " 0i0i 3i3i",
            "ß": "0c0h1i2i3h3g2f1f 2f3e3d2c1c"}


def zuege(zeichen):
    """The strokes of a letter as lists of points."""
    return [[(int(w[i]), ord(w[i + 1]) - ord("c")) for i in range(0, len(w), 2)] for w in STRICHE[zeichen].split()]


def breite(zeichen):
    """The advance width of a letter in grid units."""
    punkte = [x for zug in zuege(zeichen) for x, _ in zug]
    return max(punkte) + 1.7 if punkte else 2.6


# --- PNG ---------------------------------------------------------------------------------------------------------
class Bild:
    """A small picture: lines with soft edges, filled rectangles and discs, letters."""

    def __init__(self, w, h, grund=(255, 255, 255)):
        self.w, self.h = w, h
        self.px = bytearray(bytes(grund) * (w * h))

    def punkt(self, x, y, farbe, deckung=1.0):
        if 0 <= x < self.w and 0 <= y < self.h and deckung > 0:
            o = 3 * (y * self.w + x)
            for k in range(3):
                self.px[o + k] = round(self.px[o + k] * (1 - deckung) + farbe[k] * deckung)

    def rechteck(self, x0, y0, x1, y1, farbe):
        for y in range(max(0, y0), min(self.h, y1)):
            o = 3 * (y * self.w + max(0, x0))
            n = min(self.w, x1) - max(0, x0)
            self.px[o:o + 3 * n] = bytes(farbe) * n

    def linie(self, x0, y0, x1, y1, farbe=(0, 0, 0), dicke=1.6):
        r, dx, dy = dicke / 2, x1 - x0, y1 - y0
        laenge2 = dx * dx + dy * dy
        for y in range(math.floor(min(y0, y1) - r - 1), math.ceil(max(y0, y1) + r + 2)):
            for x in range(math.floor(min(x0, x1) - r - 1), math.ceil(max(x0, x1) + r + 2)):
                t = 0 if laenge2 == 0 else max(0, min(1, ((x - x0) * dx + (y - y0) * dy) / laenge2))
                abstand = math.hypot(x - x0 - t * dx, y - y0 - t * dy)
                self.punkt(x, y, farbe, max(0, min(1, r + 0.5 - abstand)))

    def zug(self, punkte, farbe=(0, 0, 0), dicke=1.6):
        for (x0, y0), (x1, y1) in zip(punkte, punkte[1:]):
            self.linie(x0, y0, x1, y1, farbe, dicke)

    def scheibe(self, x, y, radius, farbe):
        self.linie(x, y, x, y, farbe, 2 * radius)

    def text(self, x, y, s, einheit=2.0, farbe=(0, 0, 0), dicke=1.4):
        for c in s:
            for zug in zuege(c):
                self.zug([(x + a * einheit, y - b * einheit) for a, b in zug], farbe, dicke)
            x += breite(c) * einheit

    def png(self, titel):
        def block(art, daten):
            return struct.pack(">I", len(daten)) + art + daten + struct.pack(">I", zlib.crc32(art + daten))
        zeilen = b"".join(b"\0" + self.px[3 * self.w * y:3 * self.w * (y + 1)] for y in range(self.h))
        return (b"\x89PNG\r\n\x1a\n" + block(b"IHDR", struct.pack(">IIBBBBB", self.w, self.h, 8, 2, 0, 0, 0))
                + block(b"sRGB", b"\0") + block(b"pHYs", struct.pack(">IIB", 3780, 3780, 1))
                + block(b"tEXt", b"Title\0" + titel.encode("latin-1"))
                + block(b"IDAT", zlib.compress(zeilen, 9)) + block(b"IEND", b""))


# --- PDF ---------------------------------------------------------------------------------------------------------
def zahl(x):
    return f"{x:.2f}".rstrip("0").rstrip(".") if x % 1 else str(int(x))


def srgb_profil():
    """A minimal ICC profile (version 2.1) of the sRGB colour space: primaries, white point, one curve."""
    def xyz(*werte):
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(w * 65536)) for w in werte)
    name = b"sRGB, Musterhausen\0"
    beschreibung = (b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + struct.pack(">II", 0, 0)
                    + struct.pack(">HB", 0, 0) + bytes(67))
    kurve = [(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4) for v in (i / 255 for i in range(256))]
    curv = b"curv\0\0\0\0" + struct.pack(">I", 256) + b"".join(struct.pack(">H", round(k * 65535)) for k in kurve)
    inhalte = [(b"desc",), beschreibung, (b"cprt",), b"text\0\0\0\0No copyright, free to use\0",
               (b"wtpt",), xyz(0.9505, 1.0, 1.0891), (b"rXYZ",), xyz(0.4361, 0.2225, 0.0139),
               (b"gXYZ",), xyz(0.3851, 0.7169, 0.0971), (b"bXYZ",), xyz(0.1431, 0.0606, 0.7141),
               (b"rTRC", b"gTRC", b"bTRC"), curv]
    anzahl = sum(len(k) for k in inhalte[::2])
    tafel, daten, stelle = b"", b"", 128 + 4 + 12 * anzahl
    for kennungen, inhalt in zip(inhalte[::2], inhalte[1::2]):
        for k in kennungen:
            tafel += k + struct.pack(">II", stelle + len(daten), len(inhalt))
        daten += inhalt + bytes(-len(inhalt) % 4)
    groesse = stelle + len(daten)
    kopf = (struct.pack(">I", groesse) + bytes(4) + bytes([2, 0x10, 0, 0]) + b"mntrRGB XYZ "
            + struct.pack(">6H", 2012, 1, 1, 0, 0, 0) + b"acsp" + bytes(4) + bytes(4) + bytes(8) + bytes(8)
            + struct.pack(">I", 0) + struct.pack(">iii", 63190, 65536, 54061) + bytes(4))
    return kopf + bytes(128 - len(kopf)) + struct.pack(">I", anzahl) + tafel + daten


class Seite:
    """The drawing commands of one A4 page; y grows upwards as in PDF."""

    def __init__(self):
        self.befehle = []

    def text(self, x, y, groesse, s):
        bytes_ = s.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        self.befehle.append(b"BT /F1 %s Tf %s %s Td (%s) Tj ET" % (
            zahl(groesse).encode(), zahl(x).encode(), zahl(y).encode(), bytes_))

    def linie(self, punkte, dicke=0.8, farbe=(0, 0, 0), flaeche=None, zu=False):
        b = f"q {zahl(dicke)} w {' '.join(zahl(c) for c in farbe)} RG "
        if flaeche:
            b += f"{' '.join(zahl(c) for c in flaeche)} rg "
        b += " ".join(f"{zahl(x)} {zahl(y)} {'l' if i else 'm'}" for i, (x, y) in enumerate(punkte))
        b += (" b" if flaeche else " s") if zu or flaeche else " S"
        self.befehle.append((b + " Q").encode())

    def rechteck(self, x, y, w, h, **wie):
        self.linie([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], zu=True, **wie)

    def absaetze(self, x, y, groesse, zeilen, abstand=1.6):
        for z in zeilen:
            for spalte, teil in enumerate(z.split("\t")):
                if teil:
                    self.text(x + 100 * spalte, y, groesse, teil)
            y -= groesse * abstand
        return y


def pdf(titel, autor, datum, seiten, archiv):
    """A PDF file; with `archiv` a PDF/A-2b: colour profile, XMP metadata, the letters embedded as a Type 3 font."""
    teile, stellen = [], []
    objekte = {}

    def neu(inhalt, strom=None, packen=True):
        nr = len(objekte) + 1
        if strom is not None:
            if packen:
                strom = zlib.compress(strom, 9)
                inhalt += " /Filter /FlateDecode"
            objekte[nr] = f"<< {inhalt} /Length {len(strom)} >>\nstream\n".encode() + strom + b"\nendstream"
        else:
            objekte[nr] = inhalt.encode("latin-1") if isinstance(inhalt, str) else inhalt
        return nr

    def kette(s):  # a text string object, UTF-16 if it has to be
        return "<" + (b"\xfe\xff" + s.encode("utf-16-be")).hex().upper() + ">"

    katalog, baum = neu(""), neu("")
    if archiv:
        zeichen = sorted({c for s in seiten for c in s.benutzt}, key=lambda c: c.encode("cp1252"))
        codes = {c: c.encode("cp1252")[0] for c in zeichen}
        mx, my = 96, 115
        prozeduren, weiten = {}, {}
        for c in zeichen:
            w = weiten[codes[c]] = round(breite(c) * mx)
            # A dot gets a little length: some viewers leave out lines without any.
            zug = " ".join(" ".join(f"{a * mx + 50 + (i if len(set(z)) == 1 else 0)} {b * my} {'l' if i else 'm'}"
                                    for i, (a, b) in enumerate(z)) + " S" for z in zuege(c))
            prozeduren[c] = neu("", f"{w} 0 -50 -300 600 1000 d1 62 w 1 J 1 j {zug}".encode())
        erster, letzter = min(weiten), max(weiten)
        unicode_tafel = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
                         "/CMapName /Musterhausen def\n1 begincodespacerange <00> <FF> endcodespacerange\n")
        for i in range(0, len(zeichen), 100):
            teil = zeichen[i:i + 100]
            unicode_tafel += f"{len(teil)} beginbfchar\n" + "".join(
                f"<{codes[c]:02X}> <{ord(c):04X}>\n" for c in teil) + "endbfchar\n"
        unicode_tafel += "endcmap CMapName currentdict /CMap defineresource pop end end\n"
        nach_unicode = neu("", unicode_tafel.encode())
        schrift = neu(
            "<< /Type /Font /Subtype /Type3 /FontBBox [-50 -300 600 1000] /FontMatrix [0.001 0 0 0.001 0 0]\n"
            + "/CharProcs << " + " ".join(f"/uni{ord(c):04X} {prozeduren[c]} 0 R" for c in zeichen) + " >>\n"
            + "/Encoding << /Type /Encoding /Differences [" + " ".join(
                f"{codes[c]} /uni{ord(c):04X}" for c in zeichen) + "] >>\n"
            + f"/FirstChar {erster} /LastChar {letzter} /Widths ["
            + " ".join(str(weiten.get(k, 0)) for k in range(erster, letzter + 1)) + "]\n"
            + f"/Resources << >> /ToUnicode {nach_unicode} 0 R >>")
    else:
        schrift = neu("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")

    blaetter = []
    for s in seiten:
        inhalt = neu("", b"\n".join(s.befehle))
        blaetter.append(neu(f"<< /Type /Page /Parent {baum} 0 R /MediaBox [0 0 595 842] /Contents {inhalt} 0 R\n"
                            f"/Resources << /Font << /F1 {schrift} 0 R >> >> >>"))
    objekte[baum] = (f"<< /Type /Pages /Count {len(blaetter)} /Kids ["
                     + " ".join(f"{b} 0 R" for b in blaetter) + "] >>").encode()
    erzeuger = "beispiel-erzeugen.py"
    zusatz = ""
    if archiv:
        profil = neu("/N 3", srgb_profil())
        ziel = neu(f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)\n"
                   f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {profil} 0 R >>")
        xmp = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{autor}</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <xmp:CreateDate>{datum}T08:00:00+01:00</xmp:CreateDate>
   <xmp:ModifyDate>{datum}T08:00:00+01:00</xmp:ModifyDate>
   <pdf:Producer>{erzeuger}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
        metadaten = neu("/Type /Metadata /Subtype /XML", xmp.encode(), packen=False)
        zusatz = f" /Metadata {metadaten} 0 R /OutputIntents [{ziel} 0 R]"
    objekte[katalog] = f"<< /Type /Catalog /Pages {baum} 0 R /Lang (de-DE){zusatz} >>".encode()
    tag = datum.replace("-", "")
    info = neu(f"<< /Title {kette(titel)} /Author {kette(autor)} /Producer ({erzeuger})\n"
               f"/CreationDate (D:{tag}080000+01'00') /ModDate (D:{tag}080000+01'00') >>")

    aus = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" if archiv else b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    for nr in sorted(objekte):
        stellen.append(len(aus))
        aus += b"%d 0 obj\n" % nr + objekte[nr] + b"\nendobj\n"
    anfang = len(aus)
    kennung = hashlib.md5(aus).hexdigest().upper()
    aus += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objekte) + 1)
    aus += b"".join(b"%010d 00000 n \n" % s for s in stellen)
    aus += (f"trailer\n<< /Size {len(objekte) + 1} /Root {katalog} 0 R /Info {info} 0 R /ID [<{kennung}> <{kennung}>] >>\n"
            f"startxref\n{anfang}\n%%EOF\n").encode()
    return aus


class Schreibseite(Seite):
    """A page that remembers its letters, for the embedded font."""

    def __init__(self):
        super().__init__()
        self.benutzt = set()

    def text(self, x, y, groesse, s):
        self.benutzt |= set(s)
        super().text(x, y, groesse, s)


def brief(kopf, ort_datum, betreff, zeilen, groesse=10.5):
    """One page with letterhead, subject and text."""
    s = Schreibseite()
    s.rechteck(56, 778, 10, 22, flaeche=(0.13, 0.36, 0.24), farbe=(0.13, 0.36, 0.24))
    s.text(74, 788, 13, "Stadt Musterhausen" if kopf[0] == "*" else kopf)
    if kopf[0] == "*":
        s.text(74, 775, 9, kopf[1:])
    s.linie([(56, 766), (539, 766)], 0.6)
    s.text(400, 744, groesse, ort_datum)
    s.text(56, 706, groesse + 2, betreff)
    s.absaetze(56, 680, groesse, zeilen)
    return s


def tabelle(s, x, y, spalten, zeilen, groesse=9):
    """A table with ruled lines; returns the y below it."""
    breiten = [b for _, b in spalten]
    for i, zeile in enumerate([[n for n, _ in spalten]] + zeilen):
        a = x
        for wert, b in zip(zeile, breiten):
            if i == 0:
                s.rechteck(a, y, b, 18, flaeche=(0.88, 0.93, 0.9))
            else:
                s.rechteck(a, y, b, 18)
            s.text(a + 4, y + 5.5, groesse, wert)
            a += b
        y -= 18
    return y


# --- The files of Musterhausen -----------------------------------------------------------------------------------
BAU = "Bauakte Am Ring 5"
LICHT = "Straßenbeleuchtung Altmarkt"
VEREIN = "Vereinsförderung 2012"
dateien = {}


def lageplan():
    """A site plan, true to scale: 1 m is 5.67 points at 1 : 500."""
    m = 72 / 25.4 * 1000 / 500
    s = Schreibseite()
    s.text(56, 790, 15, "Lageplan M 1 : 500")
    s.text(56, 772, 10, "Flurstück 118/4, Am Ring 5, Gemarkung Musterhausen")
    s.rechteck(56, 120, 483, 630)
    s.linie([(56, 310), (220, 280), (380, 286), (539, 260)], 1.2)
    s.linie([(56, 250), (220, 222), (380, 228), (539, 202)], 1.2)
    s.text(240, 246, 11, "Am Ring")

    def auf(punkte):  # metres on the plot to points on the page
        return [(180 + x * m, 300 + y * m) for x, y in punkte]

    s.linie(auf([(24, 0), (48, 1), (47, 34.5), (24, 34)]), 0.8, zu=True)
    s.linie(auf([(0, 0), (24, 0), (24, 34), (0, 33.7)]), 1.6, (0.7, 0.1, 0.1), zu=True)
    s.linie(auf([(5, 6), (17, 6), (17, 17), (5, 17)]), 1.2, flaeche=(0.93, 0.85, 0.6))
    s.linie(auf([(18, 20), (21, 20), (21, 26), (18, 26)]), 1.0, flaeche=(0.85, 0.85, 0.85))
    for x, y, wort in ((6, 12, "Wohnhaus"), (6, 9, "Neubau, II"), (12.4, 27, "Garage"), (1.5, 30.5, "118/4 – 812 m²"), (33, 16, "118/5")):
        (a, b), = auf([(x, y)])
        s.text(a, b, 9, wort)
    s.linie([(500, 640), (500, 710)], 1.4)
    s.linie([(490, 690), (500, 712), (510, 690)], 1.4)
    s.text(496, 718, 12, "N")
    s.linie([(80, 146), (80 + 20 * m, 146)], 2)
    for i in range(5):
        s.linie([(80 + 5 * m * i, 142), (80 + 5 * m * i, 150)], 1)
    for i, wort in ((0, "0"), (10, "10"), (20, "20 m")):
        s.text(78 + i * m, 130, 8, wort)
    return s


def fuelle():
    bauamt = "*Bauordnungsamt – Rathausplatz 1 – 99999 Musterhausen"
    antrag = brief(bauamt, "12.03.2011", "Antrag auf Baugenehmigung: Neubau Wohnhaus", [
        "Bauherrin:\tErika Beispiel, Lindenweg 8, 99999 Musterhausen",
        "Baugrundstück:\tAm Ring 5, Flurstück 118/4",
        "Entwurf:\tPlanbüro Probst, Musterhausen", "",
        "Beantragt wird die Genehmigung für ein zweigeschossiges Wohnhaus mit", "einer Wohnfläche von 148 m².", "",
        "Anlagen: Lageplan, Bauantragsdaten, Auszug aus der Flurkarte", "", "gez. E. Beispiel"])
    genehmigung = brief(bauamt, "20.06.2012", "Baugenehmigung 63-11/2011-0005-02", [
        "Sehr geehrte Frau Beispiel,", "",
        "die Genehmigung für den Anbau einer Garage auf dem Grundstück", "Am Ring 5 wird erteilt (§ 64 der Musterbauordnung).", "",
        "Auflagen:", "1. Der Abstand zur Grenze von 3,00 m ist einzuhalten.",
        "2. Das Regenwasser ist auf dem Grundstück zu versickern.", "",
        "Gebühr: 184,00 €", "", "Im Auftrag", "J. Muster"])
    dateien[f"{BAU}/Aktenübersicht.txt"] = (
        "Bauakte Am Ring 5\n=================\n\nAktenzeichen 63-11/2011-0005\nGrundstück   Am Ring 5, Flurstück 118/4\n\n"
        "Vorgang 01   Bauantrag Wohnhaus (2011)\nVorgang 02   Nachtrag Garage (2012)\n\n"
        "Die Akte wurde am 14.12.2012 geschlossen.\n").encode()
    v = f"{BAU}/Bauantrag Wohnhaus"
    dateien[f"{v}/Bauantrag Formular.pdf"] = pdf(
        "Bauantrag Wohnhaus Am Ring 5", "Erika Beispiel", "2011-03-12", [antrag], True)
    dateien[f"{v}/Lageplan 1 zu 500.pdf"] = pdf("Lageplan Am Ring 5", "Planbüro Probst", "2011-03-10", [lageplan()], True)
    b = Bild(640, 480)
    b.rechteck(0, 0, 640, 44, (225, 236, 230))
    b.text(16, 30, "Flurkarte – Gemarkung Musterhausen, Flur 7", 2.2)
    for i, (x, name) in enumerate([(40, "118/3"), (230, "118/4"), (420, "118/5")]):
        farbe = (180, 30, 30) if name == "118/4" else (90, 90, 90)
        b.zug([(x, 110), (x + 170, 100), (x + 176, 340), (x + 8, 352), (x, 110)], farbe, 2.4 if i == 1 else 1.4)
        b.text(x + 60, 230, name, 2.2)
    b.rechteck(0, 380, 640, 440, (235, 235, 220))
    b.text(270, 416, "Am Ring", 2.4)
    dateien[f"{v}/Flurkartenauszug.png"] = b.png("Flurkartenauszug")
    dateien[f"{v}/Eingangsbestätigung.txt"] = (
        "Stadt Musterhausen, Bauordnungsamt\n\nIhr Bauantrag vom 12.03.2011 ist am 15.03.2011 eingegangen.\n"
        "Er wird unter dem Zeichen 63-11/2011-0005-01 bearbeitet.\n\n"
        "Die Unterlagen sind vollständig. Über den Antrag wird innerhalb von drei Monaten entschieden.\n").encode()
    dateien[f"{v}/Bauantragsdaten.xml"] = """<?xml version="1.0" encoding="UTF-8"?>
<bauantrag xmlns="urn:beispiel:musterhausen:bauantrag" nummer="63-11/2011-0005-01">
  <bauherr><name>Erika Beispiel</name><ort plz="99999">Musterhausen</ort></bauherr>
  <grundstueck flurstueck="118/4" flaeche="812" einheit="m²">Am Ring 5</grundstueck>
  <vorhaben art="Neubau" geschosse="2"><wohnflaeche einheit="m²">148</wohnflaeche></vorhaben>
  <eingang>2011-03-15</eingang>
</bauantrag>
""".encode()
    dateien[f"{v}/Rückfrage Nachbar Nr. 7.eml"] = mail(
        "Karl Nachbar <k.nachbar@musterhausen.example>", "Bauordnungsamt <bauamt@musterhausen.example>",
        "Tue, 29 Mar 2011 17:42:10 +0200", "20110329-1", "Bauvorhaben Am Ring 5: Abstand der Garage",
        "Guten Tag,\n\nich habe die Pläne eingesehen. Wie groß wird der Abstand zu meinem Grundstück (Am Ring 7)?\n"
        "Für eine kurze Rückmeldung wäre ich dankbar.\n\nMit freundlichen Grüßen\nKarl Nachbar\n")
    v = f"{BAU}/Nachtrag Garage"
    nachtrag = brief("*Bauordnungsamt – Rathausplatz 1 – 99999 Musterhausen", "02.04.2012", "Nachtrag zum Bauantrag: Garage", [
        "Zum Vorhaben Am Ring 5 wird der Anbau einer Garage (6,00 m × 3,00 m) beantragt.", "",
        "Die Nachbarn wurden beteiligt; Einwände liegen nicht vor.", "", "gez. E. Beispiel"])
    dateien[f"{v}/Nachtragsantrag.pdf"] = pdf("Nachtrag Garage", "Erika Beispiel", "2012-04-02", [nachtrag], False)
    dateien[f"{v}/Baugenehmigung.pdf"] = pdf("Baugenehmigung Garage", "Stadt Musterhausen", "2012-06-20", [genehmigung], True)
    b = Bild(560, 360, (236, 243, 250))
    b.rechteck(0, 290, 560, 360, (214, 226, 205))
    b.rechteck(90, 160, 330, 290, (246, 232, 200))
    b.zug([(74, 164), (210, 70), (346, 164), (74, 164)], (150, 60, 40), 4)
    b.zug([(90, 160), (90, 290), (330, 290), (330, 160)], (60, 60, 60), 2)
    for x in (120, 200, 270):
        b.rechteck(x, 190, x + 36, 230, (170, 200, 225))
    b.rechteck(190, 240, 226, 290, (120, 90, 60))
    b.rechteck(360, 210, 490, 290, (225, 225, 225))
    b.zug([(352, 210), (498, 210)], (80, 80, 80), 5)
    for y in range(226, 290, 12):
        b.linie(372, y, 478, y, (150, 150, 150), 1.2)
    b.text(20, 34, "Ansicht Süd, Garage neu", 2.4)
    dateien[f"{v}/Ansicht Süd.png"] = b.png("Ansicht Sued")

    v = f"{LICHT}/Umrüstung auf LED 2012"
    leuchten = [(i, ("Altmarkt", "Kirchgasse", "Töpfergasse")[i % 3], 4 + i % 3, (70, 50)[i % 2], (28, 19)[i % 2])
                for i in range(1, 25)]
    dateien[f"{v}/Bestandsliste Leuchten.csv"] = (
        "Nummer;Straße;Masthöhe in m;Leistung alt in W;Leistung neu in W\r\n"
        + "".join(f"L{n:03d};{s};{h};{a};{w}\r\n" for n, s, h, a, w in leuchten)).encode()
    dateien[f"{v}/Angebotsspiegel.csv"] = (
        "Bieter;Leuchten in €;Montage in €;Summe in €\r\nElektro Funke;9840,00;3120,00;12960,00\r\n"
        "\"Lichttechnik Hell & Söhne; Musterhausen\";10200,00;2640,00;12840,00\r\nStadtwerke Musterhausen;9960,00;2760,00;12720,00\r\n"
    ).encode()
    vergabe1 = brief("*Tiefbauamt – Rathausplatz 1 – 99999 Musterhausen", "14.05.2012", "Vergabevermerk: LED-Leuchten Altmarkt", [
        "Art der Vergabe: Freihändige Vergabe nach Einholung von drei Angeboten.", "", "Wertung der Angebote:"])
    tabelle(vergabe1, 56, 600, [("Bieter", 220), ("Summe in €", 100), ("Rang", 60)], [
        ["Stadtwerke Musterhausen", "12.720,00", "1"], ["Lichttechnik Hell & Söhne", "12.840,00", "2"], ["Elektro Funke", "12.960,00", "3"]])
    vergabe2 = brief("*Tiefbauamt – Rathausplatz 1 – 99999 Musterhausen", "14.05.2012", "Vergabevermerk, Seite 2", [
        "Ersparnis im Jahr: 24 Leuchten, 4.100 Stunden, etwa 3.600 kWh.", "",
        "Der Zuschlag ist auf das Angebot der Stadtwerke Musterhausen zu erteilen.", "", "gez. Lampe"])
    dateien[f"{v}/Vergabevermerk.pdf"] = pdf(
        "Vergabevermerk LED Altmarkt", "Stadt Musterhausen", "2012-05-14", [vergabe1, vergabe2], False)
    b = Bild(600, 440, (24, 28, 46))
    for radius, farbe in ((52, (60, 58, 52)), (36, (110, 102, 70)), (20, (190, 172, 96))):
        for x in range(100, 560, 130):
            for y in (140, 300):
                b.scheibe(x, y, radius, farbe)
    for x in range(100, 560, 130):
        for y in (140, 300):
            b.scheibe(x, y, 5, (255, 246, 190))
    b.zug([(40, 80), (560, 80), (560, 370), (40, 370), (40, 80)], (200, 200, 210), 2)
    b.text(44, 50, "Lichtplan Altmarkt", 3.0, (240, 240, 240), 2)
    b.text(44, 410, "Beleuchtungsstärke 5 bis 20 Lux", 2.2, (220, 220, 220))
    dateien[f"{v}/Lichtplan Altmarkt.png"] = b.png("Lichtplan Altmarkt")
    v = f"{LICHT}/Störungsmeldungen"
    dateien[f"{v}/Ausfall Töpfergasse.eml"] = mail(
        "Bürgertelefon <115@musterhausen.example>", "Tiefbauamt <tiefbau@musterhausen.example>",
        "Sat, 03 Nov 2012 19:05:00 +0100", "20121103-4", "Störung: Laterne L008 flackert",
        "Eine Anwohnerin meldet: Die Laterne L008 in der Töpfergasse flackert seit gestern.\nBitte prüfen.\n")
    dateien[f"{v}/Messprotokoll.xml"] = ("""<?xml version="1.0" encoding="UTF-8"?>
<messprotokoll xmlns="urn:beispiel:musterhausen:licht" datum="2012-11-06" geraet="Luxmeter 12">
""" + "".join(f'  <messpunkt leuchte="L{n:03d}" lux="{12 + n * 7 % 9}.{n % 10}"/>\n' for n in range(1, 25))
        + "  <bemerkung>L008: Vorschaltgerät getauscht, Störung behoben.</bemerkung>\n</messprotokoll>\n").encode()

    v = f"{VEREIN}/Antrag SV Grün-Weiß"
    foerderantrag = brief("SV Grün-Weiß Musterhausen e. V.", "18.01.2012", "Antrag auf Förderung: Sanierung der Umkleiden", [
        "Sehr geehrte Damen und Herren,", "", "der Verein bittet um einen Zuschuss von 4.500,00 € für die Sanierung der", "Umkleiden am Sportplatz.", "",
        "Die Gesamtkosten betragen 9.000,00 €. Der Kostenplan liegt bei.", "", "Mit sportlichen Grüßen", "P. Läufer, Vorsitzender"])
    dateien[f"{v}/Förderantrag.pdf"] = pdf(
        "Antrag auf Vereinsförderung", "SV Grün-Weiß Musterhausen", "2012-01-18", [foerderantrag], True)
    dateien[f"{v}/Kostenplan.csv"] = (
        "Gewerk;Betrag in €\r\nFliesen;3200,00\r\nSanitär;4150,00\r\nMaler;1650,00\r\nSumme;9000,00\r\n").encode()
    b = Bild(300, 300)
    b.scheibe(150, 150, 140, (20, 110, 60))
    b.scheibe(150, 150, 118, (255, 255, 255))
    b.zug([(150 + 70 * math.sin(i * 4 * math.pi / 5), 140 - 70 * math.cos(i * 4 * math.pi / 5)) for i in range(6)], (20, 110, 60), 5)
    b.text(94, 238, "SV G-W 1921", 2.2, (20, 110, 60), 2)
    dateien[f"{v}/Vereinslogo.png"] = b.png("Vereinslogo")
    bescheid = brief("*Sportamt – Rathausplatz 1 – 99999 Musterhausen", "07.03.2012", "Zuwendungsbescheid 52-01/2012-0017", [
        "Für die Sanierung der Umkleiden wird ein Zuschuss von 4.500,00 € bewilligt.", "",
        "Die Verwendung ist bis zum 31.03.2013 nachzuweisen.", "", "Im Auftrag", "R. Beispiel"])
    dateien[f"{v}/Bewilligungsbescheid.pdf"] = pdf("Zuwendungsbescheid", "Stadt Musterhausen", "2012-03-07", [bescheid], True)
    v = f"{VEREIN}/Verwendungsnachweis"
    nachweis = brief("SV Grün-Weiß Musterhausen e. V.", "11.02.2013", "Verwendungsnachweis zum Bescheid 52-01/2012-0017", ["Ausgaben nach Gewerken:"])
    tabelle(nachweis, 56, 640, [("Gewerk", 200), ("Plan in €", 90), ("Ist in €", 90)], [
        ["Fliesen", "3.200,00", "3.318,40"], ["Sanitär", "4.150,00", "4.102,00"], ["Maler", "1.650,00", "1.604,10"], ["Summe", "9.000,00", "9.024,50"]])
    dateien[f"{v}/Nachweis mit Anlagen.pdf"] = pdf("Verwendungsnachweis", "SV Grün-Weiß Musterhausen", "2013-02-11", [nachweis], False)
    dateien[f"{v}/Belegübersicht.csv"] = (
        "Beleg;Datum;Firma;Betrag in €\r\n1;2012-05-04;Fliesen-Fuchs;3318,40\r\n2;2012-06-11;Sanitär Rohr;4102,00\r\n"
        "3;2012-07-02;\"Maler \"\"Bunt\"\"\";1604,10\r\n").encode()
    dateien[f"{v}/Prüfvermerk.txt"] = (
        "Vermerk\n\nDer Verwendungsnachweis vom 11.02.2013 wurde geprüft. Die Belege sind vollständig, die Mittel wurden\n"
        "zweckentsprechend verwendet. Mehrkosten von 24,50 € trägt der Verein.\n\n19.02.2013, R. Beispiel\n").encode()


def mail(von, an, datum, kennung, betreff, text):
    """A mail as RFC 5322 wants it: CRLF, encoded header words, quoted-printable body."""
    import quopri
    from email.header import Header
    koerper = quopri.encodestring(text.encode()).replace(b"\n", b"\r\n")
    kopf = (f"From: {von}\r\n".encode() if von.isascii() else
            b"From: " + Header(von.split(" <")[0], "utf-8").encode().encode() + b" <" + von.split(" <")[1].encode() + b"\r\n")
    return (kopf + f"To: {an}\r\nDate: {datum}\r\nMessage-ID: <{kennung}@musterhausen.example>\r\n".encode()
            + b"Subject: " + Header(betreff, "utf-8").encode(linesep="\r\n").encode()
            + b"\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + koerper)


SPALTEN = "pfad;betreff;kennzeichen;aktenplaneinheit;laufzeit_beginn;laufzeit_ende;zda;aussonderungsart"
METADATEN = [
    (BAU, "Neubau Wohnhaus und Garage, Am Ring 5", "63-11/2011-0005", "63.11", "2011-03-15", "2012-12-14", "2012-12-17", "A"),
    (f"{BAU}/Bauantrag Wohnhaus", "Bauantrag Wohnhaus", "63-11/2011-0005-01", "63.11", "2011-03-15", "2011-06-08", "", "A"),
    (f"{BAU}/Nachtrag Garage", "Nachtrag: Anbau einer Garage", "63-11/2011-0005-02", "63.11", "2012-04-02", "2012-12-14", "", "A"),
    (LICHT, "Straßenbeleuchtung Altmarkt, Kirchgasse und Töpfergasse", "66-30/2012-0002", "66.30", "2012-02-01", "2012-12-20", "2012-12-21", "A"),
    (f"{LICHT}/Umrüstung auf LED 2012", "Umrüstung auf LED", "66-30/2012-0002-01", "66.30", "2012-02-01", "2012-09-28", "", "A"),
    (f"{LICHT}/Störungsmeldungen", "Störungsmeldungen; Messungen", "66-30/2012-0002-02", "66.30", "2012-11-03", "2012-12-20", "", "A"),
    (VEREIN, "Förderung der Sportvereine 2012", "52-01/2012-0017", "52.01", "2012-01-18", "2013-02-19", "2013-02-20", "A"),
    (f"{VEREIN}/Antrag SV Grün-Weiß", "Antrag des SV Grün-Weiß Musterhausen: \"Sanierung Umkleiden\"", "52-01/2012-0017-01",
     "52.01", "2012-01-18", "2012-03-07", "", "A"),
    (f"{VEREIN}/Verwendungsnachweis", "Prüfung der Verwendung", "52-01/2012-0017-02", "52.01", "2013-02-11", "2013-02-19", "", "A"),
    (f"{BAU}/Aktenübersicht.txt", "Übersicht der Akte", "", "", "", "", "", ""),
    (f"{BAU}/Nachtrag Garage/Baugenehmigung.pdf", "Baugenehmigung Garage vom 20.06.2012", "63-11/2011-0005-02-003", "", "", "", "", ""),
    (f"{BAU}/Bauantrag Wohnhaus/Rückfrage Nachbar Nr. 7.eml", "Rückfrage zum Grenzabstand", "", "", "", "", "", ""),
    (f"{LICHT}/Umrüstung auf LED 2012/Vergabevermerk.pdf", "Vergabevermerk vom 14.05.2012", "66-30/2012-0002-01-004", "", "", "", "", ""),
    (f"{VEREIN}/Antrag SV Grün-Weiß/Bewilligungsbescheid.pdf", "Zuwendungsbescheid über 4.500 €", "52-01/2012-0017-01-004", "", "", "", "", ""),
]


def feld(wert):
    return '"' + wert.replace('"', '""') + '"' if any(c in wert for c in ';"\r\n') else wert


def main():
    fuelle()
    for zeile in METADATEN:
        if zeile[0] not in dateien and not any(p.startswith(zeile[0] + "/") for p in dateien):
            sys.exit(f"metadaten.csv names nothing: {zeile[0]}")
    dateien["metadaten.csv"] = (
        SPALTEN + "\n" + "".join(";".join(map(feld, z)) + "\n" for z in METADATEN)).encode()
    shutil.rmtree(ZIEL, ignore_errors=True)
    for pfad, inhalt in dateien.items():
        ziel = ZIEL / unicodedata.normalize("NFC", pfad)
        ziel.parent.mkdir(parents=True, exist_ok=True)
        ziel.write_bytes(inhalt)
    print(f"{len(dateien)} files, {sum(map(len, dateien.values()))} bytes")


if __name__ == "__main__":
    main()
