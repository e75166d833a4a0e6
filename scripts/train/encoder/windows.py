"""From coded articles to training windows: whole sentences, one before as context, every label at its word piece.

A "word" is a word piece whose first character is a letter or digit and follows none: all labels and arcs are at words.
"""
import collections
import re

from .labels import (ATTITUDES, CLS, CONTEXT_PIECES, EVENTS, ISSUES, SENTENCE_PIECES, SEP, STANCES, STATUS, WINDOW)

Sentence = collections.namedtuple("Sentence", "number text ids offsets")
Place = collections.namedtuple("Place", "mark first offsets")  # piece of the mark before it, first piece, offsets of its pieces


def tokenize(tokenizer, texts):
    """The sentences that hold pieces, with ids and (start, end) offsets in characters."""
    out = []
    for number, text in enumerate(texts):
        if text:
            e = tokenizer.encode(text, add_special_tokens=False)
            if e.ids:
                out.append(Sentence(number, text, e.ids[:SENTENCE_PIECES], e.offsets[:SENTENCE_PIECES]))
    return out


def cut(sentences, first_budget=WINDOW):
    """Windows of whole sentences: (ids, {sentence index: Place}, context index or None, first, past the last).

    [CLS] then before each sentence [SEP], and [SEP] at the end. first_budget: pieces of the first window, to shift the rest.
    """
    k, budget = 0, first_budget
    while k < len(sentences):
        ids, places = [CLS], {}

        def add(j, keep=SENTENCE_PIECES):
            ids.append(SEP)
            places[j] = Place(len(ids) - 1, len(ids), sentences[j].offsets[-keep:])
            ids.extend(sentences[j].ids[-keep:])

        context = k - 1 if k else None
        if context is not None:
            add(context, CONTEXT_PIECES)
        j = k
        while j < len(sentences) and (j == k or len(ids) + len(sentences[j].ids) + 2 <= budget):
            add(j)
            j += 1
        yield ids + [SEP], places, context, k, j
        k, budget = j, WINDOW


def words(text, place):
    """Words of a sentence in a window: list of (character, piece)."""
    return [(u, place.first + r) for r, (u, _) in enumerate(place.offsets)
            if text[u].isalnum() and (u == 0 or not text[u - 1].isalnum())]


class Finder:
    """Finds coded phrases among the words of one window."""

    def __init__(self, sentences, places):
        self.sentences, self.places = sentences, places
        self.words = {q: words(sentences[q].text, p) for q, p in places.items()}

    def occurrences(self, q, phrase):
        """(character, pieces) of each place of a phrase in sentence q, whole words before parts of words."""
        if not phrase or q not in self.words:
            return []
        text = self.sentences[q].text
        for pattern in (rf"(?<!\w){re.escape(phrase)}(?!\w)", re.escape(phrase)):
            found = [(m.start(), [t for c, t in self.words[q] if m.start() <= c < m.end()]) for m in re.finditer(pattern, text)]
            found = [(c, ts) for c, ts in found if ts]
            if found:
                return found
        return []

    def nearest(self, q, phrase, character):
        """Pieces of the phrase's place in sentence q that is nearest to a character, or None."""
        found = self.occurrences(q, phrase)
        return min(found, key=lambda x: abs(x[0] - character))[1] if found else None

    def party(self, q, phrase, character, also=()):
        """Pieces of a party: in sentence q, or of ^name in it, then in the sentences before, then in those after."""
        near, name = [q, *also], phrase
        if phrase.startswith("^"):
            name = phrase[1:]
            near = [q] + [z for z in sorted(self.places, reverse=True) if z < q] + [z for z in sorted(self.places) if z > q]
        for z in near:
            found = self.nearest(z, name, character if z == q else len(self.sentences[z].text) if z < q else 0)
            if found:
                return found
        return None

    def trigger(self, q, text):
        """(piece, character) of a trigger, of which word#2 means the second place, or None."""
        nth = int(text[-1]) if re.search(r"#\d$", text) else 1
        first = re.search(r"\w+", re.sub(r"#\d$", "", text))
        if not first or q not in self.words:
            return None
        for end in (r"(?!\w)", ""):
            starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(first.group())}{end}", self.sentences[q].text)]
            if len(starts) >= nth:
                return next(((t, c) for c, t in self.words[q] if c == starts[nth - 1]), None)
        return None

    def spelling(self):
        """Lower-case text of the whole word at each word piece."""
        out = {}
        for q, pairs in self.words.items():
            text = self.sentences[q].text
            for c, t in pairs:
                out[t] = re.match(r"\w+", text[c:]).group().lower() if re.match(r"\w", text[c]) else text[c]
        return out


def events_of(article, finder, index, k, end):
    """Coded events of the window's sentences: dicts with piece (None: not found), type, roles, lost, status, background, same."""
    out, background = [], set(article["background"])
    for number, (sentence, kind, text, sources, targets, status, same) in enumerate(article["events"]):
        q = index.get(sentence)
        if q is None or not k <= q < end:
            continue
        at = finder.trigger(q, text)
        found = [[finder.party(q, p, at[1] if at else 0) for p in phrases] for phrases in (sources, targets)]
        earlier = []
        if same is not None and same < sentence and index.get(same) in finder.places:
            others = [finder.trigger(index[same], e[2]) for e in article["events"] if e[0] == same and e[1] == kind]
            earlier = [o[0] for o in others if o]
        out.append(dict(piece=at[0] if at else None, type=EVENTS.index(kind) + 1, roles=[[g for g in f if g] for f in found],
                        lost=[sum(not g for g in f) for f in found], status=STATUS.index(status), same=earlier,
                        background=int(number in background)))
    return out


def last_word(finder, q, phrase):
    """Piece of the last word of the phrase's last place in sentence q, or None."""
    found = finder.occurrences(q, phrase)
    return found[-1][1][-1] if found else None


def statements_of(article, finder, index, context):
    """Coded statements whose cue, or first word where there is none, lies in the window's sentences."""
    out, taken = [], set()
    for first, cue, speaker, _, _, begin, finish, last in article["statements"]:
        q, ql = index.get(first), index.get(last)
        if q is None or ql is None:
            continue
        starts = finder.occurrences(q, begin)
        anchor = home = None
        if cue:
            # Of several places of the same cue the free one that is nearest to the content or to the speaker.
            for z in range(q, ql + 1):
                near = [c for c, _ in starts] if z == q else [0]
                near += [c for c, _ in finder.occurrences(z, finish)] + [c for c, _ in finder.occurrences(z, speaker.lstrip("^"))]
                free = [(c, ts) for c, ts in finder.occurrences(z, cue) if ts[0] not in taken]
                if free:
                    at, pieces = min(free, key=lambda x: min([abs(x[0] - n) for n in near] or [0]))
                    anchor, home = (pieces[0], at), z
                    break
        elif starts and starts[0][1][0] not in taken:
            anchor, home = (starts[0][1][0], starts[0][0]), q
        if anchor is None or home == context:
            continue
        taken.add(anchor[0])
        who = finder.party(home, speaker, anchor[1], range(q, ql + 1)) if speaker else None
        out.append(dict(piece=anchor[0], kind=1 if cue else 2, speaker=who or [], lost=bool(speaker) and not who,
                        begin=starts[0][1][0] if starts else None, end=last_word(finder, ql, finish)))
    return out


def build(articles, tokenizer, rng=None):
    """All windows of the articles as dicts; with a random generator the first window of half of them is shortened."""
    out = []
    for article in articles:
        sentences = tokenize(tokenizer, article["sentences"])
        index = {s.number: n for n, s in enumerate(sentences)}
        talk = {t[0]: t[1] for t in article["talks"]}
        positions = collections.defaultdict(list)
        for p in article["positions"]:
            positions[p[0]].append(p)
        budget = rng.randint(WINDOW // 3, WINDOW) if rng and rng.random() < .5 else WINDOW
        for ids, places, context, k, end in cut(sentences, budget):
            finder = Finder(sentences, places)
            word = [0] * len(ids)
            for q, pairs in finder.words.items():
                for _, t in pairs:
                    word[t] = 2 if q == context else 1
            marks = []
            for q in range(k, end):
                number, place = sentences[q].number, places[q]
                said = [(ISSUES.index(p[1]), STANCES.index(p[2]), finder.party(q, p[3], 0) or []) for p in positions[number]]
                attitude = ATTITUDES.index(str(talk[number])) if number in talk else 0
                marks.append(dict(mark=place.mark, first=place.first, end=place.first + len(place.offsets), attitude=attitude,
                                  positions=said))
            out.append(dict(ids=ids, word=word, sentences=marks, attitude_only=article.get("attitude_only", False), spelling=finder.spelling(),
                            events=events_of(article, finder, index, k, end),
                            statements=statements_of(article, finder, index, context)))
    return out
