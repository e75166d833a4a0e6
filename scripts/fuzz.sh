#!/usr/bin/env bash
# fuzz.sh [TURN OF]: runs each fuzz target for FUZZTIME (default 30s), or those whose turn it is: the TURN-th of OF parts.
# What fails is kept by Go under testdata/fuzz of its package: commit it with the fix, and it is a test from then on.
set -euo pipefail
cd "$(dirname "$0")/.."
turn=${1:-0} of=${2:-1} n=0
grep -rl --include='*_test.go' '^func Fuzz' . | sort | while read -r file; do
	for target in $(sed -n 's/^func \(Fuzz[A-Za-z]*\)(.*/\1/p' "$file"); do
		if [ $((n++ % of)) = $((turn % of)) ]; then
			echo "== $target in $(dirname "$file")"
			go test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-30s}" -fuzzminimizetime 5s -parallel 2 "$(dirname "$file")"
		fi
	done
done
