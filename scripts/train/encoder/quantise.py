"""Weights in 7 bits and activations in 8, and the float simulation of the integer program."""
import jax.numpy as jnp
import numpy as np

from .labels import ATTITUDES, CUE_ARCS, CUES, EVENT_ARCS, EVENTS, ARC, ISSUES, LAYERS, STANCES, STATUS

# Matrices of the heads in the file: those that read the same rows are one. Parts in column order with their widths.
MATRICES = {
    "tokens": [("event", 1 + len(EVENTS), "head.event"), ("cue", 1 + len(CUES), "head.cue"),
               ("event.key", ARC * len(EVENT_ARCS), "arc.event.key"), ("cue.key", ARC * len(CUE_ARCS), "arc.cue.key"),
               ("holder.key", ARC, "arc.holder.key")],
    "trigger": [("event.query", ARC * len(EVENT_ARCS), "arc.event.query"), ("event.none", len(EVENT_ARCS), "arc.event.none"),
                ("status", len(STATUS), "head.status"), ("background", 1, None)],  # one matrix in training
    "cue": [("cue.query", ARC * len(CUE_ARCS), "arc.cue.query"), ("cue.none", len(CUE_ARCS), "arc.cue.none")],
    "sentence": [("attitude", len(ATTITUDES), "head.attitude"), ("issue", len(ISSUES), "head.issue"),
                 ("stance", len(ISSUES) * len(STANCES), "head.stance"), ("holder.query", ARC, "arc.holder.query"),
                 ("holder.none", 1, "arc.holder.none")],
}
PRODUCTS = [f"layer{i}.{x}" for i in range(LAYERS) for x in ("qkv", "o", "ffn1", "ffn2")]
WEIGHT, ACTIVATION, EMBEDDING = 63, 127, 127  # largest integers; 63 so that pairs of products cannot overflow 16 bits


def columns(w, largest=WEIGHT):
    """Integers (int8) and one scale a column of a matrix."""
    scale = np.abs(w).max(0).astype(np.float32) / np.float32(largest)
    scale[scale == 0] = 1
    return np.clip(np.rint(w / scale), -largest, largest).astype(np.int8), scale


def rows(w, largest=EMBEDDING):
    q, scale = columns(w.T, largest)
    return np.ascontiguousarray(q.T), scale


def act(x):
    """Rounds each row to 255 steps of its largest absolute value."""
    scale = jnp.abs(x).max(-1, keepdims=True) / ACTIVATION
    scale = jnp.where(scale == 0, 1, scale)
    return jnp.round(x / scale) * scale


def rounded(p):
    """All weights as floats that hold the values of the integers, for the simulation (with `act`)."""
    out = dict(p)
    for name in p:
        if name == "embed.word.w":
            q, scale = rows(np.asarray(p[name]))
            out[name] = q.astype(np.float32) * scale[:, None]
        elif name.endswith(".w"):
            q, scale = columns(np.asarray(p[name]))
            out[name] = q.astype(np.float32) * scale
    return out


def tensors(p):
    """(name, array) of all that the file holds, in its order."""
    q, scale = rows(p["embed.word.w"])
    out = [("embed.word.w", q), ("embed.word.scale", scale)]
    out += [(k, p[k]) for k in ("embed.position", "embed.norm.g", "embed.norm.b")]

    def product(name, w, b):
        q, scale = columns(w)
        out.extend([(name + ".w", q), (name + ".scale", scale), (name + ".b", b)])

    for i in range(LAYERS):
        for x in ("qkv", "o", "norm1", "ffn1", "ffn2", "norm2"):
            name = f"layer{i}.{x}"
            if name in PRODUCTS:
                product(name, p[name + ".w"], p[name + ".b"])
            else:
                out.extend([(f"{name}.g", p[f"{name}.g"]), (f"{name}.b", p[f"{name}.b"])])
    for matrix, parts in MATRICES.items():
        names = [source for _, _, source in parts if source]
        product("heads." + matrix, np.concatenate([p[n + ".w"] for n in names], 1), np.concatenate([p[n + ".b"] for n in names]))
    return out
