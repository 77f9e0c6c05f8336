// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
  name: "diva-benchmarks",
  dependencies: [.package(name: "diva-toolbox", path: "..")],
  targets: [
    // What several generators share.
    .target(name: "Muster", dependencies: [.product(name: "Akte", package: "diva-toolbox")]),
    .executableTarget(
      name: "Erzeuger",
      dependencies: [
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Xdomea", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Abgabeerzeuger",
      dependencies: [
        "Muster",
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Xdomea", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Messung",
      dependencies: [
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Lifecycle", package: "diva-toolbox"),
        .product(name: "Uebergabe", package: "diva-toolbox"),
        .product(name: "Xdomea", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Fristmessung",
      dependencies: [
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Lifecycle", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Earkmessung",
      dependencies: [
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Uebergabe", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Speichermessung",
      dependencies: [
        "Muster",
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Aktenspeicher", package: "diva-toolbox"),
        .product(name: "Lifecycle", package: "diva-toolbox"),
      ]),
    .executableTarget(
      name: "Verfahrensmessung",
      dependencies: [
        "Muster",
        .product(name: "Akte", package: "diva-toolbox"),
        .product(name: "Aktenspeicher", package: "diva-toolbox"),
        .product(name: "Aussonderung", package: "diva-toolbox"),
        .product(name: "Lifecycle", package: "diva-toolbox"),
        .product(name: "Xdomea", package: "diva-toolbox"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
