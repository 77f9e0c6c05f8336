// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva faellig`: what is due on a day, why, and what blocks it.
struct Faelligbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faellig",
    abstract: "Nennt, was auszusondern ist, warum, und was dem entgegensteht.",
    discussion: """
      Genannt wird, wessen Frist mit allem, was darin liegt, abgelaufen ist. »--anbieten« nennt \
      stattdessen, was dem Archiv bald angeboten werden muss, obwohl die Frist noch läuft (30 Jahre \
      nach der letzten Bearbeitung). Am Ende stehen die Zahlen.
      """)

  @OptionGroup var ort: Speicherangabe
  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Die Frist Schritt für Schritt begründen.")
  var warum = false

  @Flag(help: "Nur, was angeboten werden kann.")
  var nurFreie = false

  @Flag(help: "Was bald angeboten werden muss.")
  var anbieten = false

  @Flag(help: "Je Objekt eine Zeile JSON ausgeben, am Ende eine mit den Zahlen.")
  var json = false

  func validate() throws {
    if anbieten, warum || nurFreie {
      throw ValidationError("»--anbieten« verträgt sich nicht mit »--warum« und »--nur-freie«.")
    }
  }

  func run() throws {
    let heute = try tag.jetzt().heute
    let speicher = try ort.oeffne(.lesend)
    // The list is one reading under way; names and reasons are looked up by another one.
    let nachschlag = try ort.oeffne(.lesend)
    let anzeige = Faelligkeitsanzeige(
      nachschlag, heute: heute, warum: warum, nurFreie: nurFreie, json: json)
    if anbieten {
      try anzeige.zeigeAnzubietende(speicher)
    } else {
      try anzeige.zeigeFaellige(speicher)
    }
  }
}
