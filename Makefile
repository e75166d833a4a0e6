# make pipeline ARTICLES=dir OUT=dir   reads articles, writes tables and charts
# Each target does its own set-up: Go downloads the modules that go.mod pins.

ARTICLES ?= examples
OUT      ?= outputs
FLAGS    ?=

GO       ?= go

.DEFAULT_GOAL := help
.PHONY: help pipeline charts test bench golden docs lint build

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 12

pipeline: build ## read ARTICLES (default: examples), write tables and charts to OUT (default: outputs)
	./parley run $(ARTICLES) --out $(OUT) $(FLAGS)

charts: build ## draw the charts again from the tables in OUT
	./parley charts --out $(OUT)

build: ## build the program, ./parley
	$(GO) build -o parley .

test: ## run every test
	$(GO) vet ./...
	$(GO) test ./...

bench: ## measure speed and memory
	$(GO) test -run '^$$' -bench . -benchmem ./...

golden: ## write the golden files anew; read the diff before you commit it
	$(GO) test $$(grep -lrE --include='*_test.go' '"update"|stagetest\.Golden' . | xargs -n1 dirname | sort -u) -update

docs: build ## write schemas/README.md from the row types
	./parley schema --markdown > schemas/README.md

lint: ## check form and likely mistakes
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || (echo 'gofmt -w these files' >&2; exit 1)
	$(GO) vet ./...
