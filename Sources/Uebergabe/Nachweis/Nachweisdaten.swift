// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// The files that an evidence is about: those of a folder, or a single one.
///
/// Links are never followed; a folder with links, devices or names that are no UTF-8 is refused, because
/// the evidence would not cover what people see in it.
struct Nachweisdaten {
  /// The paths in ascending order, relative to the folder.
  let pfade: [Bagpfad]
  private let vorne: String

  init(_ pfad: String, grenzen: Nachweisgrenzen) throws(NachweisFehler) {
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
      bestand = try Bagordner(pfad, erlaubt).bestand
    } catch { throw .nichtLesbar(pfad: pfad, grund: error.description) }
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
    pfade = bestand.dateien.map(\.pfad)
    vorne = pfad + "/"
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
          throw .nichtLesbar(pfad: vorne, grund: error.description)
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
