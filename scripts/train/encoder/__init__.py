"""Trainer of the learned reader: a small encoder under statements, events, attitude and positions. See docs/model.md."""
