// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The barrier for many files at once.
package enum Dateisystem {
  private typealias Syncfs = @convention(c) (Int32) -> Int32

  /// Brings everything written so far on the file system of `fd` to the disk; 0 or the system's
  /// error number.
  ///
  /// One call for ten thousand files takes a fraction of the time of ten thousand `fsync`. The C
  /// header shows `syncfs` only to sources that ask for GNU extensions, so it is looked up by name;
  /// without it the whole system is synchronised.
  package static func sichere(_ fd: Int32) -> Int32 {
    guard let adresse = dlsym(nil, "syncfs") else {
      sync()
      return 0
    }
    // What dlsym finds is an address without a type; the cast gives it the one that the manual names.
    return unsafeBitCast(adresse, to: Syncfs.self)(fd) == 0 ? 0 : errno
  }

  /// Brings the entry of a new file or folder in the one above to the disk.
  ///
  /// Some network file systems refuse it, and there is nothing else to try then.
  package static func sichereEltern(von pfad: String) {
    var teile = pfad.split(separator: "/", omittingEmptySubsequences: false)
    teile.removeLast()
    let eltern = teile.isEmpty ? "." : teile.joined(separator: "/") + "/"
    let fd = open(eltern, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard fd >= 0 else { return }
    fsync(fd)
    close(fd)
  }
}
