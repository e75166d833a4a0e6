"""Reference answers that the Go reader is tested against: word pieces of odd texts, and the pass over sentences of ours."""
import json
import os
import random

import numpy as np

from . import batches, model, quantise, windows

PIECES = ["Zürich", "naïve", "São", "Łódź", "Эрмитаж", "Київ", "東京", "停戦", "한국", "العربية", "🙂", "👩‍👩‍👧", "🇺🇳", "e\u0301", "İstanbul", "ǅ", "ß",
          "ﬁ", "½", "²", "Ⅷ", "٣", "1,000.5", "3.14", "$5m", "€", "10%", "U.S.", "don't", "’s", "“", "”", "«", "»", "‘", "'", '"', "--", "—", "…",
          "(", ")", "[CLS]", "[SEP]", "[UNK]", "##s", "@user", "#tag", "http://a.b/c?d=e", "\t", "\u00a0", "\u200b", "\u00ad", "\ufeff", "\x00", "\x07",
          "\u2028", "\r\n", "\ufffd", "𝔘", "ｆｕｌｌ", "x" * 99, "y" * 100, "z" * 101, "w" * 250, "ñ" * 60, "日本語" * 20, "a-b-c", "^", "`", "|", "~", "=", "+"]

WINDOWS_OF_OURS = [
    ["The foreign minister said on Tuesday that both delegations had agreed to a ceasefire of ten days.",
     "\"We will not withdraw from the valley,\" the general told reporters, rejecting the demand of the mediators.",
     "Talks go on next week in Geneva."],
    ["Rebels shelled the port at night.", "The government accused its neighbour of arming them and imposed sanctions on two banks."],
    ["No."],
]


def odd_texts(tokenizer, count=2000, seed=1):
    """Texts made of random vocabulary words and odd pieces."""
    rng = random.Random(seed)
    vocab = [w.removeprefix("##") for w, _ in sorted(tokenizer.get_vocab().items(), key=lambda x: x[1])]
    out = []
    for n in range(count):
        parts = []
        for _ in range(rng.randint(0, 25)):
            w = rng.choice(PIECES) if rng.random() < .3 else rng.choice(vocab)
            if rng.random() < .02:
                w = chr(rng.choice([rng.randrange(1, 0xD800), rng.randrange(0xE000, 0x20000)]))
            change = rng.random()
            w = w.upper() if change < .1 else w.capitalize() if change < .3 else w
            parts.append(w + rng.choice([" ", " ", " ", " ", "", ",", ". ", "; ", "  "]))
        out.append("".join(parts))
    return out


def write_pieces(path, tokenizer):
    with open(path, "w", encoding="utf-8") as f:
        for text in odd_texts(tokenizer):
            e = tokenizer.encode(text, add_special_tokens=False)
            f.write(json.dumps(dict(text=text, ids=e.ids, offsets=e.offsets)) + "\n")


def example(texts, tokenizer):
    """One window of sentences of ours, the first three words as triggers and the next two as cues."""
    article = dict(file="", sentences=texts, events=[], talks=[], background=[], positions=[], statements=[])
    built = windows.build([article], tokenizer)
    assert len(built) == 1
    w = built[0]
    at = [i for i, x in enumerate(w["word"]) if x]
    return w, at[:3], at[3:5]


def write_forward(path, p, tokenizer):
    """Hidden states (first 8 values of each piece after each layer) and all logits, by floats and by the integer simulation."""
    out = []
    for texts in WINDOWS_OF_OURS:
        w, triggers, anchors = example(texts, tokenizer)
        b = batches.batch([w], 1, len(w["ids"]))
        b["trigger"][0, :len(triggers)], b["anchor"][0, :len(anchors)] = triggers, anchors
        one = dict(sentences=texts, ids=w["ids"], word=w["word"], triggers=triggers, cues=anchors,
                   marks=[[s["mark"], s["first"], s["end"]] for s in w["sentences"]])
        for name, weights, act in (("float", p, lambda x: x), ("quantised", quantise.rounded(p), quantise.act)):
            states = model.encode(weights, b["ids"], b["mask"], None, act)
            y = {k: np.asarray(v)[0] for k, v in model.forward(weights, b, None, act).items()}
            used = dict(status=len(triggers), background=len(triggers), attitude=len(texts), issue=len(texts), stance=len(texts),
                        holder=len(texts))
            y = {k: v[:used[k]] if k in used else v for k, v in y.items()}
            y["event_arcs"], y["cue_arcs"] = y["event_arcs"][:, :len(triggers)], y["cue_arcs"][:, :len(anchors)]
            one[name] = dict(hidden=[np.asarray(h)[0, :, :8].tolist() for h in states], **{k: v.tolist() for k, v in y.items()})
        out.append(one)
    with open(path, "w", encoding="utf-8") as f:
        json.dump(out, f)


def write_all(folder, p, tokenizer):
    os.makedirs(folder, exist_ok=True)
    write_pieces(f"{folder}/wordpiece.jsonl", tokenizer)
    write_forward(f"{folder}/forward.json", p, tokenizer)
