// SPDX-License-Identifier: Apache-2.0

/// The code list `dateiformat` of xdomea: which code belongs to which file extension.
///
/// Version 1.0 of the list has the codes 001 to 045 and 100. Version 2.0 is used with the same
/// codes (FAKTEN 6.2).
public enum Dateiformate {
  /// The code for a file's extension.
  ///
  /// That a PDF is made for archiving (`044`) cannot be told by its extension, nor the program a
  /// `doc` comes from; the ordinary code is returned.
  ///
  /// - Parameter endung: The extension without its dot, in either case.
  /// - Returns: The code; with `100` ("other") the name that then belongs into `SonstigerName`,
  ///   otherwise nil.
  public static func code(endung: String) -> (code: String, name: String?) {
    let klein = endung.lowercased()
    if let code = codes[klein] { return (code, nil) }
    return ("100", klein.isEmpty ? "unbekannt" : klein)
  }

  /// The extensions that fit a code, in lower case; empty for `100` and for unknown codes.
  ///
  /// Spellings of the same format, such as `jpg` and `jpeg`, fit all codes of that format.
  public static func endungen(code: String) -> Set<String> { endungenJeCode[code] ?? [] }

  /// The name of a code in the list; nil for `100` and for unknown codes.
  public static func name(code: String) -> String? { eintraege.first { $0.code == code }?.name }

  /// The entries of list version 1.0: code, extension, name.
  static let eintraege: [(code: String, endung: String, name: String)] = [
    ("001", "bmp", "Windows Bitmap"),
    ("002", "csv", "Comma Separated Values"),
    ("003", "doc", "Microsoft Word for Windows Document"),
    ("004", "doc", "Microsoft Word for MS-DOS Document"),
    ("005", "doc", "Microsoft Word for Macintosh Document"),
    ("006", "eml", "Outlook Express Electronic Mail"),
    ("007", "htm", "Hypertext Markup Language"),
    ("008", "html", "Hypertext Markup Language"),
    ("009", "jpe", "JPEG File Interchange Format"),
    ("010", "jpeg", "JPEG File Interchange Format"),
    ("011", "jpg", "JPEG File Interchange Format"),
    ("012", "msg", "Microsoft Outlook Email Message"),
    ("013", "odp", "OpenDocument Presentation Format"),
    ("014", "ods", "OpenDocument Spreadsheet Format"),
    ("015", "odt", "OpenDocument Text Format"),
    ("016", "otp", "OpenDocument Presentation Format Template"),
    ("017", "ots", "OpenDocument Spreadsheet Format Template"),
    ("018", "pdf", "Portable Document Format"),
    ("019", "png", "Portable Network Graphics"),
    ("020", "ppt", "Microsoft PowerPoint"),
    ("021", "ps", "PostScript"),
    ("022", "rtf", "Rich Text Format"),
    ("023", "tif", "Tagged Image File Format"),
    ("024", "tiff", "Tagged Image File Format"),
    ("025", "wps", "Microsoft Works for Windows"),
    ("026", "xlc", "Microsoft Excel Chart"),
    ("027", "xlm", "Microsoft Excel Macro"),
    ("028", "xls", "Binary Interchange File Format (BIFF) Worksheet"),
    ("029", "xlw", "Binary Interchange File Format (BIFF) Workbook"),
    ("030", "xml", "eXtensible Markup Language"),
    ("031", "xsd", "XML Schema Definition"),
    ("032", "dot", "Microsoft Word Template"),
    ("033", "pot", "Microsoft Powerpoint Design Template"),
    ("034", "xlt", "Mircosoft Excel Template"),  // sic: the list's own spelling
    ("035", "docx", "Office Open XML Text"),
    ("036", "xlsx", "Office Open XML Spreadsheet"),
    ("037", "pptx", "Office Open XML Presentation"),
    ("038", "dotx", "Office Open XML Text Template"),
    ("039", "xltx", "Office Open XML Spreadsheet Template"),
    ("040", "potx", "Office Open XML Presentation Template"),
    ("041", "dtd", "Document Type Definition"),
    ("042", "mpp", "Microsoft Project"),
    ("043", "ott", "OpenDocument Text Format Template"),
    ("044", "pdf", "Portable Document Format (Archival)"),
    ("045", "txt", "Unicode Text File"),
  ]

  /// Extensions of one and the same format.
  private static let gleiche: [Set<String>] = [
    ["jpg", "jpeg", "jpe", "jfif"], ["tif", "tiff"], ["htm", "html"], ["txt", "text", "log"],
  ]

  /// Extensions that are written with the code of their usual spelling.
  private static let uebliche = [
    "jpeg": "011", "jpe": "011", "jfif": "011", "tif": "024", "text": "045", "log": "045",
  ]

  private static let codes: [String: String] =
    Dictionary(
      eintraege.map { ($0.endung, uebliche[$0.endung] ?? $0.code) },
      uniquingKeysWith: { erster, _ in erster }
    ).merging(uebliche) { code, _ in code }

  private static let endungenJeCode: [String: Set<String>] =
    Dictionary(
      eintraege.map { e in (e.code, gleiche.first { $0.contains(e.endung) } ?? [e.endung]) },
      uniquingKeysWith: { erste, _ in erste })
}
