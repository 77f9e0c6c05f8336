// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// KH-06: begin and end of a retention period.
///
/// The periods themselves come from the law that applies; a procedure with a catalogue is in the module
/// Lifecycle.
enum Fristrechner {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (regel, jahre, tag) = (try e.wort("regel"), try e.ganz("jahre"), try e.tag("datum"))
    guard regel != "dauernd" else {
      for id in ["beginn", "ende", "aussonderung_ab"] { r.wert(id, .nichts) }
      r.wert("hinweis", .text("dauernd aufbewahren; Anbietung an das Archiv prüfen"))
      return r
    }
    let (beginn, ende): (Kalendertag?, Kalendertag?) =
      if regel == "ereignistag" {
        (tag.plus(tage: 1), jahrestag(tag, jahre))
      } else {
        (Kalendertag(tag.jahr + 1, 1, 1), .jahresende(tag.jahr + jahre))
      }
    guard let beginn, let ende, var ab = ende.plus(tage: 1) else {
      throw .unmoeglich(grund: "Die Frist endet nach dem Jahr 9999.")
    }
    r.schritt(
      "Beginn",
      regel == "ereignistag" ? "Tag nach dem \(tag.anzeige)" : "1. Januar nach dem \(tag.anzeige)",
      beginn.anzeige)
    r.schritt("Ende", Masseinheit.anzeige("\(jahre)", "Jahre"), ende.anzeige)
    r.wert("beginn", .text(beginn.text))
    r.wert("ende", .text(ende.text))
    if e["sperre_bis"] == .offen {
      r.wert("aussonderung_ab", .nichts)
      r.wert("hinweis", .text("gesperrt bis zur Freigabe"))
      r.schritt("Aussonderung", "Sperre ist offen", "kein Tag")
      return r
    }
    if case .tag(let sperre)? = e["sperre_bis"], let frei = sperre.plus(tage: 1), frei > ab {
      ab = frei
      r.schritt("Aussonderung frühestens", "Tag nach der Sperre bis \(sperre.anzeige)", ab.anzeige)
    } else {
      r.schritt("Aussonderung frühestens", "Tag nach dem Ende", ab.anzeige)
    }
    r.wert("aussonderung_ab", .text(ab.text))
    r.wert("hinweis", .text("zuerst dem Archiv anbieten"))
    return r
  }

  /// The same day some years later; the last of the month if there is none.
  private static func jahrestag(_ tag: Kalendertag, _ jahre: Int) -> Kalendertag? {
    let (jahr, monat, t) = tag.teile
    return Kalendertag(jahr + jahre, monat, min(t, Kalendertag.tage(imMonat: monat, jahr + jahre)))
  }
}

extension Kalendertag {
  /// The day some days later; nil after the year 9999.
  func plus(tage: Int) -> Kalendertag? {
    Int32(exactly: Int(tageszahl) + tage).flatMap(Kalendertag.init(tageszahl:))
  }
}
