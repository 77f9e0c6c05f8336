// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A lock of the system on an open file, waited for if another process holds it.
package enum Wartesperre {
  /// Takes the lock.
  ///
  /// The system frees it when the file is closed or the process ends, however that happens.
  ///
  /// - Parameters:
  ///   - fd: The open file.
  ///   - art: `LOCK_EX` or `LOCK_SH`.
  ///   - wartezeit: How long to wait at most; zero tries once.
  /// - Returns: 0, `EWOULDBLOCK` if another one held it all the time, or the system's error number.
  package static func nimm(_ fd: Int32, _ art: Int32, hoechstens wartezeit: Duration) -> Int32 {
    let ende = ContinuousClock.now + wartezeit
    while true {
      if flock(fd, art | LOCK_NB) == 0 { return 0 }
      let nummer = errno
      if nummer == EINTR { continue }
      // Asking again now and then, since `flock` itself knows no time limit.
      guard nummer == EWOULDBLOCK, ContinuousClock.now < ende else { return nummer }
      usleep(20_000)
    }
  }
}
