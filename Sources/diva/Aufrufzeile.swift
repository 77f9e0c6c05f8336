// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// What was typed, byte for byte.
enum Aufrufzeile {
  /// The arguments with the name of the program.
  ///
  /// `CommandLine.arguments` puts U+FFFD in place of bytes that are no UTF-8; a Betreff would be stored
  /// changed, and a path would name another file.
  ///
  /// - Throws: ``Hinderung`` if an argument is not UTF-8.
  static func argumente() throws(Hinderung) -> [String] {
    var argumente: [String] = []
    for i in 0..<Int(CommandLine.argc) {
      guard let zeiger = CommandLine.unsafeArgv[i] else { continue }
      guard let text = String(validatingCString: zeiger) else {
        throw Hinderung(
          "Das \(i). Argument »\(String(cString: zeiger))« ist nicht in UTF-8 kodiert. Stellen Sie das "
            + "Terminal auf UTF-8 um, oder benennen Sie die Datei um.")
      }
      argumente.append(text)
    }
    return argumente
  }
}
