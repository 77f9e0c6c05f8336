// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// Calls `body` with a fresh, empty folder and removes it afterwards, whatever happens.
public func mitTemporaeremOrdner<T>(_ body: (URL) throws -> T) throws -> T {
  let ordner = FileManager.default.temporaryDirectory
    .appendingPathComponent("diva-test-\(UUID().uuidString)", isDirectory: true)
  try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: ordner) }
  return try body(ordner)
}
