#!/usr/bin/env bash
# Run parley on the gold sets in ../shared/gold and print what the scorers say.
#
#   scripts/score.sh [SET ...]     articles coded fold polnear plover talks figures html text ud; default: all but fold
#
# coded scores the coded articles on Ukraine and on other conflicts, fold only those of them that training leaves out.
# The tables stay in the folder $SCORE_DIR (default: a temporary one, removed). $FLAGS goes to parley run.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=$(cd ../shared/gold && pwd)
dir=${SCORE_DIR:-}
if [ -z "$dir" ]; then
	dir=$(mktemp -d)
	trap 'rm -rf "$dir"' EXIT
fi
go build -o "$dir/parley" .

# run SET INPUT...: the tables of a run as JSON lines in $dir/SET
run() {
	local set=$1 out=$dir/$1/out
	shift
	mkdir -p "$out"
	"$dir/parley" run --quiet --force ${FLAGS:-} --out "$out" "$@"
	for t in articles actors mentions statements figures events sentences positions meetings; do
		[ ! -e "$out/$t.parquet" ] || "$dir/parley" show "$t" --json --out "$out" >"$dir/$set/$t.jsonl"
	done
}

# coded NAME TABLES [FLAG]: all that is coded of the articles on Ukraine or the world
coded() {
	local name=$1 tables=$2
	shift 2
	echo "-- $name"
	python3 "$gold/score_coded.py" "$gold/coded/$name.jsonl" "$tables" "$@"
	for kind in layers statements figures; do
		python3 "$gold/score_$kind.py" "$gold/coded/$name.jsonl" "$gold/$kind/$name.jsonl" "$tables" "$@"
	done
}

for set in ${*:-articles coded polnear plover talks figures html text ud}; do
	echo "== $set"
	case $set in
	articles)
		run articles ../shared/seeds ../shared/corpus
		python3 "$gold/score.py" "$gold/articles" "$dir/articles"
		;;
	coded | fold)
		run ukraine ../shared/corpus
		run world ../shared/world/articles.jsonl
		for name in ukraine world; do
			coded "$name" "$dir/$name" $([ "$set" = coded ] || echo --fold)
		done
		;;
	polnear)
		run polnear "$gold/polnear/train.jsonl"
		python3 "$gold/score_sets.py" polnear "$gold/polnear/train.jsonl" "$dir/polnear"
		;;
	plover)
		run plover "$gold/plover/gsr.jsonl"
		python3 "$gold/score_sets.py" plover "$gold/plover/gsr.jsonl" "$dir/plover"
		;;
	talks)
		run talks "$gold/talks/sentences.jsonl"
		python3 "$gold/score_sets.py" talks "$gold/talks/sentences.jsonl" "$dir/talks"
		;;
	figures)
		python3 "$gold/score_sets.py" docs "$gold/recognizers/" >"$dir/figures_docs.jsonl"
		run figures "$dir/figures_docs.jsonl"
		python3 "$gold/score_sets.py" figures "$gold/recognizers/" "$dir/figures"
		;;
	html | text)
		run "$set" "$gold/extraction/$set"
		python3 "$gold/score_sets.py" extraction "$gold/extraction/" "$dir/$set"
		;;
	ud)
		go run ./scripts/train -eval "$gold/ud/en_ewt-dev.conllu"
		;;
	*)
		echo "there is no set $set" >&2
		exit 2
		;;
	esac
done
