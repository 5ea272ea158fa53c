# All that is done with this project, by people and by continuous integration. Needed beforehand: Rust by rustup,
# Node 20 or newer, make. Everything else is set up on first use; tools are cached per user and version.

.DEFAULT_GOAL := help
.NOTPARALLEL:

NPM := tests/node_modules/.package-lock.json
WITH_TOOLS := node tests/setup/with-tools.mjs
NODE_TEST := node --test --test-reporter=spec
# Published reports to try the check on, and the list of cells that others rely on: folders beside the clone, which
# need not exist.
REPORTS ?= ../shared/reports
CONTRACT ?= ../shared/contract

heading = @printf '\n=== %s ===\n' '$(1)'

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: build ## build, serve the page on this machine, print its address
	@node tests/setup/serve.mjs

.PHONY: build
build: rust $(NPM) ## build the WebAssembly and the package (pkg/dist)
	@node tests/setup/tools.mjs wasm-bindgen
	@node pkg/build.mjs

.PHONY: test
test: browsers tools test-rust test-wasm test-node test-browser ## everything below, in this order
	$(call heading,All tests passed)

.PHONY: test-rust
test-rust: rust ## formatting, lints, the core natively
	$(call heading,Rust: formatting and lints)
	cargo fmt --check -- -l
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --lib --target wasm32-unknown-unknown -- -D warnings
	$(call heading,Rust: tests)
	cargo test

.PHONY: test-wasm
test-wasm: rust browsers tools $(NPM) ## the core as WebAssembly in Chromium and Firefox
	$(call heading,WebAssembly in Chromium)
	$(WITH_TOOLS) wasm-pack test --headless --chrome -- --test wasm
	$(call heading,WebAssembly in Firefox)
	$(WITH_TOOLS) wasm-pack test --headless --firefox -- --test wasm

.PHONY: test-node
test-node: build ## the package in Node
	$(call heading,The package in Node)
	$(NODE_TEST) $(sort $(wildcard tests/node/*.test.mjs))

.PHONY: test-browser
test-browser: browsers tools build ## the page in Chromium and Firefox, on the shipped bytes
	$(call heading,The page in browsers)
	$(NODE_TEST) --test-concurrency=1 $(sort $(wildcard tests/browser/*.test.mjs))

.PHONY: bench
bench: build ## speed beside other validators, in one run
	node tests/bench/bench.mjs

.PHONY: corpus
corpus: rust ## the check on published reports, where their folder exists (REPORTS=folder)
	GOUJI_REPORTS='$(REPORTS)' GOUJI_CONTRACT='$(CONTRACT)' cargo test --test corpus -- --ignored --nocapture --test-threads=1

.PHONY: size
size: build ## what each entry weighs on the wire; fails over the budgets
	@node tests/size.mjs

.PHONY: clean
clean: ## remove what was built here (the user's tool cache stays)
	rm -rf target pkg/dist pkg/LICENSE-* tests/node_modules

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

$(NPM): tests/package-lock.json
	npm ci --prefix tests
	@touch $@
