// SPDX-License-Identifier: Apache-2.0

extension Pruefbericht {
  /// The report as one line of JSON, without a line break at its end.
  ///
  /// The keys come in a fixed order: `werkzeug`, `schemaVersion`, `datei`, `art`, `version`,
  /// `nachricht`, `gueltig`, `befunde`, `schemageprueft`, `ausgelassen`. An unknown `version` or
  /// `nachricht` is null; what is unknown in `ort` is left out. Findings come as in
  /// ``sortiert()``. Control and other invisible characters are escaped, so that a line stays a
  /// line for every reader.
  public func jsonZeile() -> String {
    var json = ""
    json.reserveCapacity(256 + befunde.count * 320)
    json += "{\"werkzeug\":"
    json.haengeAn(json: werkzeug)
    json += ",\"schemaVersion\":\(schemaVersion),\"datei\":"
    json.haengeAn(json: datei)
    json += ",\"art\":"
    json.haengeAn(json: art)
    json += ",\"version\":"
    json.haengeAn(json: version)
    json += ",\"nachricht\":"
    json.haengeAn(json: nachricht)
    json += ",\"gueltig\":\(gueltig),\"befunde\":["
    for (stelle, befund) in sortiert().enumerated() {
      if stelle > 0 { json += "," }
      json.haengeAn(json: befund)
    }
    json += "],\"schemageprueft\":\(schemageprueft),\"ausgelassen\":{"
    let regeln = ausgelassen.sorted { Regelnummer($0.key) < Regelnummer($1.key) }
    for (stelle, paar) in regeln.enumerated() {
      if stelle > 0 { json += "," }
      json.haengeAn(json: paar.key)
      json += ":\(paar.value)"
    }
    json += "}}"
    return json
  }
}

extension String {
  fileprivate mutating func haengeAn(json befund: Befund) {
    self += "{\"regel\":"
    haengeAn(json: befund.regel)
    self += ",\"schwere\":\"\(befund.schwere.rawValue)\",\"meldung\":"
    haengeAn(json: befund.meldung)
    self += ",\"abhilfe\":"
    haengeAn(json: befund.abhilfe)
    self += ",\"ort\":{"
    var komma = ""
    func schluessel(_ name: String, _ json: inout String) {
      json += "\(komma)\"\(name)\":"
      komma = ","
    }
    if let datei = befund.ort.datei {
      schluessel("datei", &self)
      haengeAn(json: datei)
    }
    if let zeile = befund.ort.zeile {
      schluessel("zeile", &self)
      self += String(zeile)
    }
    if let objekt = befund.ort.objekt {
      schluessel("objekt", &self)
      haengeAn(json: objekt)
    }
    if let betreff = befund.ort.betreff {
      schluessel("betreff", &self)
      haengeAn(json: betreff)
    }
    self += "}}"
  }

  /// Appends a text in quotation marks, or null; control and other invisible characters are escaped.
  package mutating func haengeAn(json text: String?) {
    guard let text else {
      self += "null"
      return
    }
    self += "\""
    // Nearly all text needs no escape and is appended as a whole.
    if text.unicodeScalars.contains(where: \.brauchtEscape) {
      for zeichen in text.unicodeScalars { haengeAn(json: zeichen) }
    } else {
      self += text
    }
    self += "\""
  }

  private mutating func haengeAn(json zeichen: Unicode.Scalar) {
    switch zeichen {
    case "\"": self += "\\\""
    case "\\": self += "\\\\"
    case "\n": self += "\\n"
    case "\r": self += "\\r"
    case "\t": self += "\\t"
    case _ where zeichen.brauchtEscape:
      for einheit in String(zeichen).utf16 {
        let ziffern = String(einheit, radix: 16)
        self += "\\u" + String(repeating: "0", count: max(0, 4 - ziffern.count)) + ziffern
      }
    default: unicodeScalars.append(zeichen)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var brauchtEscape: Bool { self == "\"" || self == "\\" || istUnsichtbar }
}
