# All that is done with this project, by people and by continuous integration. Needed beforehand: Rust by rustup,
# Node 20 or newer, make. Everything else is set up on first use; tools are cached per user and version.

.DEFAULT_GOAL := help
.NOTPARALLEL:

NPM := tests/node_modules/.package-lock.json
NPM_TYPES := tests/types/node_modules/.package-lock.json
NPM_PACKAGING := tests/packaging/node_modules/.package-lock.json
NPM_PORTAL := tests/portal/node_modules/.package-lock.json
NPM_OLDEST := tests/oldest/node_modules/.package-lock.json
WITH_TOOLS := node tests/setup/with-tools.mjs
PYTHON := node tests/setup/python.mjs
NODE_TEST := node --test --test-reporter=spec --test-concurrency=2
# Published reports to try the check on, and the list of cells that others rely on: folders beside the clone, which
# need not exist.
REPORTS ?= ../shared/reports
CONTRACT ?= ../shared/contract
# What a release must pass; `make release-check STAGES=size` looks at the rest alone.
STAGES ?= test size

heading = @printf '\n=== %s ===\n' '$(1)'

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: build $(if $(PORTAL),$(NPM_PORTAL)) ## build, serve the page, print its address (PORTAL=1: the adapters' examples, too)
	@PORTAL='$(PORTAL)' node tests/setup/serve.mjs

.PHONY: build
build: rust $(NPM) ## build the WebAssembly and the package (pkg)
	@node tests/setup/tools.mjs wasm-bindgen
	@node pkg/build.mjs

.PHONY: page
page: build ## the page as one file that is opened from disk (target/gouji.html)
	@node www/one-file.mjs

# The longest first.
TOGETHER := $(addprefix test-,browser-page browser-firefox browser-libraries browser-embedded packaging node repair types wasm)

.PHONY: test
test: browsers tools once-rust build $(NPM_TYPES) $(NPM_PACKAGING) $(NPM_PORTAL) $(NPM_OLDEST) ## everything below; what passed on the same files is not run again (AGAIN=1 runs it)
	@node tests/setup/once.mjs $(TOGETHER)
	$(call heading,All tests passed)

.PHONY: once-rust
once-rust:
	@node tests/setup/once.mjs test-rust

.PHONY: test-rust
test-rust: rust ## formatting, lints, the core natively
	$(call heading,Rust: formatting and lints)
	cargo fmt --check -- -l
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --target wasm32-unknown-unknown -- -D warnings
	$(call heading,Rust: tests)
	cargo test

.PHONY: test-repair
test-repair: rust ## repairs against a solver, and against slips put into real reports (tests/repair/README.md)
	$(call heading,Repairs: the cheapest there are)
	cargo build --quiet --example problems
	GOUJI_PROBLEMS=target/debug/examples/problems $(PYTHON) tests/repair/optimal.py --cases 40 --sets 4 --direct 20
	$(call heading,Repairs: what slips changed is restored)
	GOUJI_PROBLEMS=target/debug/examples/problems $(PYTHON) tests/repair/restore.py --cases 25 --least 95

.PHONY: test-wasm
test-wasm: rust browsers tools $(NPM) ## the core as WebAssembly in Chromium and Firefox
	$(call heading,WebAssembly in Chromium)
	$(WITH_TOOLS) wasm-pack test --headless --chrome -- --test wasm
	$(call heading,WebAssembly in Firefox)
	$(WITH_TOOLS) wasm-pack test --headless --firefox -- --test wasm

.PHONY: test-node
test-node: build $(NPM_OLDEST) ## the package in Node
	$(call heading,The package in Node)
	$(NODE_TEST) $(sort $(wildcard tests/node/*.test.mjs))

.PHONY: test-types
test-types: build $(NPM_TYPES) ## the declared types, and the README's examples
	$(call heading,The types)
	$(NODE_TEST) $(sort $(wildcard tests/types/*.test.mjs))

.PHONY: test-browser
test-browser: browsers tools build $(NPM_PORTAL) ## the pages, and the adapters with their libraries, in Chromium and, where browsers differ, Firefox (BROWSERS=chromium,firefox: all in both); test-browser-firefox: one of tests/browser/lane-*
	$(call heading,The pages and the adapters in browsers)
	$(NODE_TEST) --test-concurrency=3 $(wildcard tests/browser/lane-*.mjs)

test-browser-%: browsers tools build $(NPM_PORTAL)
	$(call heading,In browsers: $*)
	$(NODE_TEST) tests/browser/lane-$*.mjs

.PHONY: test-packaging
test-packaging: browsers tools build $(NPM_PACKAGING) ## the packed package in Node, bundlers, browsers, form libraries
	$(call heading,The package as installed)
	node tests/packaging/run.mjs

.PHONY: repair
repair: rust ## the same on thousands of cases, also of REPORTS; rewrites the figures in tests/repair/README.md
	cargo build --release --example problems
	GOUJI_REPORTS='$(abspath $(REPORTS))' $(PYTHON) tests/repair/restore.py --cases 300 --write
	GOUJI_REPORTS='$(abspath $(REPORTS))' $(PYTHON) tests/repair/optimal.py --cases 4000 --write

.PHONY: documents
documents: browsers build $(NPM_PORTAL) ## documents as programs write them (tests/documents/programs); needs LibreOffice, see tests/documents/make/make.py
	cargo build --quiet --bin gouji
	$(PYTHON) tests/documents/make/make.py
	node tests/documents/make/clipboard.mjs

.PHONY: bench
bench: browsers build ## speed beside other validators and readers, in Node and in Chromium
	node tests/bench/bench.mjs
	node tests/bench/documents.mjs
	node tests/bench/browser.mjs

.PHONY: corpus
corpus: build ## the check on published reports, where their folder exists (REPORTS=folder)
	GOUJI_REPORTS='$(REPORTS)' GOUJI_CONTRACT='$(CONTRACT)' cargo test --test native corpus:: -- --ignored --nocapture --test-threads=1
	GOUJI_DOCUMENTS='$(abspath $(REPORTS))/raw' $(NODE_TEST) tests/node/documents.test.mjs

.PHONY: size
size: build ## what each entry weighs on the wire; fails over the budgets
	@node tests/size.mjs

.PHONY: pictures
pictures: browsers build ## take the pictures of the page that the READMEs show (www/pictures)
	@node tests/browser/pictures.mjs

.PHONY: audit
audit: rust $(NPM) ## what takes long: fuzzing, mutants, dependencies, two clean builds (tests/audit/README.md)
	@node tests/audit/audit.mjs

.PHONY: release-check
release-check: ## everything short of publishing (STAGES="test size": what is made first)
	@node tests/release/before.mjs
	@BROWSERS=chromium,firefox CHROMIUM="$${CHROMIUM:-chromium}" $(MAKE) build $(STAGES)
	@node tests/release/shipped.mjs

.PHONY: clean
clean: ## remove what was built here (the user's tool cache stays)
	rm -rf target pkg/dist pkg/LICENSE-* pkg/*.cjs pkg/*.d.cts pkg/adapters/*.cjs pkg/adapters/*.d.cts pkg/*.wasm pkg/*.global.js pkg/integrity.json pkg/sbom.json www/rules/examples.js tests/node_modules tests/*/node_modules

# --- setting up ---

.PHONY: rust
rust:
	@node tests/setup/rust.mjs

.PHONY: browsers
browsers:
	@node tests/setup/browsers.mjs

.PHONY: tools
tools: rust
	@node tests/setup/tools.mjs wasm-bindgen wasm-pack geckodriver

$(NPM) $(NPM_TYPES) $(NPM_PACKAGING) $(NPM_PORTAL) $(NPM_OLDEST): %/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $*
	@mkdir -p $(@D)
	@touch $@
