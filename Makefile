# make pipeline ARTICLES=dir OUT=dir   reads articles, writes tables and charts
# Each target does its own set-up: Go downloads the modules that go.mod pins.

ARTICLES ?= examples
OUT      ?= outputs
FLAGS    ?=

GO       ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.DEFAULT_GOAL := help
.PHONY: help pipeline charts test race bench golden docs lint build train-encoder

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 15

pipeline: build ## read ARTICLES (default: examples), write tables and charts to OUT (default: outputs)
	./parley run $(ARTICLES) --out $(OUT) $(FLAGS)

charts: build ## draw the charts again from the tables in OUT
	./parley charts --out $(OUT)

build: ## build the program, ./parley
	$(GO) build -o parley .

test: ## run every test
	$(GO) vet ./...
	$(GO) test ./...

race: ## run what works in parallel under the race detector
	$(GO) test -race -timeout 20m -run 'Workers|InOrder|AFailing|TwoRuns' ./pipeline
	$(GO) test -race ./stages/language/... ./stages/stagetest

bench: ## measure speed and memory
	$(GO) test -run '^$$' -bench . -benchmem ./...

golden: ## write the golden files anew; read the diff before you commit it
	$(GO) test $$(grep -lrE --include='*_test.go' '"update"|stagetest\.Golden' . | xargs -n1 dirname | sort -u) -update

docs: build ## write schemas/README.md from the row types
	./parley schema --markdown > schemas/README.md

lint: ## check form and likely mistakes
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || (echo 'gofmt -w these files' >&2; exit 1)
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

# FOLD=1 leaves a fifth of the articles out, prints all figures on them and writes .train/fold.bin; without it all articles are trained
# on, with the calibration of the fold model if there is one, and SETS=ukraine, WITHOUT=iran leave out more. A run that was cut off goes on
# from its last epoch; `rm -r .train` starts anew. About an hour on two cores.
TRAINED = .train/$(if $(FOLD),fold,all)
train-encoder: .venv-train/done ## train the learned reader (see docs/model.md)
	mkdir -p .train
	cd scripts/train && FOLD=$(FOLD) SETS=$(SETS) WITHOUT=$(WITHOUT) ../../.venv-train/bin/python -m encoder $(ENCODER_FLAGS) \
		--work ../../$(TRAINED) --out ../../$(TRAINED).bin \
		$(if $(FOLD),,--calibration ../../$(firstword $(wildcard .train/fold.bin) stages/language/encoder/model.bin))

.venv-train/done: scripts/train/encoder/requirements-encoder.txt
	python3 -m venv .venv-train
	.venv-train/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	touch $@
