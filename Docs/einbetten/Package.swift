// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// A product that embeds the suite: it links `Akte` and `Xdomea` and nothing of the command line
// tool or the store is compiled.
let package = Package(
  name: "einbetten",
  dependencies: [.package(name: "diva-toolbox", path: "../..")],
  targets: [
    .executableTarget(
      name: "einbetten",
      dependencies: [
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Xdomea", package: "diva-toolbox"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
