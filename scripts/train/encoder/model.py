"""The encoder (all-MiniLM-L6-v2) and its heads, as pure functions of flat dicts of arrays.

    words      event type of a trigger (17 + none); cue, bare quotation or none
    triggers   arcs to words: source, target, earlier mention of the same event; status (4); background
    cues       arcs to words: speaker, first and last word of the content
    sentences  about talks and attitude (4 classes); issues (19, each yes or no) with stance (5); arc to the holder

Each arc is a softmax over the window's words and "nowhere". `act` rounds what goes into a product, as the integer program does.
"""
import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file

from .labels import ARC, ATTITUDES, CUE_ARCS, CUES, EVENT_ARCS, EVENTS, FFN, HEADS, HIDDEN, ISSUES, LAYERS, STANCES, STATUS

NOWHERE = -1e9


def pretrained(folder):
    """(trainable, frozen) weights of the encoder; products are stored as in x out. Word vectors are frozen."""
    w = load_file(f"{folder}/model.safetensors")
    e = "embeddings."
    frozen = {"embed.word.w": w[e + "word_embeddings.weight"]}
    p = {"embed.position": w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0],
         "embed.norm.g": w[e + "LayerNorm.weight"], "embed.norm.b": w[e + "LayerNorm.bias"]}
    for i in range(LAYERS):
        name = f"encoder.layer.{i}."
        qkv = [f"{name}attention.self.{x}." for x in ("query", "key", "value")]
        p[f"layer{i}.qkv.w"] = np.concatenate([w[x + "weight"].T for x in qkv], 1)
        p[f"layer{i}.qkv.b"] = np.concatenate([w[x + "bias"] for x in qkv])
        for ours, theirs in (("o", "attention.output.dense"), ("ffn1", "intermediate.dense"), ("ffn2", "output.dense")):
            p[f"layer{i}.{ours}.w"], p[f"layer{i}.{ours}.b"] = w[f"{name}{theirs}.weight"].T, w[f"{name}{theirs}.bias"]
        for ours, theirs in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
            p[f"layer{i}.{ours}.g"], p[f"layer{i}.{ours}.b"] = w[f"{name}{theirs}.weight"], w[f"{name}{theirs}.bias"]
    return p, frozen


def new_heads(seed):
    """Heads with random weights: "head." plain ones, "arc." queries and keys of arcs."""
    rng = np.random.default_rng(seed)
    p, r = {}, 2 * HIDDEN  # a sentence is its mark and the mean of its pieces
    for name, size, width in (("event", HIDDEN, 1 + len(EVENTS)), ("cue", HIDDEN, 1 + len(CUES)), ("status", HIDDEN, len(STATUS) + 1),
                              ("attitude", r, len(ATTITUDES)), ("issue", r, len(ISSUES)), ("stance", r, len(ISSUES) * len(STANCES))):
        p[f"head.{name}.w"] = rng.normal(0, .02, (size, width))
        p[f"head.{name}.b"] = np.full(width, -3.5 if name == "issue" else 0)
    for name, size, kinds in (("event", HIDDEN, len(EVENT_ARCS)), ("cue", HIDDEN, len(CUE_ARCS)), ("holder", r, 1)):
        p[f"arc.{name}.query.w"], p[f"arc.{name}.query.b"] = rng.normal(0, .05, (size, kinds * ARC)), np.zeros(kinds * ARC)
        p[f"arc.{name}.key.w"], p[f"arc.{name}.key.b"] = rng.normal(0, .05, (HIDDEN, kinds * ARC)), np.zeros(kinds * ARC)
        p[f"arc.{name}.none.w"], p[f"arc.{name}.none.b"] = np.zeros((size, kinds)), np.zeros(kinds)
    return {k: np.asarray(v, np.float32) for k, v in p.items()}


def norm(x, g, b):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(variance + 1e-12) * g + b


def drop(x, key, rate=.1):
    return x if key is None else jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def attention(qkv, bias):
    """Attention of all heads: qkv (batch, pieces, 3 x hidden), bias (batch, 1, 1, pieces)."""
    size, n, _ = qkv.shape
    q, k, v = (x.reshape(size, n, HEADS, HIDDEN // HEADS).transpose(0, 2, 1, 3) for x in jnp.split(qkv, 3, -1))
    weight = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / np.sqrt(HIDDEN // HEADS) + bias, -1)
    return (weight @ v).transpose(0, 2, 1, 3).reshape(size, n, HIDDEN)


def encode(p, ids, mask, key=None, act=lambda x: x):
    """Hidden states after the embedding and after each layer: list of (batch, pieces, hidden)."""
    keys = [None] * (2 * LAYERS + 1) if key is None else list(jax.random.split(key, 2 * LAYERS + 1))

    def dense(x, name):
        return act(x) @ p[name + ".w"] + p[name + ".b"]

    h = norm(p["embed.word.w"][ids] + p["embed.position"][:ids.shape[1]], p["embed.norm.g"], p["embed.norm.b"])
    states, bias = [h], (1 - mask)[:, None, None, :] * NOWHERE
    h = drop(h, keys[-1])
    for i in range(LAYERS):
        layer = f"layer{i}."
        a = dense(attention(dense(h, layer + "qkv"), bias), layer + "o")
        h = norm(h + drop(a, keys[2 * i]), p[layer + "norm1.g"], p[layer + "norm1.b"])
        f = dense(jax.nn.gelu(dense(h, layer + "ffn1"), approximate=False), layer + "ffn2")
        h = norm(h + drop(f, keys[2 * i + 1]), p[layer + "norm2.g"], p[layer + "norm2.b"])
        states.append(h)
    return states


def forward(p, b, key=None, act=lambda x: x):
    """Logits of all heads for a batch (see batches.py); arcs over pieces, the last column is "nowhere"."""
    h = encode(p, b["ids"], b["mask"], key, act)[-1]
    is_word = jnp.concatenate([b["word"], jnp.ones_like(b["word"][:, :1])], -1)[:, None, None, :] > 0
    size, n, _ = h.shape

    def dense(x, name):
        return act(x) @ p[name + ".w"] + p[name + ".b"]

    def arcs(at, name):  # (batch, kinds, anchors, pieces + 1)
        q = dense(at, f"arc.{name}.query").reshape(size, at.shape[1], -1, ARC)
        k = dense(h, f"arc.{name}.key").reshape(size, n, -1, ARC)
        scores = jnp.einsum("btkd,blkd->bktl", q, k) / np.sqrt(ARC)
        none = dense(at, f"arc.{name}.none").transpose(0, 2, 1)[..., None]
        return jnp.where(is_word, jnp.concatenate([scores, none], -1), NOWHERE)

    def at(places):
        return jnp.take_along_axis(h, places[:, :, None], 1)

    triggers, anchors = at(b["trigger"]), at(b["anchor"])
    sentences = jnp.concatenate([at(b["mark"]), jnp.einsum("bsl,blh->bsh", b["pool"], h)], -1)
    sentences = drop(sentences, None if key is None else jax.random.fold_in(key, 1))
    status = dense(triggers, "head.status")
    stance = dense(sentences, "head.stance")
    return dict(event=dense(h, "head.event"), cue=dense(h, "head.cue"), event_arcs=arcs(triggers, "event"),
                status=status[..., :-1], background=status[..., -1], cue_arcs=arcs(anchors, "cue"),
                attitude=dense(sentences, "head.attitude"), issue=dense(sentences, "head.issue"),
                stance=stance.reshape(*stance.shape[:2], len(ISSUES), len(STANCES)), holder=arcs(sentences, "holder")[:, 0])
