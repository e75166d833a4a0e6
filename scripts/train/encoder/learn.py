"""Loss, optimizer and the loop over epochs."""
import os
import pickle
import random
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

from . import model
from .batches import batch
from .labels import WINDOW

LENGTHS = (128, 176, WINDOW)  # arrays come in these lengths, so that short windows cost less


def cross_entropy(logits, gold):
    return optax.softmax_cross_entropy_with_integer_labels(logits, jnp.maximum(gold, 0))


def mean(x, mask):
    return (x * mask).sum() / (mask.sum() + 1e-6)


def tag_loss(logits, gold, positive=1.3):
    """Mean over words; words that carry a label count a little more."""
    weight = (gold >= 0) * jnp.where(gold > 0, positive, 1.)
    return (cross_entropy(logits, gold) * weight).sum() / ((gold >= 0).sum() + 1)


def arc_loss(logits, gold, word, mask):
    """Cross-entropy to the uniform distribution over the words of the coded phrases, or to "nowhere" where there are none."""
    gold = gold * (word > 0)[:, None, :]
    count = gold.sum(-1, keepdims=True)
    gold = jnp.concatenate([gold, (count == 0) * 1.], -1) / jnp.maximum(count, 1)
    return mean(-(gold * jax.nn.log_softmax(logits, -1)).sum(-1), mask)


def loss(p, frozen, b, key):
    """Sum of the heads' losses, weighted so that no head is starved, and its parts."""
    y = model.forward({**p, **frozen}, b, key)
    binary = optax.sigmoid_binary_cross_entropy
    triggers, cues, sentences = b["has_trigger"], b["has_anchor"], b["has_sentence"]
    stance = (cross_entropy(y["stance"], b["stance"]) * (b["stance"] >= 0)).sum(-1)
    issue = (binary(y["issue"], b["issue"]) * jnp.where(b["issue"] > 0, 1.5, 1.)).sum(-1)
    attitude = cross_entropy(y["attitude"], b["attitude"]) * jnp.where(b["attitude"] > 0, 1.5, 1.)
    held = b["has_positions"] * (b["issue"].sum(-1) > 0)
    parts = dict(
        event=8 * tag_loss(y["event"], b["event"]), cue=8 * tag_loss(y["cue"], b["cue"]),
        event_arcs=sum(c * arc_loss(y["event_arcs"][:, i], b["event_arcs"][:, i], b["word"], triggers) for i, c in enumerate((.4, .4, .2))),
        cue_arcs=sum(.4 * arc_loss(y["cue_arcs"][:, i], b["cue_arcs"][:, i], b["word"], cues) for i in range(3)),
        status=.4 * mean(cross_entropy(y["status"], b["status"]) + binary(y["background"], b["background"]), triggers),
        attitude=1.5 * mean(attitude, sentences), position=.9 * mean(issue + stance, b["has_positions"]),
        holder=.15 * arc_loss(y["holder"], b["holder"], b["word"], held))
    return sum(parts.values()), parts


def optimizer(p, steps, rate):
    """AdamW with warm-up and cosine decay; heads learn twice, arcs six times as fast as the encoder."""
    schedule = optax.warmup_cosine_decay_schedule(0, rate, max(1, steps // 10), steps, rate * .02)

    def adam(factor):
        return optax.chain(optax.clip_by_global_norm(1.), optax.adamw(lambda n: schedule(n) * factor, weight_decay=.01))

    kind = {k: k.split(".")[0] if k.startswith(("head.", "arc.")) else "body" for k in p}
    return optax.multi_transform({"body": adam(1.), "head": adam(2.), "arc": adam(6.)}, kind)


def batches_of(windows, size, rng):
    """Batches of windows of like length, in random order."""
    order = list(windows)
    rng.shuffle(order)
    groups = {n: [w for w in order if len(w["ids"]) <= n and all(len(w["ids"]) > m for m in LENGTHS if m < n)] for n in LENGTHS}
    out = [(n, g[k:k + size]) for n, g in groups.items() for k in range(0, len(g), size)]
    rng.shuffle(out)
    return out


def train(p, frozen, windows_of_epoch, epochs, size=2, rate=2e-4, seed=0, decay=.998, checkpoint=None, report=None, limit=None):
    """Trains and returns the running mean of the weights (weight `decay` to the past).

    windows_of_epoch: from the number of an epoch to its windows. checkpoint: file to go on from, written after each epoch.
    report: called with the epoch and the mean weights after each. limit: steps of an epoch, for checks.
    """
    steps = epochs * len(batches_of(windows_of_epoch(0), size, random.Random(seed)))
    opt = optimizer(p, steps, rate)
    p = jax.tree.map(jnp.asarray, p)
    state, average, first, key = opt.init(p), p, 0, jax.random.PRNGKey(seed)
    if checkpoint and os.path.exists(checkpoint):
        with open(checkpoint, "rb") as f:
            p, state, average, first = pickle.load(f)
    frozen = jax.tree.map(jnp.asarray, frozen)

    @jax.jit
    def step(p, state, average, b, key, number):
        (_, parts), gradient = jax.value_and_grad(loss, has_aux=True)(p, frozen, b, key)
        update, state = opt.update(gradient, state, p)
        p = optax.apply_updates(p, update)
        past = jnp.minimum(decay, (1 + number) / (10 + number))  # short memory at the start
        return p, state, jax.tree.map(lambda a, x: past * a + (1 - past) * x, average, p), parts

    start = time.time()
    for epoch in range(first, epochs):
        rng, total, tokens = random.Random(seed * 1000 + epoch), None, 0
        todo = batches_of(windows_of_epoch(epoch), size, rng)[:limit]
        for n, (length, windows) in enumerate(todo, 1):
            number = epoch * len(todo) + n
            p, state, average, parts = step(p, state, average, batch(windows, size, length), jax.random.fold_in(key, number), float(number))
            parts, tokens = jax.tree.map(float, parts), tokens + sum(len(w["ids"]) for w in windows)
            total = parts if total is None else {k: v + parts[k] for k, v in total.items()}
            if n % 100 == 0 or n == len(todo):
                shown = " ".join(f"{k} {v / n:.3f}" for k, v in total.items())
                print(f"epoch {epoch} step {n}/{len(todo)} {tokens} pieces {time.time() - start:.0f} s | {shown}", flush=True)
        if checkpoint:
            with open(checkpoint + ".new", "wb") as f:
                pickle.dump(jax.tree.map(np.asarray, (p, state, average, epoch + 1)), f)
            os.replace(checkpoint + ".new", checkpoint)
        if report:
            report(epoch, jax.tree.map(np.asarray, average))
    return jax.tree.map(np.asarray, average)
