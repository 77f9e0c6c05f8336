// SPDX-License-Identifier: Apache-2.0
import Lifecycle

/// The people of a world.
enum Modellpersonal {
  static let sachbearbeiter = Akteur(kennung: "sb1", rollen: [.sachbearbeitung])
  static let vertreter = Akteur(
    kennung: "sb2", rollen: [.sachbearbeitung], vertritt: ["sb1", "vg1"])
  static let leiterin = Akteur(kennung: "vg1", rollen: [.zeichnungsbefugte])
  static let chef = Akteur(kennung: "vg2", rollen: [.sachbearbeitung, .zeichnungsbefugte])
  static let registrator = Akteur(kennung: "reg1", rollen: [.registratur])
  static let registratorin = Akteur(kennung: "reg2", rollen: [.registratur])
  static let archivarin = Akteur(kennung: "arc1", rollen: [.archiv])
  static let verwalter = Akteur(kennung: "fa1", rollen: [.fachadministration])
  static let revisorin = Akteur(kennung: "rev1", rollen: [.revision])
  static let datenschuetzer = Akteur(kennung: "dsb1", rollen: [.datenschutz])
  static let justitiarin = Akteur(kennung: "dsb2", rollen: [.datenschutz])
  static let allmacht = Akteur(kennung: "alle", rollen: Set(Rolle.allCases))

  static let alle = [
    sachbearbeiter, vertreter, leiterin, chef, registrator, registratorin, archivarin, verwalter,
    revisorin, datenschuetzer, justitiarin, allmacht, .system,
  ]

  static let schreibende = [sachbearbeiter, vertreter, leiterin, chef, registrator]
  static let zeichnende = [leiterin, chef]
  static let registratur = [registrator, registratorin]
  static let sperrende = [datenschuetzer, justitiarin]
}
