// SPDX-License-Identifier: Apache-2.0
package import Akte

/// A file that a message refers to, with what it says of the file.
package struct Dateiverweis: Sendable {
  /// What the file is.
  package enum Art: Sendable {
    /// The content of a document.
    case primaerdokument
    /// A signature or seal of its own.
    case signatur
    /// An Aktenplan as a file.
    case aktenplandatei
  }

  /// The file's name as the message writes it.
  package var name: String
  /// The line of the reference.
  package var zeile: Int?
  /// The document the file belongs to; the nil UUID for an Aktenplan.
  package var objekt: ObjektID
  /// The document's Betreff.
  package var betreff: String?
  /// What the file is.
  package var art: Art
  /// The digest as stated.
  package var hash: Hashangabe?
  /// The digest, if algorithm and value are understood; cheaper than asking ``hash`` again.
  package var pruefsumme: Pruefsumme?
  /// The code of the file format.
  package var formatcode: String?
  /// The format's name in plain text.
  package var sonstigerName: String?
  /// When the file was made.
  package var datumUhrzeit: Zeitpunkt?
  /// When the file was last changed.
  package var zeitpunktLetzteAenderung: Zeitpunkt?
}
