"""Two steps of training on sentences of ours, twice: the model files must be the same bytes."""
import hashlib
import os
import sys
import tempfile

from . import export, learn, model, windows

ARTICLE = dict(
    file="ours", set="ours",
    sentences=["The Foreign Minister said on Monday that both delegations had agreed to a ceasefire.",
               "Rebels shelled the port in March, which the government condemned.",
               "\"We will not leave the valley,\" the general told reporters."],
    events=[[0, "AGREE", "agreed", ["both delegations"], [], "happened", None],
            [1, "ASSAULT", "shelled", ["Rebels"], ["the port"], "happened", None],
            [1, "ACCUSE", "condemned", ["the government"], ["Rebels"], "happened", None]],
    talks=[[0, 1, ""]], background=[1],
    positions=[[2, "withdrawal", "rejects", "the general", "leave the valley"]],
    statements=[[0, "said", "The Foreign Minister", "Foreign Minister", "indirect", "both delegations had", "to a ceasefire", 0],
                [2, "told", "the general", "general", "direct", "We will not", "leave the valley", 2]])


def build(tokenizer):
    """The windows of the article, after a look that nothing that is coded was lost on the way."""
    built = windows.build([ARTICLE], tokenizer)
    events = [e for w in built for e in w["events"]]
    statements = [s for w in built for s in w["statements"]]
    assert len(built) == 1 and len(events) == 3 and len(statements) == 2, "coded events or statements were lost"
    assert all(e["piece"] is not None and e["lost"] == [0, 0] for e in events), "a trigger or a party was not found"
    assert all(s["begin"] and s["end"] and s["speaker"] for s in statements), "speaker or content was not found"
    return built


def once(folder, pretrained, tokenizer):
    p, frozen = model.pretrained(pretrained)
    p.update(model.new_heads(0))
    built = build(tokenizer) * 2
    p = learn.train(p, frozen, lambda epoch: built, 2, seed=0)
    path = os.path.join(folder, "model.bin")
    export.write(path, {**p, **frozen}, tokenizer, level=3)
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def run(pretrained, tokenizer):
    with tempfile.TemporaryDirectory() as folder:
        first, second = once(folder, pretrained, tokenizer), once(folder, pretrained, tokenizer)
    if first != second:
        sys.exit(f"two trainings from the same seed differ: {first} {second}")
    print("the same bytes twice:", first)
