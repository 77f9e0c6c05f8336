// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Collects findings on one file; shared by the readers of its parts.
///
/// Belongs to one thread.
final class Befundliste {
  private(set) var befunde: [Befund] = []
  /// The file that the findings name.
  let datei: String
  /// How many findings are kept; the rest is only counted.
  private let hoechstens: Int
  /// How many findings were not kept.
  private(set) var uebergangen = 0

  init(_ datei: String, hoechstens: Int = .max) {
    self.datei = datei
    self.hoechstens = hoechstens
  }

  func melde(
    _ regel: Regel, _ meldung: String, abhilfe: String? = nil, zeile: Int? = nil,
    objekt: String? = nil
  ) {
    guard befunde.count < hoechstens else {
      uebergangen += 1
      return
    }
    befunde.append(
      Befund(
        regel, meldung, abhilfe: abhilfe,
        ort: Ort(datei: datei, zeile: zeile == 0 ? nil : zeile, objekt: objekt)))
  }
}

/// Reads the keys of one object; what is missing, of a wrong kind or unknown becomes a finding.
///
/// After a finding the reader goes on with a harmless value, so that one run names all faults. Belongs
/// to one thread.
final class Feldleser {
  let ast: Baum.Ast
  /// Which object this is, as the finding names it.
  let objekt: String?
  private let liste: Befundliste
  private let regel: Regel
  /// What each message begins with.
  private let vorsatz: String
  private var gelesen: Set<String> = []

  init(
    _ ast: Baum.Ast, objekt: String?, _ liste: Befundliste, regel: Regel, vorsatz: String = ""
  ) {
    self.ast = ast
    self.objekt = objekt
    self.vorsatz = vorsatz
    self.liste = liste
    self.regel = regel
    if case .objekt = ast.baum { return }
    melde("Hier werden Angaben mit Namen erwartet, gefunden wurde \(ast.baum.art).")
  }

  func melde(_ meldung: String, abhilfe: String? = nil, zeile: Int? = nil) {
    liste.melde(
      regel, vorsatz + meldung, abhilfe: abhilfe, zeile: zeile ?? ast.zeile, objekt: objekt)
  }

  /// The value of a key; a finding if it is missing and needed.
  func feld(_ name: String, pflicht: Bool = true) -> Baum.Ast? {
    gelesen.insert(name)
    let feld = ast.baum.ast(name)
    if feld == nil, pflicht, case .objekt = ast.baum { melde("Die Angabe »\(name)« fehlt.") }
    return feld
  }

  func text(_ name: String) -> String {
    guard let feld = feld(name) else { return "" }
    guard let text = Self.text(feld.baum), !text.isEmpty else {
      falsch(name, feld, "ein Text")
      return ""
    }
    return text
  }

  func text(oder name: String) -> String? {
    guard let feld = feld(name, pflicht: false), feld.baum != .nichts else { return nil }
    guard let text = Self.text(feld.baum) else {
      falsch(name, feld, "ein Text")
      return nil
    }
    return text
  }

  func ganz(_ name: String) -> Int { ganz(name, pflicht: true) ?? 0 }

  func ganz(oder name: String) -> Int? { ganz(name, pflicht: false) }

  private func ganz(_ name: String, pflicht: Bool) -> Int? {
    guard let feld = feld(name, pflicht: pflicht), pflicht || feld.baum != .nichts else {
      return nil
    }
    guard let zahl = Self.ganz(feld.baum) else {
      falsch(name, feld, "eine ganze Zahl")
      return nil
    }
    return zahl
  }

  func wahr(_ name: String, sonst: Bool? = nil) -> Bool {
    guard let feld = feld(name, pflicht: sonst == nil) else { return sonst ?? false }
    guard case .wahrheit(let wert) = feld.baum else {
      falsch(name, feld, "true oder false")
      return false
    }
    return wert
  }

  func liste(_ name: String, pflicht: Bool = true) -> [Baum.Ast] {
    guard let feld = feld(name, pflicht: pflicht) else { return [] }
    guard case .liste(let werte) = feld.baum else {
      falsch(name, feld, "eine Liste")
      return []
    }
    return werte
  }

  func texte(_ name: String, pflicht: Bool = true) -> [String] {
    liste(name, pflicht: pflicht).compactMap { wert in
      guard let text = Self.text(wert.baum) else {
        falsch(name, wert, "ein Text")
        return nil
      }
      return text
    }
  }

  func zahlen(_ name: String) -> [Int] {
    liste(name).compactMap { wert in
      guard let zahl = Self.ganz(wert.baum) else {
        falsch(name, wert, "eine ganze Zahl")
        return nil
      }
      return zahl
    }
  }

  /// The reader of an object below this one.
  func gruppe(_ name: String) -> Feldleser? {
    feld(name).map { unter($0, objekt ?? name) }
  }

  /// A reader of the same file.
  func unter(_ ast: Baum.Ast, _ objekt: String?) -> Feldleser {
    Feldleser(ast, objekt: objekt, liste, regel: regel)
  }

  /// A value out of a fixed set.
  func wahl<W: RawRepresentable<String> & CaseIterable>(_ name: String, _ sonst: W) -> W {
    let genannt = text(name)
    if let wert = W(rawValue: genannt) { return wert }
    if !genannt.isEmpty {
      let moeglich = W.allCases.map(\.rawValue).joined(separator: ", ")
      melde(
        "Den Wert »\(genannt)« gibt es für »\(name)« nicht.", abhilfe: "Möglich sind: \(moeglich).",
        zeile: ast.baum.ast(name)?.zeile)
    }
    return sonst
  }

  /// Ends the reading: keys that nobody asked for are findings.
  func beende() {
    guard case .objekt(let eintraege) = ast.baum else { return }
    for e in eintraege where !gelesen.contains(e.name) {
      melde(
        "Die Angabe »\(e.name)« ist unbekannt.", abhilfe: "Prüfen Sie die Schreibweise.",
        zeile: e.ast.zeile)
    }
  }

  private func falsch(_ name: String, _ feld: Baum.Ast, _ erwartet: String) {
    melde(
      "Für »\(name)« wird \(erwartet) erwartet, gefunden wurde \(feld.baum.art).", zeile: feld.zeile
    )
  }

  static func text(_ baum: Baum) -> String? {
    if case .text(let text) = baum { return text }
    return nil
  }

  static func ganz(_ baum: Baum) -> Int? {
    if case .zahl(let ziffern) = baum { return Int(ziffern) }
    return nil
  }
}
