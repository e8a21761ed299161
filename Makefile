# Each target is one line of tool; `make` alone prints them.
PY ?= .venv/bin/python
BIN := $(dir $(PY))

help:            ## what there is
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup:           ## a virtual environment with everything for development
	python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'

demo:            ## the main job on sample feeds, without a network
	$(BIN)feedwatch demo

test:            ## the tests
	$(BIN)pytest

lint:            ## style and the import rules
	$(BIN)ruff check . && $(BIN)ruff format --check . && $(BIN)lint-imports

types:           ## mypy --strict
	$(BIN)mypy

check: lint types test  ## what must be green before a change lands

explore:         ## the laws, with many more examples than the suite takes
	HYPOTHESIS_PROFILE=explore $(BIN)pytest -m law

fmt:             ## put the code into shape
	$(BIN)ruff check --fix . && $(BIN)ruff format .

lock:            ## renew requirements.lock after a change of dependencies (needs pip-tools)
	$(BIN)pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements.lock pyproject.toml

.PHONY: help setup demo test lint types check explore fmt lock
