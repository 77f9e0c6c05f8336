// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Glibc
internal import Synchronization

/// The digest of the file at `datei`; only regular files (a link is followed).
///
/// - Throws: ``PruefsummenFehler``.
public func pruefsumme(
  datei: String, _ verfahren: Hashverfahren
) throws(PruefsummenFehler) -> Pruefsumme {
  let summen = try pruefsummen(dateien: [datei], verfahren, faeden: 1)
  guard let summe = summen.first else { throw .verfahrenFehlt(verfahren) }
  return summe
}

/// The digests of many files, in the order given, computed on all cores.
///
/// - Parameters:
///   - dateien: Paths of regular files (links are followed).
///   - verfahren: The algorithm.
///   - faeden: The number of threads; nil for one per core.
/// - Returns: One digest for each path.
/// - Throws: The error of the first path, in the order given, that cannot be read.
public func pruefsummen(
  dateien: [String], _ verfahren: Hashverfahren, faeden: Int? = nil
) throws(PruefsummenFehler) -> [Pruefsumme] {
  guard Rechner(verfahren) != nil else { throw .verfahrenFehlt(verfahren) }
  guard !dateien.isEmpty else { return [] }
  let auftrag = Auftrag(dateien, [verfahren], faeden, art: .bisZumFehler)
  auftrag.erledige()
  if let fehler = auftrag.ersterFehler { throw fehler }
  return auftrag.ergebnis.flatMap { $0 }
}

/// The digests of many files with several algorithms, each file read once, computed on all cores.
///
/// - Parameters:
///   - dateien: Paths of regular files; a symbolic link is refused.
///   - verfahren: The algorithms.
///   - faeden: The number of threads; nil for one per core.
/// - Returns: For each path its digests in the order of the algorithms, or why it cannot be read.
/// - Throws: ``PruefsummenFehler/verfahrenFehlt(_:)``.
public func pruefsummenEinzeln(
  dateien: [String], _ verfahren: [Hashverfahren], faeden: Int? = nil
) throws(PruefsummenFehler) -> [Result<[Pruefsumme], PruefsummenFehler>] {
  for v in verfahren where Rechner(v) == nil { throw .verfahrenFehlt(v) }
  guard !dateien.isEmpty else { return [] }
  let auftrag = Auftrag(dateien, verfahren, faeden, art: .jedeFuerSich)
  auftrag.erledige()
  let fehler = auftrag.alleFehler
  return auftrag.ergebnis.enumerated().map { i, summen in
    fehler[i].map { .failure($0) } ?? .success(summen)
  }
}

/// The work that the threads share.
///
/// `@unchecked Sendable`: `summen` is written by index, each index by the one thread that took its
/// block from the atomic counter, and read only after all threads have ended; the rest is
/// immutable or guarded by an atomic or a lock.
private final class Auftrag: @unchecked Sendable {
  /// What one file that cannot be read means for the others.
  enum Art { case bisZumFehler, jedeFuerSich }

  private static let puffergroesse = 1 << 18

  private let dateien: [String]
  private let verfahren: [Hashverfahren]
  private let art: Art
  private let faeden: Int
  /// How many files a thread takes at once: few if there are few, so that every core has some.
  private let block: Int
  private let laenge: Int
  private let summen: UnsafeMutableRawBufferPointer
  private let naechster = Atomic<Int>(0)
  private let fehler = Mutex<[Int: PruefsummenFehler]>([:])

  init(_ dateien: [String], _ verfahren: [Hashverfahren], _ faeden: Int?, art: Art) {
    self.dateien = dateien
    self.verfahren = verfahren
    self.art = art
    let gewuenscht = min(max(1, faeden ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))), 256)
    block = max(1, min(64, dateien.count / (4 * gewuenscht)))
    self.faeden = min(gewuenscht, (dateien.count + block - 1) / block)
    laenge = verfahren.reduce(0) { $0 + $1.laenge }
    summen = .allocate(byteCount: dateien.count * laenge, alignment: 16)
  }

  deinit { summen.deallocate() }

  /// The error of the first path, in the order given.
  var ersterFehler: PruefsummenFehler? {
    fehler.withLock { f in f.min { $0.key < $1.key }?.value }
  }

  /// The errors by the index of the path.
  var alleFehler: [Int: PruefsummenFehler] { fehler.withLock { $0 } }

  private var sollEnden: Bool { art == .bisZumFehler && fehler.withLock { !$0.isEmpty } }

  /// The digests of each file; of a file that failed they mean nothing.
  var ergebnis: [[Pruefsumme]] {
    let misslungen = alleFehler
    return dateien.indices.map { i in
      guard misslungen[i] == nil else { return [] }
      var ort = i * laenge
      return verfahren.compactMap { v in
        defer { ort += v.laenge }
        return Pruefsumme(v, bytes: [UInt8](summen[ort..<(ort + v.laenge)]))
      }
    }
  }

  /// Runs `faeden` threads, this one included, and returns when all have ended.
  func erledige() {
    var andere: [pthread_t] = []
    for _ in 1..<max(2, faeden) where faeden > 1 {
      var faden = pthread_t()
      let selbst = Unmanaged.passRetained(self)
      let status = pthread_create(
        &faden, nil,
        { zeiger in
          guard let zeiger else { return nil }
          Unmanaged<Auftrag>.fromOpaque(zeiger).takeRetainedValue().arbeite()
          return nil
        }, selbst.toOpaque())
      guard status == 0 else {  // no more threads: this one does the rest
        selbst.release()
        break
      }
      andere.append(faden)
    }
    arbeite()
    for faden in andere { pthread_join(faden, nil) }
  }

  /// Takes blocks of files until none is left or, if one failure ends all, one has failed.
  private func arbeite() {
    let rechner = verfahren.compactMap { Rechner($0) }
    guard rechner.count == verfahren.count else {
      for v in verfahren where Rechner(v) == nil { melde(0, .verfahrenFehlt(v)) }
      return
    }
    let puffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.puffergroesse, alignment: 4096)
    defer { puffer.deallocate() }
    while !sollEnden {
      let (anfang, _) = naechster.add(block, ordering: .relaxed)
      guard anfang < dateien.count else { return }
      for i in anfang..<min(anfang + block, dateien.count) {
        let nummer = rechne(dateien[i], rechner, puffer)
        guard nummer == 0 else {
          for r in rechner { r.beginne() }
          melde(i, .nichtLesbar(pfad: dateien[i], grund: Self.grund(nummer)))
          if art == .jedeFuerSich { continue }
          return  // blocks before this one are taken already: the first error is found
        }
        schliesse(i, rechner)
      }
    }
  }

  /// Writes the digests of file `i` to their place.
  private func schliesse(_ i: Int, _ rechner: [Rechner]) {
    var ort = i * laenge
    for r in rechner {
      let ende = ort + r.verfahren.laenge
      r.abschluss(UnsafeMutableRawBufferPointer(rebasing: summen[ort..<ende]))
      ort = ende
    }
  }

  private func melde(_ index: Int, _ grund: PruefsummenFehler) {
    fehler.withLock { $0[index] = grund }
  }

  private static func grund(_ nummer: Int32) -> String {
    nummer == EINVAL ? "ist keine gewöhnliche Datei" : systemgrund(nummer)
  }

  /// Feeds the file's bytes to `rechner`; returns 0 or the system's error number.
  private func rechne(
    _ datei: String, _ rechner: [Rechner], _ puffer: UnsafeMutableRawBufferPointer
  ) -> Int32 {
    // O_NONBLOCK: never wait for a FIFO's writer.
    let verknuepfung = art == .jedeFuerSich ? O_NOFOLLOW : 0
    let fd = open(datei, O_RDONLY | O_CLOEXEC | O_NONBLOCK | verknuepfung)
    guard fd >= 0 else { return errno }
    defer { close(fd) }
    var angaben = stat()
    guard fstat(fd, &angaben) == 0 else { return errno }
    guard angaben.st_mode & S_IFMT == S_IFREG else {
      return angaben.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
    }
    var gelesen = 0
    while true {
      let n = read(fd, puffer.baseAddress, puffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        return errno
      }
      for r in rechner { r.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
      gelesen += n
      // The usual end without one more call: a short read that reached the known size.
      if n == 0 || (n < puffer.count && gelesen >= angaben.st_size) { return 0 }
    }
  }
}
