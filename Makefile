# make pipeline ARTICLES=dir OUT=dir   reads articles, writes tables and charts
# Each target does its own set-up: Go downloads the modules that go.mod pins.

ARTICLES ?= examples
OUT      ?= outputs
FLAGS    ?=

GO       ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.DEFAULT_GOAL := help
.PHONY: help pipeline charts test race fuzz release bench golden docs lint build train-encoder

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

fuzz: ## run each fuzz target for FUZZTIME (default 30s)
	scripts/fuzz.sh

RELEASE = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
release: ## build the program for the usual systems into dist/ and print the checksums
	rm -rf dist && mkdir dist
	@set -e; for p in $(RELEASE); do \
		out=dist/parley-$${p%/*}-$${p#*/}; case $$p in windows/*) out=$$out.exe;; esac; \
		CGO_ENABLED=0 GOOS=$${p%/*} GOARCH=$${p#*/} $(GO) build -trimpath -ldflags '-s -w' -o $$out .; \
	done
	cd dist && sha256sum parley-* | tee SHA256SUMS

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

# First a fold model, which has not seen a fifth of the articles: its figures on them are printed and its confidences calibrated
# (.train/RUN/fold.bin). FOLD=1 stops there; else it goes on over all articles, with that calibration (.train/RUN/all.bin).
# SETS=ukraine and WITHOUT=iran leave out more, in a RUN of their own. A run that was cut off goes on from its last epoch.
RUN     = .train/$(or $(SETS),all)$(if $(WITHOUT),-without-$(WITHOUT))
ENCODER = cd scripts/train && SETS=$(SETS) WITHOUT=$(WITHOUT) $(1) ../../.venv-train/bin/python -m encoder
train-encoder: .venv-train/done ## train the learned reader (see docs/model.md)
	$(call ENCODER,FOLD=1) --work ../../$(RUN)/fold --out ../../$(RUN)/fold.bin --epochs 9
ifndef FOLD
	$(call ENCODER) --work ../../$(RUN)/all --out ../../$(RUN)/all.bin --epochs 1 --rate 5e-5 \
		--start ../../$(RUN)/fold/epoch9.pkl --calibration ../../$(RUN)/fold.bin
endif

.venv-train/done: scripts/train/encoder/requirements-encoder.txt
	python3 -m venv .venv-train
	.venv-train/bin/pip install --quiet --disable-pip-version-check --no-deps -r $<
	touch $@
