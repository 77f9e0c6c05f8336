# SPDX-License-Identifier: Apache-2.0
# Short names for the commands of this project. `make help` lists them.

SWIFT ?= swift
# The program in release form; tests of speed and memory use it (debug code is 20 times slower).
DIVA := $(CURDIR)/.build/release/diva
# Libraries whose documentation must build without a warning.
BIBLIOTHEKEN := Akte Lifecycle Aktenspeicher Xdomea Uebergabe Aussonderung Phasenmodell

.DEFAULT_GOAL := help
.PHONY: help setup build demo test fragebogen browser exporte lint docs beispielberichte setup-bench bench bench-gross \
  bench-vergleich clean
.NOTPARALLEL:

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile

setup: ## install what the machine lacks (Debian, Ubuntu) and check Swift
	sh bin/einrichten

build: ## build the program diva, release
	$(SWIFT) build -c release --product diva

demo: build ## build, then show the whole path with the sample files
	$(DIVA) demo

# The test bundle is built first, so that a compiler error is not taken for a failed test.
# XCTest is off: all tests use Swift Testing.
test: build ## build and run all tests, then the embedding example; CI=true forbids skipping
	$(SWIFT) build --build-tests
	DIVA_PROGRAMM=$(DIVA) $(SWIFT) test --skip-build --disable-xctest
	sh Docs/einbetten/pruefen.sh

fragebogen: build ## write selbstcheck.html, the one file that a municipality is handed
	$(DIVA) reifegrad fragebogen --nach selbstcheck.html

browser: fragebogen ## test selbstcheck.html in a real Chromium, without network
	sh bin/einrichten browser
	DIVA_SEITE=$(CURDIR)/selbstcheck.html DIVA_PROGRAMM=$(DIVA) sh Tests/Browser/pruefen.sh

# The folder is made anew each time; what lies in it is all made from Toolbox/.
exporte: build ## write all tools as HTML, Markdown, DOCX and ODT into the folder exporte
	sh bin/einrichten exporte
	rm -rf exporte
	$(DIVA) werkzeuge export --alle --form html --form md --form docx --form odt --nach exporte

lint: ## check the format and the house rules of all sources
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	sh .ci/hausregeln

docs: ## build the reference documentation, warnings are errors
	@for ziel in $(BIBLIOTHEKEN); do \
	  echo "$(SWIFT) package generate-documentation --target $$ziel"; \
	  $(SWIFT) package generate-documentation --target $$ziel --warnings-as-errors || exit 1; \
	done

beispielberichte: build ## make the reports of the sample municipalities anew
	sh Docs/werkzeug/beispielberichte.sh $(DIVA)

setup-bench: ## install and build the programs that the measurements compare with
	sh bin/einrichten leistung
	sh Benchmarks/gegenueber.sh

bench: setup-bench ## measure the goals beside their peers (minutes), write Docs/leistung
	python3 Benchmarks/leistung.py

bench-gross: setup-bench ## the same with a million files and a message of 1 GB (hours)
	python3 Benchmarks/leistung.py --gross

# make bench-vergleich A=old.json B=new.json
bench-vergleich: ## show two results of the measurements side by side
	python3 Benchmarks/nebeneinander.py $(A) $(B)

clean: ## remove everything that was built
	rm -rf .build Docs/einbetten/.build Benchmarks/.build
