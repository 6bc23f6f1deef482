# Two commands for a fresh machine with Python 3.11 or newer: `make brief` and `make test`.
PYTHON ?= python3
VENV ?= .venv
PIP = $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
EXAMPLE = examples/moscow-talks/brief.yaml

.PHONY: brief test lint fuzz docs conformance bench-pdf bench-docx clean

brief: $(VENV)/.ready
	@$(VENV)/bin/briefgen build $(EXAMPLE) -o out/ --to pdf,docx,md
	@echo "Made from $(EXAMPLE):"
	@ls -1 out/brief.pdf out/brief.docx out/brief.md | sed "s|^|  $(CURDIR)/|"

test: $(VENV)/.ready-test
	$(VENV)/bin/python -m pytest

lint: $(VENV)/.ready-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# The documentation as a site in out/docs/; a warning, such as a link to nothing, is an error.
docs: $(VENV)/.ready-docs
	$(VENV)/bin/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env -d out/.doctrees docs out/docs
	@echo "The documentation: $(CURDIR)/out/docs/index.html"

# veraPDF's and the Open XML SDK's verdicts on every example; a JDK, JAXB and the SDK's validator are installed if missing.
conformance: $(VENV)/.ready-conformance
	$(VENV)/bin/python tests/conformance/judges/verapdf.py
	$(VENV)/bin/python tests/conformance/judges/openxml.py $(VENV)/judges

# Looks for inputs that bring anything but a told error, so many seconds for each target: `make fuzz SECONDS=900`.
SECONDS ?= 60
fuzz: $(VENV)/.ready-fuzz
	@for target in brief bibliography prose template; do \
	  echo "== $$target"; $(VENV)/bin/python tests/fuzz/fuzz.py $$target $(SECONDS) || exit 1; \
	done

# How fast PDF is made beside other engines; some minutes. `make bench-pdf SLOW=--slow` takes documents of 500 pages too.
bench-pdf: $(VENV)/.ready-bench
	$(VENV)/bin/python tests/benchmarks/bench_pdf.py $(SLOW)

# How fast Word files are made beside docxtpl, python-docx and pandoc; SLOW=--slow as above.
bench-docx: $(VENV)/.ready-bench
	$(VENV)/bin/python tests/benchmarks/bench_docx.py $(SLOW)

clean:
	rm -rf $(VENV) out dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefgen needs Python 3.11 or newer; name one with make PYTHON=…")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e .
	@touch $@

$(VENV)/.ready-test: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[test]"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-conformance: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[conformance]"
	@touch $@ $(VENV)/.ready-test $(VENV)/.ready

$(VENV)/.ready-bench: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[bench]"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-docs: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[docs]"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-fuzz: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[fuzz]"
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-dev: pyproject.toml | $(VENV)/bin/python
	$(PIP) install -e ".[dev]"
	@touch $@ $(VENV)/.ready-test $(VENV)/.ready
