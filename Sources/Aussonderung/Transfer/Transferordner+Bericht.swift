// SPDX-License-Identifier: Apache-2.0

extension Transferordner {
  /// The report on a file that has gone into quarantine, beside which it lies now.
  ///
  /// - Parameters:
  ///   - datei: Where it lay in the inbox.
  ///   - grund: What is wrong with it, as ``Eingangsergebnis/unbrauchbar(grund:)`` says.
  /// - Returns: The path; nil if there is none. Of several files of the name with the same fault, that
  ///   which came last.
  public func bericht(zu datei: String, grund: String) -> String? {
    let name = (datei.lastIndex(of: "/").map { String(datei[$0...].dropFirst()) } ?? datei)
      .alsAblagename
    var letzter: (pfad: String, zeit: (Int64, Int))?
    var nummer = 1
    while true {
      let pfad =
        quarantaene + "/" + (nummer == 1 ? name : "\(nummer)-" + name) + Self.berichtsendung
      guard let stand = Dateistand(pfad) else { return letzter?.pfad }
      nummer += 1
      let zeit = stand.zeitDerAenderung
      if let l = letzter, l.zeit > zeit { continue }
      if (try? Dauerhaft.lies(pfad)) == Array((grund + "\n").utf8) { letzter = (pfad, zeit) }
    }
  }
}
