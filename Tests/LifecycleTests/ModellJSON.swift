// SPDX-License-Identifier: Apache-2.0
internal import Foundation
import Lifecycle

/// A log as JSON and back.
enum Modelljson {
  static func hinUndZurueck(_ log: [Handlung]) throws -> [Handlung] {
    try JSONDecoder().decode([Handlung].self, from: try JSONEncoder().encode(log))
  }
}
