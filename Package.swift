// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let streng: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "diva-toolbox",
  products: [
    .library(name: "Akte", targets: ["Akte"]),
    // With the modules whose types their interfaces name.
    .library(name: "Lifecycle", targets: ["Lifecycle", "Akte", "Pruefsummen", "Pruefung"]),
    .library(
      name: "Aktenspeicher",
      targets: ["Aktenspeicher", "Lifecycle", "Akte", "Pruefsummen", "Pruefung", "Xdomea"]),
    // With the modules whose types its interface names: findings, limits and errors.
    .library(name: "Xdomea", targets: ["Xdomea", "Pruefung", "Behaelter", "XMLStrom"]),
    .library(
      name: "Aussonderung",
      targets: [
        "Aussonderung", "Lifecycle", "Akte", "Pruefsummen", "Pruefung", "Tabellen", "Uebergabe",
        "Xdomea",
      ]),
    .library(name: "Phasenmodell", targets: ["Phasenmodell", "Akte", "Pruefung"]),
    .library(name: "Uebergabe", targets: ["Uebergabe", "Akte", "Behaelter", "Pruefung"]),
    .executable(name: "diva", targets: ["diva"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // C libraries of the system: a module map and a shim header each, nothing else.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Values of the field, no input or output.
    .target(name: "Akte"),
    .target(name: "Pruefung"),

    // States, events, periods: pure functions. Hashes of the Protokoll come from Pruefsummen.
    .target(name: "Lifecycle", dependencies: ["Akte", "Pruefsummen", "Pruefung"]),

    // The only callers of the C libraries.
    .target(name: "XMLStrom", dependencies: ["CLibXML2"]),
    .target(name: "Pruefsummen", dependencies: ["Akte", "CLibCrypto"]),
    .target(name: "Behaelter", dependencies: ["Akte", "CLibArchive", "Pruefsummen"]),
    .target(
      name: "Tabellen", dependencies: ["Behaelter", "CLibXLSXWriter", "Pruefsummen", "Pruefung"]),

    // The message codec.
    .target(
      name: "Xdomea",
      dependencies: ["Akte", "Behaelter", "Pruefsummen", "Pruefung", "XMLStrom"]),

    // The embedded store.
    .target(
      name: "Aktenspeicher",
      dependencies: [
        "Akte", "Behaelter", "Lifecycle", "Pruefsummen", "Pruefung", "Xdomea",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),

    // Packages that an archive can take.
    .target(
      name: "Uebergabe",
      dependencies: [
        "Akte", "Behaelter", "CLibCrypto", "CLibZ", "Pruefsummen", "Pruefung", "XMLStrom",
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ]),

    // The dialogue of agency and archive.
    .target(
      name: "Aussonderung",
      dependencies: [
        "Akte", "Behaelter", "Lifecycle", "Pruefsummen", "Pruefung", "Tabellen", "Uebergabe",
        "Xdomea", "XMLStrom",
      ]),

    // The municipal content as bytes, nothing else.
    .target(name: "CToolbox"),

    // Where a municipality stands and which tool helps.
    .target(
      name: "Phasenmodell",
      dependencies: [
        "Akte", "CToolbox", "Pruefsummen", "Pruefung", .product(name: "Yams", package: "Yams"),
      ]),

    .executableTarget(
      name: "diva",
      dependencies: [
        "Akte", "Aktenspeicher", "Aussonderung", "Behaelter", "Lifecycle", "Phasenmodell",
        "Pruefsummen", "Pruefung", "Tabellen", "Uebergabe", "Xdomea",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestHilfe", path: "Tests/TestHilfe"),
    .testTarget(name: "AkteTests", dependencies: ["Akte", "TestHilfe"]),
    .testTarget(name: "PruefungTests", dependencies: ["Pruefung", "TestHilfe"]),
    .testTarget(name: "XMLStromTests", dependencies: ["XMLStrom", "TestHilfe"]),
    .testTarget(name: "PruefsummenTests", dependencies: ["Akte", "Pruefsummen", "TestHilfe"]),
    .testTarget(name: "BehaelterTests", dependencies: ["Akte", "Behaelter", "TestHilfe"]),
    .testTarget(name: "TabellenTests", dependencies: ["Tabellen", "TestHilfe"]),
    .testTarget(
      name: "XdomeaTests",
      dependencies: [
        "Akte", "Behaelter", "Pruefsummen", "Pruefung", "Xdomea", "XMLStrom", "TestHilfe",
      ]),
    .testTarget(
      name: "LifecycleTests",
      dependencies: ["Akte", "Lifecycle", "Pruefsummen", "Pruefung", "TestHilfe"]),
    // A process that works on a store until a test ends it; no product.
    .executableTarget(
      name: "Absturzwerkzeug", dependencies: ["Akte", "Aktenspeicher", "Lifecycle", "TestHilfe"],
      path: "Tests/Absturzwerkzeug"),
    .testTarget(
      name: "AktenspeicherTests",
      dependencies: [
        "Absturzwerkzeug", "Akte", "Aktenspeicher", "Lifecycle", "Pruefung", "Xdomea", "TestHilfe",
      ]),
    // One side of the procedure, for the same purpose.
    .executableTarget(
      name: "Verfahrenswerkzeug",
      dependencies: ["Akte", "Aktenspeicher", "Aussonderung", "Lifecycle", "Xdomea"],
      path: "Tests/Verfahrenswerkzeug"),
    .testTarget(
      name: "AussonderungTests",
      dependencies: [
        "Akte", "Aktenspeicher", "Aussonderung", "Behaelter", "Lifecycle", "Pruefsummen",
        "Pruefung", "Tabellen", "Uebergabe", "Verfahrenswerkzeug", "Xdomea", "TestHilfe",
      ]),
    .testTarget(
      name: "PhasenmodellTests", dependencies: ["Akte", "Phasenmodell", "Pruefung", "TestHilfe"]),
    .testTarget(
      name: "UebergabeTests",
      dependencies: ["Akte", "Behaelter", "Pruefsummen", "Pruefung", "Uebergabe", "TestHilfe"]),
    // The Swift of the documents, compiled.
    .testTarget(
      name: "AusschnittTests",
      dependencies: [
        "Akte", "Aktenspeicher", "Aussonderung", "Lifecycle", "Phasenmodell", "Pruefung",
        "Uebergabe", "Xdomea", "TestHilfe",
      ]),
    .testTarget(name: "DivaTests", dependencies: ["diva", "TestHilfe"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  guard target.name != "CToolbox" else { continue }
  target.swiftSettings = streng
}
