// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Baggang {
  /// What lies in the bag besides regular files with harmless names (RFC 8493, section 5).
  mutating func pruefeUmfeld() {
    for pfad in bestand.verknuepfungen {
      melde("VERKNUEPFUNG", "Im Paket liegt eine Verknüpfung.", pfad)
    }
    for pfad in bestand.sonderdateien {
      melde("SONDERDATEI", "Im Paket liegt ein Gerät, eine Leitung oder ein Socket.", pfad)
    }
    for pfad in bestand.leereOrdner { melde("LEERER-ORDNER", "Der Ordner ist leer.", pfad) }
    for fremd in bestand.fremdnamen {
      melde("NAME-KODIERUNG", "Der Dateiname ist kein gültiges UTF-8.", fremd.anzeige)
      if fremd.istNutzlast { zaehle(fremd.groesse) }
    }
    var erste: [String: Bagpfad] = [:]
    for datei in bestand.dateien {
      if datei.pfad.istNutzlast { zaehle(datei.groesse) }
      if let vorher = erste.updateValue(datei.pfad, forKey: datei.pfad.grosskleinschluessel) {
        melde(
          "NUR-GROSSKLEIN", "Der Name unterscheidet sich kaum von »\(vorher)«.", datei.pfad.text)
      }
      if let grund = Fremdsystem.windowsmangel(datei.pfad.text) {
        melde("NAME-WINDOWS", grund, datei.pfad.text)
      }
      if Fremdsystem.istSystemdatei(datei.pfad.name) {
        melde("SYSTEMDATEI", "Die Datei hat ein Betriebssystem angelegt.", datei.pfad.text)
      }
    }
  }

  private mutating func zaehle(_ groesse: Int64) {
    oxum.dateien += 1
    oxum.oktette += groesse
  }
}

/// What other operating systems make of names.
enum Fremdsystem {
  private static let systemdateien: Set<String> = [".ds_store", "thumbs.db", "desktop.ini"]
  private static let geraete: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// Whether a system makes files of this name by itself.
  static func istSystemdatei(_ name: String) -> Bool {
    systemdateien.contains(name.lowercased()) || name.utf8.starts(with: "._".utf8)
  }

  /// Why Windows refuses the path, as a German sentence; nil if it does not.
  static func windowsmangel(_ pfad: String) -> String? {
    if pfad.utf16.count > 255 { return "Der Pfad ist länger als 255 Zeichen." }
    for teil in pfad.utf8.split(separator: 0x2F) {
      let verboten = Array("<>:\"|?*\\".utf8)
      if teil.contains(where: { $0 < 0x20 || verboten.contains($0) }) {
        return "Der Name enthält ein Zeichen, das Windows verbietet."
      }
      if teil.last == 0x20 || teil.last == 0x2E {
        return "Der Name endet mit einem Punkt oder Leerzeichen."
      }
      let stamm = teil.prefix { $0 != 0x2E }
      if stamm.count <= 4, geraete.contains(String(Substring(stamm)).lowercased()) {
        return "Der Name ist unter Windows einem Gerät vorbehalten."
      }
    }
    return nil
  }
}
