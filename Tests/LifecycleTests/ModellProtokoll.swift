// SPDX-License-Identifier: Apache-2.0
import Lifecycle
import TestHilfe

/// The chain over all events of a world, accepted and refused.
struct Modellprotokoll {
  init() throws {}

  mutating func nimm(
    _ h: Handlung, _ ausgang: Result<Wirkungen, LifecycleFehler>, _ z: inout Zufall
  ) throws {}

  func pruefe(_ z: inout Zufall) throws {}
}
