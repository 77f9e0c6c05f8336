// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A UTF-8 locale for libarchive, which converts names through the locale of the thread.
///
/// A Swift process starts in the "C" locale: names with umlauts would be refused when reading
/// and written without the UTF-8 flag.
struct Ortseinstellung: ~Copyable {
  private let utf8: locale_t

  init?() {
    guard let utf8 = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return nil }
    self.utf8 = utf8
  }

  deinit { freelocale(utf8) }

  /// Calls `body` with the locale set for this thread only, then restores the former one.
  func mit<T>(_ body: () -> T) -> T {
    let vorher = uselocale(utf8)
    defer { uselocale(vorher) }
    return body()
  }
}
