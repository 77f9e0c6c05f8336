// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A cryptographic means that no longer proves anything by itself.
///
/// The bounds are those of public catalogues: NIST SP 800-131A (SHA-1, RSA and DSA below 2048 bits, curves
/// below 224 bits not after 2013; RSA and DSA below 1024 bits and curves below 160 bits not after 2010) and
/// RFC 6151 (MD5 not where collisions matter). RSA counts as weak below 1900 bits only, as in the catalogue of
/// SOG-IS: German services used 1976 bits with the consent of the Bundesnetzagentur for years after 2013.
struct Schwaeche: Hashable {
  /// How bad it is.
  enum Grad {
    /// Was proper once; holds if a later, sound time stamp covers it (RFC 4998, section 5).
    case veraltet
    /// Proves nothing, renewed or not: whoever wants to can forge it.
    case gebrochen
  }

  let grad: Grad
  /// The means, for people.
  let was: String
  /// Since when, for people.
  let seit: String

  /// The weakness of a digest, by its object identifier; nil if there is none.
  init?(hash kennung: String, zweck: String) {
    switch kennung {
    case "1.2.840.113549.2.2": self.init(.gebrochen, "MD2 (\(zweck))", "seit 2004")
    case "1.2.840.113549.2.4": self.init(.gebrochen, "MD4 (\(zweck))", "seit 1996")
    case Hashverfahren.md5.objektkennung:
      self.init(.gebrochen, "MD5 (\(zweck))", "seit 2004 (RFC 6151)")
    case Hashverfahren.sha1.objektkennung:
      self.init(.veraltet, "SHA-1 (\(zweck))", "seit Ende 2013 (NIST SP 800-131A)")
    default: return nil
    }
  }

  /// The weakness of a key; nil if there is none.
  init?(schluessel: Schluesselart, bits: Int) {
    let kurve = schluessel == .kurve
    let was = "ein \(schluessel.rawValue)-Schlüssel mit \(bits) Bit"
    if bits < (kurve ? 160 : 1024) {
      self.init(.gebrochen, was, "seit Ende 2010 (NIST SP 800-131A)")
    } else if bits < (kurve ? 224 : schluessel == .rsa ? 1900 : 2048) {
      self.init(.veraltet, was, "seit Ende 2013 (NIST SP 800-131A)")
    } else {
      return nil
    }
  }

  private init(_ grad: Grad, _ was: String, _ seit: String) {
    self.grad = grad
    self.was = was
    self.seit = seit
  }
}

/// Kinds of keys whose length says how strong they are.
enum Schluesselart: String {
  case rsa = "RSA"
  case dsa = "DSA"
  case kurve = "EC"
}
