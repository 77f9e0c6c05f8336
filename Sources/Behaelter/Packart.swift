// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Containerschreiber {
  /// How an entry's content is packed.
  public enum Packart: Hashable, Sendable {
    /// Stored as it is.
    case gespeichert
    /// Deflated, level 6.
    case gepackt
    /// By the extension of the name: stored if the type is compressed already, else deflated.
    ///
    /// Stored too is what packs, or may pack, more than ``Grenzen/verhaeltnis``-fold: readers would take
    /// the container for a bomb. That is decided by at most the first 4 MiB; larger files than 720 MiB,
    /// for which they never suffice, are stored.
    case nachTyp

    /// True if an entry of this name is to be deflated.
    func packt(_ name: String) -> Bool {
      switch self {
      case .gespeichert: false
      case .gepackt: true
      case .nachTyp:
        !Self.schonGepackt.contains(
          name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? "")
      }
    }

    private static let schonGepackt: Set<String> = [
      "7z", "asice", "asics", "avif", "br", "bz2", "docm", "docx", "dotx", "epub", "flac", "gif",
      "gz", "heic", "heif", "jar", "jp2", "jpeg", "jpf", "jpg", "jpm", "jpx", "jxl", "m4a", "m4v",
      "mkv", "mov", "mp3", "mp4", "odf", "odg", "odp", "ods", "odt", "oga", "ogg", "ogv", "opus",
      "ott", "pdf", "png", "pptm", "pptx", "rar", "siard", "tgz", "vsdx", "webm", "webp", "wma",
      "wmv", "xdomea", "xlsm", "xlsx", "xz", "zip", "zst",
    ]
  }

  /// How a container is written.
  public struct Optionen: Hashable, Sendable {
    /// The time of every entry in seconds since 1970, in UTC; 1980-01-01 by default.
    public var zeit: Int64 = Ausgabe.fruehesteZeit
    /// Whether an existing file at the target is replaced.
    public var ueberschreiben = false
    /// The digests made of every entry while it is written.
    public var hashverfahren: [Hashverfahren] = [.sha256]

    /// The default options.
    public init() {}
  }
}
