// SPDX-License-Identifier: Apache-2.0
internal import CLibArchive
internal import Glibc
internal import Pruefsummen

/// libarchive's writer on a temporary file, which vanishes unless it is finished.
final class Ausgabe {
  /// 1980-01-01, the first instant that a ZIP can hold.
  static let fruehesteZeit: Int64 = 315_532_800

  let ziel: Zielort
  let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 4096)
  private let ort: Ortseinstellung
  private let zeit: Int64
  private let form: Archivform
  private let fd: Int32
  private let handle: OpaquePointer
  private let kopf: OpaquePointer
  /// The file has no name until it is finished.
  private let namenlos: Bool
  private var istFertig = false
  /// A file whose header waits for the decision whether it is deflated.
  private var wartend: (name: String, probe: Packprobe)?

  init(_ ziel: Zielort, zeit: Int64, form: Archivform = .zip) throws(BehaelterFehler) {
    guard let ort = Ortseinstellung() else {
      throw .schreiben(pfad: ziel.pfad, grund: "dem System fehlt die Locale C.UTF-8")
    }
    let (fd, namenlos) = ziel.oeffneTeil()
    guard fd >= 0 else { throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno)) }
    guard let handle = archive_write_new(), let kopf = archive_entry_new() else {
      close(fd)
      unlinkat(ziel.ordner, ziel.teilname, 0)
      throw .schreiben(pfad: ziel.pfad, grund: systemgrund(ENOMEM))
    }
    self.ziel = ziel
    self.ort = ort
    self.zeit = zeit
    self.form = form
    self.fd = fd
    self.namenlos = namenlos
    self.handle = handle
    self.kopf = kopf
    // From here on `deinit` cleans up.
    guard form.richteEin(handle),
      archive_write_set_bytes_per_block(handle, 65536) == ARCHIVE_OK,
      archive_write_set_bytes_in_last_block(handle, 1) == ARCHIVE_OK,
      archive_write_open_fd(handle, fd) == ARCHIVE_OK
    else { throw fehler }
  }

  deinit {
    if !istFertig {
      unlinkat(ziel.ordner, ziel.teilname, 0)
      // libarchive frees an entry's compressor only at the entry's end, and its own buffer only
      // when it closes in order; not after `archive_write_fail`. What it writes here is nameless.
      archive_write_finish_entry(handle)
    }
    archive_entry_free(kopf)
    archive_write_free(handle)
    close(fd)
    puffer.deallocate()
  }

  /// Begins an entry; its content follows, none for a folder, whose name ends with a slash.
  ///
  /// With `geprueft` a file is stored although `packen` is said if it packs so well that a reader might
  /// take the container for a bomb.
  func beginne(
    _ name: String, groesse: Int64, packen: Bool, geprueft: Bool = true
  ) throws(BehaelterFehler) {
    guard form == .zip, packen, geprueft else {
      return try schreibeKopf(name, groesse: groesse, packen: packen)
    }
    let probe = Packprobe(groesse: groesse)
    switch probe.vorab {
    case .offen: wartend = (name, probe)
    case let ergebnis: try schreibeKopf(name, groesse: groesse, packen: ergebnis == .packen)
    }
  }

  /// Takes the next bytes of a file that waits in; what is left of them is written as usual.
  private func pruefe(_ bytes: UnsafeRawBufferPointer) throws(BehaelterFehler) -> Int {
    guard let (name, bisher) = wartend else { return 0 }
    var probe = bisher
    wartend = nil
    var stelle = 0
    while stelle < bytes.count {
      stelle += probe.nimm(UnsafeRawBufferPointer(rebasing: bytes[stelle...]))
      guard probe.istFaellig else { break }
      let ergebnis = probe.urteil()
      if ergebnis == .offen { continue }
      try entscheide(name, probe, packen: ergebnis == .packen)
      return stelle
    }
    wartend = (name, probe)
    return stelle
  }

  private func entscheide(
    _ name: String, _ probe: Packprobe, packen: Bool
  ) throws(BehaelterFehler) {
    try schreibeKopf(name, groesse: probe.groesse, packen: packen)
    let anzahl = probe.anfang.count
    guard anzahl > 0 else { return }
    let n = archive_write_data(handle, probe.anfang, anzahl)
    guard n == anzahl else { throw fehler }
  }

  private func schreibeKopf(
    _ name: String, groesse: Int64, packen: Bool
  ) throws(BehaelterFehler) {
    if form == .zip {
      let status =
        packen
        ? archive_write_zip_set_compression_deflate(handle)
        : archive_write_zip_set_compression_store(handle)
      guard status == ARCHIVE_OK else { throw fehler }
    }
    archive_entry_clear(kopf)
    archive_entry_set_size(kopf, groesse)
    let istOrdner = name.utf8.last == 0x2F
    archive_entry_set_filetype(kopf, istOrdner ? 0o040000 : 0o100000)  // else a regular file
    archive_entry_set_perm(kopf, istOrdner ? 0o755 : 0o644)
    archive_entry_set_uid(kopf, 0)
    archive_entry_set_gid(kopf, 0)
    // Without a time libarchive writes into a ZIP 1980-01-01 in every time zone, and no Unix time field.
    if form == .tar || zeit != Self.fruehesteZeit {
      archive_entry_set_mtime(kopf, time_t(zeit), 0)
    }
    // In a UTF-8 locale the bytes are taken as they are and flagged as UTF-8. The option
    // "hdrcharset" would compose decomposed umlauts, and the message's name would not match.
    let ergebnis = ort.mit {
      archive_entry_set_pathname(kopf, name)
      return archive_write_header(handle, kopf)
    }
    guard ergebnis == ARCHIVE_OK else { throw fehler }
  }

  /// Writes the next bytes of the entry.
  func schreibe(_ bytes: UnsafeRawBufferPointer) throws(BehaelterFehler) {
    var rest = bytes
    if wartend != nil { rest = UnsafeRawBufferPointer(rebasing: bytes[(try pruefe(bytes))...]) }
    guard !rest.isEmpty else { return }
    let n = archive_write_data(handle, rest.baseAddress, rest.count)
    guard n == rest.count else { throw fehler }
  }

  /// Ends the entry.
  func schliesseEintrag() throws(BehaelterFehler) {
    if let (name, bisher) = wartend {
      var probe = bisher
      wartend = nil
      try entscheide(name, probe, packen: probe.urteil(amEnde: true) == .packen)
    }
    guard archive_write_finish_entry(handle) == ARCHIVE_OK else { throw fehler }
  }

  /// Writes the directory, brings all to the disk and gives the file its name.
  func beende(ueberschreiben: Bool) throws(BehaelterFehler) {
    guard archive_write_close(handle) == ARCHIVE_OK else { throw fehler }
    if form == .zip, zeit != Self.fruehesteZeit { try setzeZeit() }
    guard fchmod(fd, 0o644) == 0, fsync(fd) == 0 else {
      throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno))
    }
    if namenlos {
      try ziel.benenneNamenlose(fd, ueberschreiben: ueberschreiben)
    } else {
      try ziel.benenneDatei(ueberschreiben: ueberschreiben)
    }
    istFertig = true
  }

  /// Overwrites the DOS times, which libarchive takes from the local time zone, with UTC.
  private func setzeZeit() throws(BehaelterFehler) {
    let datei = try Containerdatei(fd: fcntl(fd, F_DUPFD_CLOEXEC, 0), pfad: ziel.pfad)
    var leser = try Satzleser(datei, Verzeichnislage(datei))
    let dos = DOSZeit(zeit).wert
    var bytes = dos.littleEndian
    while let satz = try leser.naechster() {
      for ort in [satz.satzort + 12, satz.ort + 10] {
        guard pwrite(fd, &bytes, 4, off_t(ort)) == 4 else {
          throw .schreiben(pfad: ziel.pfad, grund: systemgrund(errno))
        }
      }
    }
  }

  private var fehler: BehaelterFehler {
    let nummer = archive_errno(handle)
    let text = archive_error_string(handle).map { String(cString: $0) } ?? ""
    let grund = nummer > 0 && text.contains("rite") ? systemgrund(nummer) : text
    return .schreiben(pfad: ziel.pfad, grund: grund.isEmpty ? "unbekannte Ursache" : grund)
  }
}

/// A time as MS-DOS and ZIP write it, in UTC, two-second steps, from 1980 to 2107.
struct DOSZeit {
  let wert: UInt32

  init(_ sekunden: Int64) {
    let tag = 86_400 as Int64
    let begrenzt = min(max(sekunden, Ausgabe.fruehesteZeit), 4_354_819_198)
    let s = UInt32(begrenzt % tag)
    // Days to civil date, eras of 400 years from 0000-03-01 (H. Hinnant, days_from_civil).
    let z = begrenzt / tag + 719_468
    let tagDerAera = z % 146_097
    let jahrDerAera =
      (tagDerAera - tagDerAera / 1460 + tagDerAera / 36_524 - tagDerAera / 146_096) / 365
    let tagDesJahres = tagDerAera - (365 * jahrDerAera + jahrDerAera / 4 - jahrDerAera / 100)
    let m = (5 * tagDesJahres + 2) / 153
    let tagDesMonats = UInt32(tagDesJahres - (153 * m + 2) / 5 + 1)
    let monat = UInt32(m < 10 ? m + 3 : m - 9)
    let jahr = UInt32(z / 146_097 * 400 + jahrDerAera + (monat <= 2 ? 1 : 0))
    wert =
      (jahr - 1980) << 25 | monat << 21 | tagDesMonats << 16
      | (s / 3600) << 11 | (s / 60 % 60) << 5 | (s % 60) / 2
  }
}
