# Needs Python 3.11 or newer, and make. Everything else is installed into .venv/ by start.py.
PYTHON ?= python3
BIN = .venv/bin
TYPED = app tests config.py wsgi.py start.py gunicorn.conf.py
COMPILE = $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-header pyproject.toml

.PHONY: help run test lint format bench assets environment lock clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 20

run: ## serve the guide on this machine; PORT=8123 and DATA_DIR=/elsewhere may be given
	@$(PYTHON) start.py

test: environment lint ## check and test everything; what CI runs
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

lint: environment ## ruff, mypy and import-linter
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(TYPED)
	@$(BIN)/lint-imports --no-logo

format: environment ## lay out the code and mend what can be mended
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: environment ## measure speed and search quality
	@$(BIN)/python -m benchmarks

assets: ## build the css and js again, from npm
	@npm ci --silent && npm run build --silent

environment:
	@$(PYTHON) start.py --dev

lock: environment ## write the lock files again from pyproject.toml
	@$(COMPILE) --output-file requirements.lock
	@$(COMPILE) --extra dev --output-file requirements-dev.lock

clean: ## remove what can be made again; your data in instance/ stays
	@rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
