// SPDX-License-Identifier: Apache-2.0

/// Who writes messages and reports: this suite.
public enum Werkzeug {
  /// The version of the suite.
  public static let version = "0.1.0"
  /// Name and version as reports show them.
  public static let kennung = "diva " + version
  /// The product named in messages, unless the caller names an own one.
  public static var system: SendendesSystem {
    SendendesSystem(
      produktname: "DiVA-Werkzeugkasten", produktversion: version,
      hersteller: "DiVA-Werkzeugkasten")
  }
}
