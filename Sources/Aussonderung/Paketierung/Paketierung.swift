// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Uebergabe
public import Xdomea

/// Divides a transfer (0503) into packages that an archive can take, and proves that nothing was lost.
///
/// Each package has the files of its objects and a message with just these objects, cut out of the
/// message of the transfer byte by byte and read again, against the schema if there is one. All
/// packages and a list of what lies where stand in one folder, complete or not at all.
///
/// ```swift
/// var paketierung = Paketierung(.bagit(.init()), ebene: .akte, schemata: schemata)
/// let bericht = try paketierung.uebergib(
///   try Nachrichtenpaket(pfad: "…_0503.zip"), nach: "pakete", am: zeitpunkt)
/// ```
///
/// Memory: one object at the top of the message with all in it, and some 300 bytes per object and file.
public struct Paketierung: Sendable {
  /// Which packages are made.
  public enum Form: Sendable {
    /// Bags; of the options the form and the algorithms count.
    case bagit(Bagschreiber.Optionen)
    /// Bags for DIMAG.
    case dimag(Dimagvorgabe)
    /// E-ARK SIPs.
    case eark(Earkvorgabe)
  }

  /// What the DIMAG packages of a transfer have in common.
  public struct Dimagvorgabe: Hashable, Sendable {
    /// The DIMAG id of the Bestand.
    public var rootid: String
    /// What stands before the names of the packages on the server of the archive.
    public var importpfad = "Import/"
    /// What happened so far; the making of the packages is added.
    public var protokoll: [Dimageintrag] = []

    /// Packages for a Bestand.
    public init(rootid: String) { self.rootid = rootid }
  }

  /// Which packages are made.
  public var form: Form
  /// At which level.
  public var ebene: Paketierungsebene
  /// Levels of single Akten at the top.
  public var ausnahmen: [ObjektID: Paketierungsebene] = [:]
  /// The official schemas; without them the messages are read, but not validated.
  public var schemata: Schemata?
  /// Called with the number of packages and files written so far.
  public var fortschritt: (@Sendable (_ pakete: Int, _ dateien: Int) -> Void)?

  /// A way of making packages.
  public init(_ form: Form, ebene: Paketierungsebene = .wurzel, schemata: Schemata? = nil) {
    self.form = form
    self.ebene = ebene
    self.schemata = schemata
  }

  /// Makes the packages of a transfer.
  ///
  /// - Parameters:
  ///   - abgabe: The transfer.
  ///   - ordner: The folder to make; its parent exists.
  ///   - zeitpunkt: Now; stands in the packages.
  ///   - wer: Who does it, for the protocol of DIMAG; empty for a program.
  ///   - zufall: Gives the ids of DIMAG packages and SIPs.
  /// - Returns: What was written.
  /// - Throws: ``Paketierungsfehler``, `UebergabeFehler`, `XdomeaFehler`, `XMLFehler` or
  ///   `BehaelterFehler`; nothing stands at the target then.
  public func uebergib(
    _ abgabe: Nachrichtenpaket, nach ordner: String, am zeitpunkt: Zeitpunkt, von wer: String = "",
    zufall: inout some RandomNumberGenerator
  ) throws -> Paketierungsbericht {
    try uebergib(abgabe, nach: ordner, am: zeitpunkt, von: wer, ohne: [:], zufall: &zufall)
  }

  /// As ``uebergib(_:nach:am:von:zufall:)``; packages that would hold one of the objects `ohne` are not
  /// made, and the report says why.
  func uebergib(
    _ abgabe: Nachrichtenpaket, nach ordner: String, am zeitpunkt: Zeitpunkt, von wer: String,
    ohne: [ObjektID: String], zufall: inout some RandomNumberGenerator
  ) throws -> Paketierungsbericht {
    var lauf = try Paketlauf(self, abgabe, ordner, zeitpunkt, wer, ohne)
    return try lauf.fuehreAus(zufall: &zufall)
  }
}

/// What came of dividing a transfer.
public struct Paketierungsbericht: Sendable {
  /// A package.
  public struct Paket: Hashable, Sendable {
    /// Its folder or file in ``Paketierungsbericht/ordner``.
    public let name: String
    /// Its title, such as `Akte 61.21-3/2010: Bauakte Musterweg 1`.
    public let titel: String
    /// Number of the objects in it, without Akten that only show where they belong.
    public let objekte: Int
    /// Number of its files, without the message.
    public let dateien: Int
    /// Bytes of these files.
    public let bytes: Int64
  }

  /// The folder with all packages.
  public let ordner: String
  /// The name of the list in it that says where everything lies.
  public let nachweis: String
  /// The packages in the order of the transfer.
  public internal(set) var pakete: [Paket] = []
  /// In which package each object lies; an Akte that was divided is in none.
  public internal(set) var paketname: [ObjektID: String] = [:]
  /// Files in the container that no document names (R54); they are in no package.
  public internal(set) var ungenannt: [String] = []
  /// Objects that were left out, with the reason.
  public internal(set) var ausgelassen: [ObjektID: String] = [:]
  /// Whether the messages of the packages were validated against the schema.
  public let schemageprueft: Bool
}
