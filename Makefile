# Every target works from a fresh clone: it makes the virtual environments that it needs,
# and needs no network once they are there. PYTHON=<path> chooses the Python they are made with.
# TEST=<options> goes to pytest, as in make test TEST='-k funding'.
PYTHON ?=
TEST ?=
BIN := .venv/bin
# Each worker begins with tests that are beside each other, and so makes few of their fixtures twice.
PARALLEL := -n auto --dist worksteal
# Whatever tests/sizes.py and HYPOTHESIS_PROFILE say how much of.
MORE = tests/core tests/proofs $(addprefix tests/service/test_,every_way.py hypothetical.py \
  sequences.py timeline.py watch.py watch_changes.py) \
  $(addprefix tests/store/test_,population.py processes.py)
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
# Compiled once, and not by every process that a test starts.
unexport PYTHONDONTWRITEBYTECODE
INSTALL := -m pip install -qq --require-hashes -r
PROJECT := -m pip install -qq --no-deps --no-build-isolation -e .

.PHONY: help
help: ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | while IFS='	' read -r target what; do \
	  printf 'make %-14s %s\n' "$$target" "$$what"; done

##### what the project does

.PHONY: run test check protos rules bench clean
run: .venv/.run ## start the service on an example and ask it something
	@$(BIN)/python examples/quickstart.py

test: .venv/.dev ## run the tests
	@$(BIN)/pytest $(PARALLEL) $(TEST)

check: ## run every gate that a change has to pass
	@.ci/run

protos: .venv-protos/.protos ## generate ect_rules/v1 from protos/
	@.venv-protos/bin/python .ci/protos.py

rules: .venv/.run ## write docs/rules.md from the rules
	@mkdir -p docs
	@$(BIN)/ect-rules rules --markdown --tables > docs/.rules.md.new || { rm -f docs/.rules.md.new; exit 1; }
	@mv docs/.rules.md.new docs/rules.md

bench: .venv-bench/.bench ## measure against the peers
	@.venv-bench/bin/python -m bench

clean: ## remove the environments and everything else that can be made again
	@rm -rf .venv .venv-protos .venv-bench .venv-lock build dist *.egg-info .pytest_cache .mypy_cache \
	  .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov mutants
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

##### the gates one by one

.PHONY: lint format types imports lint-protos check-protos check-rules breaking mutation oracles more crash soak
lint: .venv/.dev ## look for faults and for layout in the Python code
	@$(BIN)/ruff check -q --output-format concise; found=$$?; \
	  $(BIN)/ruff format -q --check --diff && exit $$found

format: .venv/.dev ## lay out the Python code and the protos
	@$(BIN)/ruff check -q --fix-only || true
	@$(BIN)/ruff format -q
	@$(BIN)/buf format -w protos

types: .venv/.dev ## check the types
	@$(BIN)/mypy

imports: .venv/.dev ## check that imports point down only
	@$(BIN)/lint-imports --no-logo

lint-protos: .venv/.dev ## check the style of the protos
	@$(BIN)/buf lint
	@$(BIN)/buf format --diff --exit-code protos

check-protos: .venv-protos/.protos ## check that ect_rules/v1 is what make protos makes
	@.venv-protos/bin/python .ci/protos.py --check

check-rules: .venv/.run ## check that docs/rules.md is what make rules makes
	@new=$$(mktemp) && trap 'rm -f "$$new"' EXIT && $(BIN)/ect-rules rules --markdown --tables > "$$new" && { \
	  diff -u --label docs/rules.md --label 'made now' docs/rules.md "$$new" \
	  || { echo "docs/rules.md is stale: run make rules" >&2; exit 1; }; }

breaking: .venv/.dev ## check that the contract breaks no client of the last release
	@.ci/breaking

oracles: .venv/.dev ## compare answers with the rules stated again in SQL and in decision tables
	@$(BIN)/python -m tests.oracles compare --cases 50000

more: .venv/.dev ## look at more examples than make test does
	@HYPOTHESIS_PROFILE=more $(BIN)/pytest -q $(PARALLEL) $(MORE) $(TEST)

crash: .venv/.dev ## kill, cut off and race real servers (DURABILITY=full: for as long as it takes)
	@DURABILITY=$${DURABILITY:-ci} $(BIN)/pytest -q --timeout 0 -o log_cli=true -o log_cli_level=INFO \
	  tests/durability tests/store/test_model.py $(TEST)

soak: .venv/.dev ## look for longer: a million cases, planted errors, 10,000 histories, more examples
	@$(BIN)/python -m tests.oracles compare --cases 1000000
	@$(BIN)/python -m tests.oracles plant
	@HYPOTHESIS_PROFILE=soak $(BIN)/pytest $(PARALLEL) --timeout 0 $(MORE)
	@DURABILITY=full $(MAKE) crash

mutation: .venv/.dev ## break the rules one by one and count the breaks that tests/rules notices
	@$(BIN)/python .ci/mutation.py

##### environments: one a purpose, each from its lock

# A new interpreter below an environment makes all of it again.
%/bin/python:
	@echo "making $*"
	@python=$$(.ci/find-python "$(PYTHON)") && "$$python" -m venv --clear "$*"

.venv/.run: .venv/bin/python requirements/run.lock pyproject.toml
	@echo "installing requirements/run.lock and the project"
	@.venv/bin/python $(INSTALL) requirements/run.lock
	@.venv/bin/python $(PROJECT)
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	@echo "installing requirements/dev.lock"
	@.venv/bin/python $(INSTALL) requirements/dev.lock
	@touch $@

.venv-bench/.bench: .venv-bench/bin/python requirements/bench.lock pyproject.toml
	@echo "installing requirements/bench.lock and the project"
	@.venv-bench/bin/python $(INSTALL) requirements/bench.lock
	@.venv-bench/bin/python $(PROJECT)
	@touch $@

.venv-protos/.protos: .venv-protos/bin/python requirements/protos.lock
	@echo "installing requirements/protos.lock"
	@.venv-protos/bin/python $(INSTALL) requirements/protos.lock
	@touch $@

.venv-lock/.lock: .venv-lock/bin/python requirements/lock.lock
	@echo "installing requirements/lock.lock"
	@.venv-lock/bin/python $(INSTALL) requirements/lock.lock
	@touch $@

# LOCK=--upgrade takes the newest versions; without it only what pyproject.toml asks for changes.
LOCK ?=
COMPILE = .venv-lock/bin/uv pip compile -q --universal --generate-hashes --no-emit-index-url \
  --custom-compile-command 'make lock' $(LOCK)

.PHONY: lock
lock: .venv-lock/.lock ## write requirements/*.lock from pyproject.toml (LOCK=--upgrade for the newest)
	@$(COMPILE) --group build -o requirements/run.lock pyproject.toml
	@$(COMPILE) --group build -c requirements/run.lock --extra dev --extra parquet --extra postgres -o requirements/dev.lock pyproject.toml
	@$(COMPILE) --group build -c requirements/run.lock --extra bench -o requirements/bench.lock pyproject.toml
	@$(COMPILE) --group protos -o requirements/protos.lock
	@$(COMPILE) --group lock -o requirements/lock.lock
