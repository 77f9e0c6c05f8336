// SPDX-License-Identifier: Apache-2.0

/// Which file of an object a name in its metadata means.
///
/// The state of the object holds the digests in the same order, so that a name finds its bytes
/// whatever the message said about them.
package enum Dateistelle: Hashable, Sendable {
  /// Format `format` of version `version`, both from 0; versions without formats are not counted.
  case fassung(Int, format: Int)
  /// One of the others, from 0: signatures, Anlagen, Schriftstücke, documents of a Geschäftsgang.
  case weitere(Int)
}

/// A place in metadata where a file is named.
package struct Dateinennung {
  /// The name in the container.
  package var name: String
  /// What the metadata say about its bytes; signatures have no such statement.
  package var hash: Hashangabe?
  /// The name that people know.
  package var original: String?
  /// Whether it is a signature beside its file.
  package let istSignatur: Bool
}

/// Walks over all places where metadata name files, in document order, and lets them be changed.
package struct Dateigang {
  private var weitere = 0
  private let body: (Dateistelle, inout Dateinennung) throws -> Void

  package init(_ body: @escaping (Dateistelle, inout Dateinennung) throws -> Void) {
    self.body = body
  }

  /// All files of a Dokument, Anlagen and Schriftstücke included.
  package mutating func gehe(_ d: inout Dokument) throws {
    try gehe(&d.angaben)
    switch d.inhalt {
    case .versionen(var versionen):
      var nummer = 0
      for i in versionen.indices where !versionen[i].formate.isEmpty {
        for j in versionen[i].formate.indices {
          let primaer = versionen[i].formate[j].primaerdokument
          versionen[i].formate[j].primaerdokument = try nach(primaer, .fassung(nummer, format: j))
        }
        nummer += 1
      }
      d.inhalt = .versionen(versionen)
    case .schriftstuecke(var stuecke):
      for i in stuecke.indices {
        try gehe(&stuecke[i].angaben)
        try geheUnter(&stuecke[i].versionen)
      }
      d.inhalt = .schriftstuecke(stuecke)
    }
  }

  /// All files of Geschäftsgänge.
  package mutating func gehe(_ gaenge: inout [Geschaeftsgang]) throws {
    for i in gaenge.indices {
      for j in gaenge[i].beteiligungsschritte.indices {
        guard var bearbeitung = gaenge[i].beteiligungsschritte[j].bearbeitung else { continue }
        for k in bearbeitung.anlagen.indices { try geheUnter(&bearbeitung.anlagen[k]) }
        gaenge[i].beteiligungsschritte[j].bearbeitung = bearbeitung
      }
    }
  }

  private mutating func gehe(_ a: inout Dokumentangaben) throws {
    try gehe(&a.geschaeftsgaenge)
    for i in a.anlagen.indices { try geheUnter(&a.anlagen[i].dokument) }
  }

  /// A document that belongs to another one: none of its versions is one of that.
  private mutating func geheUnter(_ d: inout Dokument) throws {
    try gehe(&d.angaben)
    switch d.inhalt {
    case .versionen(var versionen):
      try geheUnter(&versionen)
      d.inhalt = .versionen(versionen)
    case .schriftstuecke(var stuecke):
      for i in stuecke.indices {
        try gehe(&stuecke[i].angaben)
        try geheUnter(&stuecke[i].versionen)
      }
      d.inhalt = .schriftstuecke(stuecke)
    }
  }

  private mutating func geheUnter(_ versionen: inout [Version]) throws {
    for i in versionen.indices {
      for j in versionen[i].formate.indices {
        let primaer = versionen[i].formate[j].primaerdokument
        versionen[i].formate[j].primaerdokument = try nach(primaer, nil)
      }
    }
  }

  private mutating func nach(
    _ alt: Primaerdokument, _ stelle: Dateistelle?
  ) throws -> Primaerdokument {
    var p = alt
    var nennung = Dateinennung(
      name: p.dateiname, hash: p.hash, original: p.dateinameOriginal, istSignatur: false)
    try body(stelle ?? naechste(), &nennung)
    p.dateiname = nennung.name
    p.hash = nennung.hash
    p.dateinameOriginal = nennung.original
    if case .dateien(var namen) = p.signaturSiegel {
      for k in namen.indices {
        var signatur = Dateinennung(name: namen[k], hash: nil, original: nil, istSignatur: true)
        try body(naechste(), &signatur)
        namen[k] = signatur.name
      }
      p.signaturSiegel = .dateien(namen)
    }
    return p
  }

  private mutating func naechste() -> Dateistelle {
    weitere += 1
    return .weitere(weitere - 1)
  }
}

extension Schriftgutobjekt {
  /// Walks over the files that the object itself names, without those of what lies in it.
  package mutating func jedeEigeneDatei(
    _ body: (Dateistelle, inout Dateinennung) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var gang = Dateigang(body)
      switch self {
      case .akte(var a):
        guard !a.geschaeftsgaenge.isEmpty else { return }
        try gang.gehe(&a.geschaeftsgaenge)
        self = .akte(a)
      case .vorgang(var v):
        guard !v.geschaeftsgaenge.isEmpty else { return }
        try gang.gehe(&v.geschaeftsgaenge)
        self = .vorgang(v)
      case .dokument(var d):
        try gang.gehe(&d)
        self = .dokument(d)
      }
    }
  }
}
