# What people type. Every part can be run alone; each is safe to repeat.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help demo test test-fast lint types contracts migrations test-sqlite test-postgres wheel-test \
	browser-test pictures messages bench lock clean-demo again

PORT ?= 8000
PYTHON := .venv/bin/python
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)
MIGRATIONS := $(shell find curriculum modules assessments -path '*/migrations/*.py')

help:
	@echo "make demo          the site with an invented school on http://127.0.0.1:$(PORT)/ (PORT= changes it)"
	@echo "make test          everything that must hold; make test-fast leaves out browser, PostgreSQL and wheel"
	@echo "make lint          style, types and import contracts"
	@echo "make messages      brings the catalogues in locales/ up to date"
	@echo "make bench         measures the pages against an empty one"
	@echo "make pictures      draws the screens of the README again"
	@echo "make lock          resolves the dependencies again"
	@echo "make wheel-test    the plugins in a Wagtail project of their own"
	@echo "make clean-demo    forgets the invented school"

# --- Set-up: done again only when the file behind it changes ---

.venv/.runtime: requirements.lock
	@.ci/environment requirements.lock
	@touch $@

.venv/.development: requirements-dev.lock
	@.ci/environment requirements-dev.lock
	@touch $@

var/.javascript: package-lock.json .venv/.runtime
	@mkdir -p var
	@.ci/javascript --omit=dev
	@touch $@

var/.javascript-development: package-lock.json .venv/.runtime
	@mkdir -p var
	@.ci/javascript
	@touch $@ var/.javascript

var/.catalogues: $(CATALOGUES) .venv/.runtime
	@mkdir -p var
	@echo "▸ Compiling the texts"
	@$(PYTHON) manage.py compile_catalogues
	@touch $@

# A database that was thrown away is made again.
var/.migrated: export DATABASE_URL =
var/.migrated: $(MIGRATIONS) .venv/.runtime $(if $(wildcard var/cuidar.sqlite3),,again)
	@mkdir -p var
	@echo "▸ Preparing the database"
	@$(PYTHON) manage.py migrate
	@touch $@

# --- The demonstration ---

demo: .venv/.runtime var/.javascript var/.catalogues var/.migrated
	@PORT=$(PORT) .ci/demo

clean-demo:
	rm -rf var/cuidar.sqlite3* var/media var/private

# --- What must hold ---

test: test-fast test-postgres wheel-test browser-test
	@.ci/verdict

test-fast: lint migrations test-sqlite

lint: .venv/.development
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports

migrations: .venv/.development
	DATABASE_URL= $(PYTHON) manage.py makemigrations --check --dry-run --settings=curriculum.site.settings.test

test-sqlite: .venv/.development var/.catalogues var/.javascript-development
	DATABASE_URL= $(PYTHON) -m pytest -n 2

# The pure rules, the looks and the texts know no database: once is enough for them.
test-postgres: .venv/.development var/.catalogues var/.javascript-development
	.ci/with-postgres $(PYTHON) -m pytest -n 2 --ignore=tests/curriculum/rules --ignore=tests/design --ignore=tests/test_catalogues.py

wheel-test: .venv/.development var/.catalogues
	$(PYTHON) -m pytest -m wheel tests/wheel

browser-test: .venv/.development var/.catalogues var/.javascript-development
	.ci/with-browser $(PYTHON) -m pytest -m browser tests/browser

# --- Now and then ---

pictures: .venv/.development var/.catalogues
	.ci/with-browser $(PYTHON) -m pytest -n 0 -m browser tests/browser/draw_screens.py

messages: .venv/.development
	$(PYTHON) manage.py update_messages
	$(PYTHON) manage.py compile_catalogues

bench: .venv/.development var/.catalogues var/.javascript-development
	.ci/with-postgres .ci/with-browser $(PYTHON) -m tests.bench
	@test ! -e var/postgres-did-not-run || DATABASE_URL= .ci/with-browser $(PYTHON) -m tests.bench

LOCK := .venv/bin/uv pip compile pyproject.toml --extra site --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --quiet

lock:
	@test -x .venv/bin/uv || .venv/bin/python -m pip install uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) --group dev --output-file requirements-dev.lock
