# Everything the project does, by name. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
BIN := .venv/bin
OUT ?= demo-output

# Registries fail now and then: three tries, with a pause.
RETRY = retry() { local try; for try in 1 2 3; do "$$@" && return 0; echo "try $$try of 3 failed: $$*" >&2; sleep 5; done; return 1; }; retry
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo desk test check soak bench docs lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 8

demo: .venv/.installed ## Install into .venv and run the desk on a practice network and the bundled example
	@$(BIN)/secretariat demo --out $(OUT)

desk: .venv/.installed ## Install into .venv and serve a practice desk on this machine, with a first day for a new deputy
	@$(BIN)/secretariat desk

test: .venv/.installed-dev ## Install what the tests need and run them all
	@tests/install_browser.sh
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/.installed-dev ## Format, lint, types, import contracts, generated documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.generate --check

soak: .venv/.installed-dev ## The long forms: fuzzing without end of every reader, every fault at every request of a sync, kills (SECONDS_TO_RUN=600 each); whole elections played; @polkadot/api against the practice network, and what is signed here against a real Substrate runtime (need npm)
	$(BIN)/python -m bench.soak $(or $(SECONDS_TO_RUN),600)
	$(BIN)/python -m bench.soak_live $(or $(SECONDS_TO_RUN),600)
	$(BIN)/python -m bench.soak_sync $(or $(SECONDS_TO_RUN),600)
	$(BIN)/python -m bench.soak_term
	$(BIN)/python -m bench.soak_delivery
	$(BIN)/python -m bench.soak_polkadot
	$(BIN)/python -m bench.soak_signing

bench: .venv/.installed-dev ## Measure side by side with a floor
	$(BIN)/python -m bench.run

docs: .venv/.installed-dev ## Write the generated documents anew
	$(BIN)/python -m docs.generate

lock: ## Resolve the dependencies anew (needs uv)
	uv lock --upgrade
	uv export -q --format requirements-txt --no-emit-project --no-dev --group build --extra charts --extra lake --extra devnet --extra web --no-header -o requirements.txt
	uv export -q --format requirements-txt --no-emit-project --all-extras --group dev --no-header -o requirements-dev.txt

clean: ## Remove what the targets made
	rm -rf .venv $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; set PYTHON=python3.11")'
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv

.venv/.installed: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the demo needs (hashed, from requirements.txt); this takes a minute"
	@$(RETRY) $(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-dev: requirements-dev.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the tests need (hashed, from requirements-dev.txt); this takes a minute or two"
	@$(RETRY) $(PIP) install --require-hashes -r requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
