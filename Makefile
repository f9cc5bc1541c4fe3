# make run     try the site at http://127.0.0.1:8000 (HOST, PORT and DATABASE_URL change that)
# make test    the whole suite
# make check   everything that must hold before a change goes in
# make bench   each operation beside its limit (BENCH="--assessments 1000000" goes to the end)
# make lock    pin the dependencies anew;  make messages  gather and compile the French texts
# make release what a server needs, into dist/ (docs/deploy.md);  make licences  docs/licences.md anew

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
HTTPS ?= off
ALLOWED_HOSTS ?= 127.0.0.1,localhost,[::1],$(HOST)
BASE_URL ?= http://$(HOST):$(PORT)
export HTTPS ALLOWED_HOSTS BASE_URL

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/python -m pytest --numprocesses auto --dist loadfile --quiet
PO := locale/fr/LC_MESSAGES/django.po
GATHER := SECRET_KEY_FILE=var/secret-key $(MANAGE) makemessages --locale fr --no-location --no-wrap --no-obsolete --ignore .venv --ignore var

.PHONY: run test check bench lock messages release licences
.DELETE_ON_ERROR:

run: .venv/installed var/secret-key var/static/gathered
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_catalogue --publish --if-none
	@$(MANAGE) purge --delete --although-late > /dev/null
	@exec $(MANAGE) serve --host $(HOST) --port $(PORT)

# A key of its own for every copy of the site, drawn once; an operator sets SECRET_KEY or SECRET_KEY_FILE instead.
run: export SECRET_KEY_FILE ?= var/secret-key
var/static/gathered: export SECRET_KEY_FILE ?= var/secret-key

test: .venv/developing
	@$(PYTEST)

check: .venv/developing var/secret-key
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run $(BIN)/ruff format"; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/djade --target-version 5.2 --check $(wildcard templates/*.html templates/*/*.html templates/*/*/*.html) 2> var/djade.log || { cat var/djade.log; exit 1; }
	@$(BIN)/mypy .
	@$(BIN)/lint-imports --no-logo > var/imports.log || { cat var/imports.log; exit 1; }
	@SECRET_KEY_FILE=var/secret-key $(MANAGE) makemigrations --check --dry-run
	@command -v xgettext > /dev/null || { echo "make check needs gettext (Debian: apt install gettext)"; exit 1; }
	@cp $(PO) var/before.po; $(GATHER) > /dev/null; cp $(PO) var/after.po; mv var/before.po $(PO)
	@diff --ignore-matching-lines=POT-Creation-Date $(PO) var/after.po || { echo "Texts have changed: run make messages and translate"; exit 1; }
	@$(PYTEST) --cov --cov-report=term

bench: .venv/developing
	@$(BIN)/python -m bench $(BENCH)
	@$(BIN)/python -m bench.journey

lock: .venv/developing
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet --custom-compile-command "make lock" --output-file requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --extra parquet --constraints requirements.txt --universal --python-version 3.11 --generate-hashes --quiet --custom-compile-command "make lock" --output-file requirements-parquet.txt
	@$(BIN)/uv pip compile pyproject.toml --extra dev --constraints requirements.txt --universal --python-version 3.11 --generate-hashes --quiet --custom-compile-command "make lock" --output-file requirements-dev.txt

messages: .venv/developing var/secret-key
	@$(GATHER)
	@msgfmt --check --output-file $(PO:.po=.mo) $(PO)

# Beside the wheel lies the list that installs it: everything pinned, the wheel too, each by its hash.
release: .venv/developing
	@rm -rf dist
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --wheel-dir dist .
	@cp -R requirements.txt deploy dist
	@cd dist && sha256sum *.whl | while read -r hash wheel; do echo "./$$wheel --hash=sha256:$$hash"; done >> requirements.txt
	@ls -d dist/*

licences: .venv/developing
	@$(BIN)/python docs/licences.py > docs/licences.md

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing what careerquiz needs into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/developing: requirements-dev.txt | .venv/bin/python
	@echo "Installing what the tests need into .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@

.venv/bin/python:
	@command -v $(PYTHON) > /dev/null || { echo "careerquiz needs Python 3.11 or newer, and $(PYTHON) is not there."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "careerquiz needs Python 3.11 or newer; this is $$($(PYTHON) --version). PYTHON=python3.12 make run takes another."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo "Python's venv module is missing (Debian: apt install python3-venv)."; exit 1; }
	@$(PYTHON) -m venv .venv

var/secret-key: | .venv/bin/python
	@mkdir -p var
	@umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))' > $@

var/static/gathered: $(shell find static -type f) requirements.txt | .venv/installed var/secret-key
	@$(MANAGE) collectstatic --noinput --clear --verbosity 0
	@touch $@
