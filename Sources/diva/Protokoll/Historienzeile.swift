// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

extension HistorienProtokollInformation {
  /// When, what, who and why in one line.
  var zeile: String {
    var text = "\(datumUhrzeit?.anzeige ?? "")  \(aktion), \(akteur)"
    if let name = metadatumName {
      text += "; \(name): »\(metadatumAlterWert ?? "")« → »\(metadatumNeuerWert ?? "")«"
    }
    if let bemerkung { text += "; \(bemerkung)" }
    return text
  }

  /// The same for JSON.
  var json: JSONObjekt {
    var o = JSONObjekt()
    o.setze("zeitpunkt", datumUhrzeit?.text)
    o.setze("aktion", aktion)
    o.setze("akteur", akteur)
    o.setze("feld", metadatumName)
    o.setze("alt", metadatumAlterWert)
    o.setze("neu", metadatumNeuerWert)
    o.setze("bemerkung", bemerkung)
    return o
  }
}
