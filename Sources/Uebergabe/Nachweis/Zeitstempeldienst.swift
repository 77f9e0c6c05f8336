// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Pruefsummen

/// Whoever issues time stamps: a service of the municipality, a device, a test.
///
/// This suite has no network code; an implementation brings the request there and the answer back.
public protocol Zeitstempeldienst {
  /// Fetches a time stamp.
  ///
  /// - Parameter anfrage: The request; ``Zeitstempelanfrage/der`` is what a service takes.
  /// - Returns: The answer of the service (TimeStampResp) or the bare token, in DER.
  /// - Throws: Why there is none.
  func stemple(_ anfrage: Zeitstempelanfrage) throws -> [UInt8]
}

extension Zeitstempeldienst {
  /// Fetches a time stamp and checks that it answers the request: imprint, nonce, policy, signature.
  ///
  /// - Parameters:
  ///   - anfrage: The request.
  ///   - anker: Roots that the service must lead to; nil leaves the path unchecked.
  /// - Returns: The time stamp.
  /// - Throws: ``NachweisFehler``, or what the service throws.
  public func hole(_ anfrage: Zeitstempelanfrage, _ anker: Vertrauensanker?) throws -> Zeitstempel {
    try Zeitstempel(antwort: try stemple(anfrage), auf: anfrage, anker)
  }
}

extension Zeitstempel {
  /// The time stamp in an answer that fits a request.
  ///
  /// - Parameters:
  ///   - antwort: The answer or the bare token, in DER.
  ///   - anfrage: The request.
  ///   - anker: Roots that the service must lead to; nil leaves the path unchecked.
  /// - Throws: ``NachweisFehler/abgelehnt(_:)``, ``NachweisFehler/antwortPasstNicht(_:)``,
  ///   ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  public init(
    antwort: [UInt8], auf anfrage: Zeitstempelanfrage, _ anker: Vertrauensanker?
  ) throws(NachweisFehler) {
    self = try Zeitstempel(der: try Zeitstempelantwort(antwort).token)
    guard verfahrenskennung == anfrage.abdruck.verfahren.objektkennung,
      abdruck == anfrage.abdruck.bytes
    else { throw .antwortPasstNicht("sie stempelt einen anderen Hashwert") }
    if let verlangt = anfrage.nonce, nonce != Array(verlangt.drop { $0 == 0 }) {
      throw .antwortPasstNicht("die Zufallszahl (nonce) ist eine andere")
    }
    if let verlangt = anfrage.richtlinie, richtlinie != verlangt {
      throw .antwortPasstNicht("sie folgt der Richtlinie \(richtlinie) statt \(verlangt)")
    }
    switch try pruefeSignatur(anker) {
    case .vertraut, .ungeprueft: break
    case .ohneZertifikat:
      throw .antwortPasstNicht("sie enthält das Zertifikat nicht, um das die Anfrage bittet")
    case .ungueltig(let grund): throw .antwortPasstNicht(grund)
    }
    // New evidence is not begun with what must be renewed at once.
    if let schwach = try schwaechen().first {
      throw .antwortPasstNicht("\(schwach.was) gilt \(schwach.seit) nicht mehr als sicher")
    }
  }
}

/// A service that people reach themselves: the request is left as a file, the answer is expected as
/// another.
public struct Dateidienst: Zeitstempeldienst {
  /// Where the request is left.
  public let anfrage: String
  /// Where the answer is expected.
  public let antwort: String

  /// A service by two files.
  public init(anfrage: String, antwort: String) {
    self.anfrage = anfrage
    self.antwort = antwort
  }

  /// Reads the answer if it is there, else leaves the request.
  ///
  /// - Parameter frage: The request.
  /// - Returns: The answer.
  /// - Throws: ``NachweisFehler/antwortFehlt(anfrage:antwort:)`` after leaving the request,
  ///   ``NachweisFehler/nichtLesbar(pfad:grund:)``, ``NachweisFehler/schreiben(pfad:grund:)``.
  public func stemple(_ frage: Zeitstempelanfrage) throws -> [UInt8] {
    if Beweisdatei.vorhanden(antwort) { return try Beweisdatei.lies(antwort) }
    if !Beweisdatei.vorhanden(anfrage) { try Beweisdatei.schreibe(frage.der, nach: anfrage) }
    throw NachweisFehler.antwortFehlt(anfrage: anfrage, antwort: antwort)
  }
}

/// A command that takes the request as a file and leaves the answer as another, such as one that calls
/// `curl` or `openssl ts -reply`.
///
/// The command is started without a shell. `{anfrage}` and `{antwort}` in its arguments stand for the
/// two files. It must end by itself; its output goes to standard error.
public struct Befehlsdienst: Zeitstempeldienst {
  /// The program and its arguments.
  public let befehl: [String]
  /// A folder for the two files; they are removed at the end.
  public let ablage: String

  /// A service by a command.
  public init(_ befehl: [String], ablage: String) {
    self.befehl = befehl
    self.ablage = ablage
  }

  /// Runs the command.
  ///
  /// - Parameter anfrage: The request.
  /// - Returns: What the command left as the answer.
  /// - Throws: ``NachweisFehler/befehl(_:)``, ``NachweisFehler/schreiben(pfad:grund:)``,
  ///   ``NachweisFehler/nichtLesbar(pfad:grund:)``.
  public func stemple(_ anfrage: Zeitstempelanfrage) throws -> [UInt8] {
    guard let programm = befehl.first, !programm.isEmpty else {
      throw NachweisFehler.befehl("es ist keiner genannt")
    }
    let frage = ablage + "/anfrage.tsq"
    let antwort = ablage + "/antwort.tsr"
    unlink(frage)
    unlink(antwort)
    try Beweisdatei.schreibe(anfrage.der, nach: frage)
    defer {
      unlink(frage)
      unlink(antwort)
    }
    let worte = befehl.map { wort in
      wort.split(separator: "{anfrage}", omittingEmptySubsequences: false).joined(separator: frage)
        .split(separator: "{antwort}", omittingEmptySubsequences: false).joined(separator: antwort)
    }
    let ende = try Self.starte(worte)
    guard ende == 0 else { throw NachweisFehler.befehl("»\(programm)« endete mit \(ende)") }
    guard Beweisdatei.vorhanden(antwort) else {
      throw NachweisFehler.befehl("»\(programm)« hat keine Antwort unter {antwort} abgelegt")
    }
    return try Beweisdatei.lies(antwort)
  }

  /// Runs a program to its end and returns its exit code.
  private static func starte(_ worte: [String]) throws(NachweisFehler) -> Int32 {
    var argumente: [UnsafeMutablePointer<CChar>?] = worte.map { strdup($0) }
    argumente.append(nil)
    defer { for a in argumente { free(a) } }
    var handlungen = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&handlungen)
    defer { posix_spawn_file_actions_destroy(&handlungen) }
    posix_spawn_file_actions_addopen(&handlungen, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&handlungen, 2, 1)
    var prozess = pid_t()
    let fehler = posix_spawnp(&prozess, worte[0], &handlungen, nil, argumente, environ)
    guard fehler == 0 else {
      throw .befehl("»\(worte[0])« lässt sich nicht starten: \(systemgrund(fehler))")
    }
    var stand: Int32 = 0
    while waitpid(prozess, &stand, 0) < 0 {
      guard errno == EINTR else { throw .befehl("»\(worte[0])«: \(systemgrund(errno))") }
    }
    return stand & 0x7F == 0 ? stand >> 8 & 0xFF : 128 + (stand & 0x7F)
  }
}
