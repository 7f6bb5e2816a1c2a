# Everything that is done with a checkout of Folkmoot. Needs git, make and python3 (3.11 or later, with venv).

PYTHON ?= python3
CONFIG ?= bot.yaml
VENV := .venv
BIN := $(VENV)/bin

# pip says nothing but what goes wrong.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --editable

# The fast ones: tests that need a homeserver are not even collected, which each process would do anew.
FAST := -n 2 --dist worksteal -m "not live and not long" --ignore=tests/live --ignore=tests/faults --ignore=tests/bench

# The live tests mostly wait: several processes run them at once, on one homeserver.
LIVE := -n 3 --dist loadgroup -m "live and not long" tests/live

# A stamp for each set of packages: nothing is installed again until pyproject.toml changes.
RUNS := $(VENV)/.installed-run
PLAYS := $(VENV)/.installed-demo
TESTS := $(VENV)/.installed-test

.DEFAULT_GOAL := help
.PHONY: help install run demo test test-fast test-live lint bench faults clean

help: ## show these commands
	@echo "Folkmoot: a Matrix bot for groups that run themselves."
	@awk -F ' *## ' '/^[a-z-]+:.*## / { sub(/:.*/, "", $$1); printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: $(RUNS) ## make .venv with the command .venv/bin/folkmoot

run: $(RUNS) ## run the bot that bot.yaml describes
	@test -f $(CONFIG) || { echo "There is no $(CONFIG) yet. Type: $(BIN)/folkmoot init" >&2; exit 1; }
	@$(BIN)/folkmoot run --config $(CONFIG)

demo: $(PLAYS) ## see a group take a decision (make demo STAY=1: leave it running, to join in with Element)
	@$(BIN)/folkmoot demo $(if $(filter-out 0 no,$(STAY)),--stay)

# The live tests run even when fast ones fail, so that one run tells all that is wrong.
test: $(TESTS) ## all tests: the fast ones, then those against a real homeserver
	@fast=0; live=0; \
	echo "Fast tests"; $(BIN)/pytest -q --durations=5 $(FAST) || fast=$$?; \
	echo "Live tests"; $(BIN)/pytest -q --durations=10 $(LIVE) || live=$$?; \
	if [ $$fast -ne 0 ]; then echo "Fast tests failed." >&2; fi; \
	if [ $$live -ne 0 ]; then echo "Live tests failed." >&2; fi; \
	[ $$fast -eq 0 ] && [ $$live -eq 0 ]

test-fast: $(TESTS) ## the tests that need no homeserver
	@$(BIN)/pytest -q --durations=5 $(FAST)

test-live: $(TESTS) ## the tests against a real homeserver, which they start themselves
	@$(BIN)/pytest -q --durations=10 $(LIVE)

lint: $(TESTS) ## ruff, and mypy --strict
	@status=0; $(BIN)/ruff check . || status=$$?; $(BIN)/mypy || status=$$?; exit $$status

bench: $(TESTS) ## measure speed, CPU time and memory (make bench PARTS="reply chatter rooms reminders record")
	@$(BIN)/python -m tests.bench $(PARTS)

faults: $(TESTS) ## the long runs: kill -9 at random instants for many rounds, and rules tried with very many examples
	@$(BIN)/pytest -q --durations=10 -m long
	@$(BIN)/pytest -q -n 2 --dist worksteal --durations=10 --hypothesis-profile=thorough tests/policies tests/store tests/dialogs tests/archive

clean: ## remove .venv and all caches; never bot.yaml and data
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/pip:
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(RUNS): pyproject.toml | $(BIN)/pip
	@echo "Installing Folkmoot (the first time takes a minute) ..."
	@$(INSTALL) .
	@touch $@

$(PLAYS): pyproject.toml | $(BIN)/pip
	@echo "Installing Folkmoot and a homeserver for the demo (the first time takes a minute) ..."
	@$(INSTALL) '.[demo]'
	@touch $@

$(TESTS): pyproject.toml | $(BIN)/pip
	@echo "Installing Folkmoot and what its tests need (the first time takes some minutes) ..."
	@$(INSTALL) '.[test,lint]'
	@touch $@
