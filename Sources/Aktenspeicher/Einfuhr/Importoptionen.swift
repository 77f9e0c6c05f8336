// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Behaelter
public import Lifecycle

/// What the source of an import does not say itself, and how to import.
public struct Importoptionen: Sendable {
  /// The Aktenplaneinheit of Akten that name none; nil refuses them.
  public var einheit: String?
  /// The day of the zdA-Verfügung of top-level objects that name none; nil leaves them open unless
  /// the source says that they are closed.
  public var zdADatum: Kalendertag?
  /// Units of the Aktenplan that the store does not know are made; else their Akten are refused.
  public var einheitenAnlegen = false
  /// Who imports; the system or the Registratur may, units are made by the system or the
  /// Fachadministration.
  public var akteur = Akteur.system
  /// The day in Berlin.
  public var heute: Kalendertag
  /// The instant of the import, which all its events bear: their order is that of the Protokoll, and
  /// none lies in the future, however many there are.
  public var zeitpunkt: Zeitpunkt
  /// What is accepted from a container.
  public var grenzen = Grenzen.standard
  /// So many objects go into one transaction, at most; a smaller number is safer on slow disks with
  /// large files, a larger one faster.
  public var objekteJeTransaktion = 2000
  /// Called now and then with what is being done, the number of objects and the bytes of files so far.
  public var fortschritt: (@Sendable (_ was: String, _ objekte: Int, _ bytes: Int64) -> Void)?

  /// Options for one import.
  public init(heute: Kalendertag, zeitpunkt: Zeitpunkt) {
    self.heute = heute
    self.zeitpunkt = zeitpunkt
  }
}
