// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// A file of an E-ARK SIP as METS and PREMIS list it.
struct Earkdatei {
  /// What the content told about the format.
  enum Erkennung {
    /// Nobody asked.
    case keine
    case erkannt, nichtErkannt
  }

  /// The path from the folder of the package.
  let pfad: String
  let groesse: Int64
  let sha512: String
  let format: Earkformat?
  let originalname: String?
  let erkennung: Erkennung
  let mime: String

  /// A file; without `erkannt`, what the content told, the extension says the MIME type.
  init(
    _ pfad: String, _ mass: Earkziel.Mass, format: Earkformat? = nil, originalname: String? = nil,
    erkannt: Formatergebnis? = nil
  ) {
    self.pfad = pfad
    erkennung = erkannt.map { $0.earkformat == nil ? .nichtErkannt : .erkannt } ?? .keine
    mime =
      switch erkennung {
      case .keine: Self.mime(pfad)
      case .erkannt: erkannt?.mime ?? Dateiformat.unbekannt.mime
      case .nichtErkannt: Dateiformat.unbekannt.mime
      }
    groesse = mass.groesse
    sha512 = mass.sha512
    self.format = format ?? erkannt?.earkformat
    self.originalname = originalname
  }

  /// The path as a reference from a METS file in the folder `basis`, percent-encoded.
  func verweis(ab basis: String = "") -> String {
    Self.adresse(basis.isEmpty ? pfad : String(pfad.utf8.dropFirst(basis.utf8.count)) ?? pfad)
  }

  /// Encodes what a URL cannot carry (RFC 3986), byte for byte.
  static func adresse(_ pfad: String) -> String {
    let ziffern = Array("0123456789ABCDEF".utf8)
    var aus: [UInt8] = []
    for b in pfad.utf8 {
      switch b {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: aus.append(b)
      default: aus += [0x25, ziffern[Int(b >> 4)], ziffern[Int(b & 15)]]
      }
    }
    return String(decoding: aus, as: UTF8.self)
  }

  /// The MIME type by the extension; only what is certain has its own.
  private static func mime(_ pfad: String) -> String {
    let name = Bagpfad(pfad).name.lowercased()
    let endung = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    return mimetypen[endung] ?? "application/octet-stream"
  }

  private static let mimetypen = [
    "pdf": "application/pdf", "xml": "application/xml", "xsd": "application/xml",
    "txt": "text/plain", "csv": "text/csv", "html": "text/html", "htm": "text/html",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "tif": "image/tiff",
    "tiff": "image/tiff", "eml": "message/rfc822", "zip": "application/zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "rtf": "application/rtf",
  ]
}
