.PHONY: run test check format demo-reset screens figures blind drill bench-progress bench-search bench-search-full bench-eligibility bench-enumeration lock

python = .venv/bin/python
compile = .venv/bin/uv pip compile -q --universal --python-version 3.12 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml

run: ## starts the demo; PORT=8001 chooses another port
	@exec sh .ci/demo.sh

test: ## every test, on SQLite and on PostgreSQL
	@sh .ci/test.sh

check: ## lint, types, templates, imports, migrations, deployment
	@sh .ci/check.sh

format: dev
	$(python) -m ruff check --fix .
	$(python) -m ruff format .
	find templates -name '*.html' -exec .venv/bin/djade --target-version 6.1 {} +

demo-reset: ## makes the demo's data anew; stop `make run` first
	@sh .ci/demo-reset.sh

screens: dev ## pictures of the main pages, in screens/
	@CHROMIUM="$$(sh .ci/browser.sh)" $(python) -m tests.screens

figures: dev ## draws all figures into files, and one picture of them in docs/img/
	@DEBUG=1 $(python) manage.py bake_figures
	@CHROMIUM="$$(sh .ci/browser.sh)" $(python) -m tests.contact_sheet

blind: dev ## unnamed stills for fresh eyes, in screens/blind/; KEYS="bridge walk" asks for some
	@CHROMIUM="$$(sh .ci/browser.sh)" $(python) -m tests.blind $(KEYS)

drill: dev ## kill -9 in the midst of writes: nothing acknowledged is lost
	@$(python) -m tests.drills.kill

bench-progress: dev ## /progress/ of 5 years among 10 million rows; takes a while
	@$(python) -m tests.benchmarks.progress
	@if sh .ci/postgresql.sh; then \
		sh .ci/postgresql.sh $(python) -m tests.benchmarks.progress --here; \
	else echo "no PostgreSQL here: measured on SQLite alone"; fi

bench-search: dev ## search among the names of a list: NAMES=file.csv
	@$(python) -m tests.benchmarks.search --names "$(NAMES)"
	@if sh .ci/postgresql.sh; then \
		sh .ci/postgresql.sh $(python) -m tests.benchmarks.search --here --names "$(NAMES)"; \
	else echo "no PostgreSQL here: measured on SQLite alone"; fi

bench-search-full: dev ## search among 1,000,000 and 5,000,000 made names; takes a while
	@for number in 1000000 5000000; do \
		$(python) -m tests.benchmarks.search --number $$number; \
		if sh .ci/postgresql.sh; then \
			sh .ci/postgresql.sh $(python) -m tests.benchmarks.search --here --number $$number; \
		else echo "no PostgreSQL here: measured on SQLite alone"; fi; done

bench-eligibility: dev ## eligibility files of 100,000 people, CSV and X12 834: time and memory
	@$(python) -m tests.benchmarks.eligibility
	@if sh .ci/postgresql.sh; then \
		sh .ci/postgresql.sh $(python) -m tests.benchmarks.eligibility --here; \
	else echo "no PostgreSQL here: measured on SQLite alone"; fi

bench-enumeration: dev ## do the times of failed coverage checks tell them apart?
	@$(python) -m tests.benchmarks.enumeration
	@if sh .ci/postgresql.sh; then \
		sh .ci/postgresql.sh $(python) -m tests.benchmarks.enumeration --here; \
	else echo "no PostgreSQL here: measured on SQLite alone"; fi

lock: dev ## writes the hashes of all packages
	$(compile) -o requirements.txt
	$(compile) --group dev -o requirements-dev.txt

.PHONY: dev
dev:
	@sh .ci/venv.sh requirements-dev.txt
