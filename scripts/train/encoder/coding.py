"""Articles coded for training besides the gold: kept as places in the texts of ../shared/more.jsonl.gz, so that no text is copied.

further.jsonl has a line for each article: {"id": record of more.jsonl.gz, "sentences": [[start, end] in the record's text, or null],
"E": events, "T": sentences on talks, "S": statements, "P": positions}. A phrase is [start, end] within its sentence in code points,
or "^name" where only the context names it, or null.

    python -m encoder.coding SENTENCES.jsonl CODED.tsv... > further.jsonl

makes it from lines as a person codes them: tab-separated, after the rules for events and talks, statements, and positions:

    ARTICLE E SENTENCE TYPE TRIGGER SOURCES TARGETS STATUS SAME b-if-background
    ARTICLE T SENTENCE ATTITUDE HOLDER
    ARTICLE S SENTENCE CUE SPEAKER WHO TYPE FROM TO LAST
    ARTICLE P SENTENCE ISSUE STANCE HOLDER CONTENT

SENTENCES.jsonl: {"n": ARTICLE, "more": record, "sentences": texts}.
"""
import gzip
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PLAIN = str.maketrans("“”‘’", "\"\"''")


def records(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {r["id"]: r["text"] for r in map(json.loads, lines)}


# ---- reading -------------------------------------------------------------------------------------------------------------

def load(gold, path=f"{HERE}/further.jsonl"):
    """The articles as articles.load gives them, of set "further"."""
    texts = records(os.path.join(gold, "..", "more.jsonl.gz"))
    with open(path, encoding="utf-8") as lines:
        return [article(a, texts[a["id"]]) for a in map(json.loads, lines)]


def article(a, record):
    texts = [record[s[0]:s[1]] if s else "" for s in a["sentences"]]

    def phrase(k, place):
        return place if isinstance(place, str) else texts[k][place[0]:place[1]] if place else ""

    def trigger(k, place):
        word = phrase(k, place)
        first = re.escape(re.search(r"\w+", word).group())
        before = re.findall(rf"(?<!\w){first}(?!\w)", texts[k][:place[0]])
        return f"{word}#{len(before) + 1}" if before else word

    events = [[k, kind, trigger(k, at), [phrase(k, p) for p in sources], [phrase(k, p) for p in targets], status, same]
              for k, kind, at, sources, targets, status, same, _ in a["E"]]
    statements = [[k, phrase(cue_in, cue), phrase(cue_in, who), None, None, phrase(k, begin), phrase(last, end), last]
                  for k, cue_in, cue, who, begin, end, last in a["S"]]
    positions = [[k, issue, stance, phrase(k, holder), ""] for k, issue, stance, holder in a["P"]]
    return dict(file=a["id"], set="further", sentences=texts, events=events, talks=[[k, v] for k, v in a["T"]],
                background=[n for n, e in enumerate(a["E"]) if e[-1]], positions=positions, statements=statements)


# ---- writing -------------------------------------------------------------------------------------------------------------

def find(text, words):
    """[start, end] of a phrase in a sentence, "^name" as it is, null where it is not there; word#2 means its second place."""
    if words.startswith("^"):
        return words
    words, _, nth = words.partition("#")
    text, words = text.translate(PLAIN), words.translate(PLAIN).strip()
    if not words:
        return None
    at = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] or [m.start() for m in re.finditer(re.escape(words), text)]
    n = int(nth) - 1 if nth.isdigit() else 0
    return [at[n], at[n] + len(words)] if n < len(at) else None


def pack(sentences, record, lines):
    """One line of further.jsonl without its id, or None where the record does not hold the sentences."""
    spans, at = [], 0
    for s in sentences:
        i = record.find(s, at)
        spans.append([i, i + len(s)] if i >= 0 else None)
        at = i + len(s) if i >= 0 else at
    out = dict(sentences=spans, E=[], T=[], S=[], P=[])
    for x in lines:
        x = x + [""] * (10 - len(x))
        if x[1] not in out or spans[int(x[2])] is None:
            continue
        k = int(x[2])
        if x[1] == "E" and (trigger := find(sentences[k], x[4])):
            parties = [[p for p in (find(sentences[k], w.strip()) for w in f.split(";")) if p] for f in (x[5], x[6])]
            out["E"].append([k, x[3], trigger, *parties, x[7], int(x[8]) if x[8] else None, int(x[9] == "b")])
        elif x[1] == "T":
            out["T"].append([k, int(x[3])])
        elif x[1] == "S":
            last = int(x[9] or k)
            if spans[last] is None:
                continue
            holding = [z for z in range(k, last + 1) if x[3] and find(sentences[z], x[3])] or [k]
            out["S"].append([k, holding[0], find(sentences[holding[0]], x[3]), find(sentences[holding[0]], x[4]),
                             find(sentences[k], x[7]), find(sentences[last], x[8]), last])
        elif x[1] == "P":
            out["P"].append([k, x[3], x[4], find(sentences[k], x[5])])
    return out


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        articles = {a["n"]: a for a in map(json.loads, lines)}
    texts = records(os.path.join(HERE, "..", "..", "..", "..", "shared", "more.jsonl.gz"))
    coded = {}
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as lines:
            for x in (line.rstrip("\n").split("\t") for line in lines if line.strip()):
                coded.setdefault(int(x[0]), []).append(x)
    seen = set()
    for n, lines in sorted(coded.items()):
        a = articles[n]
        if a["more"] in seen:
            continue
        seen.add(a["more"])
        print(json.dumps(dict(id=a["more"], **pack(a["sentences"], texts[a["more"]], lines)), separators=(",", ":")))


if __name__ == "__main__":
    main()
