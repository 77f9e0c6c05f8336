// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Glibc
internal import Lifecycle
internal import Xdomea

extension Speicher {
  /// Brings a folder of files or a message into the store, whichever it is.
  ///
  /// - Parameters:
  ///   - pfad: A folder as ``importiere(ordner:_:)`` takes it, or what ``importiere(container:_:)`` takes.
  ///   - optionen: What the source does not say itself.
  /// - Returns: What came in.
  /// - Throws: As both.
  public func importiere(
    quelle pfad: String, _ optionen: Importoptionen
  ) throws -> Importbericht {
    var angaben = stat()
    guard stat(pfad, &angaben) == 0, angaben.st_mode & S_IFMT == S_IFDIR else {
      return try importiere(container: pfad, optionen)
    }
    let paket = try Nachrichtenpaket(pfad: pfad, grenzen: optionen.grenzen)
    guard paket.nachricht != nil, (try? paket.leser()) != nil else {
      return try importiere(ordner: pfad, optionen)
    }
    return try importiere(container: pfad, optionen)
  }

  /// Brings a folder of files into the store: the folders of the first level become Akten, those of
  /// the second Vorgänge, folders below Teilvorgänge, files Dokumente.
  ///
  /// `metadaten.csv` says more (as for packing a 0503).
  ///
  /// Run again it brings in what is new since, and nothing twice; a file that was brought in under
  /// its path is not read again.
  ///
  /// - Parameters:
  ///   - ordner: The folder; it is only read.
  ///   - optionen: What the folder does not say itself.
  /// - Returns: What came in and what was refused, object by object.
  /// - Throws: ``SpeicherFehler`` of the store; `XdomeaFehler` if the folder holds no Akten or its
  /// table cannot be used.
  public func importiere(ordner: String, _ optionen: Importoptionen) throws -> Importbericht {
    // Two stores, or two folders, never give the same ids.
    let voll = Self.wirklicherPfad(ordner)
    let ableitung = try Namensableitung(
      try Namensableitung(.leer).kennung(
        "ordner", try kennung() + "\u{0}" + voll, Prozessbezug.self))
    var vorgaben = Ordnerlauf.Vorgaben()
    vorgaben.zweck = "übernommen"
    vorgaben.geaendertBis = optionen.zeitpunkt
    let gang = try Ordnerlauf(ordner, vorgaben, ableitung)
    let dateien = Quelldateien()
    let name = voll.split(separator: "/").last.map(String.init) ?? voll
    let lauf = try Einfuhrlauf(
      self, optionen, ableitung, dateien, herkunft: "aus dem Ordner »\(name)«")
    lauf.bericht.quelle = ordner
    gang.mangel = { pfad, fehler in
      lauf.bericht.lehneAb(
        Importablehnung(was: pfad, objekt: nil, meldung: "\(fehler)", fehler: nil))
    }
    try gang.laufe(
      dateisenke: { datei in
        dateien.nimm(datei.dateiname, pfad: datei.ort, groesse: datei.groesse)
        return (Primaerdokument(dateiname: datei.dateiname), datei.groesse)
      },
      aktensenke: { akte in
        var zerlegung = Zerlegung(
          ableitung, raum: nil, dateienDuerfenFehlen: false, groesse: dateien.groesse)
        try zerlegung.zerlege(.akte(akte), in: nil, ort: "")
        try lauf.nimm(zerlegung.zeilen)
        if dateien.anzahl > 10_000 {
          try lauf.schreibeWartende()
          dateien.vergiss()
        }
      })
    try lauf.schreibeWartende()
    for pfad in gang.stand.uebergangen { lauf.bericht.uebergehe(pfad) }
    for text in gang.stand.hinweise {
      lauf.bericht.hinweise.append(Importhinweis(art: .ordner, anzahl: 1, erstes: text))
    }
    return lauf.bericht
  }

  /// Brings the objects of a message into the store: a 0501 or 0503 of any version, as a container,
  /// as a folder, or as a single XML file.
  ///
  /// One top-level object is in memory at a time. Ids, Kennzeichen, days, periods and all other
  /// metadata are taken over, files are proved against the digests that the message states. A
  /// Dokument without files, as in a 0501, is kept as a description with the object it lies in. A
  /// Vorgang or a Dokument that travels without its Akte gets one, named by the Betreff of its
  /// Akte that the message tells, or by the message.
  ///
  /// Run again after a crash it goes on and doubles nothing.
  ///
  /// - Parameters:
  ///   - container: The message.
  ///   - optionen: What the message does not say itself.
  /// - Returns: What came in and what was refused, object by object.
  /// - Throws: ``SpeicherFehler`` of the store; `BehaelterFehler`, `XMLFehler` or `XdomeaFehler` if
  ///   the message cannot be read: then what was read before has come in whole.
  public func importiere(
    container: String, _ optionen: Importoptionen
  ) throws -> Importbericht {
    let paket = try Nachrichtenpaket(pfad: container, grenzen: optionen.grenzen)
    let leser = try paket.leser()
    guard leser.typ == .anbieteverzeichnis || leser.typ == .aussonderung else {
      throw XdomeaFehler.eingabe(
        "\(container): Eine Nachricht \(leser.typ.rawValue) (\(leser.typ.langname)) enthält keine "
          + "Akten. Einlesen lassen sich 0501 und 0503.")
    }
    let einfuhr = try Nachrichteneinfuhr(self, paket, leser, optionen)
    return try einfuhr.laufe()
  }

  private static func wirklicherPfad(_ pfad: String) -> String {
    guard let zeiger = realpath(pfad, nil) else { return pfad }
    defer { free(zeiger) }
    return String(cString: zeiger)
  }
}
