// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// What a municipality may hand out for a comparison (SCORING.md §8): sums only, no texts, no names.
public struct Vergleichsdatei: Hashable, Sendable {
  /// What stands in `format`.
  public static let format = "diva-vergleich"

  /// Version of the catalogue.
  public var katalogversion: String
  /// Size class.
  public var groessenklasse: Groessenklasse
  /// Land, for example `SN`; nil if not given.
  public var land: String?
  /// Position.
  public var standort: Int
  /// Sums of the phases up to the position: Σ w·n and the weight that applies.
  public var phasen: [Int: (summe: Int, anwendbar: Int)]
  /// The file as it is written.
  public var baum: Baum

  /// The least value of a phase in tenths of a percent; nil if it was not rated.
  public func wert(_ phase: Int) -> Int? {
    phasen[phase].flatMap { Norm.zehntel($0.summe, $0.anwendbar) }
  }

  /// What an evaluation hands out.
  public init(_ auswertung: Auswertung, _ katalog: Katalog) {
    katalogversion = katalog.version
    groessenklasse = auswertung.groessenklasse
    land = auswertung.datei.stammdaten["SD-09"]
    standort = auswertung.standort
    phasen = [:]
    var teile: [Baum] = []
    for p in auswertung.phasen where p.phase <= auswertung.standort && p.kennzahlen.beantwortet > 0
    {
      phasen[p.phase] = (p.kennzahlen.summe, p.kennzahlen.anwendbar)
      teile.append(
        .objekt([
          "phase": .ganz(p.phase), "muss": .ganz(p.muss.count),
          "muss_erfuellt": .ganz(p.muss.values.count { $0.genuegt }),
          "zellen": .objekt(
            p.zellen.sorted { $0.key < $1.key }.map { dim, z in
              Baum.Eintrag(
                dim,
                Baum.Ast(
                  .objekt([
                    "z": .ganz(z.kennzahlen.summe), "w_anw": .ganz(z.kennzahlen.anwendbar),
                    "w_b": .ganz(z.kennzahlen.beantwortet),
                  ])))
            }),
        ]))
    }
    baum = .objekt([
      "format": .text(Self.format), "version": .ganz(1), "katalog": .text(katalog.version),
      "groessenklasse": .text(auswertung.groessenklasse.rawValue), "land": .text(oder: land),
      "standort": .ganz(auswertung.standort), "phasen": .liste(teile),
    ])
  }

  /// Reads a file of another municipality.
  ///
  /// - Parameter bytes: The file.
  /// - Throws: ``Lesefehler`` if it is no such file.
  public init(_ bytes: [UInt8]) throws(Lesefehler) {
    let baum = try JSONLeser.lies(bytes).baum
    guard baum["format"] == .text(Self.format), baum["version"] == .ganz(1),
      case .text(let version)? = baum["katalog"], case .text(let klasse)? = baum["groessenklasse"],
      let groessenklasse = Groessenklasse(rawValue: klasse),
      let standort = baum["standort"].flatMap(Feldleser.ganz), (0...6).contains(standort),
      case .liste(let teile)? = baum["phasen"]
    else { throw Self.falsch }
    self.baum = baum
    katalogversion = version
    self.groessenklasse = groessenklasse
    self.standort = standort
    if case .text(let land)? = baum["land"] { self.land = land }
    phasen = [:]
    for teil in teile {
      guard let nr = teil.baum["phase"].flatMap(Feldleser.ganz), (0...6).contains(nr),
        phasen[nr] == nil, case .objekt(let zellen)? = teil.baum["zellen"]
      else { throw Self.falsch }
      var (summe, anwendbar) = (0, 0)
      for zelle in zellen {
        guard let z = zelle.ast.baum["z"].flatMap(Feldleser.ganz),
          let w = zelle.ast.baum["w_anw"].flatMap(Feldleser.ganz),
          (0...10_000).contains(w), (0...(10_000 * w)).contains(z)
        else { throw Self.falsch }
        summe += z
        anwendbar += w
      }
      phasen[nr] = (summe, anwendbar)
    }
  }

  private static let falsch = Lesefehler(
    zeile: nil, grund: "Das ist keine Vergleichsdatei der DiVA-Toolbox.",
    abhilfe: "Sie entsteht mit »diva reifegrad auswerten --vergleichsdatei«.")

  /// Two files are equal if they are written equally.
  public static func == (a: Self, b: Self) -> Bool { a.baum == b.baum }

  /// Hashes what is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(baum) }
}

extension Reifegradbericht {
  /// Adds the comparison with others of the same size class and first number of the version.
  ///
  /// - Parameter andere: The files of the others; an own one among them is left out.
  public mutating func vergleiche(mit andere: [Vergleichsdatei]) {
    let eigene = Vergleichsdatei(auswertung, katalog)
    func haupt(_ version: String) -> Substring? { version.split(separator: ".").first }
    let verschiedene = Set(andere)
    let fremde = verschiedene.filter { $0 != eigene }
    let passende = fremde.filter {
      $0.groessenklasse == eigene.groessenklasse
        && haupt($0.katalogversion) == haupt(eigene.katalogversion)
    }
    gruppenhinweise = []
    let doppelt = andere.count - verschiedene.count
    if doppelt > 0 {
      gruppenhinweise.append(
        "\(doppelt.mal("Vergleichsdatei ist", "Vergleichsdateien sind")) inhaltsgleich mit einer "
          + "anderen und \(doppelt == 1 ? "zählt" : "zählen") nicht noch einmal.")
    }
    if fremde.count < verschiedene.count {
      gruppenhinweise.append(
        "Ihre eigene Vergleichsdatei ist dabei und zählt nicht zu den anderen.")
    }
    let unpassend = fremde.count - passende.count
    if unpassend > 0 {
      gruppenhinweise.append(
        "\(unpassend.mal("Vergleichsdatei gehört", "Vergleichsdateien gehören")) zu einer anderen "
          + "Größenklasse oder Katalogfassung und \(unpassend == 1 ? "zählt" : "zählen") nicht mit."
      )
    }
    if passende.count < katalog.schwellen.vergleichMin {
      gruppenhinweise.append(
        "Für einen Vergleich braucht es \(katalog.schwellen.vergleichMin) andere Verwaltungen Ihrer Größenklasse; "
          + "es \(passende.count == 1 ? "ist" : "sind") \(passende.count).")
    }
    gruppe = eigene.phasen.keys.sorted().compactMap { nr in
      guard let eigen = eigene.wert(nr) else { return nil }
      return Gruppenzeile(
        phase: nr, eigen: eigen,
        vergleich: Gruppenvergleich(
          eigen: eigen, andere: passende.compactMap { $0.wert(nr) }, schwellen: katalog.schwellen))
    }
  }
}
