// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What the procedure with the archive needs of a store of files: a vendor's product, or the
/// embedded one.
///
/// All errors pass through to the caller of the procedure; a refusal of the life cycle is a
/// ``LifecycleFehler``.
public protocol Aussonderungsbestand {
  /// Lets `body` ask many questions about one state; nothing is changed meanwhile by whoever asks.
  ///
  /// A store with transactions opens one for all of them.
  func lesend<T>(_ body: () throws -> T) throws -> T
  /// Calls `body` for the highest objects that are due on the day, in a repeatable order, until it
  /// returns false.
  func jedesFaellige(am tag: Kalendertag, _ body: (ObjektID) throws -> Bool) throws
  /// The state of an Akte, Teilakte, Vorgang or Teilvorgang; nil if there is none.
  func schriftgut(_ id: ObjektID) throws -> Schriftgutzustand?
  /// The Akten and Vorgänge directly in an object, in a repeatable order.
  func kinder(_ id: ObjektID) throws -> [ObjektID]
  /// How much lies directly in an object: its documents and their files.
  func umfang(_ id: ObjektID) throws -> Objektumfang
  /// The state of a batch; nil if there is none.
  func paket(_ id: PaketID) throws -> Paketzustand?
  /// All units of the Aktenplan, those above before those below.
  func einheiten() throws -> [Einheitszustand]
  /// What the catalogue says for files of a unit on a day; nil if no row fits.
  func regel(einheit kennzeichen: String, am tag: Kalendertag) throws -> Fristregel?
  /// The policy of the agency.
  func richtlinie() throws -> Richtlinie
  /// What the archive is told about an object.
  ///
  /// - Parameters:
  ///   - id: An Akte, Teilakte, Vorgang or Teilvorgang.
  ///   - mitDateien: Whether the files are asked for, too.
  /// - Returns: Its metadata, documents and files.
  /// - Throws: An error of the store, also if there is no such object.
  func auskunft(_ id: ObjektID, mitDateien: Bool) throws -> Aussonderungsauskunft
  /// What would follow from the Handlung, without doing it.
  ///
  /// - Throws: ``LifecycleFehler`` if the life cycle would refuse it.
  func probiere(_ handlung: Handlung) throws -> Wirkungen
  /// Does what the Handlung says, in one transaction that lasts; the same event id twice happens
  /// once.
  ///
  /// - Throws: ``LifecycleFehler`` if the life cycle refuses it.
  func vollziehe(
    _ handlung: Handlung, ereignis: EreignisID, zeitpunkt: Zeitpunkt
  ) throws -> Handlungsergebnis
  /// The proofs of everything that was destroyed in a process with the archive, oldest first; also of
  /// what an interrupted run destroyed.
  func vernichtungsprotokolle(
    _ prozess: ProzessID, _ body: (Vernichtungsprotokoll) throws -> Void) throws
  /// Does several things, each with its own result; one that is refused stops none of the others.
  ///
  /// - Parameters:
  ///   - handlungen: What is done, each with the id of its event.
  ///   - zeitpunkt: When.
  ///   - weitere: More follow at once: what a store does once for many, such as making an index anew
  ///     after destructions, may wait for the last call, which may name nothing to do.
  /// - Returns: The results, in order.
  /// - Throws: What the store throws; what was done until then stays.
  func vollziehe(
    _ handlungen: [(handlung: Handlung, ereignis: EreignisID)], zeitpunkt: Zeitpunkt,
    weitere: Bool
  ) throws -> [Result<Handlungsergebnis, LifecycleFehler>]
}

extension Aussonderungsbestand {
  /// Lets `body` ask its questions one by one.
  ///
  /// - Parameter body: The questions.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public func lesend<T>(_ body: () throws -> T) throws -> T { try body() }

  /// Does several things, each with its own result; one that is refused stops none of the others.
  ///
  /// A store that can do them in one transaction does so.
  ///
  /// - Parameters:
  ///   - handlungen: What is done, each with the id of its event.
  ///   - zeitpunkt: When.
  ///   - weitere: More follow at once.
  /// - Returns: The results, in order.
  /// - Throws: What the store throws; what was done until then stays.
  public func vollziehe(
    _ handlungen: [(handlung: Handlung, ereignis: EreignisID)], zeitpunkt: Zeitpunkt,
    weitere: Bool
  ) throws -> [Result<Handlungsergebnis, LifecycleFehler>] {
    try handlungen.map { h in
      do {
        return .success(try vollziehe(h.handlung, ereignis: h.ereignis, zeitpunkt: zeitpunkt))
      } catch let fehler as LifecycleFehler {
        return .failure(fehler)
      }
    }
  }
}

/// How much lies directly in an object.
public struct Objektumfang: Hashable, Sendable, Codable {
  /// Number of documents.
  public var dokumente: Int
  /// Number of files.
  public var dateien: Int
  /// Bytes of the files.
  public var bytes: Int64

  /// An extent; nothing if nothing is named.
  public init(dokumente: Int = 0, dateien: Int = 0, bytes: Int64 = 0) {
    self.dokumente = dokumente
    self.dateien = dateien
    self.bytes = bytes
  }

  /// Adds another extent.
  public static func += (a: inout Self, b: Self) {
    a.dokumente += b.dokumente
    a.dateien += b.dateien
    a.bytes += b.bytes
  }
}

/// What became of a Handlung.
public struct Handlungsergebnis: Sendable {
  /// What followed from it; nil if the event had happened before.
  public var wirkungen: Wirkungen?
  /// The proof of a destruction, also if the event had happened before.
  public var vernichtung: Vernichtungsprotokoll?

  /// A result.
  public init(wirkungen: Wirkungen?, vernichtung: Vernichtungsprotokoll? = nil) {
    self.wirkungen = wirkungen
    self.vernichtung = vernichtung
  }
}

/// What the archive is told about one object: its own metadata and its documents, without the Akten
/// and Vorgänge in it.
public struct Aussonderungsauskunft: Sendable {
  /// The object; each file it or one of its documents names has a name of its own here.
  public var objekt: Schriftgutobjekt
  /// The files by the name under which the object names them; one that is missing in the store is
  /// missing here.
  public var dateien: [String: Dateizugang]

  /// An object with its files.
  public init(_ objekt: Schriftgutobjekt, dateien: [String: Dateizugang] = [:]) {
    self.objekt = objekt
    self.dateien = dateien
  }
}

/// A file that can be read, and the digest that was recorded when it came in.
public struct Dateizugang: Sendable {
  /// Its size in bytes.
  public var groesse: Int64
  /// The recorded digest.
  public var pruefsumme: Pruefsumme
  /// Opens it: the closure that comes back fills a buffer and returns the number of bytes, 0 at the
  /// end.
  public var oeffne: @Sendable () throws -> (UnsafeMutableRawBufferPointer) throws -> Int

  /// A file.
  public init(
    groesse: Int64, pruefsumme: Pruefsumme,
    oeffne: @escaping @Sendable () throws -> (UnsafeMutableRawBufferPointer) throws -> Int
  ) {
    self.groesse = groesse
    self.pruefsumme = pruefsumme
    self.oeffne = oeffne
  }
}
