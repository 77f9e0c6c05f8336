// SPDX-License-Identifier: Apache-2.0

extension Dateiformat {
  private static let oasis = "application/vnd.oasis.opendocument."
  private static let ooxml = "application/vnd.openxmlformats-officedocument."

  // MARK: OpenDocument (ISO/IEC 26300)

  static let odt = Dateiformat(
    "odt", "OpenDocument-Text", "015", oasis + "text", ["odt"],
    ["1.0": "fmt/136", "1.1": "fmt/290", "1.2": "fmt/291", "1.3": "fmt/1756"])
  static let ott = Dateiformat(
    "ott", "OpenDocument-Textvorlage", "043", oasis + "text-template", ["ott"],
    ["1.0": "fmt/136", "1.1": "fmt/290", "1.2": "fmt/291"])
  static let ods = Dateiformat(
    "ods", "OpenDocument-Tabelle", "014", oasis + "spreadsheet", ["ods"],
    ["1.0": "fmt/137", "1.1": "fmt/294", "1.2": "fmt/295", "1.3": "fmt/1755"])
  static let ots = Dateiformat(
    "ots", "OpenDocument-Tabellenvorlage", "017", oasis + "spreadsheet-template", ["ots"],
    ["1.0": "fmt/137", "1.1": "fmt/294", "1.2": "fmt/295"])
  static let odp = Dateiformat(
    "odp", "OpenDocument-Präsentation", "013", oasis + "presentation", ["odp"],
    ["1.0": "fmt/138", "1.1": "fmt/292", "1.2": "fmt/293", "1.3": "fmt/1754"])
  static let otp = Dateiformat(
    "otp", "OpenDocument-Präsentationsvorlage", "016", oasis + "presentation-template", ["otp"],
    ["1.0": "fmt/138", "1.1": "fmt/292", "1.2": "fmt/293"])
  static let odg = Dateiformat(
    "odg", "OpenDocument-Zeichnung", "100", oasis + "graphics", ["odg", "otg"],
    ["1.0": "fmt/139", "1.1": "fmt/296", "1.2": "fmt/297", "1.3": "fmt/1753"])

  /// The formats that the entry `mimetype` names.
  static let opendocument = [odt, ott, ods, ots, odp, otp, odg]

  // MARK: Office Open XML (ISO/IEC 29500)

  static let docx = Dateiformat(
    "docx", "Word-Dokument (Office Open XML)", "035", ooxml + "wordprocessingml.document",
    ["docx"], puid: "fmt/412")
  static let dotx = Dateiformat(
    "dotx", "Word-Vorlage (Office Open XML)", "038", ooxml + "wordprocessingml.template",
    ["dotx"], puid: "fmt/597")
  static let xlsx = Dateiformat(
    "xlsx", "Excel-Mappe (Office Open XML)", "036", ooxml + "spreadsheetml.sheet", ["xlsx"],
    puid: "fmt/214")
  static let xltx = Dateiformat(
    "xltx", "Excel-Vorlage (Office Open XML)", "039", ooxml + "spreadsheetml.template", ["xltx"],
    puid: "fmt/598")
  static let pptx = Dateiformat(
    "pptx", "PowerPoint-Präsentation (Office Open XML)", "037",
    ooxml + "presentationml.presentation", ["pptx"], puid: "fmt/215")
  static let potx = Dateiformat(
    "potx", "PowerPoint-Vorlage (Office Open XML)", "040", ooxml + "presentationml.template",
    ["potx"], puid: "fmt/631")
  static let ppsx = Dateiformat(
    "ppsx", "PowerPoint-Bildschirmpräsentation (Office Open XML)", "100",
    ooxml + "presentationml.slideshow", ["ppsx"], puid: "fmt/629")
  static let docm = Dateiformat(
    "docm", "Word-Dokument mit Makros", "100", "application/vnd.ms-word.document.macroEnabled.12",
    ["docm"], puid: "fmt/523")
  static let dotm = Dateiformat(
    "dotm", "Word-Vorlage mit Makros", "100", "application/vnd.ms-word.template.macroEnabled.12",
    ["dotm"], puid: "fmt/599")
  static let xlsm = Dateiformat(
    "xlsm", "Excel-Mappe mit Makros", "100", "application/vnd.ms-excel.sheet.macroEnabled.12",
    ["xlsm"], puid: "fmt/445")
  static let xltm = Dateiformat(
    "xltm", "Excel-Vorlage mit Makros", "100", "application/vnd.ms-excel.template.macroEnabled.12",
    ["xltm"], puid: "fmt/627")
  static let xlsb = Dateiformat(
    "xlsb", "Excel-Binärmappe", "100", "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ["xlsb"], puid: "fmt/595")
  static let pptm = Dateiformat(
    "pptm", "PowerPoint-Präsentation mit Makros", "100",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.12", ["pptm"], puid: "fmt/487")
  static let potm = Dateiformat(
    "potm", "PowerPoint-Vorlage mit Makros", "100",
    "application/vnd.ms-powerpoint.template.macroEnabled.12", ["potm"], puid: "fmt/632")
  static let ppsm = Dateiformat(
    "ppsm", "PowerPoint-Bildschirmpräsentation mit Makros", "100",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.12", ["ppsm"], puid: "fmt/630")
  static let vsdx = Dateiformat(
    "vsdx", "Visio-Zeichnung (Office Open XML)", "100", "application/vnd.ms-visio.drawing",
    ["vsdx"], puid: "fmt/924")
  static let ooxmlVerschluesselt = Dateiformat(
    "ooxml-verschluesselt", "Office Open XML, verschlüsselt", "100", "application/x-ole-storage",
    ["docx", "xlsx", "pptx", "dotx", "xltx", "potx", "docm", "xlsm", "pptm"], puid: "fmt/494")

  /// The formats by the content type of their main part.
  static let jeHauptteil: [String: Dateiformat] = [
    ooxml + "wordprocessingml.document.main+xml": docx,
    ooxml + "wordprocessingml.template.main+xml": dotx,
    ooxml + "spreadsheetml.sheet.main+xml": xlsx,
    ooxml + "spreadsheetml.template.main+xml": xltx,
    ooxml + "presentationml.presentation.main+xml": pptx,
    ooxml + "presentationml.template.main+xml": potx,
    ooxml + "presentationml.slideshow.main+xml": ppsx,
    "application/vnd.ms-word.document.macroEnabled.main+xml": docm,
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": dotm,
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": xlsm,
    "application/vnd.ms-excel.template.macroEnabled.main+xml": xltm,
    "application/vnd.ms-excel.sheet.binary.macroEnabled.main": xlsb,
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": pptm,
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": potm,
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": ppsm,
    "application/vnd.ms-visio.drawing.main+xml": vsdx,
  ]

  static let buero =
    opendocument + [
      docx, dotx, xlsx, xltx, pptx, potx, ppsx, docm, dotm, xlsm, xltm, xlsb, pptm, potm, ppsm,
      vsdx, ooxmlVerschluesselt,
    ]

  // MARK: Before 2007

  static let doc = Dateiformat(
    "doc", "Word-Dokument", "003", "application/msword", ["doc", "wbk"],
    ["1.0": "fmt/37", "2.0": "fmt/38", "6.0/95": "fmt/39", "97-2003": "fmt/40"])
  static let docDOS = Dateiformat(
    "doc-dos", "Word für MS-DOS", "004", "application/msword", ["doc"])
  static let docMac = Dateiformat(
    "doc-mac", "Word für Macintosh", "005", "application/msword", ["doc", "mcw"],
    ["3.0": "x-fmt/1", "4.0": "x-fmt/64", "5.0": "x-fmt/65"])
  static let dot = Dateiformat(
    "dot", "Word-Vorlage", "032", "application/msword", ["dot"], ["97-2003": "x-fmt/45"])
  static let msg = Dateiformat(
    "msg", "Outlook-Nachricht", "012", "application/vnd.ms-outlook", ["msg", "oft"],
    puid: "x-fmt/430")
  static let ppt = Dateiformat(
    "ppt", "PowerPoint-Präsentation", "020", "application/vnd.ms-powerpoint", ["ppt", "pps"],
    ["97-2003": "fmt/126"])
  static let pot = Dateiformat(
    "pot", "PowerPoint-Vorlage", "033", "application/vnd.ms-powerpoint", ["pot"],
    puid: "x-fmt/84")
  static let wps = Dateiformat(
    "wps", "Works-Dokument", "025", "application/vnd.ms-works", ["wps"])
  static let xlc = Dateiformat(
    "xlc", "Excel-Diagramm", "026", "application/vnd.ms-excel", ["xlc"], ["4.0": "x-fmt/126"])
  static let xlm = Dateiformat(
    "xlm", "Excel-Makro", "027", "application/vnd.ms-excel", ["xlm", "xla"],
    ["2": "fmt/555", "3": "fmt/556", "4": "x-fmt/123"])
  static let xls = Dateiformat(
    "xls", "Excel-Mappe", "028", "application/vnd.ms-excel", ["xls"],
    [
      "2": "fmt/55", "3": "fmt/56", "4": "fmt/57", "5.0/95": "fmt/59", "97": "fmt/61",
      "2000-2003": "fmt/62",
    ])
  static let xlw = Dateiformat(
    "xlw", "Excel-Arbeitsbereich", "029", "application/vnd.ms-excel", ["xlw"], ["4": "fmt/58"])
  static let xlt = Dateiformat(
    "xlt", "Excel-Vorlage", "034", "application/vnd.ms-excel", ["xlt"],
    ["97-2003": "x-fmt/17"])
  static let mpp = Dateiformat(
    "mpp", "Microsoft Project", "042", "application/vnd.ms-project", ["mpp", "mpt"],
    ["98": "x-fmt/245", "2000-2003": "x-fmt/247", "2007": "fmt/440", "2010": "fmt/725"])
  static let vsd = Dateiformat(
    "vsd", "Visio-Zeichnung", "100", "application/vnd.visio", ["vsd", "vss", "vst"])

  static let altesBuero = [
    doc, docDOS, docMac, dot, msg, ppt, pot, wps, xlc, xlm, xls, xlw, xlt, mpp, vsd,
  ]
}
