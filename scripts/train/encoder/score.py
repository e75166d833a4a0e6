"""Figures on articles that were left out, mention by mention.

An arc is right "by place" if it hits the coded word itself, "by words" if it hits any mention of the same word, as the program may.
With parties: every coded phrase of both roles is hit and nothing else; a phrase that lies outside the window counts as missed.
"""
import collections

import jax
import numpy as np

from . import model
from .batches import batch
from .labels import MAX_CUES, MAX_SENTENCES, MAX_TRIGGERS

THRESHOLDS = dict(event=.45, cue=.5, talks=.5, background=.5, issue=.4)


def softmax(a):
    e = np.exp(a - a.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def any_logit(logits):
    """Log odds that a class other than the first is right."""
    m = logits[..., 1:].max(-1)
    return m + np.log(np.exp(logits[..., 1:] - m[..., None]).sum(-1)) - logits[..., 0]


def predict(p, windows, act=lambda x: x, size=4):
    """Pairs of window and its logits (arrays without the batch axis)."""
    run = jax.jit(lambda p, b: model.forward(p, b, None, act))
    out = []
    for k in range(0, len(windows), size):
        part = windows[k:k + size]
        y = {name: np.asarray(v) for name, v in run(p, batch(part, size)).items()}
        out += [(w, {name: v[r] for name, v in y.items()}) for r, w in enumerate(part)]
    return out


def choose(v):
    """Pieces that an arc's probabilities (the last one: nowhere) select."""
    if v[-1] > v[:-1].sum():
        return set()
    return set(np.nonzero(v[:-1] > max(.12, .45 * v[:-1].max()))[0].tolist()) or {int(v[:-1].argmax())}


def hits(selected, groups, lost, spelling=None):
    """Whether the selected pieces hit every group and nothing else; with spellings any piece of the same word will do."""
    if lost:
        return False
    if spelling is not None:
        selected = {spelling.get(t) for t in selected}
        groups = [{spelling.get(t) for t in g} for g in groups]
    return all(selected & set(g) for g in groups) and not selected - {x for g in groups for x in g}


def events(counts, w, y, th):
    found = sigmoid(any_logit(y["event"])) > th["event"]
    kind = y["event"][:, 1:].argmax(-1) + 1
    gold = np.zeros(len(w["word"]), int)
    for e in w["events"]:
        counts["events"] += 1
        if e["piece"] is not None:
            gold[e["piece"]] = e["type"]
    for t in np.nonzero(np.array(w["word"]) == 1)[0]:
        counts["found"] += found[t]
        counts["found right"] += found[t] and gold[t] > 0
        counts["typed right"] += found[t] and gold[t] == kind[t]
    arcs = softmax(y["event_arcs"])
    for c, e in enumerate([e for e in w["events"] if e["piece"] is not None][:MAX_TRIGGERS]):
        t, counts["n"] = e["piece"], counts["n"] + 1
        place, word = ([hits(choose(arcs[r, c]), e["roles"][r], e["lost"][r], s) for r in (0, 1)] for s in (None, w["spelling"]))
        typed = kind[t] == e["type"]
        counts["type of coded"] += typed
        counts["source"], counts["target"] = counts["source"] + word[0], counts["target"] + word[1]
        counts["parties by place"] += all(place) and typed and found[t]
        counts["parties by words"] += all(word) and typed and found[t]
        counts["status"] += y["status"][c].argmax() == e["status"]
        background = sigmoid(y["background"][c]) > th["background"]
        counts["bg both"] += background and e["background"]
        counts["bg sum"] += int(background) + e["background"]
        same = choose(arcs[2, c])
        counts["same found"], counts["same"] = counts["same found"] + bool(same), counts["same"] + bool(e["same"])
        counts["same right"] += bool(same & set(e["same"]))


def statements(counts, w, y, th):
    found, gold = sigmoid(any_logit(y["cue"])) > th["cue"], {s["piece"] for s in w["statements"]}
    for t in np.nonzero(np.array(w["word"]) == 1)[0]:
        counts["cues found"] += found[t]
        counts["cues right"] += found[t] and int(t) in gold
    arcs = softmax(y["cue_arcs"])
    for c, s in enumerate(w["statements"]):
        counts["cues"] += 1
        if c >= MAX_CUES:
            continue
        chosen = choose(arcs[0, c])
        for how, spelling in (("place", None), ("words", w["spelling"])):
            # One word of the speaker is enough: the phrase is one.
            right = hits(chosen, [s["speaker"]] if s["speaker"] else [], s["lost"], spelling)
            counts["speaker by " + how] += right
            counts["with speaker by " + how] += right and found[s["piece"]]
        counts["cue and found"] += found[s["piece"]]
        for kind, name in ((1, "begin"), (2, "end")):
            counts[name] += arcs[kind, c].argmax() == (arcs.shape[-1] - 1 if s[name] is None else s[name])


def sentences(counts, w, y, th):
    about, attitude = sigmoid(any_logit(y["attitude"])) > th["talks"], y["attitude"][:, 1:].argmax(-1) + 1
    issue, holder = sigmoid(y["issue"]) > th["issue"], softmax(y["holder"])
    for c, s in enumerate(w["sentences"][:MAX_SENTENCES]):
        counts["talks found"], counts["talks"] = counts["talks found"] + about[c], counts["talks"] + (s["attitude"] > 0)
        counts["talks right"] += about[c] and s["attitude"] > 0
        if about[c] and s["attitude"]:
            counts["att", int(attitude[c]), s["attitude"]] += 1
        coded = {p[0]: p for p in s["positions"]}
        counts["positions"] += len(s["positions"])
        for i in np.nonzero(issue[c])[0].tolist():
            counts["issues found"] += 1
            if i in coded:
                counts["issues right"] += 1
                counts["stance right"] += y["stance"][c, i].argmax() == coded[i][1]
                counts["held"] += bool(coded[i][2])
                counts["holder right"] += int(holder[c, :-1].argmax()) in coded[i][2]


def figures(pairs, thresholds=None):
    """All figures of the predictions, as a dict of shares and F1 scores."""
    c, th = collections.Counter(), thresholds or THRESHOLDS
    for w, y in pairs:
        events(c, w, y, th)
        statements(c, w, y, th)
        sentences(c, w, y, th)

    def share(a, b):
        return round(float(c[a]) / max(1, c[b]), 4)

    def f1(right, found, gold):
        return round(2 * float(c[right]) / max(1, c[found] + c[gold]), 4)

    def attitude(k):
        both = c["att", k, k]
        return 2 * both / max(1, sum(c["att", k, j] + c["att", j, k] for j in (1, 2, 3)))

    return {
        "trigger F1": f1("found right", "found", "events"), "type and trigger F1": f1("typed right", "found", "events"),
        "with parties by words F1": f1("parties by words", "found", "events"),
        "with parties by place F1": f1("parties by place", "found", "events"),
        "type of coded triggers": share("type of coded", "n"), "source by words": share("source", "n"), "target by words": share("target", "n"),
        "status right": share("status", "n"), "background F1": round(2 * c["bg both"] / max(1, c["bg sum"]), 4),
        "same precision": share("same right", "same found"), "same recall": share("same right", "same"),
        "cue F1": f1("cues right", "cues found", "cues"), "speaker of coded, words": share("speaker by words", "cues"),
        "speaker of found, words": share("with speaker by words", "cue and found"),
        "speaker of found, place": share("with speaker by place", "cue and found"),
        "with speaker by words F1": f1("with speaker by words", "cues found", "cues"),
        "with speaker by place F1": f1("with speaker by place", "cues found", "cues"),
        "begin": share("begin", "cues"), "end": share("end", "cues"),
        "talks F1": f1("talks right", "talks found", "talks"), "attitude macro-F1": round(sum(attitude(k) for k in (1, 2, 3)) / 3, 4),
        "position issue F1": f1("issues right", "issues found", "positions"), "with stance F1": f1("stance right", "issues found", "positions"),
        "holder of found": share("holder right", "held"),
    }


def table(columns):
    """Figures side by side: columns is a dict of heading to figures."""
    names = list(next(iter(columns.values())))
    lines = [" " * 28 + "  ".join(f"{h:>18}" for h in columns)]
    lines += [f"{n:28}" + "  ".join(f"{columns[h][n]:18.3f}" for h in columns) for n in names]
    return "\n".join(lines)
