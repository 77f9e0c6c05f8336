// SPDX-License-Identifier: Apache-2.0
public import Akte

/// An object for which a new catalogue is tried.
public struct Wechselobjekt: Hashable, Sendable {
  /// How the report names the object: id or Kennzeichen.
  public var objekt: String
  /// Number of the unit of the Aktenplan.
  public var aktenplan: String
  /// The second criterion, if there is one.
  public var selektor: String?
  /// The copy of the rule that the object keeps.
  public var regel: Fristregel
  /// The object's days.
  public var eingaben: Fristeingaben

  /// An object.
  public init(
    objekt: String, aktenplan: String, selektor: String? = nil, regel: Fristregel,
    eingaben: Fristeingaben
  ) {
    self.objekt = objekt
    self.aktenplan = aktenplan
    self.selektor = selektor
    self.regel = regel
    self.eingaben = eingaben
  }
}

/// What a new catalogue would do to many objects: one line for each, and the sums.
///
/// Nothing is changed and little is kept but the sums, so millions of objects can pass through.
public struct Wechselbericht: Sendable {
  /// The line of one object.
  public struct Zeile: Sendable {
    /// The object.
    public var objekt: String
    /// The change, or why it could not be found out.
    public var ergebnis: Result<Katalogwechsel, Wechselfehler>
    /// The row of the new catalogue; nil if none was found.
    public var katalogzeile: String?
  }

  /// The new catalogue.
  public let katalog: Aufbewahrungskatalog
  /// The day on which the new catalogue is asked; a row that begins later is not seen.
  public let stichtag: Kalendertag
  /// From how many years on a duration is taken for a mistake.
  public let grenzeJahre: Int

  /// How many objects have passed.
  public private(set) var anzahl = 0
  /// How many objects change in which way.
  public private(set) var summen: [Fristaenderung: Int] = [:]
  /// How many objects could not be judged.
  public private(set) var fehler = 0
  /// How many periods are over at once by the change.
  public private(set) var sofortAbgelaufen = 0

  /// What the catalogue answered, since many objects lie in the same unit of the Aktenplan.
  private var antworten: [Frage: Result<Katalogauskunft, Katalogfehler>] = [:]
  private static let hoechstzahlAntworten = 10_000

  private struct Frage: Hashable {
    let aktenplan: String
    let selektor: String?
  }

  /// A report without objects.
  public init(katalog: Aufbewahrungskatalog, stichtag: Kalendertag, grenzeJahre: Int = 200) {
    self.katalog = katalog
    self.stichtag = stichtag
    self.grenzeJahre = grenzeJahre
  }

  /// Tries one object, counts it and returns its line.
  @discardableResult
  public mutating func nimm(_ objekt: Wechselobjekt) -> Zeile {
    anzahl += 1
    do throws(Wechselfehler) {
      let (wechsel, zeile) = try versuche(objekt)
      summen[wechsel.aenderung, default: 0] += 1
      if wechsel.aenderung == .verkuerzt, wechsel.neu.istAbgelaufen(am: stichtag) {
        sofortAbgelaufen += 1
      }
      return Zeile(objekt: objekt.objekt, ergebnis: .success(wechsel), katalogzeile: zeile)
    } catch {
      fehler += 1
      return Zeile(objekt: objekt.objekt, ergebnis: .failure(error), katalogzeile: nil)
    }
  }

  /// Tries a sequence of objects, one at a time, and hands each line on.
  public mutating func nimm(
    _ objekte: some Sequence<Wechselobjekt>, _ zeile: (Zeile) throws -> Void
  ) rethrows {
    for objekt in objekte { try zeile(nimm(objekt)) }
  }

  /// The sums as German lines.
  public var zusammenfassung: [String] {
    var zeilen = ["Geprüft: \(anzahl)"]
    for aenderung in Fristaenderung.allCases {
      if let n = summen[aenderung] { zeilen.append("\(aenderung.anzeige): \(n)") }
    }
    if sofortAbgelaufen > 0 { zeilen.append("davon sofort abgelaufen: \(sofortAbgelaufen)") }
    if fehler > 0 { zeilen.append("ohne Ergebnis: \(fehler)") }
    return zeilen
  }

  private mutating func versuche(_ objekt: Wechselobjekt) throws(Wechselfehler)
    -> (Katalogwechsel, String?)
  {
    // A rule that was set for the object stays whatever the catalogue says.
    let auskunft =
      objekt.regel.istEinzelfestlegung
      ? Katalogauskunft(regel: objekt.regel, zeile: nil, fundart: .einzelfestlegung)
      : try frage(objekt)
    // A row reaches running periods from the day on which it and its catalogue begin.
    let beginn = [auskunft.zeile?.gueltigAb, katalog.gueltigAb].compactMap(\.self).max()
    do {
      let wechsel = try Katalogwechsel.berechne(
        von: objekt.regel, zu: auskunft.regel, wirkung: auskunft.zeile?.wirkung ?? .nurNeue,
        stichtag: beginn ?? stichtag, objekt.eingaben, grenzeJahre: grenzeJahre)
      return (wechsel, auskunft.zeile?.id)
    } catch { throw .frist(error) }
  }

  private mutating func frage(_ objekt: Wechselobjekt) throws(Wechselfehler) -> Katalogauskunft {
    let frage = Frage(aktenplan: objekt.aktenplan, selektor: objekt.selektor)
    let antwort: Result<Katalogauskunft, Katalogfehler>
    if let bekannt = antworten[frage] {
      antwort = bekannt
    } else {
      do throws(Katalogfehler) {
        antwort = .success(
          try katalog.auskunft(
            aktenplan: objekt.aktenplan, selektor: objekt.selektor, am: stichtag))
      } catch {
        antwort = .failure(error)
      }
      if antworten.count >= Self.hoechstzahlAntworten { antworten.removeAll() }
      antworten[frage] = antwort
    }
    do throws(Katalogfehler) {
      return try antwort.get()
    } catch {
      throw .katalog(error)
    }
  }
}

/// Why an object could not be judged.
public enum Wechselfehler: Error, Hashable, Sendable {
  /// The new catalogue gives no rule.
  case katalog(Katalogfehler)
  /// One of the two periods cannot be computed.
  case frist(Fristfehler)
}

extension Wechselfehler: CustomStringConvertible {
  /// The error as a German sentence.
  public var description: String {
    switch self {
    case .katalog(let fehler): fehler.description
    case .frist(let fehler): fehler.description
    }
  }
}
