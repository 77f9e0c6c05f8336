// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Glibc

/// Which kind of package lies in a folder or an archive, told by the names in it.
public enum Paketart: String, Hashable, Sendable, Codable {
  /// A bag by BagIt.
  case bag
  /// A bag for DIMAG.
  case dimag
  /// An information package by E-ARK CSIP, such as a SIP.
  case eark
  /// A folder of packages with their Deckungsnachweis.
  case lieferung

  /// The kind of the package at `pfad`; nil if it is none.
  ///
  /// Damaged packages are recognised, too: one sign is enough. A TAR is always taken for a package, as
  /// nothing else that this suite reads is one. Nothing is read but the names at the top.
  ///
  /// - Parameters:
  ///   - pfad: A folder or a file.
  ///   - grenzen: What is accepted of an archive.
  public init?(erkanntIn pfad: String, grenzen: Baggrenzen = .standard) {
    guard let namen = Self.namen(pfad, grenzen) else { return nil }
    var istBag = false
    var istEark = false
    for name in namen {
      if name == Lieferungspruefer.nachweisname {
        self = .lieferung
        return
      }
      if name.hasPrefix("dimag/control.xml") || name.hasPrefix("dimag/protocol.xml") {
        self = .dimag
        return
      }
      if name == "bagit.txt" || name.hasSuffix(".txt") && Self.istManifest(name) { istBag = true }
      if name == "METS.xml" || Self.istRepraesentation(name) { istEark = true }
    }
    // A bag may hold a METS file, but a SIP no manifests.
    guard istBag || istEark else { return nil }
    self = istBag ? .bag : .eark
  }

  /// Whether a path is that of a METS file of a representation.
  private static func istRepraesentation(_ name: String) -> Bool {
    name.hasPrefix("representations/") && name.hasSuffix("/METS.xml")
  }

  private static func istManifest(_ name: String) -> Bool {
    name.hasPrefix("manifest-") || name.hasPrefix("tagmanifest-")
  }

  /// The paths that may tell the kind, without a folder around them; nil if there is nothing to tell.
  private static func namen(_ pfad: String, _ grenzen: Baggrenzen) -> [String]? {
    var angaben = stat()
    guard stat(pfad, &angaben) == 0 else { return nil }
    if angaben.st_mode & S_IFMT == S_IFDIR {
      guard let ordner = opendir(pfad) else { return nil }
      defer { closedir(ordner) }
      var namen: [String] = []
      while let eintrag = readdir(ordner) {
        let name = withUnsafePointer(to: &eintrag.pointee.d_name) { feld in
          feld.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        namen.append(name)
      }
      for name in ["dimag/control.xml", "dimag/protocol.xml"]
      where lstat(pfad + "/" + name, &angaben) == 0 { namen.append(name) }
      // Without its METS.xml a SIP still has these two folders.
      if namen.contains("representations"), namen.contains("metadata") {
        namen.append("representations/rep/METS.xml")
      }
      return namen
    }
    guard let art = try? Archivart(pfad) else { return nil }
    switch art {
    case .tar:
      guard let leser = try? Bagleser(pfad: pfad, grenzen: grenzen) else { return ["bagit.txt"] }
      let namen = leser.tagdateien.map(\.pfad.text)
      let istEark = namen.contains { $0 == "METS.xml" || Self.istRepraesentation($0) }
      return istEark ? namen : ["bagit.txt"] + namen
    case .zip:
      guard let v = try? Verzeichnis(pfad: pfad, grenzen: grenzen.behaelter) else { return nil }
      var namen: [String] = []
      // Most names are those of files below, which tell nothing; a container may have very many.
      for e in v.eintraege {
        let bytes = e.name.utf8
        guard bytes.last == 0x74 || bytes.last == 0x6C else { continue }  // .txt, .xml
        namen.append(e.name)
        if let trenner = bytes.firstIndex(of: 0x2F) {
          namen.append(String(e.name[bytes.index(after: trenner)...]))
        }
      }
      return namen
    }
  }
}
