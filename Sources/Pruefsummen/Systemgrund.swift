// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Why a call of the operating system failed, as the end of a German sentence.
package func systemgrund(_ nummer: Int32) -> String {
  switch nummer {
  case ENOENT: "nicht gefunden"
  case EACCES, EPERM: "Zugriff verweigert"
  case ENOSPC: "kein Platz mehr auf dem Datenträger"
  case EDQUOT: "das Speicherkontingent ist erschöpft"
  case EFBIG: "die Datei überschreitet die erlaubte Dateigröße"
  case EROFS: "der Datenträger ist schreibgeschützt"
  case EISDIR: "ist ein Ordner"
  case ENOTDIR: "ein Teil des Pfades ist kein Ordner"
  case EEXIST: "ist schon vorhanden"
  case ELOOP: "ist eine symbolische Verknüpfung"
  case ENAMETOOLONG: "der Name ist zu lang"
  case EMFILE, ENFILE: "zu viele offene Dateien"
  case EIO: "Ein-/Ausgabefehler des Datenträgers"
  case ENOMEM: "kein Arbeitsspeicher mehr"
  case EBUSY, ETXTBSY: "wird gerade benutzt"
  case EPIPE: "niemand liest mehr"
  case EINVAL: "das lässt der Datenträger nicht zu"
  case ENOTEMPTY: "der Ordner ist nicht leer"
  case ENXIO, ENODEV: "das Gerät fehlt"
  case ESTALE, ETIMEDOUT: "der Datenträger im Netz antwortet nicht"
  default: "Systemfehler \(nummer) (\(String(cString: strerror(nummer))))"
  }
}
