# make demo   builds the sample graph into demo/ and says where to look
# make test   lint, types, layers and tests
# make help   all targets

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help

.PHONY: help demo test lint types layers unit docs bench calibrate sample picture lock clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header \
	--universal --python-version 3.11 --upgrade pyproject.toml

# The pinned packages, each with its hash; then relgraph itself, from this folder.
$(VENV)/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "relgraph needs Python 3.11 or newer; say which: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Debian keeps venv apart: apt install python3-venv" >&2; exit 2; }
	@echo "installing the pinned packages into $(VENV) …"
	@$(PIP) --no-deps --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: requirements-dev.txt $(VENV)/.installed
	@echo "installing the tools of the tests into $(VENV) …"
	@$(PIP) --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

demo: $(VENV)/.installed ## build the sample graph into demo/
	@$(BIN)/relgraph demo demo

test: lint types layers unit ## run every check

lint: $(VENV)/.tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/cog --check -r README.md docs/*.md

types: $(VENV)/.tools
	$(BIN)/mypy

layers: $(VENV)/.tools
	$(BIN)/lint-imports

unit: $(VENV)/.tools
	$(BIN)/pytest -n 2 --dist loadgroup --cov --cov-report=term

docs: $(VENV)/.tools ## write the generated parts of README and docs/ anew
	$(BIN)/cog -r README.md docs/*.md

bench: $(VENV)/.tools ## measure; prints the tables of bench/README.md
	$(BIN)/python -m bench

# Annotated articles, those that may not be redistributed where they are at hand; others by
# make calibrate MORE="GOLD ARTICLES"
SETS := $(foreach folder,../shared/gold bench/gold,\
	$(wildcard $(folder)/gold.jsonl) $(wildcard $(folder)/articles.jsonl))

calibrate: $(VENV)/.installed ## fit graph/confidence.tsv; prints the tables of docs/confidence.md
	@$(BIN)/python tools/calibration/calibrate.py fit $(SETS) $(MORE)

sample: $(VENV)/.installed ## derive graph/sample/sample.trig from its articles
	@rm -rf build/sample && mkdir -p build
	@$(BIN)/relgraph ingest graph/sample/articles.jsonl --store build/sample
	@$(BIN)/relgraph export trig --store build/sample -o graph/sample/sample.trig

picture: $(VENV)/.tools ## take the picture of the page that the README shows
	$(BIN)/python tools/picture.py

lock: $(VENV)/.tools ## pin the newest packages that fit
	$(COMPILE) --group build -o requirements.txt
	$(COMPILE) --group dev -c requirements.txt -o requirements-dev.txt

clean: ## remove what was made
	rm -rf $(VENV) demo dist build .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
