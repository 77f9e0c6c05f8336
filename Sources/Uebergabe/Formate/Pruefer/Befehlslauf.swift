// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Pruefsummen

/// One run of a foreign program: bytes in, bytes out, within a time and a size.
///
/// The program gets a process group of its own, so that its children end with it; its messages to
/// standard error are dropped.
struct Befehlslauf {
  /// Why there is no output, as the end of a German sentence.
  struct Hindernis: Error {
    let grund: String
  }

  private let worte: [String]
  private let frist: Duration
  private let hoechstens: Int

  init(_ worte: [String], frist: Duration, hoechstens: Int) {
    self.worte = worte
    self.frist = frist
    self.hoechstens = hoechstens
  }

  /// Runs the program to its end.
  ///
  /// - Parameter eingabe: Its standard input; what a pipe holds at once, some 60 KB at most.
  /// - Returns: Its standard output, or why there is none.
  func laufe(_ eingabe: [UInt8]) -> Result<[UInt8], Hindernis> {
    guard let hin = Leitung(), let her = Leitung() else {
      return .failure(Hindernis(grund: "dem System fehlen Dateideskriptoren"))
    }
    // Written before the program runs: we hold the other end, so nothing can break or wait.
    guard eingabe.count <= 60_000, hin.schreibe(eingabe) else {
      return .failure(Hindernis(grund: "der Auftrag ist zu lang"))
    }
    hin.schliesseSchreiben()
    let pid: pid_t
    switch starte(hin, her) {
    case .success(let p): pid = p
    case .failure(let h): return .failure(h)
    }
    hin.schliesseLesen()
    her.schliesseSchreiben()
    let schluss = ContinuousClock.now + frist
    var ergebnis = lies(her, bis: schluss)
    if case .success = ergebnis, !wartet(auf: pid, bis: schluss) { ergebnis = zuLang }
    // All of its group ends; the program itself is not taken off the list before, so the number is its own.
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return ergebnis.flatMap { beurteile($0, status) }
  }

  private var zuLang: Result<[UInt8], Hindernis> {
    .failure(
      Hindernis(grund: "das Prüfprogramm brauchte länger als \(frist.components.seconds) Sekunden"))
  }

  /// Whether the program, which closed its output, ends in time.
  private func wartet(auf pid: pid_t, bis schluss: ContinuousClock.Instant) -> Bool {
    var pause: UInt32 = 500
    while true {
      var angaben = siginfo_t()
      let status = waitid(P_PID, id_t(pid), &angaben, WEXITED | WNOHANG | WNOWAIT)
      if status == 0, angaben.si_signo != 0 { return true }
      if status < 0, errno != EINTR { return true }
      guard ContinuousClock.now < schluss else { return false }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
  }

  private func beurteile(_ bytes: [UInt8], _ status: Int32) -> Result<[UInt8], Hindernis> {
    let signal = status & 0x7F
    let ende = status >> 8 & 0xFF
    if signal != 0 {
      return .failure(Hindernis(grund: "das Prüfprogramm wurde durch Signal \(signal) beendet"))
    }
    if ende != 0 {
      return .failure(Hindernis(grund: "das Prüfprogramm endete mit \(ende)"))
    }
    return .success(bytes)
  }

  private func starte(_ hin: Leitung, _ her: Leitung) -> Result<pid_t, Hindernis> {
    var aktionen = posix_spawn_file_actions_t()
    var merkmale = posix_spawnattr_t()
    posix_spawn_file_actions_init(&aktionen)
    posix_spawnattr_init(&merkmale)
    defer {
      posix_spawn_file_actions_destroy(&aktionen)
      posix_spawnattr_destroy(&merkmale)
    }
    posix_spawn_file_actions_adddup2(&aktionen, hin.lesen, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&aktionen, her.schreiben, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&aktionen, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A signal that this process ignores or blocks must not be so in the program.
    var alle = sigset_t()
    var keine = sigset_t()
    sigemptyset(&keine)
    sigemptyset(&alle)
    sigaddset(&alle, SIGPIPE)
    posix_spawnattr_setsigdefault(&merkmale, &alle)
    posix_spawnattr_setsigmask(&merkmale, &keine)
    posix_spawnattr_setpgroup(&merkmale, 0)
    posix_spawnattr_setflags(
      &merkmale,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var argumente: [UnsafeMutablePointer<CChar>?] = worte.map { strdup($0) } + [nil]
    defer { for a in argumente { free(a) } }
    var pid: pid_t = 0
    let nummer = posix_spawnp(
      &pid, worte.first ?? "", &aktionen, &merkmale, &argumente, environ)
    guard nummer == 0 else {
      return .failure(
        Hindernis(grund: "das Prüfprogramm ließ sich nicht starten: \(systemgrund(nummer))"))
    }
    return .success(pid)
  }

  /// All that the program writes, until it closes its output or a limit is reached.
  private func lies(
    _ her: Leitung, bis schluss: ContinuousClock.Instant
  ) -> Result<[UInt8], Hindernis> {
    var aus: [UInt8] = []
    var puffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let rest = ContinuousClock.now.duration(to: schluss)
      guard rest > .zero else { return zuLang }
      var frage = pollfd(fd: her.lesen, events: Int16(POLLIN), revents: 0)
      let millisekunden =
        rest.components.seconds * 1000 + rest.components.attoseconds / 1_000_000_000_000_000 + 1
      let bereit = poll(&frage, 1, Int32(clamping: millisekunden))
      if bereit < 0, errno != EINTR {
        return .failure(Hindernis(grund: systemgrund(errno)))
      }
      guard bereit > 0 else { continue }
      let n = read(her.lesen, &puffer, puffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        return .failure(Hindernis(grund: systemgrund(errno)))
      }
      if n == 0 { return .success(aus) }
      aus += puffer[..<n]
      guard aus.count <= hoechstens else {
        return .failure(
          Hindernis(grund: "das Prüfprogramm gab mehr als \(hoechstens) Byte aus"))
      }
    }
  }
}

/// A pipe whose ends close with it.
private final class Leitung {
  private(set) var lesen: Int32
  private(set) var schreiben: Int32

  private typealias Pipe2 = @convention(c) (UnsafeMutablePointer<Int32>, Int32) -> Int32

  /// Closed in programs from the first moment: one that starts meanwhile must not keep it open.
  init?() {
    var enden: [Int32] = [-1, -1]
    // The C header shows pipe2 only to sources that ask for GNU extensions, so it is looked up by name.
    // What dlsym finds is an address without a type; the cast gives it the one that the manual names.
    if let adresse = dlsym(nil, "pipe2") {
      guard unsafeBitCast(adresse, to: Pipe2.self)(&enden, O_CLOEXEC) == 0 else { return nil }
      (lesen, schreiben) = (enden[0], enden[1])
      return
    }
    guard pipe(&enden) == 0 else { return nil }
    (lesen, schreiben) = (enden[0], enden[1])
    _ = fcntl(lesen, F_SETFD, FD_CLOEXEC)
    _ = fcntl(schreiben, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    schliesseLesen()
    schliesseSchreiben()
  }

  func schliesseLesen() {
    if lesen >= 0 { close(lesen) }
    lesen = -1
  }

  func schliesseSchreiben() {
    if schreiben >= 0 { close(schreiben) }
    schreiben = -1
  }

  func schreibe(_ bytes: [UInt8]) -> Bool {
    write(schreiben, bytes, bytes.count) == bytes.count
  }
}
