// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a message or container could not be read or written.
///
/// A message that can be read but breaks rules is a result with findings, not an error.
public enum XdomeaFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The root element's namespace is no xdomea version that this codec knows (R12).
  case unbekannteVersion(namensraum: String, datei: String)
  /// The root element is no message that this codec knows.
  case unbekannteNachricht(wurzel: String, datei: String)
  /// The version has no such message.
  case fehltInVersion(Nachrichtentyp, version: XdomeaFassung)
  /// The file or folder holds no message.
  case keineNachricht(datei: String, gefunden: [String])
  /// The target version cannot carry the object at all.
  case nichtDarstellbar(was: String, objekt: ObjektID, version: XdomeaFassung)
  /// The target version demands something that is not there.
  case pflichtangabe(String, version: XdomeaFassung)
  /// Parts of a message were written in the wrong order, or none was written.
  case reihenfolge(String)
  /// A file that the message refers to is missing or unusable.
  case datei(name: String, grund: String)
  /// The input does not allow it; the text says what, where and what to do.
  case eingabe(String)

  /// A German sentence that names what failed and what to do.
  public var description: String {
    switch self {
    case .unbekannteVersion(let n, let d):
      "\(d): Unbekannte xdomea-Version (Namensraum „\(n)“). Dieses Werkzeug liest "
        + XdomeaFassung.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .unbekannteNachricht(let w, let d):
      "\(d): Das Wurzelelement „\(w)“ ist keine Nachricht, die dieses Werkzeug kennt. Gelesen "
        + "werden die Nachrichten der Aussonderung: "
        + Nachrichtentyp.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Prüfen Sie, ob es die richtige Datei ist."
    case .fehltInVersion(let typ, let v):
      "xdomea \(v.rawValue) kennt die Nachricht \(typ.rawValue) (\(typ.langname)) nicht. Es gibt "
        + "sie in " + typ.versionen.map(\.rawValue).joined(separator: ", ") + "."
    case .keineNachricht(let d, let gefunden):
      "\(d): Keine xdomea-Nachricht gefunden (erwartet eine XML-Datei auf oberster Ebene, "
        + (gefunden.isEmpty ? "gefunden: nichts" : "gefunden: " + gefunden.joined(separator: ", "))
        + ")."
    case .nichtDarstellbar(let was, let id, let v):
      "\(was) \(id) lässt sich in xdomea \(v.rawValue) nicht darstellen. Wählen Sie eine andere "
        + "Zielversion."
    case .pflichtangabe(let was, let v):
      "xdomea \(v.rawValue) verlangt die Angabe „\(was)“. Bitte ergänzen Sie sie."
    case .reihenfolge(let text): text
    case .datei(let name, let grund): "Datei \(name): \(grund)"
    case .eingabe(let text): text
    }
  }
}
