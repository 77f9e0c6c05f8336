// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The rules of the catalogue (SCORING.md §11).
enum Katalogregel {
  static let form = Regel(
    id: "PM01", titel: "Aufbau", schwere: .fehler,
    erklaerung: "Jede Angabe hat einen Namen und eine Art; unbekannte Namen sind Schreibfehler.",
    abhilfe: "Vergleichen Sie die Stelle mit einem gleichen Eintrag daneben.")
  static let kennung = Regel(
    id: "PM02", titel: "Eindeutige Kennungen", schwere: .fehler,
    erklaerung: "Antworten und Vergleiche hängen an der Kennung.",
    abhilfe: "Vergeben Sie eine neue Nummer; gebrauchte werden nie wieder vergeben.")
  static let vorsatz = Regel(
    id: "PM03", titel: "Kennung nennt Phase und Dimension", schwere: .fehler,
    erklaerung: "Die Kennung einer Frage ist P<Phase>-<Dimension>-<zwei Ziffern>.",
    abhilfe: "Ändern Sie Phase und Dimension oder legen Sie eine neue Frage an.")
  static let verweis = Regel(
    id: "PM04", titel: "Verweise haben ein Ziel", schwere: .fehler,
    erklaerung: "Genannte Dimensionen, Skalen, Stammdaten, Fragen und Werkzeuge gibt es.",
    abhilfe: "Prüfen Sie die Schreibweise oder ergänzen Sie, was fehlt.")
  static let wortzahl = Regel(
    id: "PM05", titel: "Höchstens 20 Wörter je Frage", schwere: .fehler,
    erklaerung: "Lange Fragen werden verschieden verstanden.",
    abhilfe: "Kürzen Sie die Frage oder verschieben Sie Erklärungen in »hilfe«.")
  static let undOder = Regel(
    id: "PM06", titel: "Kein »und/oder«", schwere: .fehler,
    erklaerung: "Auf zwei Fragen in einer gibt es keine eindeutige Antwort.",
    abhilfe: "Entscheiden Sie sich für »und« oder »oder«, oder stellen Sie zwei Fragen.")
  static let gewicht = Regel(
    id: "PM07", titel: "Gewichte 1 bis 3", schwere: .fehler,
    erklaerung: "1 ist schön zu haben, 2 wichtig, 3 entscheidend.",
    abhilfe: "Setzen Sie 1, 2 oder 3.")
  static let muss = Regel(
    id: "PM08", titel: "Muss-Fragen", schwere: .fehler,
    erklaerung: "Eine Muss-Frage nennt ihren Mindestwert, andere Fragen nicht.",
    abhilfe: "Setzen Sie »ko« und »ko_min« gemeinsam, mit einem Wert der Skala über 0.")
  static let hilfe = Regel(
    id: "PM09", titel: "Zu jeder Frage ein Werkzeug für jede Größe", schwere: .fehler,
    erklaerung: "Wer eine Lücke hat, soll am selben Tag etwas tun können.",
    abhilfe: "Nennen Sie ein Werkzeug, das für diese Größenklasse gemacht ist.")
  static let werkzeugphase = Regel(
    id: "PM10", titel: "Werkzeug passt zur Phase", schwere: .fehler,
    erklaerung: "Ein Werkzeug hilft in allen Phasen, deren Fragen auf es zeigen.",
    abhilfe: "Ergänzen Sie die Phase beim Werkzeug oder nennen Sie ein anderes.")
  static let unverlinkt = Regel(
    id: "PM11", titel: "Jedes Werkzeug wird genannt", schwere: .fehler,
    erklaerung: "Ein Werkzeug, auf das keine Frage zeigt, findet niemand.",
    abhilfe: "Nennen Sie es bei einer Frage.")
  static let technikanteil = Regel(
    id: "PM12", titel: "Technik wiegt höchstens ein Viertel", schwere: .fehler,
    erklaerung: "Nur etwa ein Fünftel eines solchen Vorhabens ist IT.",
    abhilfe: "Senken Sie Gewichte von Technikfragen.")
  static let erreichbar = Regel(
    id: "PM13", titel: "Jede Phase ist für jede Größe erreichbar", schwere: .fehler,
    erklaerung:
      "In jeder Phase gibt es für jede Größenklasse Fragen, und die Phase ist zu bestehen.",
    abhilfe: "Ergänzen Sie Fragen oder Größenklassen.")
  static let aufgabe = Regel(
    id: "PM14", titel: "Aufgaben der Phasen 0 bis 3 haben ein Werkzeug für kleine Verwaltungen",
    schwere: .fehler,
    erklaerung: "Kleine Verwaltungen brauchen von Anfang an etwas, das sie benutzen können.",
    abhilfe: "Nennen Sie bei der Aufgabe ein Werkzeug für die Größenklasse klein.")
  static let skala = Regel(
    id: "PM15", titel: "Skalen steigen von 0 bis 10000", schwere: .fehler,
    erklaerung: "Die Rechnung braucht den ganzen Bereich; Schwellen liegen darin.",
    abhilfe: "Ordnen Sie die Stufen aufsteigend, die erste 0, die letzte 10000.")
  static let reihe = Regel(
    id: "PM16", titel: "Vollständige Reihen", schwere: .fehler,
    erklaerung: "Phasen, Standorte und Größenklassen sind vollständig und in ihrer Folge.",
    abhilfe: "Ergänzen Sie, was fehlt.")

  static let alle = [
    form, kennung, vorsatz, verweis, wortzahl, undOder, gewicht, muss, hilfe, werkzeugphase,
    unverlinkt, technikanteil, erreichbar, aufgabe, skala, reihe,
  ]
}
