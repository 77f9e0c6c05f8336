// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What is noted beside a step of the plan: who does it, until when, and whether it is done.
public struct Vormerkung: Hashable, Sendable {
  /// Who does it; nil if nobody is named.
  public var wer: String?
  /// Until when; nil if there is no day.
  public var bis: Kalendertag?
  /// What stands where the day should be, if it is none.
  public var unlesbar: String?
  /// True if it is done.
  public var erledigt: Bool

  /// A note.
  public init(wer: String? = nil, bis: Kalendertag? = nil, erledigt: Bool = false) {
    self.wer = wer
    self.bis = bis
    self.erledigt = erledigt
  }
}

extension Antwortdatei {
  /// The notes beside the plan by question; a day that is none is kept as it was written.
  public var vormerkungen: [String: Vormerkung] {
    guard case .objekt(let eintraege)? = baum["massnahmen"] else { return [:] }
    var ergebnis: [String: Vormerkung] = [:]
    for e in eintraege {
      let baum = e.ast.baum
      var neu = Vormerkung(erledigt: baum["erledigt"] == .wahrheit(true))
      if case .text(let wer)? = baum["wer"], !wer.trimmed.isEmpty { neu.wer = wer.trimmed }
      switch baum["bis"] {
      case .text(let bis)?, .zahl(let bis)?:
        neu.bis = Kalendertag(bis)
        if neu.bis == nil, !bis.trimmed.isEmpty { neu.unlesbar = String(bis.trimmed.prefix(40)) }
      default: break
      }
      ergebnis[e.name] = neu
    }
    return ergebnis
  }
}
