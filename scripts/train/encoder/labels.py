"""Names and sizes that the trainer, the model file and the program share."""
EVENTS = ("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
          "ASSAULT RETREAT INVESTIGATE").split()
CUES = "cue quotation".split()  # a cue word, or the first word of a quotation that has no cue
STATUS = "happened ongoing planned denied".split()
ATTITUDES = "none -1 0 1".split()  # none: the sentence is not about talks
ISSUES = ("ceasefire withdrawal territory status guarantees alliances arms nuclear prisoners humanitarian return "
          "accountability sanctions governance rights economy talks ratification other").split()
STANCES = "demands offers accepts rejects conditional".split()
EVENT_ARCS = "source target same".split()  # same: to the trigger of an earlier mention of the same event
CUE_ARCS = "speaker begin end".split()  # begin and end: first and last word of the content

LAYERS, HIDDEN, HEADS, FFN, ARC = 6, 384, 12, 1536, 128
WINDOW = 192  # word pieces of a window, marks included
CONTEXT_PIECES = 60  # last pieces of the sentence before, that a window opens with
SENTENCE_PIECES = WINDOW - 70  # pieces of a sentence that are read
CLS, SEP = 101, 102

# What one window holds at most when it is trained on; more is left out there, not when it is read.
MAX_TRIGGERS, MAX_CUES, MAX_SENTENCES = 32, 20, 20
