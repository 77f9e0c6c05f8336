// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Looks for malware in files before they are handed over: a program of the house, or a service.
public protocol Virenpruefer {
  /// Looks through a folder that holds the files of one object and all that lies in it.
  ///
  /// - Parameter ordner: The folder; it is taken away afterwards.
  /// - Returns: What was found, for people; nil if nothing was.
  /// - Throws: Why the files could not be examined; then nothing at all is handed over.
  func pruefe(_ ordner: String) throws -> String?
}

/// Why an object must not be handed over: something was found in one of its files.
public struct Virenfund: Hashable, Sendable, Codable {
  /// The highest object of what would go along.
  public let objekt: ObjektID
  /// All objects that stay with it, itself included.
  public let betroffen: Set<ObjektID>
  /// What was found, as a German sentence.
  public let text: String
}

extension Verfahren {
  /// Names an object that stays here because something was found in it.
  mutating func vermerke(_ fund: Virenfund, am tag: Kalendertag) {
    let ablehnung = Objektablehnung(
      objekt: fund.objekt, grund: "virenfund", text: fund.text, regel: "P08", am: tag)
    if ablehnungen.last != ablehnung { ablehnungen.append(ablehnung) }
  }
}
