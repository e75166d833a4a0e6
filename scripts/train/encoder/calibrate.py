"""Confidences that hold what they say: a slope a and an offset b for each head, fitted on articles that were left out.

A choice, and an arc: softmax of a z, where b is added to the logit of none (class 0) or of nowhere (the last one); status and stance
have no such class and no offset. A yes-or-no head: sigmoid(a z + b). This is Platt scaling, for choices with a temperature 1 / a.
Arcs to phrases of several words are left as they are: their mass is spread over the words, and what the words have together was well
calibrated before and no longer after, while the choice of words got worse.
"""
import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

from .labels import CUE_ARCS, EVENT_ARCS, MAX_CUES, MAX_SENTENCES, MAX_TRIGGERS
from .score import any_logit, choose, sigmoid, softmax

BINARY = ("background", "issue")
NONE_FIRST = ("event", "cue", "attitude")
NO_OFFSET = ("status", "stance")
PHRASES = ("source", "target", "speaker", "holder")


def apply(name, z, ab):
    """Calibrated logits of one head."""
    a, b = ab
    out = a * np.asarray(z, np.float64)
    if name in BINARY:
        return out + b
    if name not in NO_OFFSET:
        out[..., 0 if name in NONE_FIRST else -1] += b
    return out


def calibrated(y, parameters):
    """The logits of one window (see model.forward) with all heads calibrated."""
    def of(name, z):
        return apply(name, z, parameters.get(name, (1., 0.)))

    out = {name: of(name, z) for name, z in y.items() if not name.endswith("_arcs")}
    for arcs, kinds in (("event_arcs", EVENT_ARCS), ("cue_arcs", CUE_ARCS)):
        out[arcs] = np.stack([of(kind, y[arcs][r]) for r, kind in enumerate(kinds)])
    return out


def one_hot(i, n):
    return np.eye(n)[i]


def arc_gold(pieces, n):
    """The distribution that an arc should have: even over the coded pieces, or nowhere."""
    g = np.zeros(n)
    g[sorted(set(pieces)) or -1] = 1
    return g / g.sum()


def collect(pairs):
    """{head: (logits, gold)} of all that was coded; gold are distributions, of yes-or-no heads numbers."""
    out = {}

    def add(name, z, g):
        zs, gs = out.setdefault(name, ([], []))
        zs.append(np.asarray(z, np.float64))
        gs.append(g)

    for w, y in pairs:
        n = y["event_arcs"].shape[-1]
        kinds, cues = {e["piece"]: e["type"] for e in w["events"]}, {s["piece"]: s["kind"] for s in w["statements"]}
        for t in [] if w["attitude_only"] else np.nonzero(np.array(w["word"]) == 1)[0].tolist():
            add("event", y["event"][t], one_hot(kinds.get(t, 0), y["event"].shape[1]))
            add("cue", y["cue"][t], one_hot(cues.get(t, 0), y["cue"].shape[1]))
        for c, e in enumerate([e for e in w["events"] if e["piece"] is not None][:MAX_TRIGGERS]):
            add("status", y["status"][c], one_hot(e["status"], y["status"].shape[1]))
            add("background", y["background"][c], float(e["background"]))
            for r, pieces in enumerate([*(sum(groups, []) for groups in e["roles"]), e["same"]]):
                add(EVENT_ARCS[r], y["event_arcs"][r, c], arc_gold(pieces, n))
        for c, s in enumerate(w["statements"][:MAX_CUES]):
            for r, pieces in enumerate([s["speaker"], *([s[k]] if s[k] is not None else [] for k in ("begin", "end"))]):
                add(CUE_ARCS[r], y["cue_arcs"][r, c], arc_gold(pieces, n))
        for c, s in enumerate(w["sentences"][:MAX_SENTENCES]):
            add("attitude", y["attitude"][c], one_hot(s["attitude"], y["attitude"].shape[1]))
            coded = {p[0] for p in s["positions"]}
            for i in [] if w["attitude_only"] else range(y["issue"].shape[1]):
                add("issue", y["issue"][c, i], float(i in coded))
            for issue, stance, holder in s["positions"]:
                add("stance", y["stance"][c, issue], one_hot(stance, y["stance"].shape[2]))
                add("holder", y["holder"][c], arc_gold(holder, n))
    return {name: (np.stack(z), np.array(g)) for name, (z, g) in out.items()}


def cost(name, z, g, ab):
    """Mean cross-entropy of a head."""
    z = apply(name, z, ab)
    if name in BINARY:
        return float(np.mean(np.logaddexp(0, z) - g * z))
    return float(np.mean(logsumexp(z, -1) - (g * np.where(g > 0, z, 0)).sum(-1)))


def fit_head(name, z, g):
    """(a, b) with the least cross-entropy."""
    free = 1 if name in NO_OFFSET else 2
    start = np.array([1., 0.][:free])
    best = minimize(lambda x: cost(name, z, g, (x[0], x[1] if free > 1 else 0.)), start, method="Nelder-Mead",
                    options=dict(xatol=1e-3, fatol=1e-6, maxiter=200)).x
    return [round(float(best[0]), 4), round(float(best[1]), 4) if free > 1 else 0.]


def confidences(name, z, g):
    """What a head says of its answer and whether it is right: of yes or not none where it may say nothing, else of the first choice."""
    if name in BINARY:
        return sigmoid(z), g > .5
    if name in NONE_FIRST:
        return sigmoid(any_logit(z)), g[:, 0] < .5
    p = softmax(z)
    if name in NO_OFFSET:
        return p.max(-1), np.take_along_axis(g, p.argmax(-1)[:, None], 1)[:, 0] > 0
    chosen = [sorted(choose(v)) or [-1] for v in p]  # an arc says one phrase, or nowhere
    return np.array([v[c].sum() for v, c in zip(p, chosen)]), np.array([v[c].sum() > 0 for v, c in zip(g, chosen)])


def error(p, right, bins=10):
    """Expected calibration error: mean distance of confidence and share right over bins of confidence, clear noes left out."""
    p, right = p[p > .02], right[p > .02]
    slot = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs(p[slot == k].mean() - right[slot == k].mean()) * (slot == k).mean() for k in range(bins) if (slot == k).any())


def curve(p, right, bins=5):
    """Mean confidence / share right of each fifth of the scale."""
    slot = np.minimum((p * bins).astype(int), bins - 1)
    return " ".join(f"{p[slot == k].mean():.2f}/{right[slot == k].mean():.2f}" for k in range(bins) if (slot == k).any())


def fit(pairs):
    """({head: [a, b]}, lines that tell how reliable each head was before and is after)."""
    out, lines = {}, ["calibration: error before -> after; confidence/share right after, by fifths"]
    for name, (z, g) in sorted(collect(pairs).items()):
        out[name] = [1., 0.] if name in PHRASES else fit_head(name, z, g)
        before, after = confidences(name, z, g), confidences(name, apply(name, z, out[name]), g)
        lines.append(f"{name:12} {error(*before):.3f} -> {error(*after):.3f}  a {out[name][0]:6.3f} b {out[name][1]:6.3f}  {curve(*after)}")
    return out, lines


def thresholds(pairs, start):
    """Thresholds of calibrated confidences with the best F1 (of events with their types), in steps of 0.05 around the usual ones."""
    heads, out = collect(pairs), dict(start)
    for name in start:
        z, g = heads[{"talks": "attitude"}.get(name, name)]
        p, coded = confidences({"talks": "attitude"}.get(name, name), z, g)
        right = coded & (z[:, 1:].argmax(-1) == g[:, 1:].argmax(-1)) if name == "event" else coded
        steps = [round(start[name] + .05 * k, 2) for k in range(-3, 5)]
        scores = [2 * (right & (p > t)).sum() / max(1, (p > t).sum() + coded.sum()) for t in steps]
        if max(scores) > scores[3] + .003:  # else as usual: the articles left out are few
            out[name] = steps[int(np.argmax(scores))]
        print(f"threshold of {name}: " + " ".join(f"{t}:{x:.3f}" for t, x in zip(steps, scores)))
    return out
