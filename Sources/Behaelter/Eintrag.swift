// SPDX-License-Identifier: Apache-2.0

/// What an entry of a container is.
public enum Eintragsart: Hashable, Sendable {
  /// A regular file.
  case datei
  /// A folder: its name ends with a slash.
  case ordner
  /// A symbolic link.
  case verknuepfung
  /// A device, a pipe or the like.
  case sonstige
}

/// What the central directory of a container says of one entry.
public struct Eintrag: Hashable, Sendable {
  /// The decoded name: UTF-8 if it is valid, otherwise read as code page 437.
  public let name: String
  /// True if the name is flagged as UTF-8 and valid, or pure ASCII.
  public let istUTF8: Bool
  /// What the entry is.
  public let art: Eintragsart
  /// The unpacked size in bytes.
  public let groesse: Int64
  /// The packed size in bytes.
  public let gepackt: Int64
  /// The CRC-32 of the unpacked bytes.
  public let crc32: UInt32
  /// True if the content is encrypted.
  public let verschluesselt: Bool
  /// The compression method: 0 stored, 8 deflated.
  public let verfahren: UInt16
  /// The defects of the name; empty for a sound one.
  public internal(set) var maengel: [Namensmangel]

  /// Where the local header begins in the file.
  let ort: Int64
  /// The bytes of the name if they differ from the UTF-8 of `name`.
  let fremdname: [UInt8]?

  /// The bytes of the name as they stand in the container.
  public var rohname: [UInt8] { fremdname ?? Array(name.utf8) }

  /// The number of bytes in ``rohname``.
  var namenslaenge: Int { fremdname?.count ?? name.utf8.count }
}
