// SPDX-License-Identifier: Apache-2.0

/// One JSON object in one line; keys keep the order in which they were set.
package struct JSONObjekt: Sendable {
  private var kern = ""

  /// An empty object.
  package init() {}

  /// The object as text, without a line break.
  package var text: String { "{" + kern + "}" }

  /// Sets a text; nil becomes null.
  package mutating func setze(_ name: String, _ wert: String?) {
    setze(name, roh: wert.map(Self.text) ?? "null")
  }

  /// Sets a number; nil becomes null.
  package mutating func setze(_ name: String, _ wert: (some BinaryInteger)?) {
    setze(name, roh: wert.map { String($0) } ?? "null")
  }

  /// Sets a truth value; nil becomes null.
  package mutating func setze(_ name: String, _ wert: Bool?) {
    setze(name, roh: wert.map { $0 ? "true" : "false" } ?? "null")
  }

  /// Sets a list of texts.
  package mutating func setze(_ name: String, _ werte: [String]) {
    setze(name, roh: "[" + werte.map(Self.text).joined(separator: ",") + "]")
  }

  /// Sets an object; nil becomes null.
  package mutating func setze(_ name: String, _ wert: JSONObjekt?) {
    setze(name, roh: wert?.text ?? "null")
  }

  /// Sets a list of objects.
  package mutating func setze(_ name: String, _ werte: [JSONObjekt]) {
    setze(name, roh: "[" + werte.map(\.text).joined(separator: ",") + "]")
  }

  /// Sets a value that is JSON already.
  package mutating func setze(_ name: String, roh wert: String) {
    if !kern.isEmpty { kern += "," }
    kern += Self.text(name) + ":" + wert
  }

  private static func text(_ s: String) -> String {
    var aus = "\""
    for z in s.unicodeScalars {
      switch z {
      case "\"": aus += "\\\""
      case "\\": aus += "\\\\"
      case "\n": aus += "\\n"
      case "\r": aus += "\\r"
      case "\t": aus += "\\t"
      default: aus.unicodeScalars.append(z)
      }
    }
    return (aus + "\"").jsonMaskiert
  }
}
