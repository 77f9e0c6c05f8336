// SPDX-License-Identifier: Apache-2.0

/// IBM code page 437, the encoding of ZIP names without the UTF-8 flag (APPNOTE, appendix D).
enum CP437 {
  private static let obere: [Unicode.Scalar] = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»\
    ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """.unicodeScalars)

  /// The text of `bytes`; those below 128 stand for themselves, control characters included.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for b in bytes {
      text.append(b < 128 ? Unicode.Scalar(b) : obere[Int(b) - 128])
    }
    return String(text)
  }
}
