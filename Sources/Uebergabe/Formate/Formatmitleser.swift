// SPDX-License-Identifier: Apache-2.0

/// Recognises the format of bytes that go by, while they are copied or hashed.
///
/// Beginning and end are kept, and all of it up to ``Formatgrenzen/mitlesen``. Of a longer file the middle is
/// missing, which the result says (`FORMAT-GRENZE`); a PDF/A claim that stands there is not seen.
public struct Formatmitleser {
  private let erkennung: Formaterkennung
  private let name: String
  private let angegeben: Formatangabe?
  private var vorn: [UInt8] = []
  private var hinten: [UInt8] = []
  private var anzahl: Int64 = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - name: Its name, for the extension.
  ///   - angegeben: What a message states about it.
  ///   - erkennung: The recognition with its limits.
  public init(
    _ name: String, angegeben: Formatangabe? = nil, _ erkennung: Formaterkennung = .init()
  ) {
    self.name = name
    self.angegeben = angegeben
    self.erkennung = erkennung
  }

  /// Takes the next bytes.
  ///
  /// - Parameter bytes: They are valid during the call only.
  public mutating func nimm(_ bytes: UnsafeRawBufferPointer) {
    anzahl += Int64(bytes.count)
    let haelfte = max(Inhaltszugriff.fenster, erkennung.grenzen.mitlesen / 2)
    var rest = bytes[...]
    if vorn.count < haelfte {
      let teil = rest.prefix(haelfte - vorn.count)
      vorn.append(contentsOf: teil)
      rest = rest.dropFirst(teil.count)
    }
    hinten.append(contentsOf: rest.suffix(haelfte))
    // Moved rarely, so that each byte is copied about twice.
    if hinten.count > 2 * haelfte { hinten.removeFirst(hinten.count - haelfte) }
  }

  /// What the bytes are.
  ///
  /// - Returns: Candidates and findings.
  public func ergebnis() -> Formatergebnis {
    let ende = anzahl - Int64(hinten.count)
    let (vorn, hinten) = (vorn, hinten)
    let zugriff = Inhaltszugriff(groesse: anzahl, budget: erkennung.grenzen.lesen) { ort, ziel in
      let quelle: ArraySlice<UInt8>
      if ort < Int64(vorn.count) {
        quelle = vorn[Int(ort)...]
      } else if ort >= ende {
        quelle = hinten[Int(ort - ende)...]
      } else {
        return .failure(.init(mangel: .luecke))
      }
      let n = min(ziel.count, quelle.count)
      quelle.prefix(n).withUnsafeBytes { ziel.copyMemory(from: $0) }
      return .success(n)
    }
    return erkennung.erkenne(zugriff, name: name, angegeben)
  }
}
