// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Behaelter
internal import Pruefsummen
internal import Uebergabe
internal import Xdomea

/// Proves the files of a transfer: each that is named is there, once, with the bytes its hash tells
/// (R52, R56).
struct Dateiprobe {
  /// What the proof of one file said.
  enum Befund: Hashable {
    /// It has the bytes that its hash tells.
    case verglichen
    /// It can be read; the message states no hash for it.
    case ohnePruefsumme
    /// It can be read; the message states a hash that nobody here can work out.
    case nichtVergleichbar
    /// It cannot be read, or has other bytes than its hash tells (R56).
    case beschaedigt
    /// It is not in the container (R52).
    case fehlt
  }

  /// A file that the message names.
  struct Datei {
    /// The Akten and Vorgänge that name it; nearly always one.
    fileprivate(set) var objekte: [ObjektID] = []
    fileprivate(set) var bytes: Int64 = 0
    fileprivate(set) var befund = Befund.fehlt
    /// What its content says it is; nil if it could not be read.
    fileprivate(set) var format: Formatbericht.Gruppe?
    /// What they state; all of it must be true.
    fileprivate var pruefsummen: [Pruefsumme] = []
    fileprivate var nenntHash = false
  }

  /// All files that the message names.
  private(set) var dateien: [String: Datei] = [:]
  private(set) var bytesJeObjekt: [ObjektID: Int64] = [:]

  /// Notes the files of an object, each under the nearest Akte or Vorgang.
  mutating func nimm(_ objekt: Schriftgutobjekt) {
    objekt.jedeDateiJeObjekt { id, name, hash in
      var datei = dateien[name] ?? Datei()
      if !datei.objekte.contains(id) { datei.objekte.append(id) }
      if let summe = hash?.pruefsumme, !datei.pruefsummen.contains(summe) {
        datei.pruefsummen.append(summe)
      }
      if hash != nil { datei.nenntHash = true }
      dateien[name] = datei
    }
  }

  /// Reads all files.
  ///
  /// - Returns: What is wrong, by object; objects without a fault are not in it.
  /// - Throws: If the container cannot be read.
  mutating func pruefe(_ paket: Nachrichtenpaket) throws -> [ObjektID: String] {
    var maengel: [ObjektID: String] = [:]
    func melde(_ datei: Datei, _ mangel: String) {
      for id in datei.objekte where maengel[id] == nil { maengel[id] = mangel }
    }
    try paket.jedeDatei { name, _, lies in
      guard var datei = dateien[name], datei.befund == .fehlt else { return }
      defer { dateien[name] = datei }
      var bildner = try Pruefsummenbildner(datei.pruefsummen.map(\.verfahren))
      var formatleser = Formatmitleser(name)
      let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { puffer.deallocate() }
      do {
        while true {
          let n = try lies(puffer)
          guard n > 0 else { break }
          datei.bytes += Int64(n)
          let block = UnsafeRawBufferPointer(rebasing: puffer[..<n])
          bildner.nimm(block)
          formatleser.nimm(block)
        }
      } catch let fehler as BehaelterFehler {
        datei.befund = .beschaedigt
        return melde(datei, "Die Datei \(name) ist nicht lesbar: \(fehler)")
      }
      datei.format = Formatbericht.Gruppe(formatleser.ergebnis())
      for id in datei.objekte { bytesJeObjekt[id, default: 0] += datei.bytes }
      guard bildner.abschluss() == datei.pruefsummen else {
        datei.befund = .beschaedigt
        return melde(datei, "Der Hash der Datei \(name) stimmt nicht (R56).")
      }
      datei.befund =
        !datei.pruefsummen.isEmpty
        ? .verglichen : datei.nenntHash ? .nichtVergleichbar : .ohnePruefsumme
    }
    for (name, datei) in dateien.sorted(by: { $0.key < $1.key }) where datei.befund == .fehlt {
      melde(datei, "Die Datei \(name) fehlt im Container (R52).")
    }
    return maengel
  }
}
