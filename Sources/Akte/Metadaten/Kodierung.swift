// SPDX-License-Identifier: Apache-2.0

// How values with alternatives look in JSON: the name of the alternative is the key. Written by hand,
// so that what a product stores does not hang on the compiler's own form.

extension Aufbewahrungsdauer: Codable {
  private enum Schluessel: String, CodingKey { case jahre, unbefristet }

  /// Reads `{"jahre":10}` or `{"unbefristet":true}`.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    if let jahre = try b.decodeIfPresent(UInt16.self, forKey: .jahre) {
      self = .jahre(jahre)
    } else if try b.decodeIfPresent(Bool.self, forKey: .unbefristet) == true {
      self = .unbefristet
    } else {
      throw keineWahl(decoder)
    }
  }

  /// Writes `{"jahre":10}` or `{"unbefristet":true}`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .jahre(let n): try b.encode(n, forKey: .jahre)
    case .unbefristet: try b.encode(true, forKey: .unbefristet)
    }
  }
}

extension Aussonderungsart: Codable {
  private enum Schluessel: String, CodingKey { case code, konfigurierbar }

  /// Reads `{"code":{…}}` or `{"konfigurierbar":"…"}`.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    if let code = try b.decodeIfPresent(Code.self, forKey: .code) {
      self = .code(code)
    } else if let text = try b.decodeIfPresent(String.self, forKey: .konfigurierbar) {
      self = .konfigurierbar(text)
    } else {
      throw keineWahl(decoder)
    }
  }

  /// Writes `{"code":{…}}` or `{"konfigurierbar":"…"}`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .code(let code): try b.encode(code, forKey: .code)
    case .konfigurierbar(let text): try b.encode(text, forKey: .konfigurierbar)
    }
  }
}

extension SignaturSiegel: Codable {
  private enum Schluessel: String, CodingKey { case eingebettet, dateien }

  /// Reads `{"eingebettet":true}` or `{"dateien":[…]}`.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    if let namen = try b.decodeIfPresent([String].self, forKey: .dateien) {
      self = .dateien(namen)
    } else if try b.decodeIfPresent(Bool.self, forKey: .eingebettet) == true {
      self = .eingebettet
    } else {
      throw keineWahl(decoder)
    }
  }

  /// Writes `{"eingebettet":true}` or `{"dateien":[…]}`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .eingebettet: try b.encode(true, forKey: .eingebettet)
    case .dateien(let namen): try b.encode(namen, forKey: .dateien)
    }
  }
}

extension Dokumentinhalt: Codable {
  private enum Schluessel: String, CodingKey { case versionen, schriftstuecke }

  /// Reads `{"versionen":[…]}` or `{"schriftstuecke":[…]}`.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    if let stuecke = try b.decodeIfPresent([Schriftstueck].self, forKey: .schriftstuecke) {
      self = .schriftstuecke(stuecke)
    } else {
      self = .versionen(try b.decode([Version].self, forKey: .versionen))
    }
  }

  /// Writes `{"versionen":[…]}` or `{"schriftstuecke":[…]}`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .versionen(let versionen): try b.encode(versionen, forKey: .versionen)
    case .schriftstuecke(let stuecke): try b.encode(stuecke, forKey: .schriftstuecke)
    }
  }
}

extension Schriftgutobjekt: Codable {
  private enum Schluessel: String, CodingKey { case akte, vorgang, dokument }

  /// Reads `{"akte":{…}}`, `{"vorgang":{…}}` or `{"dokument":{…}}`.
  public init(from decoder: any Decoder) throws {
    let b = try decoder.container(keyedBy: Schluessel.self)
    if let akte = try b.decodeIfPresent(Akte.self, forKey: .akte) {
      self = .akte(akte)
    } else if let vorgang = try b.decodeIfPresent(Vorgang.self, forKey: .vorgang) {
      self = .vorgang(vorgang)
    } else {
      self = .dokument(try b.decode(Dokument.self, forKey: .dokument))
    }
  }

  /// Writes `{"akte":{…}}`, `{"vorgang":{…}}` or `{"dokument":{…}}`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.container(keyedBy: Schluessel.self)
    switch self {
    case .akte(let akte): try b.encode(akte, forKey: .akte)
    case .vorgang(let vorgang): try b.encode(vorgang, forKey: .vorgang)
    case .dokument(let dokument): try b.encode(dokument, forKey: .dokument)
    }
  }
}

extension Teildatum: Codable {
  /// Reads `JJJJ-MM-TT`, `JJJJ-MM`, `JJJJ` or `unbekannt`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let teile = text.split(separator: "-" as Character)
    if text == "unbekannt" {
      self = .unbekannt
    } else if let tag = Kalendertag(text) {
      self = .tag(tag)
    } else if teile.count == 2, let j = Int(teile[0]), let m = Int(teile[1]), (1...12).contains(m) {
      self = .monat(jahr: j, monat: m)
    } else if teile.count == 1, let j = Int(text), (1...9999).contains(j) {
      self = .jahr(j)
    } else {
      throw keineWahl(decoder)
    }
  }

  /// Writes `JJJJ-MM-TT`, `JJJJ-MM`, `JJJJ` or `unbekannt`.
  public func encode(to encoder: any Encoder) throws {
    var b = encoder.singleValueContainer()
    switch self {
    case .tag(let t): try b.encode(t.text)
    case .monat(let j, let m): try b.encode(vierstellig(j) + "-" + zweistelligerText(m))
    case .jahr(let j): try b.encode(vierstellig(j))
    case .unbekannt: try b.encode("unbekannt")
    }
  }
}

private func keineWahl(_ decoder: any Decoder) -> DecodingError {
  .dataCorrupted(
    .init(codingPath: decoder.codingPath, debugDescription: "Keine der Möglichkeiten ist da."))
}
