#!/usr/bin/env python3
"""Score the single sentences on talks by thirds of the SHA-256 of their ids.

    scripts/talks_parts.py TABLES_DIR

Part 0 is held back: its sentences are not read when the stage is worked on, so
that its figures tell what to expect of unseen text. TABLES_DIR is what
`scripts/score.sh talks` leaves in $SCORE_DIR/talks.
"""
import collections, hashlib, os, sys

GOLD = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../shared/gold')
sys.path.insert(0, GOLD)
from score import by_article, load
from score_sets import articles, docs, f1


def main(tables):
    found, sentences = articles(tables), by_article(load(tables, 'sentences'))
    parts = collections.defaultdict(collections.Counter)
    for d in docs(os.path.join(GOLD, 'talks/sentences.jsonl')):
        a = found.get(d['id'])
        hot = [s for s in (sentences[a['article_id']] if a else []) if s.get('about_talks')]
        mean = sum(s.get('talks_sentiment') or 0 for s in hot) / len(hot) if hot else 0
        n = parts[int(hashlib.sha256(d['id'].encode()).hexdigest(), 16) % 3]
        n['about', d['about_talks'], bool(hot)] += 1
        if d['about_talks']:
            n[d['sentiment'], (mean > 0.05) - (mean < -0.05)] += 1
    for part, n in sorted(parts.items()):
        tp = n['about', True, True]
        p, r = tp / max(1, tp + n['about', False, True]), tp / max(1, tp + n['about', True, False])
        fs = [2 * n[c, c] / max(1, sum(n[c, k] + n[k, c] for k in (-1, 0, 1))) for c in (-1, 0, 1)]
        print(f"part {part}{' (held back)' if part == 0 else ''}: about the talks {f1(p, r):.3f} (P {p:.3f}, R {r:.3f}), "
              f"attitude macro-F1 {sum(fs) / 3:.3f} (-1 {fs[0]:.3f}, 0 {fs[1]:.3f}, +1 {fs[2]:.3f})")


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
