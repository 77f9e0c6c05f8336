// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// The text is that of a document, line by line.
import Akte
import Lifecycle

// Ausschnitt 2 aus Docs/anbieter.md
/// The look-ups of a house without a directory; the claims of other bodies are in a table.
protocol HausOhneVerzeichnis: Zustandsquelle {
  func ansprueche(auf id: ObjektID) throws(Lesefehler) -> [String]
}

extension HausOhneVerzeichnis {
  func istPerson(_ kennung: String) throws(Lesefehler) -> Bool { true }
  func istOrganisationseinheit(_ name: String) throws(Lesefehler) -> Bool { true }
  func loeschhindernisse(_ id: ObjektID) throws(Lesefehler) -> [String] { try ansprueche(auf: id) }
}

/// Asks the rules; whoever calls it stores all of the effects in one transaction, or nothing.
func schliesse(
  _ vorgang: ObjektID, in quelle: some Zustandsquelle, von wem: Akteur, am heute: Kalendertag
) throws -> Wirkungen {
  let verfuegung = ZdAVerfuegung(datum: heute)
  let handlung = Handlung(
    .schriftgut(ziel: vorgang, in: nil, ereignis: .zdA(verfuegung: verfuegung)), akteur: wem,
    heute: heute)
  do {
    return try quelle.wirkungen(handlung, richtlinie: Richtlinie())
  } catch {
    switch error {
    case .abgelehnt(let grund): throw grund  // a code for the log, a German sentence for people
    case .lesen(let fehler): throw fehler
    }
  }
}
// Ende des Ausschnitts
