// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// The files that an evidence is about: those of a folder, or a single one.
///
/// Links are never followed. For new evidence a folder with links, devices or names that are no UTF-8 is
/// refused, because the evidence would not cover what people see in it; where files are compared with an
/// evidence, these are findings and the rest is checked.
struct Nachweisdaten {
  /// The paths in ascending order, relative to the folder.
  let pfade: [Bagpfad]
  /// What lies in the folder and is no file that can be compared.
  private(set) var befunde: [Befund] = []
  private let vorne: String

  /// Lists a folder or a file.
  ///
  /// - Parameters:
  ///   - pfad: The folder or file.
  ///   - grenzen: What is accepted.
  ///   - streng: Whether what no evidence can cover is an error; else it is a finding.
  /// - Throws: ``NachweisFehler``.
  init(
    _ pfad: String, grenzen: Nachweisgrenzen, streng: Bool = true
  ) throws(NachweisFehler) {
    guard Beweisdatei.vorhanden(pfad) else {
      throw .nichtLesbar(pfad: pfad, grund: "nicht gefunden")
    }
    guard Beweisdatei.istOrdner(pfad) else {
      let stelle = pfad.utf8.lastIndex(of: 0x2F).map { pfad.utf8.index(after: $0) }
      pfade = [Bagpfad(String(pfad[(stelle ?? pfad.startIndex)...]))]
      vorne = stelle.map { String(pfad[..<$0]) } ?? ""
      return
    }
    var erlaubt = Baggrenzen()
    erlaubt.behaelter.eintraege = grenzen.dateien
    erlaubt.tiefe = grenzen.tiefe
    let bestand: Bagbestand
    do throws(UebergabeFehler) {
      bestand = try Bagordner(pfad, erlaubt, nachsichtig: !streng).bestand
    } catch { throw NachweisFehler(error, pfad) }
    pfade = bestand.dateien.map(\.pfad)
    vorne = pfad + "/"
    guard streng else {
      befunde = Self.befunde(bestand)
      return
    }
    if let eine = bestand.verknuepfungen.first {
      throw .nichtLesbar(pfad: "\(pfad)/\(eine)", grund: "ist eine symbolische Verknüpfung")
    }
    if let eine = bestand.sonderdateien.first {
      throw .nichtLesbar(pfad: "\(pfad)/\(eine)", grund: "ist keine gewöhnliche Datei")
    }
    if let einer = bestand.fremdnamen.first {
      throw .nichtLesbar(pfad: "\(pfad)/\(einer.anzeige)", grund: "der Name ist kein UTF-8")
    }
    guard !bestand.dateien.isEmpty else { throw .leer(pfad) }
  }

  /// What lies in a folder beside regular files.
  private static func befunde(_ bestand: Bagbestand) -> [Befund] {
    var aus: [Befund] = []
    func befund(_ regel: String, _ datei: String, _ text: String) {
      aus.append(
        Befund(Nachweisregeln[regel], "»\(datei.sichtbar)« \(text)", ort: Ort(datei: datei)))
    }
    for eine in bestand.verknuepfungen {
      befund(
        "DATEI-VERKNUEPFUNG", eine, "ist eine symbolische Verknüpfung; ihr wird nicht gefolgt.")
    }
    for eine in bestand.sonderdateien {
      befund("DATEI-VERKNUEPFUNG", eine, "ist keine gewöhnliche Datei und wird nicht gelesen.")
    }
    for einer in bestand.fremdnamen {
      befund(
        "DATEI-FREMD", einer.anzeige,
        "steht nicht im Nachweis: Der Name ist kein UTF-8, und solche Namen nimmt kein Nachweis auf."
      )
    }
    for (datei, grund) in bestand.unlesbar {
      befund("DATEI-NICHT-LESBAR", datei, "ist nicht lesbar: \(grund.ohnePunkt).")
    }
    for einer in bestand.leereOrdner {
      befund("ORDNER-LEER", einer.hasSuffix("/") ? String(einer.dropLast()) : einer, "ist leer.")
    }
    return aus
  }

  func ort(_ pfad: Bagpfad) -> String { vorne + pfad.text }

  /// The digests of files, in the order given, computed on all cores.
  ///
  /// - Returns: For each file a digest by each algorithm, or why it cannot be read.
  /// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)``.
  func hashe(
    _ dateien: [Bagpfad], _ verfahren: [Hashverfahren], faeden: Int? = nil,
    _ nimm: (Int, Result<[Pruefsumme], PruefsummenFehler>) throws(NachweisFehler) -> Void
  ) throws(NachweisFehler) {
    // In portions, so that the results of a very large set are not all in memory twice.
    for anfang in stride(from: 0, to: dateien.count, by: 8192) {
      let teil = dateien[anfang..<min(anfang + 8192, dateien.count)]
      let summen: [Result<[Pruefsumme], PruefsummenFehler>]
      do throws(PruefsummenFehler) {
        summen = try pruefsummenEinzeln(
          dateien: teil.map { ort($0) }, verfahren, faeden: faeden)
      } catch {
        guard case .verfahrenFehlt(let v) = error else {
          throw .nichtLesbar(pfad: vorne, grund: error.description.ohnePunkt)
        }
        throw .verfahrenUnzulaessig(v)
      }
      for (i, eine) in zip(anfang..., summen) { try nimm(i, eine) }
    }
  }

  /// The group of a file if every folder at the top is a data group; nil for one that stands alone.
  static func oberster(_ pfad: Bagpfad) -> String? {
    pfad.text.utf8.firstIndex(of: 0x2F).map { String(pfad.text[..<$0]) }
  }
}
