"""The model file: magic, JSON header, one zstd frame of tensors. stages/language/encoder reads it."""
import json
import struct

import numpy as np
import zstandard

from . import labels, quantise

MAGIC = b"PARLEYENC1\n"
LARGEST = 24 << 20
TYPES = {"int8": "i8", "uint8": "u8", "float32": "f32"}


def vocabulary(tokenizer):
    """Word pieces in the order of their ids, each ended by a line feed."""
    words = sorted(tokenizer.get_vocab().items(), key=lambda x: x[1])
    assert [i for _, i in words] == list(range(len(words))), "ids of the vocabulary have gaps"
    assert not any("\n" in w for w, _ in words)
    return np.frombuffer("".join(w + "\n" for w, _ in words).encode(), np.uint8)


def header(p, tokenizer, calibration, thresholds, trained, tensors):
    vocab = tokenizer.get_vocab()
    config = dict(layers=labels.LAYERS, hidden=labels.HIDDEN, heads=labels.HEADS, ffn=labels.FFN, arc=labels.ARC,
                  window=labels.WINDOW, context_pieces=labels.CONTEXT_PIECES, sentence_pieces=labels.SENTENCE_PIECES,
                  cls=vocab["[CLS]"], sep=vocab["[SEP]"], unk=vocab["[UNK]"], norm_epsilon=1e-12)
    names = dict(events=labels.EVENTS, cues=labels.CUES, status=labels.STATUS, attitudes=labels.ATTITUDES, issues=labels.ISSUES,
                 stances=labels.STANCES, event_arcs=labels.EVENT_ARCS, cue_arcs=labels.CUE_ARCS)
    heads = {m: [[name, width] for name, width, _ in parts] for m, parts in quantise.MATRICES.items()}
    described = [dict(name=n, type=TYPES[a.dtype.name], shape=list(a.shape)) for n, a in tensors]
    return dict(config=config, labels=names, heads=heads, calibration=calibration, thresholds=thresholds, trained=trained,
                tensors=described)


def write(path, p, tokenizer, calibration=None, thresholds=None, trained=None, level=19):
    """Writes weights (all of them, as floats) as a model file; the same weights give the same bytes."""
    tensors = [("vocab", vocabulary(tokenizer)), *quantise.tensors(p)]
    tensors = [(n, np.ascontiguousarray(a)) for n, a in tensors]
    text = json.dumps(header(p, tokenizer, calibration or {}, thresholds or {}, trained or {}, tensors), sort_keys=True).encode()
    frame = zstandard.ZstdCompressor(level=level).compress(b"".join(a.tobytes() for _, a in tensors))
    data = MAGIC + struct.pack("<I", len(text)) + text + frame
    assert len(data) <= LARGEST, f"{len(data)} bytes are too many"
    with open(path, "wb") as f:
        f.write(data)
    return len(data)
