// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "demo", abstract: "Vorführung.")
}
