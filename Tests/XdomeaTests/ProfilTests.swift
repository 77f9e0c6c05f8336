// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@testable import Xdomea

/// A node of the generated element trees (`strukturbaum/<version>.txt`).
private final class Knoten {
  let name: String
  let kardinalitaet: String
  let typ: String
  let wahl: Bool
  /// What an empty element means; empty for nothing.
  let vorgabe: String
  var kinder: [Knoten] = []
  init(
    _ name: String, _ kardinalitaet: String, _ typ: String, wahl: Bool, vorgabe: String = ""
  ) {
    self.vorgabe = vorgabe
    self.name = name
    self.kardinalitaet = kardinalitaet
    self.typ = typ
    self.wahl = wahl
  }
}

/// The trees of one version: types and root elements by name.
private struct Strukturbaum {
  var typen: [String: Knoten] = [:]

  init(_ version: XdomeaFassung) throws {
    try lies("\(version.rawValue).txt")
    if version == .v400 { try lies("xoev-basisnachricht-g2g-1.1.txt", praefix: "bn-uq-g2g:") }
  }

  /// Types of the foreign base message keep their prefix, since xdomea reuses some of their names.
  private mutating func lies(_ datei: String, praefix: String = "") throws {
    let ordner = Gemeinsam.ordner.appendingPathComponent("xdomea/strukturbaum")
    let text = try String(contentsOf: ordner.appendingPathComponent(datei), encoding: .utf8)
    var stapel: [(tiefe: Int, knoten: Knoten)] = []
    for zeile in text.split(separator: "\n") {
      let tiefe = zeile.prefix { $0 == " " }.count / 2
      let worte = zeile.split(separator: " ").map(String.init)
      if tiefe == 0 {
        let k = Knoten(worte[1], "", "", wahl: false)
        typen[praefix + worte[1]] = k
        stapel = [(0, k)]
        continue
      }
      if worte[0].hasPrefix("@") || worte[0] == "simple" || worte[0] == "any" { continue }
      while let oben = stapel.last, oben.tiefe >= tiefe { stapel.removeLast() }
      guard let oben = stapel.last?.knoten else { continue }
      let k: Knoten
      if worte[0] == "<choice" {
        k = Knoten("<choice>", "", "", wahl: true)
      } else if worte[0] == "(extension" || worte[0] == "(restriction" {
        let basis = worte[1].replacingOccurrences(of: "base=", with: "").dropLast()
        k = Knoten(
          worte[0] == "(extension" ? "<basis>" : "<einschraenkung>", "", ohne(String(basis)),
          wahl: false)
      } else {
        let kard = worte.count > 1 ? String(worte[1].dropFirst().dropLast()) : ""
        let typ = worte.count > 2 && !worte[2].contains("=") ? ohne(worte[2]) : ""
        let vorgabe = worte.first { $0.hasPrefix("default=") }?.dropFirst(8) ?? ""
        k = Knoten(worte[0], kard, typ, wahl: oben.wahl, vorgabe: String(vorgabe))
      }
      oben.kinder.append(k)
      stapel.append((tiefe, k))
    }
  }

  private func ohne(_ typ: String) -> String {
    typ.hasPrefix("bn-uq-g2g:")
      ? typ : typ.split(separator: ":").last.map(String.init) ?? typ
  }

  /// Elements of a node with base types first and choices flattened.
  func elemente(_ k: Knoten) -> [Knoten] {
    k.kinder.flatMap { kind -> [Knoten] in
      switch kind.name {
      case "<basis>": return typen[kind.typ].map(elemente) ?? []
      case "<einschraenkung>": return []
      case "<choice>": return elemente(kind)
      default: return [kind]
      }
    }
  }

  func kinder(_ k: Knoten) -> [Knoten] {
    k.kinder.isEmpty ? (typen[k.typ].map(elemente) ?? []) : elemente(k)
  }
}

@Suite("Profile", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct ProfilTests {
  @Test(
    "Jedes Profil hat genau die Elemente des amtlichen Schemas, in Reihenfolge und Häufigkeit",
    arguments: XdomeaFassung.allCases, Nachrichtentyp.allCases)
  func wieSchema(_ version: XdomeaFassung, _ typ: Nachrichtentyp) throws {
    let baum = try Strukturbaum(version)
    let profil = Profil.von(version)
    guard let wurzelname = typ.wurzelname(in: version) else {
      #expect(!baum.typen.keys.contains { $0.hasSuffix(".\(typ.rawValue)") })
      return
    }
    let wurzel = try #require(baum.typen[wurzelname])
    var besucht: Set<String> = []
    var abweichungen: [String] = []
    func vergleiche(_ k: Knoten, _ plan: Plan, _ pfad: String) {
      guard besucht.insert("\(k.typ)|\(k.name)|\(plan)").inserted else { return }
      let soll = baum.kinder(k)
      let ist = profil.plaene[plan] ?? []
      let namenSoll = soll.map(\.name)
      let namenIst = ist.map(\.name)
      if namenSoll != namenIst {
        abweichungen.append("\(pfad): Schema \(namenSoll), Profil \(namenIst)")
        return
      }
      for (s, i) in zip(soll, ist) {
        let erlaubt: [Haeufigkeit] =
          switch s.kardinalitaet {
          case "1": s.wahl ? [.evtl] : [.eins]
          case "0..1": [.evtl]
          case "0..*": [.viele]
          // In a choice one alternative may repeat, none must occur.
          case "1..*": s.wahl ? [.viele] : [.mehrere]
          default: []
          }
        if !erlaubt.contains(i.haeufigkeit) {
          abweichungen.append("\(pfad)/\(s.name): [\(s.kardinalitaet)] gegen \(i.haeufigkeit)")
        }
        switch i.inhalt {
        case .block(let p), .huelle(let p): vergleiche(s, p, pfad + "/" + s.name)
        case .code:
          if !s.typ.contains("Code") {
            abweichungen.append("\(pfad)/\(s.name): kein Code, sondern \(s.typ)")
          }
        case .wert(let art):
          let erwartet: [String] =
            switch art {
            case .text: ["string", "String.Latin", "stringDateinameType", "datatypeC"]
            case .tag: ["date"]
            case .jahr: ["gYear"]
            case .zeitpunkt: ["dateTime"]
            case .uhrzeit: ["time"]
            case .wahrheit, .fest1, .wahrheitSonst0, .wahrheitSonst1: ["boolean"]
            case .ganzzahl: ["integer", "int", "unsignedInt", "unsignedShort"]
            case .uuid: ["bn-uq-g2g:UUID", "stringUUIDType"]
            }
          if !erwartet.contains(s.typ) {
            abweichungen.append("\(pfad)/\(s.name): \(s.typ) gegen \(art)")
          }
          let vorgabe: String =
            switch art {
            case .wahrheitSonst0: "0"
            case .wahrheitSonst1: "1"
            default: ""
            }
          if s.vorgabe != vorgabe {
            abweichungen.append("\(pfad)/\(s.name): Vorgabe »\(s.vorgabe)« gegen »\(vorgabe)«")
          }
        case .roh: break
        }
      }
    }
    vergleiche(wurzel, profil.wurzelplan(typ), typ.rawValue)
    #expect(abweichungen.isEmpty, "\(abweichungen.joined(separator: "\n"))")
    #expect(besucht.count > (typ == .anbieteverzeichnis || typ == .aussonderung ? 40 : 15))
  }

  @Test("Kein Plan hat mehr als 64 Elemente, die Tafel kennt jeden Namen")
  func grenzen() {
    for version in XdomeaFassung.allCases {
      for plan in Profil.von(version).plaene.values {
        #expect(plan.count <= 64)
        for e in plan { #expect(Namen.tafel.code(e.name) != 0) }
      }
    }
  }
}
