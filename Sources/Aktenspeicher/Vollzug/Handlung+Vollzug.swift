// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

extension Handlung {
  /// The object the event happens to; nil for batches and units.
  var ziel: ObjektID? {
    switch ereignis {
    case .schriftgut(let id, _, _), .dokument(let id, _, _): id
    case .paket, .einheit: nil
    }
  }
}

extension Handlung {
  /// True if it asks for a destruction.
  var vernichtet: Bool {
    switch ereignis {
    case .schriftgut(_, _, .vernichten), .schriftgut(_, _, .vernichtenNachGenehmigung): true
    default: false
    }
  }

  /// The version that a further format belongs to.
  var fassungsnummer: Int? {
    if case .dokument(_, _, .repraesentatHinzu(let nummer, _, _)) = ereignis { nummer } else { nil }
  }
}
