// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Foundation

/// The clock of the program; libraries get the time from here.
enum Uhr {
  /// This moment, in UTC with milliseconds.
  static var jetzt: Zeitpunkt? {
    Zeitpunkt(unixMillisekunden: Int64(Date().timeIntervalSince1970 * 1000))
  }

  /// Today in Berlin.
  static var heute: Kalendertag? {
    let teile = ortszeit
    guard let jahr = teile.year, let monat = teile.month, let tag = teile.day else { return nil }
    return Kalendertag(jahr, monat, tag)
  }

  /// Day and time in Berlin, as a report shows them.
  static var anzeige: String? {
    let teile = ortszeit
    guard let heute, let stunde = teile.hour, let minute = teile.minute else { return nil }
    let zwei = [stunde, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(heute.anzeige), \(zwei.joined(separator: ":")) Uhr"
  }

  private static var ortszeit: DateComponents {
    var kalender = Calendar(identifier: .gregorian)
    kalender.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .current
    return kalender.dateComponents([.year, .month, .day, .hour, .minute], from: Date())
  }
}
