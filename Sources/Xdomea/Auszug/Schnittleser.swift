// SPDX-License-Identifier: Apache-2.0
internal import XMLStrom

/// Finds where the objects of a message begin and end, in its bytes.
///
/// It follows the profile of the version, never a name alone: an element of an extension that is
/// called `Akte` is none. It relies on a reader that has seen or will see the same bytes and refuses
/// what is no XML; of what that refuses it may find anything, but it never fails otherwise.
struct Schnittleser {
  private enum Lage {
    case text
    /// After `<`.
    case marke
    case anfangsname
    case endname
    case inMarke
    case inWert(UInt8)
    /// After `<!`.
    case erklaerung
    case kommentar
    case cdata
    case anweisung
  }

  /// An open element on the way to the objects.
  private struct Rahmen {
    let plan: Plan
    /// True if it is an object itself, or the wrapper of one at the top.
    let istKnoten: Bool
  }

  private let profil: Profil
  private let wurzelplan: Plan
  private var lage = Lage.text
  private var stelle: Int64 = 0
  private var name: [UInt8] = []
  /// The last bytes, to see the end of a comment and the like.
  private var letztes: (UInt8, UInt8) = (0, 0)
  private var markenanfang: Int64 = 0
  /// Where the white space before the next element began.
  private var luecke: Int64 = 0
  private var nurLeerraum = true

  private var rahmen: [Rahmen] = []
  private var offen: [Schnittknoten] = []
  /// How many elements are open that are of no interest.
  private var fremd = 0
  private var hatWurzel = false

  /// The whole message as a node: its children are Anschreiben, objects and Aktenpläne.
  private(set) var wurzel: Schnittknoten

  init(_ version: XdomeaFassung, _ typ: Nachrichtentyp) {
    profil = Profil.von(version)
    wurzelplan = profil.wurzelplan(typ)
    wurzel = Schnittknoten(.akte, luecke: 0, anfang: 0)
  }

  /// Takes the next bytes of the message.
  mutating func nimm(_ bytes: UnsafeRawBufferPointer) {
    for b in bytes {
      nimm(b)
      stelle += 1
      letztes = (letztes.1, b)
    }
  }

  /// Ends the message.
  mutating func beende() { wurzel.schliesse(bei: stelle) }

  private mutating func nimm(_ b: UInt8) {
    switch lage {
    case .text:
      if b == 0x3C {
        lage = .marke
        markenanfang = stelle
      } else if b != 0x20, b != 0x0A, b != 0x0D, b != 0x09 {
        nurLeerraum = false
      }
    case .marke:
      name.removeAll(keepingCapacity: true)
      switch b {
      case 0x2F: lage = .endname
      case 0x21: lage = .erklaerung
      case 0x3F: lage = .anweisung
      default:
        lage = .anfangsname
        name.append(b)
      }
    case .anfangsname:
      if b == 0x3E {
        oeffne(leer: letztes.1 == 0x2F)
      } else if b == 0x20 || b == 0x0A || b == 0x0D || b == 0x09 || b == 0x2F {
        lage = .inMarke
      } else {
        name.append(b)
      }
    case .inMarke:
      if b == 0x3E {
        oeffne(leer: letztes.1 == 0x2F)
      } else if b == 0x22 || b == 0x27 {
        lage = .inWert(b)
      }
    case .inWert(let ende): if b == ende { lage = .inMarke }
    case .endname: if b == 0x3E { schliesse() }
    case .erklaerung:
      name.append(b)
      if name.elementsEqual("--".utf8) {
        lage = .kommentar
      } else if name.elementsEqual("[CDATA[".utf8) {
        lage = .cdata
      } else if b == 0x3E {
        endeMarke()
      }
    case .kommentar: if b == 0x3E, letztes == (0x2D, 0x2D) { endeMarke() }
    case .cdata: if b == 0x3E, letztes == (0x5D, 0x5D) { endeMarke() }
    case .anweisung: if b == 0x3E, letztes.1 == 0x3F { endeMarke() }
    }
  }

  private mutating func endeMarke() {
    lage = .text
    luecke = stelle + 1
    nurLeerraum = true
  }

  private mutating func oeffne(leer: Bool) {
    let vorne = nurLeerraum ? luecke : markenanfang
    beginne(vorne)
    endeMarke()
    if leer { beendeElement() }
  }

  private mutating func schliesse() {
    endeMarke()
    beendeElement()
  }

  private mutating func beginne(_ vorne: Int64) {
    guard fremd == 0 else {
      fremd += 1
      return
    }
    guard hatWurzel else {
      hatWurzel = true
      rahmen.append(Rahmen(plan: wurzelplan, istKnoten: false))
      return
    }
    guard let oben = rahmen.last, let schritt = schritt(oben.plan) else {
      fremd = 1
      return
    }
    switch schritt.feld {
    case .schriftgutobjekte:
      // What it holds decides the kind; the wrapper is cut with it.
      knoten(.akte, vorne, schritt.plan)
    case .anschreiben: knotenOhneInhalt(.anschreiben, vorne)
    case .aktenplaene: knotenOhneInhalt(.aktenplan, vorne)
    case .akte where oben.plan == .schriftgutobjekt: umschlag(.akte, schritt.plan)
    case .vorgang where oben.plan == .schriftgutobjekt: umschlag(.vorgang, schritt.plan)
    case .dokument where oben.plan == .schriftgutobjekt:
      umschlag(.dokument, .keiner)
    case .teilakten: knoten(.akte, vorne, schritt.plan)
    case .vorgaenge: knoten(.vorgang, vorne, schritt.plan)
    case .teilvorgaenge: knoten(.vorgang, vorne, schritt.plan)
    case .dokumente where oben.plan == .akteninhalt: knotenOhneInhalt(.dokument, vorne)
    case .huelle where schritt.plan == .akteninhalt:
      rahmen.append(Rahmen(plan: schritt.plan, istKnoten: false))
    default: fremd = 1
    }
  }

  private mutating func knoten(_ art: Schnittknoten.Art, _ vorne: Int64, _ plan: Plan) {
    offen.append(Schnittknoten(art, luecke: vorne, anfang: markenanfang))
    rahmen.append(Rahmen(plan: plan, istKnoten: true))
  }

  private mutating func knotenOhneInhalt(_ art: Schnittknoten.Art, _ vorne: Int64) {
    knoten(art, vorne, .keiner)
  }

  /// The object in a `Schriftgutobjekt`, whose node is open already.
  private mutating func umschlag(_ art: Schnittknoten.Art, _ plan: Plan) {
    if let alt = offen.popLast() {
      offen.append(Schnittknoten(art, luecke: alt.luecke, anfang: alt.anfang))
    }
    rahmen.append(Rahmen(plan: plan, istKnoten: false))
  }

  private mutating func beendeElement() {
    guard fremd == 0 else {
      fremd -= 1
      return
    }
    guard let ende = rahmen.popLast(), ende.istKnoten, var fertig = offen.popLast() else { return }
    fertig.schliesse(bei: stelle + 1)
    if offen.isEmpty {
      wurzel.nimm(fertig)
    } else {
      offen[offen.count - 1].nimm(fertig)
    }
  }

  /// The step of the plan for the element that has begun.
  private func schritt(_ plan: Plan) -> Schritt? {
    let beginn = name.firstIndex(of: 0x3A).map { $0 + 1 } ?? 0
    return profil.schritt(plan, Namen.tafel.code(String(decoding: name[beginn...], as: UTF8.self)))
  }
}
