// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

extension Schriftgutobjekt {
  /// Makes metadata fit for the message: context or not, and what an offer must not say.
  mutating func kennzeichne(kontext: Bool?, _ typ: Nachrichtentyp, drin: Bool) throws {
    switch self {
    case .akte(var a):
      a.kontextobjekt = kontext
      if drin { a.aussonderungsmetadaten = (a.aussonderungsmetadaten ?? .init()).fuer(typ) }
      if !drin { a.dokumente = [] }
      if typ == .anbieteverzeichnis || !drin { a.geschaeftsgaenge = [] }
      if typ == .anbieteverzeichnis { a.dokumente = a.dokumente.map(\.ohneDateien) }
      self = .akte(a)
    case .vorgang(var v):
      v.kontextobjekt = kontext
      if drin { v.aussonderungsmetadaten = (v.aussonderungsmetadaten ?? .init()).fuer(typ) }
      if !drin { v.dokumente = [] }
      if typ == .anbieteverzeichnis || !drin { v.geschaeftsgaenge = [] }
      if typ == .anbieteverzeichnis { v.dokumente = v.dokumente.map(\.ohneDateien) }
      self = .vorgang(v)
    case .dokument: break
    }
  }

  /// Takes in an Akte or Vorgang.
  mutating func nimm(_ darin: Schriftgutobjekt) {
    switch (self, darin) {
    case (.akte(var a), .akte(let teilakte)):
      a.teilakten.append(teilakte)
      self = .akte(a)
    case (.akte(var a), .vorgang(let vorgang)):
      a.vorgaenge.append(vorgang)
      self = .akte(a)
    case (.vorgang(var v), .vorgang(let teilvorgang)):
      v.teilvorgaenge.append(teilvorgang)
      self = .vorgang(v)
    default: break
    }
  }

  /// The documents that lie directly in it.
  private var dokumente: [Dokument] {
    switch self {
    case .akte(let a): a.dokumente
    case .vorgang(let v): v.dokumente
    case .dokument: []
    }
  }

  /// Walks over the files that the object and its documents name.
  mutating func jedeDatei(_ body: (inout Dateinennung) throws -> Void) throws {
    try jedeEigeneDatei { _, nennung in try body(&nennung) }
    var alle = dokumente
    for i in alle.indices {
      var d = Schriftgutobjekt.dokument(alle[i])
      try d.jedeEigeneDatei { _, nennung in try body(&nennung) }
      if case .dokument(let neu) = d { alle[i] = neu }
    }
    switch self {
    case .akte(var a):
      a.dokumente = alle
      self = .akte(a)
    case .vorgang(var v):
      v.dokumente = alle
      self = .vorgang(v)
    case .dokument: break
    }
  }

  /// The names of all files with the names that people know, in document order, each once.
  func dateinamen() throws -> [(name: String, original: String?)] {
    var kopie = self
    var namen: [(String, String?)] = []
    var schon: Set<String> = []
    try kopie.jedeDatei { nennung in
      if schon.insert(nennung.name).inserted { namen.append((nennung.name, nennung.original)) }
    }
    return namen
  }
}

extension Dokument {
  /// The description alone: an offer names no files (R42).
  var ohneDateien: Dokument {
    var d = self
    d.angaben.geschaeftsgaenge = []
    d.angaben.anlagen = d.angaben.anlagen.map { anlage in
      var a = anlage
      a.dokument = a.dokument.ohneDateien
      return a
    }
    switch d.inhalt {
    case .versionen: d.inhalt = .versionen([])
    case .schriftstuecke(let stuecke):
      d.inhalt = .schriftstuecke(
        stuecke.map { stueck in
          var s = stueck
          s.versionen = []
          s.angaben.geschaeftsgaenge = []
          s.angaben.anlagen = []
          return s
        })
    }
    return d
  }
}

extension Aussonderungsmetadaten {
  /// What goes into the message: an offer asks for an appraisal, so that what the catalogue says
  /// becomes the agency's proposal (R44); a transfer says that it is worth archiving.
  fileprivate func fuer(_ typ: Nachrichtentyp) -> Aussonderungsmetadaten {
    var m = self
    switch typ {
    case .anbieteverzeichnis:
      if m.bewertungsvorschlag == nil, let art = m.aussonderungsart?.kurz, art == "A" || art == "V"
      {
        m.bewertungsvorschlag = Code(
          art, listURI: "urn:xoev-de:xdomea:codeliste:bewertungsvorschlag", listVersion: "1.0")
      }
      m.aussonderungsart = .bewerten
    case .aussonderung: m.aussonderungsart = .archivieren
    default: break
    }
    return m
  }
}
