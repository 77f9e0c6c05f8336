// SPDX-License-Identifier: Apache-2.0

extension String {
  /// The name of a file as it is kept: what others chose, without what makes a name dangerous to
  /// show or too long to get an ending.
  ///
  /// Control characters and invisible ones that turn the direction of writing become `_`; of a long
  /// name the beginning and the extension stay, 200 bytes in all.
  var alsAblagename: String {
    var name = ""
    for zeichen in unicodeScalars {
      switch zeichen.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        name += "_"
      default: name.unicodeScalars.append(zeichen)
      }
    }
    guard name.utf8.count > 200 else { return name }
    let endung = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let ende = endung.utf8.count <= 20 ? endung : ""
    while name.utf8.count + ende.utf8.count > 200 { name.removeLast() }
    return name + ende
  }
}

/// The bytes of a name that is no UTF-8, each of them that is no ASCII as `%` and two digits.
func lesbarerName(_ bytes: [UInt8]) -> String {
  var name = ""
  for b in bytes {
    if (0x20..<0x7F).contains(b), b != 0x25 {
      name.unicodeScalars.append(Unicode.Scalar(b))
    } else {
      name += "%" + (b < 16 ? "0" : "") + String(b, radix: 16, uppercase: true)
    }
  }
  return name
}
