// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// What Python's `html.parser` finds wrong with a page; empty if nothing.
///
/// It checks that tags are balanced, elements and attributes are those that our pages use, headings follow
/// one another without a gap, identifiers are unique, links lead to a place in the page, tables have a name
/// and their heads a scope.
public func aufbaufehler(_ html: String) throws -> String {
  try mitTemporaeremOrdner { ordner in
    let seite = ordner.appendingPathComponent("seite.html")
    try Data(html.utf8).write(to: seite)
    let lauf = try Programm.starte("python3", ["-c", pruefprogramm, seite.path])
    return lauf.status == 0 ? lauf.ausgabe : lauf.fehler
  }
}

private let pruefprogramm = """
  import sys
  from html.parser import HTMLParser

  LEER = {'meta', 'input'}
  ELEMENTE = set('''html head meta title style body header main section footer h1 h2 h3 p b ol ul
    li table caption thead tbody tr th td span div bdi a dl dt dd code
    strong details summary fieldset legend label input
    svg desc polygon line circle rect text'''.split())
  ATTRIBUTE = set('''lang charset http-equiv content name class id aria-labelledby aria-hidden
    scope href viewbox role points text-anchor x y x1 y1 x2 y2 cx cy r width height
    type checked'''.split())

  class Leser(HTMLParser):
      offen, ids, ziele, ebenen, benannt, fehler = [], [], [], [], [], []
      def handle_starttag(self, tag, attrs):
          if tag not in ELEMENTE: self.fehler.append('element ' + tag)
          for name, wert in attrs:
              if name not in ATTRIBUTE: self.fehler.append('attribute ' + name)
              if name == 'id': self.ids.append(wert)
              if name == 'href': self.ziele.append(wert[1:] if wert[:1] == '#' else wert)
              if name == 'aria-labelledby': self.ziele += wert.split()
          if tag == 'table': self.benannt.append('aria-labelledby' in dict(attrs))
          if tag == 'caption': self.benannt[-1] = True
          if tag == 'th' and 'scope' not in dict(attrs): self.fehler.append('th without scope')
          if tag in ('h1', 'h2', 'h3'): self.ebenen.append(int(tag[1]))
          if tag not in LEER: self.offen.append(tag)
      def handle_endtag(self, tag):
          if not self.offen or self.offen.pop() != tag: self.fehler.append('end of ' + tag)
      def handle_comment(self, data): self.fehler.append('comment')
      def unknown_decl(self, data): self.fehler.append('declaration')

  leser = Leser()
  leser.feed(open(sys.argv[1], encoding='utf-8').read())
  leser.close()
  if leser.offen: leser.fehler.append('open: ' + ' '.join(leser.offen))
  if len(leser.ids) != len(set(leser.ids)): leser.fehler.append('identifier twice')
  for ziel in set(leser.ziele) - set(leser.ids): leser.fehler.append('no target ' + ziel)
  if leser.ebenen[:1] != [1] or leser.ebenen.count(1) != 1: leser.fehler.append('h1')
  for a, b in zip(leser.ebenen, leser.ebenen[1:]):
      if b > a + 1: leser.fehler.append('heading %d after %d' % (b, a))
  if not all(leser.benannt): leser.fehler.append('table without a name')
  print('\\n'.join(leser.fehler[:20]), end='')
  """
