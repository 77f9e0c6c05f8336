// SPDX-License-Identifier: Apache-2.0

// Codes: code list Dateiformat 1.0 of xdomea. PRONOM ids: PRONOM 109. Where PRONOM tells versions apart
// by more than is read here, there is no id.

extension Dateiformat {
  /// All formats that are told apart.
  public static let alle: [Dateiformat] = bilder + texte + druck + buero + altesBuero + huellen

  // MARK: Images

  static let bmp = Dateiformat(
    "bmp", "Windows Bitmap", "001", "image/bmp", ["bmp", "dib"],
    ["2.0": "fmt/115", "3.0": "fmt/116", "3.0 NT": "fmt/117", "4.0": "fmt/118", "5.0": "fmt/119"])
  static let jpeg = Dateiformat(
    "jpeg", "JPEG", "011", "image/jpeg", ["jpg", "jpeg", "jpe", "jfif", "jif"],
    [
      "JFIF 1.00": "fmt/42", "JFIF 1.01": "fmt/43", "JFIF 1.02": "fmt/44", "Exif 2.0": "x-fmt/398",
      "Exif 2.1": "x-fmt/390", "Exif 2.2": "x-fmt/391", "Exif 2.2.1": "fmt/645",
      "Exif 2.3": "fmt/1507", "ohne Kopf": "fmt/41",
    ], codeJeEndung: ["jpe": "009", "jpeg": "010", "jpg": "011"])
  static let png = Dateiformat(
    "png", "Portable Network Graphics", "019", "image/png", ["png"],
    ["1.0": "fmt/11", "1.1": "fmt/12", "1.2": "fmt/13", "bewegt": "fmt/935"])
  static let tiff = Dateiformat(
    "tiff", "TIFF", "024", "image/tiff", ["tif", "tiff"], puid: "fmt/353",
    codeJeEndung: ["tif": "023", "tiff": "024"])
  static let bigtiff = Dateiformat(
    "bigtiff", "BigTIFF", "024", "image/tiff", ["tif", "tiff", "btf"],
    codeJeEndung: ["tif": "023", "tiff": "024"])
  static let dng = Dateiformat(
    "dng", "Digital Negative", "100", "image/tiff", ["dng", "tif", "tiff"])
  static let gif = Dateiformat(
    "gif", "GIF", "100", "image/gif", ["gif"], ["87a": "fmt/3", "89a": "fmt/4"])
  static let webp = Dateiformat(
    "webp", "WebP", "100", "image/webp", ["webp"],
    ["Lossy": "fmt/566", "Lossless": "fmt/567", "Extended": "fmt/568"])
  static let jp2 = Dateiformat(
    "jp2", "JPEG 2000", "100", "image/jp2", ["jp2", "jpx", "jpf"], ["Teil 1": "x-fmt/392"])
  static let heif = Dateiformat(
    "heif", "HEIF", "100", "image/heif", ["heic", "heif"], puid: "fmt/1101")
  static let svg = Dateiformat("svg", "Scalable Vector Graphics", "100", "image/svg+xml", ["svg"])

  private static let bilder = [
    bmp, jpeg, png, tiff, bigtiff, dng, gif, webp, jp2, heif, svg,
  ]

  // MARK: Text

  static let csv = Dateiformat(
    "csv", "CSV-Tabelle", "002", "text/csv", ["csv", "tsv"], puid: "x-fmt/18")
  static let txt = Dateiformat(
    "txt", "Text", "045", "text/plain", ["txt", "text", "log", "md"], puid: "x-fmt/111",
    istHuelle: true)
  static let eml = Dateiformat(
    "eml", "E-Mail (Internet Message Format)", "006", "message/rfc822", ["eml"], puid: "fmt/278",
    ["MIME": "fmt/950"])
  static let html = Dateiformat(
    "html", "HTML", "008", "text/html", ["html", "htm"], puid: "fmt/96",
    [
      "2.0": "fmt/97", "3.2": "fmt/98", "4.0": "fmt/99", "4.01": "fmt/100", "5": "fmt/471",
    ], codeJeEndung: ["htm": "007", "html": "008"])
  static let xhtml = Dateiformat(
    "xhtml", "XHTML", "008", "application/xhtml+xml", ["html", "htm", "xhtml"],
    ["1.0": "fmt/102", "1.1": "fmt/103"], codeJeEndung: ["htm": "007", "html": "008"])
  static let xml = Dateiformat(
    "xml", "XML", "030", "text/xml", ["xml"], ["1.0": "fmt/101"], istHuelle: true)
  static let xsd = Dateiformat(
    "xsd", "XML-Schema", "031", "text/xml", ["xsd"], puid: "x-fmt/280")
  static let dtd = Dateiformat(
    "dtd", "Document Type Definition", "041", "application/xml-dtd", ["dtd", "mod", "ent"],
    puid: "x-fmt/315")
  static let rtf = Dateiformat("rtf", "Rich Text Format", "022", "text/rtf", ["rtf"])

  private static let texte = [csv, txt, eml, html, xhtml, xml, xsd, dtd, rtf]

  // MARK: Pages

  static let pdf = Dateiformat(
    "pdf", "PDF", "018", "application/pdf", ["pdf"],
    [
      "1.0": "fmt/14", "1.1": "fmt/15", "1.2": "fmt/16", "1.3": "fmt/17", "1.4": "fmt/18",
      "1.5": "fmt/19", "1.6": "fmt/20", "1.7": "fmt/276", "2.0": "fmt/1129",
    ])
  static let pdfa = Dateiformat(
    "pdfa", "PDF/A (nach eigener Angabe)", "044", "application/pdf", ["pdf"],
    [
      "1a": "fmt/95", "1b": "fmt/354", "2a": "fmt/476", "2b": "fmt/477", "2u": "fmt/478",
      "3a": "fmt/479", "3b": "fmt/480", "3u": "fmt/481",
    ])
  static let ps = Dateiformat(
    "ps", "PostScript", "021", "application/postscript", ["ps"],
    [
      "1.0": "x-fmt/91", "2.0": "x-fmt/406", "2.1": "x-fmt/407", "3.0": "x-fmt/408",
      "3.1": "fmt/501",
    ])
  static let eps = Dateiformat(
    "eps", "Encapsulated PostScript", "100", "application/postscript", ["eps", "epsf", "ps"],
    ["1.2": "fmt/122", "2.0": "fmt/123", "3.0": "fmt/124"])

  private static let druck = [pdf, pdfa, ps, eps]

  // MARK: Containers

  static let zip = Dateiformat(
    "zip", "ZIP-Archiv", "100", "application/zip", ["zip"], puid: "x-fmt/263", istHuelle: true)
  static let ole2 = Dateiformat(
    "ole2", "OLE2-Verbunddatei", "100", "application/x-ole-storage", ["ole"], puid: "fmt/111",
    istHuelle: true)
  static let gzip = Dateiformat(
    "gzip", "GZIP", "100", "application/gzip", ["gz", "tgz"], puid: "x-fmt/266", istHuelle: true)
  static let siebenzip = Dateiformat(
    "7z", "7-Zip-Archiv", "100", "application/x-7z-compressed", ["7z"], puid: "fmt/484")
  static let rar = Dateiformat(
    "rar", "RAR-Archiv", "100", "application/vnd.rar", ["rar"], ["5": "fmt/613"])
  static let epub = Dateiformat(
    "epub", "EPUB", "100", "application/epub+zip", ["epub"], puid: "fmt/483")
  static let mp4 = Dateiformat(
    "mp4", "MPEG-4", "100", "video/mp4", ["mp4", "m4v", "m4a", "mov"], puid: "fmt/199")
  static let programm = Dateiformat(
    "exe", "Windows-Programm", "100", "application/vnd.microsoft.portable-executable",
    ["exe", "dll", "sys"])
  static let unbekannt = Dateiformat(
    "unbekannt", "nicht erkannt", "100", "application/octet-stream", [], istHuelle: true)

  private static let huellen = [
    zip, ole2, gzip, siebenzip, rar, epub, mp4, programm, unbekannt,
  ]
}
