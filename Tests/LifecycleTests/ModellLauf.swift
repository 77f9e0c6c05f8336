// SPDX-License-Identifier: Apache-2.0
import Lifecycle

/// Events of mail, scan and dispatch.
extension Modellwelt {
  mutating func laufereignis() -> Laufereignis { .a(x: w(3)) }
}
