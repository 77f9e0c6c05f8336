// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import Uebergabe
internal import Xdomea

extension Paketierung {
  /// What the E-ARK SIPs of a transfer have in common.
  ///
  /// Who is not named here is taken from the head of the message: the sender as archival creator and
  /// submitter, the receiver as archive.
  public struct Earkvorgabe: Hashable, Sendable {
    /// The version of the specification.
    public var version = Earkversion.v220
    /// Whether folders, ZIP or TAR files are made.
    public var form = Bagschreiber.Form.ordner
    /// Paths of the schema files that go along; CSIP113 wants at least one.
    public var schemata: [String]
    /// Who made the records (SIP9).
    public var ersteller: Earkangaben.Stelle?
    /// Who hands them over (SIP15).
    public var ablieferer: Earkangaben.Stelle?
    /// Who takes them (SIP26).
    public var archiv: Earkangaben.Stelle?
    /// The agreement about the hand-over (SIP5); empty for none.
    public var vereinbarung = ""
    /// The name of the program (CSIP14).
    public var programmname = "diva"
    /// The version of the program (CSIP15).
    public var programmversion = "0"

    /// SIPs with these schema files.
    public init(schemata: [String]) { self.schemata = schemata }
  }
}

extension Paketierung.Earkvorgabe {
  /// What one package says about itself.
  ///
  /// - Throws: `UebergabeFehler.earkangabeFehlt` if neither the caller nor the message names someone.
  func angaben(
    objid: String, titel: String, am zeitpunkt: Zeitpunkt, _ kopf: Nachrichtenkopf
  ) throws(UebergabeFehler) -> Earkangaben {
    let absender = kopf.absender.stelle
    guard let ersteller = ersteller ?? absender else {
      throw .earkangabeFehlt("Name des Erstellers (die Abgabe nennt keinen Absender)")
    }
    guard let ablieferer = ablieferer ?? absender else {
      throw .earkangabeFehlt("Name des Ablieferers (die Abgabe nennt keinen Absender)")
    }
    guard let archiv = archiv ?? kopf.empfaenger.stelle else {
      throw .earkangabeFehlt("Name des Archivs (die Abgabe nennt keinen Empfänger)")
    }
    var angaben = Earkangaben(
      objid: objid, titel: titel, erstellt: zeitpunkt, ersteller: ersteller,
      ablieferer: ablieferer, archiv: archiv)
    angaben.vereinbarung = vereinbarung
    angaben.programm = (programmname, programmversion)
    return angaben
  }
}

extension Kontakt {
  /// The organisation that the contact names; nil if it names none.
  fileprivate var stelle: Earkangaben.Stelle? {
    let namen = [institution?.name ?? institution?.kurzbezeichnung, organisationseinheit]
    let name = namen.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    guard !name.isEmpty else { return nil }
    let k = behoerdenkennung
    let schluessel = [k?.praefix?.wert, k?.behoerdenschluessel?.wert]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ":")
    return Earkangaben.Stelle(name, kennung: k?.kennung ?? schluessel)
  }
}
