# Two commands on a fresh machine: make briefing, make test. Each sets up first what it needs.

ifeq ($(strip $(WORKBOOK)),) # an empty one means none was chosen
override WORKBOOK := inputs/facial-recognition.xlsx
endif
export WORKBOOK

.DEFAULT_GOAL := help
.NOTPARALLEL: # two set-ups at once would write over each other
.PHONY: help setup setup-dev new briefing check ui test thorough bench twice lint guide pictures preview lock

bin := .venv/bin
ifeq ($(OS),Windows_NT)
bin := .venv/Scripts
else ifeq ($(shell uname -s),Darwin)
# Where Homebrew keeps Pango. Set in front of each command: /bin/sh on macOS drops it from the environment.
libraries := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib
endif

# Two processes of tests share the cores: Polars, in each, is to start no more threads than the one that waits.
alone := POLARS_MAX_THREADS=1

help: ## show this list
	@sed -n 's/^\([a-z]*\):.* ## /make \1\t/p' Makefile | expand -t 16
	@echo
	@echo 'Another workbook or day:  WORKBOOK="my files/record.xlsx" AS_OF=2021-05-17 make briefing'

briefing: setup ## build an edition of WORKBOOK as of AS_OF, and print the path of its PDF
	@$(libraries) $(bin)/python -m flows.briefing

new: setup ## write an empty workbook, which WORKBOOK names: WORKBOOK=inputs/record.xlsx make new
	@$(bin)/onrecord new "$$WORKBOOK"

check: setup ## list every problem in WORKBOOK; ends in an error of make's where there are any
	@$(libraries) $(bin)/onrecord check "$$WORKBOOK" $${AS_OF:+--as-of "$$AS_OF"}

ui: setup ## open the same flow in the Prefect UI; Ctrl-C stops it
	@$(libraries) $(bin)/onrecord ui

test: setup-dev ## run the tests
	@$(libraries) $(alone) $(bin)/python -m pytest

thorough: setup-dev ## run every test, also those that take long, with all the examples that some of them draw
	@$(libraries) $(alone) THOROUGH=1 $(bin)/python -m pytest

bench: setup-dev ## print how long things take, as ratios
	@$(libraries) $(bin)/python -m tests.bench

twice: setup-dev ## build the shipped workbook in two fresh environments: the same bytes?
	@$(libraries) $(bin)/python -m tests.twice

lint: setup-dev ## look for slips: ruff and mypy
	@$(bin)/python -m ruff check
	@$(bin)/python -m ruff format --check
	@$(bin)/python -m mypy

guide: setup-dev ## write inputs/README.md's tables and docs/rules anew from the schema and the rules
	@$(bin)/python -m flows.workbook.guide inputs/README.md
	@$(bin)/python -m docs.rules

pictures: setup-dev ## draw the README's pictures anew from the shipped workbook
	@$(libraries) $(bin)/python -m docs.pictures
	@$(libraries) $(bin)/python -m docs.settings_pictures
	@$(libraries) PICTURES=1 $(bin)/python -m pytest -q -n0 tests/browser/test_prefect.py

setup: ## only set up: Pango and .venv, from requirements.lock
	@python=$$(sh .ci/python) && $(libraries) "$$python" .ci/setup.py

setup-dev:
	@python=$$(sh .ci/python) && $(libraries) "$$python" .ci/setup.py --dev

preview: setup ## draw the pages anew at every save of a template or a style sheet; Ctrl-C stops it
	@$(libraries) $(bin)/python .ci/preview.py

lock: ## renew both locks from pyproject.toml (needs uv)
	uv pip compile --quiet --upgrade --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' --group build --output-file requirements.lock pyproject.toml
	uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
