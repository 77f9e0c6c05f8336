// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How much processor time of this thread something takes: unlike time on the wall it does not grow
/// with what else the machine does.
///
/// - Parameter body: Must do its work on the calling thread.
/// - Returns: The processor time.
/// - Throws: What `body` throws.
public func rechenzeit(_ body: () throws -> Void) rethrows -> Duration {
  func jetzt() -> Duration {
    var zeit = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &zeit)
    return .seconds(zeit.tv_sec) + .nanoseconds(zeit.tv_nsec)
  }
  let anfang = jetzt()
  try body()
  return jetzt() - anfang
}
