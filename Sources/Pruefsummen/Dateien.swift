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
  let auftrag = Auftrag(dateien, verfahren)
  let bloecke = (dateien.count + Auftrag.block - 1) / Auftrag.block
  let gewuenscht = faeden ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  auftrag.erledige(faeden: min(max(1, gewuenscht), bloecke, 256))
  if let fehler = auftrag.fehler { throw fehler }
  return auftrag.ergebnis
}

/// The work that the threads share.
///
/// `@unchecked Sendable`: `summen` is written by index, each index by the one thread that took its
/// block from the atomic counter, and read only after all threads have ended; the rest is
/// immutable or guarded by an atomic or a lock.
private final class Auftrag: @unchecked Sendable {
  static let block = 64
  private static let puffergroesse = 1 << 18

  private let dateien: [String]
  private let verfahren: Hashverfahren
  private let summen: UnsafeMutableRawBufferPointer
  private let naechster = Atomic<Int>(0)
  private let ersterFehler = Mutex<(index: Int, fehler: PruefsummenFehler)?>(nil)

  init(_ dateien: [String], _ verfahren: Hashverfahren) {
    self.dateien = dateien
    self.verfahren = verfahren
    summen = .allocate(byteCount: dateien.count * verfahren.laenge, alignment: 16)
  }

  deinit { summen.deallocate() }

  var fehler: PruefsummenFehler? { ersterFehler.withLock { $0?.fehler } }

  var ergebnis: [Pruefsumme] {
    var liste: [Pruefsumme] = []
    liste.reserveCapacity(dateien.count)
    for i in dateien.indices {
      if let s = Pruefsumme(verfahren, bytes: [UInt8](platz(i))) { liste.append(s) }
    }
    return liste
  }

  private func platz(_ i: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      rebasing: summen[i * verfahren.laenge..<(i + 1) * verfahren.laenge])
  }

  /// Runs `faeden` threads, this one included, and returns when all have ended.
  func erledige(faeden: Int) {
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

  /// Takes blocks of files until none is left or one has failed.
  private func arbeite() {
    guard let rechner = Rechner(verfahren) else {
      melde(0, .verfahrenFehlt(verfahren))
      return
    }
    let puffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.puffergroesse, alignment: 4096)
    defer { puffer.deallocate() }
    while fehler == nil {
      let (anfang, _) = naechster.add(Self.block, ordering: .relaxed)
      guard anfang < dateien.count else { return }
      for i in anfang..<min(anfang + Self.block, dateien.count) {
        let nummer = rechne(dateien[i], rechner, puffer)
        guard nummer == 0 else {
          melde(i, .nichtLesbar(pfad: dateien[i], grund: Self.grund(nummer)))
          return  // blocks before this one are taken already: the first error is found
        }
        rechner.abschluss(platz(i))
      }
    }
  }

  private func melde(_ index: Int, _ fehler: PruefsummenFehler) {
    ersterFehler.withLock { bisher in
      if let b = bisher, b.index <= index { return }
      bisher = (index, fehler)
    }
  }

  private static func grund(_ nummer: Int32) -> String {
    nummer == EINVAL ? "ist keine gewöhnliche Datei" : systemgrund(nummer)
  }

  /// Feeds the file's bytes to `rechner`; returns 0 or the system's error number.
  private func rechne(
    _ datei: String, _ rechner: Rechner, _ puffer: UnsafeMutableRawBufferPointer
  ) -> Int32 {
    let fd = open(datei, O_RDONLY | O_CLOEXEC | O_NONBLOCK)  // never wait for a FIFO's writer
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
      rechner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
      gelesen += n
      // The usual end without one more call: a short read that reached the known size.
      if n == 0 || (n < puffer.count && gelesen >= angaben.st_size) { return 0 }
    }
  }
}
