"""Windows padded into arrays of one shape."""
import numpy as np

from .labels import ISSUES, MAX_CUES, MAX_SENTENCES, MAX_TRIGGERS, WINDOW


def batch(windows, size, length=WINDOW):
    """Arrays of a batch of at most `size` windows. word: 1 word, 2 word of the context; labels -1: no loss there."""
    def ints(*shape, fill=0):
        return np.full((size, *shape), fill, np.int32)

    def floats(*shape):
        return np.zeros((size, *shape), np.float32)

    T, C, S, I, n = MAX_TRIGGERS, MAX_CUES, MAX_SENTENCES, len(ISSUES), length
    b = dict(ids=ints(n), mask=floats(n), word=ints(n), event=ints(n, fill=-1), cue=ints(n, fill=-1),
             trigger=ints(T), has_trigger=floats(T), event_arcs=floats(3, T, n), status=ints(T), background=floats(T),
             anchor=ints(C), has_anchor=floats(C), cue_arcs=floats(3, C, n),
             mark=ints(S), has_sentence=floats(S), has_positions=floats(S), pool=floats(S, n), attitude=ints(S),
             issue=floats(S, I), stance=ints(S, I, fill=-1), holder=floats(S, n))
    for r, w in enumerate(windows):
        k = len(w["ids"])
        b["ids"][r, :k], b["mask"][r, :k], b["word"][r, :k] = w["ids"], 1, w["word"]
        if not w["attitude_only"]:
            b["event"][r, b["word"][r] == 1] = b["cue"][r, b["word"][r] == 1] = 0
        fill_anchors(b, r, w)
        for c, s in enumerate(w["sentences"][:S]):
            b["mark"][r, c], b["has_sentence"][r, c], b["attitude"][r, c] = s["mark"], 1, s["attitude"]
            b["has_positions"][r, c] = not w["attitude_only"]
            b["pool"][r, c, s["first"]:s["end"]] = 1 / (s["end"] - s["first"])
            for issue, stance, holder in s["positions"]:
                b["issue"][r, c, issue], b["stance"][r, c, issue], b["holder"][r, c, holder] = 1, stance, 1
    return b


def fill_anchors(b, r, w):
    """Labels of the triggers and cues of one window."""
    for e in w["events"]:
        if e["piece"] is not None:
            b["event"][r, e["piece"]] = e["type"]
    for c, e in enumerate([e for e in w["events"] if e["piece"] is not None][:MAX_TRIGGERS]):
        b["trigger"][r, c], b["has_trigger"][r, c] = e["piece"], 1
        b["status"][r, c], b["background"][r, c] = e["status"], e["background"]
        for kind, groups in enumerate([*e["roles"], [e["same"]]]):
            for group in groups:
                b["event_arcs"][r, kind, c, group] = 1
    for s in w["statements"]:
        b["cue"][r, s["piece"]] = s["kind"]
    for c, s in enumerate(w["statements"][:MAX_CUES]):
        b["anchor"][r, c], b["has_anchor"][r, c] = s["piece"], 1
        b["cue_arcs"][r, 0, c, s["speaker"]] = 1
        for kind, at in ((1, s["begin"]), (2, s["end"])):
            if at is not None:
                b["cue_arcs"][r, kind, c, at] = 1
