// SPDX-License-Identifier: Apache-2.0

/// One answer of one person.
public struct Antwort: Hashable, Sendable {
  /// What was answered.
  public enum Inhalt: Hashable, Sendable {
    /// A step of the scale.
    case stufe(Int)
    /// A number.
    case zahl(Bruch)
    /// »nicht zutreffend« with the reason.
    case nichtZutreffend(grund: String)
    /// »weiß ich nicht«.
    case weissNicht
  }

  /// What was answered.
  public var inhalt: Inhalt
  /// What proves it.
  public var beleg: String?
  /// What the person adds.
  public var bemerkung: String?
  /// The revision of the question that was answered; nil if the file does not say.
  public var rev: Int?

  /// An answer without evidence, remark and revision.
  init(
    inhalt: Inhalt, beleg: String? = nil, bemerkung: String? = nil, rev: Int? = nil
  ) {
    self.inhalt = inhalt
    self.beleg = beleg
    self.bemerkung = bemerkung
    self.rev = rev
  }

  /// Whether it answers a question as it reads today.
  ///
  /// An answer to another revision is kept, but counts as open until somebody answers anew.
  func gilt(_ frage: Frage) -> Bool { rev ?? frage.rev == frage.rev }

  /// What it counts for a question.
  func wertung(_ frage: Frage, _ katalog: Katalog) -> Wertung {
    switch inhalt {
    case .weissNicht: return .offen
    case .nichtZutreffend: return .nichtZutreffend
    case .zahl(let zahl):
      guard let skala = frage.zahl else { return .offen }
      return .wert(Norm.zahl(zahl, skala))
    case .stufe(let stufe):
      guard let skala = katalog.skalen[frage.skala], let n = Norm.stufe(stufe, skala) else {
        return .offen
      }
      return .wert(n)
    }
  }

  /// In words, for a question.
  func anzeige(_ frage: Frage, _ katalog: Katalog) -> String {
    switch inhalt {
    case .weissNicht: "weiß ich nicht"
    case .nichtZutreffend(let grund): "nicht zutreffend: \(grund)"
    case .zahl(let zahl): zahl.deutsch + (frage.zahl?.einheit.map { " " + $0 } ?? "")
    case .stufe(let stufe):
      katalog.skalen[frage.skala]?.stufen.first { $0.wert == stufe }?.text ?? "\(stufe)"
    }
  }
}

/// What a group decided on a question in a conversation.
public struct Festlegung: Hashable, Sendable {
  /// What counts.
  public var inhalt: Antwort.Inhalt
  /// Who decided.
  public var wer: String
  /// The day, `JJJJ-MM-TT`.
  public var am: String
  /// Why.
  public var grund: String
  /// The revision of the question that was decided; nil if the file does not say.
  public var rev: Int?

  /// Whether it decides a question as it reads today; the votes count again if not.
  func gilt(_ frage: Frage) -> Bool { rev ?? frage.rev == frage.rev }
}
