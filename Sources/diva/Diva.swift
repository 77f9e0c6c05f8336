// SPDX-License-Identifier: Apache-2.0
@main struct Diva {
  static func main() {}
}
