// SPDX-License-Identifier: Apache-2.0
internal import FoundationEssentials
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// A validator as a command: a program with arguments, without a shell, that reads one JSON object and writes one.
///
/// In: `{"schemaVersion":1,"datei":…,"name":…,"code":…,"puid":…,"mime":…,"profil":…}` on standard input.
/// Out, on standard output: `{"urteil":"gueltig"|"ungueltig"|"nicht-geprueft","werkzeug":…,"version":…,
/// "profil":…,"meldungen":[…],"grund":…}`; all but `urteil` may be missing. A program that ends with
/// another status than 0, takes too long, says too much or nothing that can be read has judged nothing.
public struct Prueferbefehl: Formatpruefer {
  private static let hoechstensMeldungen = 100
  private static let hoechstensZeichen = 2000

  /// The program, by its path or by its name in `PATH`, and its arguments.
  public let worte: [String]
  /// How long it may take for one file.
  public var frist: Duration = .seconds(120)
  /// How many bytes it may write to standard output.
  public var hoechstensAusgabe = 1 << 20

  /// A command; nil if there is no word.
  ///
  /// - Parameter worte: The program and its arguments.
  public init?(_ worte: [String]) {
    guard let erstes = worte.first, !erstes.isEmpty else { return nil }
    self.worte = worte
  }

  /// See ``Formatpruefer/pruefe(_:)``.
  public func pruefe(_ auftrag: Pruefauftrag) -> Fremdurteil {
    switch Befehlslauf(worte, frist: frist, hoechstens: hoechstensAusgabe).laufe(eingabe(auftrag)) {
    case .failure(let hindernis): Fremdurteil(.nichtGeprueft(grund: hindernis.grund))
    case .success(let bytes): Self.urteil(bytes)
    }
  }

  private func eingabe(_ a: Pruefauftrag) -> [UInt8] {
    var json = "{\"schemaVersion\":1"
    for (name, wert) in [
      ("datei", a.pfad), ("name", a.name), ("code", a.code), ("puid", a.puid), ("mime", a.mime),
      ("profil", a.profil),
    ] as [(String, String?)] {
      json += ",\"\(name)\":"
      json.haengeAn(json: wert)
    }
    return Array((json + "}\n").utf8)
  }

  private struct Antwort: Decodable {
    let urteil: String
    let werkzeug: String?
    let version: String?
    let profil: String?
    let meldungen: [String]?
    let grund: String?
  }

  /// The verdict in what the program wrote.
  static func urteil(_ bytes: [UInt8]) -> Fremdurteil {
    guard let antwort = try? JSONDecoder().decode(Antwort.self, from: Data(bytes)) else {
      return Fremdurteil(
        .nichtGeprueft(
          grund: bytes.isEmpty
            ? "das Prüfprogramm hat nichts ausgegeben"
            : "die Ausgabe des Prüfprogramms ist nicht zu lesen"))
    }
    let ergebnis: Fremdurteil.Ergebnis
    switch antwort.urteil {
    case "gueltig": ergebnis = .gueltig
    case "ungueltig": ergebnis = .ungueltig
    case "nicht-geprueft":
      ergebnis = .nichtGeprueft(grund: kurz(antwort.grund ?? "das Prüfprogramm nennt keinen Grund"))
    default:
      ergebnis = .nichtGeprueft(
        grund: "das Urteil »\(kurz(antwort.urteil))« des Prüfprogramms ist unbekannt")
    }
    return Fremdurteil(
      ergebnis, werkzeug: kurz(antwort.werkzeug ?? ""), version: kurz(antwort.version ?? ""),
      profil: kurz(antwort.profil ?? ""),
      meldungen: (antwort.meldungen ?? []).prefix(hoechstensMeldungen).map(kurz))
  }

  private static func kurz(_ text: String) -> String {
    String(text.prefix(hoechstensZeichen)).sichtbar
  }
}
