// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// Makes a folder into a bag of BagIt 1.0 where it stands (RFC 8493): what lies in it becomes the payload.
///
/// Nothing is copied: the files are read once, on all cores, and then moved by renaming into `data/`. Until
/// the first renaming the folder is as it was; a failure later moves everything back. What a crash left is
/// found at the next call: it is moved back, or ended if all files were in `data/` already. No file is lost or
/// changed at any moment. Memory: path and digests of each file.
///
/// ```swift
/// let quittung = try Bagwandlung.wandle("abgabe")
/// print(quittung.oxum.dateien)
/// ```
public enum Bagwandlung {
  /// Makes `ordner` into a bag.
  ///
  /// - Parameters:
  ///   - ordner: The folder; a link to one is refused. Empty folders in it stay, unnamed.
  ///   - optionen: Algorithms and descriptions; the form must be ``Bagschreiber/Form/ordner``.
  ///   - faeden: The number of threads that hash; nil for one per core.
  /// - Returns: What the bag holds.
  /// - Throws: ``UebergabeFehler``: among others ``UebergabeFehler/unzulaessigerName(name:grund:)`` for a
  ///   link, a device or a name that is no UTF-8, and ``UebergabeFehler/schreiben(pfad:grund:)`` if the
  ///   folder is a bag already, is being made into one, or if a file changed meanwhile.
  @discardableResult
  public static func wandle(
    _ ordner: String, optionen: Bagschreiber.Optionen = .init(), faeden: Int? = nil
  ) throws(UebergabeFehler) -> Bagschreiber.Quittung {
    let verfahren = try Bagschreiber.verfahren(optionen)
    guard optionen.form == .ordner else {
      throw .unzulaessigeAngabe(
        bezeichnung: "Form", grund: "an Ort und Stelle entsteht immer ein Ordner")
    }
    if let info = optionen.info { _ = try info.bytes(oxum: Oxum()) }
    let baustelle = try Bagbaustelle(ordner)
    let bestand = try inhalt(ordner)
    var namen = Bagnamen()
    for datei in bestand.bestand.dateien {
      try namen.nimm(Bagpfad("data/" + datei.pfad.text), art: .nutzlast)
    }
    let summen = try hashe(bestand, verfahren, faeden, ordner)
    var tags = try Bagtags(verfahren)
    var oxum = Oxum()
    for datei in bestand.bestand.dateien {
      oxum.dateien += 1
      oxum.oktette += datei.groesse
    }
    try tags.schreibe("bagit.txt", Bagschreiber.kopf, baustelle)
    if let info = optionen.info {
      try tags.schreibe("bag-info.txt", info.bytes(oxum: oxum), baustelle)
    }
    for (platz, v) in verfahren.enumerated() {
      try tags.schreibe(
        "manifest-\(v.manifestname).txt", Bagschreiber.manifest(summen, platz), baustelle)
    }
    let gelistet = tags.summen
    for (platz, v) in verfahren.enumerated() {
      try tags.schreibe(
        "tagmanifest-\(v.manifestname).txt", Bagschreiber.manifest(gelistet, platz), baustelle)
    }
    try baustelle.pruefeUnveraendert(bestand.bestand.dateien.map(\.pfad.text))
    try baustelle.ziehUm(gesichert: optionen.istGesichert)
    return Bagschreiber.Quittung(oxum: oxum, pruefsummen: summen, warnungen: namen.warnungen())
  }

  /// What lies in the folder, without what this type has put there.
  private static func inhalt(_ ordner: String) throws(UebergabeFehler) -> Bagordner {
    let alles = try Bagordner(ordner, .standard, ausgenommen: Bagbaustelle.name)
    let bestand = alles.bestand
    if let name = bestand.verknuepfungen.first {
      throw .unzulaessigerName(name: name, grund: "er ist eine Verknüpfung, keine Datei")
    }
    if let name = bestand.sonderdateien.first {
      throw .unzulaessigerName(name: name, grund: "er ist weder Datei noch Ordner")
    }
    if let name = bestand.fremdnamen.first {
      throw .unzulaessigerName(name: name.anzeige, grund: "er ist nicht in UTF-8 geschrieben")
    }
    return alles
  }

  private static func hashe(
    _ ordner: Bagordner, _ verfahren: [Hashverfahren], _ faeden: Int?, _ pfad: String
  ) throws(UebergabeFehler) -> [Bagpfad: [Pruefsumme]] {
    let auftraege = Dictionary(
      uniqueKeysWithValues: ordner.bestand.dateien.indices.map { ($0, verfahren) })
    let ergebnisse = ordner.hashe(auftraege, faeden: faeden)
    var summen: [Bagpfad: [Pruefsumme]] = [:]
    summen.reserveCapacity(ergebnisse.count)
    for (index, datei) in ordner.bestand.dateien.enumerated() {
      switch ergebnisse[index] {
      case .summen(let s): summen[Bagpfad("data/" + datei.pfad.text)] = s
      case .fehler(let grund), .beschaedigt(let grund):
        throw .nichtLesbar(pfad: "\(pfad)/\(datei.pfad)", grund: grund)
      case nil: throw .nichtLesbar(pfad: "\(pfad)/\(datei.pfad)", grund: "sie wurde nicht gelesen")
      }
    }
    return summen
  }
}

/// The tag files that were written, with their digests.
private struct Bagtags: ~Copyable {
  private(set) var summen: [Bagpfad: [Pruefsumme]] = [:]
  private var bildner: Pruefsummenbildner

  init(_ verfahren: [Hashverfahren]) throws(UebergabeFehler) {
    do throws(PruefsummenFehler) {
      bildner = try Pruefsummenbildner(verfahren)
    } catch { throw .schreiben(pfad: "bagit.txt", grund: error.description) }
  }

  mutating func schreibe(
    _ name: String, _ bytes: [UInt8], _ baustelle: borrowing Bagbaustelle
  ) throws(UebergabeFehler) {
    bildner.beginne()
    bytes.withUnsafeBytes { bildner.nimm($0) }
    summen[Bagpfad(name)] = bildner.abschluss()
    try baustelle.schreibe(name, bytes)
  }
}
