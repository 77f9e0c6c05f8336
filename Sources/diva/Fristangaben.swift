// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Lifecycle

// Values of `diva frist` as they are typed.

/// A day, a part of one, or an instant: `2019`, `2019-02`, `2019-02-28`, `28.02.2019`, `unbekannt`,
/// or a point in time as XML writes it.
enum Fristdatum: Hashable, ExpressibleByArgument {
  case datum(Teildatum)
  case zeitpunkt(Zeitpunkt)

  init?(argument: String) {
    let teile = argument.split(separator: "-", omittingEmptySubsequences: false)
    let zahlen = teile.compactMap(Self.zahl)
    if argument == "unbekannt" {
      self = .datum(.unbekannt)
    } else if let zeitpunkt = Zeitpunkt(argument) {
      self = .zeitpunkt(zeitpunkt)
    } else if let tag = Kalendertag(xsDate: argument) ?? Kalendertag(argument: argument) {
      self = .datum(.tag(tag))
    } else if teile.count == 1, teile[0].count == 4, zahlen.count == 1, zahlen[0] > 0 {
      self = .datum(.jahr(zahlen[0]))
    } else if teile.count == 2, teile[0].count == 4, teile[1].count == 2, zahlen.count == 2,
      Kalendertag(zahlen[0], zahlen[1], 1) != nil
    {
      self = .datum(.monat(jahr: zahlen[0], monat: zahlen[1]))
    } else {
      return nil
    }
  }

  /// The date; an instant is read by its day in Berlin.
  var teildatum: Teildatum {
    switch self {
    case .datum(let datum): datum
    case .zeitpunkt(let zeitpunkt): zeitpunkt.berlinerTag.map(Teildatum.tag) ?? .unbekannt
    }
  }

  private static func zahl(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}

/// `NAME=TAG`.
struct Ereignisangabe: ExpressibleByArgument {
  let bezug: Fristbezug
  let datum: Fristdatum

  init?(argument: String) {
    let teile = argument.split(separator: "=", maxSplits: 1)
    guard teile.count == 2, let bezug = Fristbezug(kuerzel: "ereignis:\(teile[0])"),
      let datum = Fristdatum(argument: String(teile[1]))
    else { return nil }
    self.bezug = bezug
    self.datum = datum
  }
}

/// The zdA-Verfügung of a Vorgang, or `offen`.
struct Vorgangsangabe: ExpressibleByArgument {
  let datum: Fristdatum?

  init?(argument: String) {
    if argument == "offen" {
      datum = nil
      return
    }
    guard let datum = Fristdatum(argument: argument) else { return nil }
    self.datum = datum
  }
}

/// How the days are counted.
enum Startregelwahl: String, ExpressibleByArgument, CaseIterable {
  case jahresende, taggenau, folgejahrFeststellung, ereignis

  var startregel: Startregel { Startregel(rawValue: rawValue) ?? .jahresende }
}

/// What kind of law the period rests on.
enum Basiswahl: String, ExpressibleByArgument, CaseIterable {
  case gesetz, vwvOberste, ortsrecht

  var basis: Rechtsbasis { Rechtsbasis(rawValue: rawValue) ?? .ortsrecht }
}

/// The day from which a period counts.
struct Bezugswahl: ExpressibleByArgument {
  let bezug: Fristbezug

  init?(argument: String) {
    guard let bezug = Fristbezug(kuerzel: argument) else { return nil }
    self.bezug = bezug
  }
}

/// The earliest end of a period.
struct Mindestwahl: ExpressibleByArgument {
  let mindestBis: Mindestbis

  init?(argument: String) {
    if let tag = Kalendertag(argument: argument) {
      mindestBis = .tag(tag)
      return
    }
    guard let wert = Mindestbis(kuerzel: argument) else { return nil }
    mindestBis = wert
  }
}
