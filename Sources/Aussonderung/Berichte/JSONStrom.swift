// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Writes JSON piece by piece: objects and arrays open and close, values in between.
///
/// Belongs to one thread.
final class JSONStrom {
  private var strom: Textstrom
  private var brauchtKomma = false

  init(_ senke: @escaping (UnsafeRawBufferPointer) throws -> Void) { strom = Textstrom(senke) }

  /// An object, under a key if it lies in another one.
  func objekt(_ schluessel: String? = nil, _ inhalt: () throws -> Void) throws {
    try klammer(schluessel, "{", "}", inhalt)
  }

  /// An array under a key.
  func liste(_ schluessel: String, _ inhalt: () throws -> Void) throws {
    try klammer(schluessel, "[", "]", inhalt)
  }

  /// A text; nothing for nil.
  func text(_ schluessel: String, _ wert: String?) {
    guard let wert else { return }
    beginne(schluessel)
    strom.text.haengeAn(json: wert)
  }

  /// A number; nothing for nil.
  func zahl(_ schluessel: String, _ wert: (some BinaryInteger)?) {
    guard let wert else { return }
    beginne(schluessel)
    strom.text += String(wert)
  }

  /// A truth value; nothing for nil.
  func wahr(_ schluessel: String, _ wert: Bool?) {
    guard let wert else { return }
    beginne(schluessel)
    strom.text += wert ? "true" : "false"
  }

  /// A value in an array that is JSON already.
  func roh(_ json: [UInt8]) throws {
    beginne(nil)
    strom.text += String(decoding: json, as: UTF8.self)
    try strom.weiter()
  }

  /// Ends the text.
  func beende() throws {
    strom.text += "\n"
    try strom.leere()
  }

  private func klammer(
    _ schluessel: String?, _ auf: String, _ zu: String, _ inhalt: () throws -> Void
  ) throws {
    beginne(schluessel)
    strom.text += auf
    brauchtKomma = false
    try inhalt()
    strom.text += zu
    brauchtKomma = true
    try strom.weiter()
  }

  private func beginne(_ schluessel: String?) {
    if brauchtKomma { strom.text += "," }
    brauchtKomma = true
    guard let schluessel else { return }
    strom.text += "\"\(schluessel)\":"
  }
}
