"""Coded articles: reading, the fold that is left out, and names swapped for others of their kind."""
import csv
import hashlib
import json
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))


def read_jsonl(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load(gold, name):
    """Articles of one set ("ukraine" or "world"): dicts of file, sentences, events, talks, background, positions, statements."""
    layers = {a["file"]: a for a in read_jsonl(f"{gold}/layers/{name}.jsonl")}
    statements = {a["file"]: a for a in read_jsonl(f"{gold}/statements/{name}.jsonl")}
    out = []
    for a in read_jsonl(f"{gold}/coded/{name}.jsonl"):
        layer = layers[a["file"]]
        out.append(dict(file=a["file"], set=name, sentences=a["sentences"], events=a["events"], talks=a["talks"],
                        background=layer["background"], positions=layer["positions"],
                        statements=statements[a["file"]]["statements"]))
    return out


def load_single_sentences(gold):
    """The sentences of gold/talks as articles of one sentence, of which nothing but the attitude is coded."""
    nothing = dict(events=[], background=[], positions=[], statements=[])
    return [dict(nothing, file=s["source"] + " " + s["id"], set="talks", sentences=[s["text"]],
                 talks=[[0, s["sentiment"]]] if s["about_talks"] else [], attitude_only=True)
            for s in read_jsonl(f"{gold}/talks/sentences.jsonl")]


def folder_of_articles(gold):
    """Names of the articles of gold/articles, which are read elsewhere and so never chosen by."""
    folder, names = f"{gold}/articles", set()
    for f in sorted(os.listdir(folder)):
        with open(f"{folder}/{f}", encoding="utf-8") as article:
            names.add(json.load(article)["file"])
    return names


def in_fold(file):
    """Whether an article is of the fifth that is left out by its name's hash."""
    return int(hashlib.sha256(file.encode()).hexdigest(), 16) % 5 == 0


# ---- names swapped -------------------------------------------------------------------------------------------------------

class Swapper:
    """Replaces states, with their adjectives, capitals and leaders, by others, so that acts are learned and not a war's names.

    The same replacement is made in the sentences and in the coded phrases of an article, so that the phrases are found again.
    """

    def __init__(self, path=f"{HERE}/names.tsv"):
        with open(path, encoding="utf-8") as f:
            self.rows = list(csv.reader((x for x in f if not x.startswith("#")), delimiter="\t"))
        self.forms = {form: (row, column) for row, forms in enumerate(self.rows) for column, form in enumerate(forms) if form}
        longest = sorted(self.forms, key=lambda form: (-len(form), form))
        self.pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest)) + r")(?!\w)")

    def swap(self, article, rng):
        """The article with every name of the table replaced by that of another state, all names of a state by the same one's."""
        order = list(range(len(self.rows)))
        rng.shuffle(order)

        def other(match):
            row, column = self.forms[match.group(1)]
            return self.rows[order[row]][column] or match.group(1)

        def text(s):
            return self.pattern.sub(other, s) if isinstance(s, str) else s

        def deep(x):
            return [deep(y) for y in x] if isinstance(x, (list, tuple)) else text(x)

        out = dict(article, sentences=deep(article["sentences"]), statements=deep(article["statements"]))
        out["events"] = [[e[0], e[1], text(e[2]), deep(e[3]), deep(e[4]), *e[5:]] for e in article["events"]]
        out["positions"] = [[p[0], p[1], p[2], *deep(p[3:])] for p in article["positions"]]
        return out


def augmented(articles, share, swapper, seed):
    """The articles, each with the given probability with names swapped."""
    rng = random.Random(seed)
    return [swapper.swap(a, rng) if rng.random() < share else a for a in articles]
