// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen
internal import Pruefung

/// Recognises all files of a folder or a container, one after another, with bounded memory.
///
/// Links are not followed, hostile names are shown and named, and a file that cannot be read does not end
/// the work. Files of a folder are read on all cores; they are delivered in the order of their paths.
public struct Formatgang: Sendable {
  /// One file, or what could not be looked at.
  public enum Posten: Sendable {
    /// A file with what was recognised.
    case datei(pfad: String, Formatergebnis)
    /// A file or folder that could not be read; the text is a German sentence.
    case nichtLesbar(pfad: String, grund: String)
    /// A link or a device.
    case ausgelassen(pfad: String)
  }

  /// The recognition.
  public var erkennung = Formaterkennung()
  /// Judges files; nil for nobody.
  public var pruefer: (any Formatpruefer)?
  /// Whether the validator sees all files and not only those that claim to be PDF/A.
  public var prueftAlle = false
  /// The number of threads; nil for one per core.
  public var faeden: Int?
  /// How many folders may lie in each other.
  public var tiefe = 128
  /// Where files of a container are laid for a while, if they are large or a validator must see them.
  public var zwischenablage = "/tmp"

  /// A walk with the defaults.
  public init() {}

  /// One file.
  ///
  /// - Parameters:
  ///   - pfad: A regular file.
  ///   - angabe: What a message states about it.
  /// - Returns: What was recognised, or why it could not be read.
  public func datei(_ pfad: String, angabe: Formatangabe? = nil) -> Posten {
    posten(roh: Array(pfad.utf8), als: Array(pfad.utf8), angabe)
  }

  /// All files in a folder and below it.
  ///
  /// - Parameters:
  ///   - pfad: The folder.
  ///   - angaben: What a message states about the file of this path; paths begin below the folder.
  ///   - body: Takes each file.
  /// - Throws: ``UebergabeFehler/nichtLesbar(pfad:grund:)`` if the folder itself cannot be read, and what
  ///   `body` throws.
  public func ordner(
    _ pfad: String, angaben: (String) -> Formatangabe? = { _ in nil },
    _ body: (Posten) throws -> Void
  ) throws {
    let fd = open(pfad, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { throw UebergabeFehler.nichtLesbar(pfad: pfad, grund: systemgrund(errno)) }
    var stapel = Formatstapel(self, wurzel: Array(pfad.utf8))
    try betritt(fd, [], tiefe: 0, angaben, &stapel, body)
    try stapel.leere(body)
  }

  private func betritt(
    _ fd: Int32, _ vorne: [UInt8], tiefe: Int, _ angaben: (String) -> Formatangabe?,
    _ stapel: inout Formatstapel, _ body: (Posten) throws -> Void
  ) throws {
    guard let ordner = fdopendir(fd) else {
      let grund = systemgrund(errno)
      close(fd)
      try stapel.nimm(.nichtLesbar(pfad: Self.anzeige(vorne), grund: grund), body)
      return
    }
    defer { closedir(ordner) }
    for name in namen(ordner) {
      let pfad = vorne + name
      let cname = name.map { CChar(bitPattern: $0) } + [0]
      var stand = stat()
      guard fstatat(dirfd(ordner), cname, &stand, AT_SYMLINK_NOFOLLOW) == 0 else {
        try stapel.nimm(
          .nichtLesbar(pfad: Self.anzeige(pfad), grund: systemgrund(errno)), body)
        continue
      }
      switch stand.st_mode & S_IFMT {
      case S_IFREG:
        try stapel.nimm(pfad, angaben(Self.anzeige(pfad)), body)
      case S_IFDIR:
        let unten = openat(
          dirfd(ordner), cname, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard unten >= 0, tiefe < self.tiefe else {
          let grund =
            unten < 0 ? systemgrund(errno) : "mehr als \(self.tiefe) Ordner liegen ineinander"
          if unten >= 0 { close(unten) }
          try stapel.nimm(.nichtLesbar(pfad: Self.anzeige(pfad), grund: grund), body)
          continue
        }
        try betritt(unten, pfad + [0x2F], tiefe: tiefe + 1, angaben, &stapel, body)
      default: try stapel.nimm(.ausgelassen(pfad: Self.anzeige(pfad)), body)
      }
    }
  }

  /// The names in a folder, sorted by their bytes.
  private func namen(_ ordner: OpaquePointer) -> [[UInt8]] {
    var aus: [[UInt8]] = []
    while let eintrag = readdir(ordner) {
      let name = withUnsafePointer(to: &eintrag.pointee.d_name) { feld in
        feld.withMemoryRebound(to: UInt8.self, capacity: 256) { zeichen in
          Array(UnsafeBufferPointer(start: zeichen, count: strnlen(feld, 256)))
        }
      }
      if name != [0x2E], name != [0x2E, 0x2E] { aus.append(name) }
    }
    return aus.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func anzeige(_ pfad: [UInt8]) -> String { String(decoding: pfad, as: UTF8.self) }

  /// Recognises the file at `roh` and lets the validator judge it.
  func posten(roh: [UInt8], als name: [UInt8], _ angabe: Formatangabe?) -> Posten {
    let anzeige = Self.anzeige(name)
    do throws(UebergabeFehler) {
      var ergebnis = try erkennung.erkenne(roh: roh, name: anzeige, angabe)
      Self.pruefeNamen(name, &ergebnis)
      beurteile(&ergebnis, Self.anzeige(roh))
      return .datei(pfad: anzeige, ergebnis)
    } catch {
      return .nichtLesbar(pfad: anzeige, grund: error.kurzgrund)
    }
  }

  /// Names that programs show or read in different ways.
  static func pruefeNamen(_ name: [UInt8], _ ergebnis: inout Formatergebnis) {
    let text = anzeige(name)
    let meldung: String
    if String(validating: name, as: UTF8.self) == nil {
      meldung = "Der Dateiname ist nicht in UTF-8 kodiert."
    } else if text.sichtbar != text {
      meldung = "Der Dateiname enthält unsichtbare Zeichen."
    } else {
      return
    }
    ergebnis.befunde.append(
      Befund(Formatregeln["FORMAT-NAME"], meldung, ort: Ort(datei: text)))
  }

  /// Whether the validator is asked about this file.
  func fragt(_ ergebnis: Formatergebnis) -> Bool {
    pruefer != nil && !ergebnis.kandidaten.isEmpty && (prueftAlle || ergebnis.pdf?.pdfa != nil)
  }

  /// Asks the validator about the file at `pfad`.
  func beurteile(_ ergebnis: inout Formatergebnis, _ pfad: String) {
    guard fragt(ergebnis), let pruefer else { return }
    ergebnis.nimm(pruefer.pruefe(Pruefauftrag(pfad: pfad, ergebnis)))
  }
}

extension Formatergebnis {
  /// Keeps the verdict of a validator, with a finding if it is not the hoped-for one.
  ///
  /// - Parameter neues: The verdict.
  public mutating func nimm(_ neues: Fremdurteil) {
    urteil = neues
    switch neues.ergebnis {
    case .gueltig: return
    case .ungueltig:
      let rest = neues.meldungen.first.map { ": \($0)" } ?? "."
      befunde.append(
        Befund(
          Formatregeln["FORMAT-PRUEFER-UNGUELTIG"], "\(neues.pruefer) meldet Verstöße\(rest)",
          ort: Ort(datei: name)))
    case .nichtGeprueft(let grund):
      befunde.append(
        Befund(
          Formatregeln["FORMAT-PRUEFER-NICHT-GEPRUEFT"], "Nicht geprüft: \(grund).",
          ort: Ort(datei: name)))
    }
  }
}

extension UebergabeFehler {
  /// The reason without the sentence around it.
  var kurzgrund: String {
    switch self {
    case .nichtLesbar(_, let grund), .behaelter(.nichtLesbar(_, let grund)): grund
    default: description
    }
  }
}
