// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Xdomea

extension Archiv {
  /// What was offered, as a report.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Whom the report names; nil leaves person and time out.
  /// - Returns: The report; it reads the list of the process now.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``.
  public func anbieteverzeichnisbericht(
    _ prozess: ProzessID, _ wer: Handelnde? = nil
  ) throws(AussonderungFehler) -> Anbieteverzeichnisbericht {
    let v = try verfahren(prozess)
    return Anbieteverzeichnisbericht(
      Berichtskopf(v, [.anbieteverzeichnis], wer),
      objekte: Berichtszeilen(try ordner.objektliste(v.prozess)))
  }

  /// What was decided about the offer, as a report.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Whom the report names; nil leaves person and time out.
  /// - Returns: The report; it reads the list of the process now.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``.
  public func bewertungsbericht(
    _ prozess: ProzessID, _ wer: Handelnde? = nil
  ) throws(AussonderungFehler) -> Bewertungsbericht {
    let v = try verfahren(prozess)
    return Bewertungsbericht(
      Berichtskopf(v, [.anbieteverzeichnis, .bewertungsverzeichnis], wer),
      objekte: Berichtszeilen(try ordner.objektliste(v.prozess)))
  }

  /// What was taken over, as a report.
  ///
  /// The files are counted in the containers; their bytes are not read.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - wer: Whom the report names; nil leaves person and time out.
  /// - Returns: The report; it reads the list of the process and its messages now.
  /// - Throws: ``AussonderungFehler/unbekannterProzess(_:ordner:)``,
  ///   ``AussonderungFehler/ablage(pfad:grund:)``, or an error of the container.
  public func uebernahmenachweis(
    _ prozess: ProzessID, _ wer: Handelnde? = nil
  ) throws -> Uebernahmenachweis {
    let v = try verfahren(prozess)
    let liste = try ordner.objektliste(v.prozess)
    let statistik = try Dateistatistik(
      container: v.nachrichten(.aussonderung, eigene: false).map { ordner.datei($0, in: v) }
    ) { liste[$0]?.uebernahme == .uebernommen }
    return Uebernahmenachweis(
      Berichtskopf(v, [.aussonderung, .aussonderungImportBestaetigen], wer),
      objekte: Berichtszeilen(liste), statistik: statistik)
  }

  // MARK: Kept with the process

  func berichteBewertung(_ v: Verfahren, _ wer: Handelnde) throws {
    try bewertungsbericht(v.prozess, wer).schreibe(in: ordner.berichte(v.prozess))
  }

  func berichteUebernahme(_ v: Verfahren, _ wer: Handelnde) throws {
    try uebernahmenachweis(v.prozess, wer).schreibe(in: ordner.berichte(v.prozess))
  }
}
