// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc
internal import Pruefsummen

/// Small files of an evidence: read whole within a limit, written complete or not at all.
enum Beweisdatei {
  static func vorhanden(_ pfad: String) -> Bool {
    var angaben = stat()
    return stat(pfad, &angaben) == 0
  }

  static func istOrdner(_ pfad: String) -> Bool {
    var angaben = stat()
    return stat(pfad, &angaben) == 0 && angaben.st_mode & S_IFMT == S_IFDIR
  }

  /// The path of a new folder without slashes at its end.
  static func ohneSchraegstrich(_ pfad: String) -> String {
    var text = pfad
    while text.utf8.count > 1, text.utf8.last == 0x2F { text.removeLast() }
    return text
  }

  /// The names in a folder.
  ///
  /// - Throws: ``NachweisFehler/nichtLesbar(pfad:grund:)``.
  static func namen(_ pfad: String) throws(NachweisFehler) -> [String] {
    guard let ordner = opendir(pfad) else {
      throw .nichtLesbar(pfad: pfad, grund: systemgrund(errno))
    }
    defer { closedir(ordner) }
    var namen: [String] = []
    while let eintrag = readdir(ordner) {
      let name = withUnsafePointer(to: &eintrag.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      namen.append(name)
    }
    return namen.sorted()
  }

  /// All bytes of a regular file.
  ///
  /// - Throws: ``NachweisFehler/nichtLesbar(pfad:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  static func lies(
    _ pfad: String, grenze: Int = Nachweisgrenzen.standard.beweis
  ) throws(NachweisFehler) -> [UInt8] {
    do throws(BehaelterFehler) {
      let quelle = try Quelldatei(pfad)
      guard quelle.groesse <= Int64(grenze) else {
        throw BehaelterFehler.grenze(pfad: pfad, eintrag: nil, grenze: "Bytes", wert: Int64(grenze))
      }
      return try alles(quelle.groesse) { (p) throws(BehaelterFehler) in try quelle.lies(p) }
    } catch {
      switch error {
      case .nichtLesbar(_, let grund): throw .nichtLesbar(pfad: pfad, grund: grund)
      case .grenze: throw .nichtLesbar(pfad: pfad, grund: "sie ist größer als \(grenze) Byte")
      default: throw NachweisFehler(error, pfad)
      }
    }
  }

  /// Writes a file in place of one that may exist: under a temporary name, brought to the disk, then named.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - pfad: Where it shall stand.
  /// - Throws: ``NachweisFehler/schreiben(pfad:grund:)``; then what stood there stands there still.
  static func ersetze(
    _ bytes: some Collection<UInt8>, nach pfad: String
  ) throws(NachweisFehler) {
    let neu = pfad + ".neu"
    unlink(neu)
    try schreibe(bytes, nach: neu)
    guard rename(neu, pfad) == 0 else {
      let nummer = errno
      unlink(neu)
      throw .schreiben(pfad: pfad, grund: systemgrund(nummer))
    }
    Dateisystem.sichereEltern(von: pfad)
  }

  /// Writes a file that must not exist: under a temporary name, brought to the disk, then named.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - pfad: Where it shall stand.
  ///   - gesichert: Whether it is brought to the disk before this returns.
  /// - Throws: ``NachweisFehler/schreiben(pfad:grund:)``; then nothing stands there.
  static func schreibe(
    _ bytes: some Collection<UInt8>, nach pfad: String, gesichert: Bool = true
  ) throws(NachweisFehler) {
    let teil = pfad + ".teil"
    unlink(teil)
    let fd = open(teil, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard fd >= 0 else { throw .schreiben(pfad: pfad, grund: systemgrund(errno)) }
    var nummer: Int32 = 0
    let inhalt = Array(bytes)
    inhalt.withUnsafeBytes { roh in
      var rest = roh
      while !rest.isEmpty {
        let n = write(fd, rest.baseAddress, rest.count)
        if n > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[n...])
        } else if errno != EINTR {
          nummer = errno
          return
        }
      }
    }
    if nummer == 0, gesichert, fsync(fd) != 0 { nummer = errno }
    close(fd)
    // A link, unlike a renaming, refuses to replace what is there.
    if nummer == 0, link(teil, pfad) != 0 {
      nummer = errno
      // Some file systems know no links.
      if nummer == EPERM || nummer == EOPNOTSUPP || nummer == ENOSYS, !vorhanden(pfad) {
        nummer = rename(teil, pfad) == 0 ? 0 : errno
      }
    }
    unlink(teil)
    guard nummer == 0 else { throw .schreiben(pfad: pfad, grund: systemgrund(nummer)) }
    if gesichert { Dateisystem.sichereEltern(von: pfad) }
  }
}
