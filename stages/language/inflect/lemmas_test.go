package inflect

import (
	"strings"
	"testing"

	"parley/stages"
)

func TestLemma(t *testing.T) {
	l, err := NewLemmatizer()
	if err != nil {
		t.Fatal(err)
	}
	for tag, words := range map[string]string{
		"VERB VBD": "said=say told=tell fled=flee sought=seek struck=strike hoped=hope hopped=hop agreed=agree denied=deny controlled=control " +
			"shelled=shell reiterated=reiterate besieged=besiege mediated=mediate transferred=transfer visited=visit read=read met=meet " +
			"bored=bore bided=bide mined=mine sued=sue dyed=dye paused=pause opined=opine receded=recede blossomed=blossom anchored=anchor " +
			"profiled=profile travelled=travel compelled=compel installed=install debuted=debut focused=focus reunited=reunite raped=rape " +
			"re-created=re-create overruled=overrule edited=edit retired=retire murmured=murmur reputed=repute denoted=denote",
		"VERB VBN": "torn=tear written=write overthrown=overthrow died=die tied=tie frozen=freeze planned=plan bombed=bomb",
		"VERB VBG": "making=make dying=die running=run seeing=see blockading=blockade telling=tell bringing=bring escalating=escalate " +
			"shining=shine singing=sing forthcoming=forthcome rewriting=rewrite vying=vie underlying=underlie zoning=zone gossiping=gossip",
		"VERB VBZ": "says=say does=do goes=go tries=try pushes=push focuses=focus undergoes=undergo",
		"VERB VB":  "need=need embed=embed bring=bring lead=lead",
		"NOUN NNS": "talks=talk cities=city buses=bus crises=crisis men=man headquarters=headquarters series=series allies=ally heroes=hero lives=life bases=base " +
			"policemen=policeman schoolchildren=schoolchild campuses=campus spouses=spouse causes=cause excuses=excuse foes=foe vetoes=veto sorties=sortie blitzes=blitz",
		"NOUN NN":  "news=news meeting=meeting building=building status=status",
		"ADJ JJR":  "better=good bigger=big later=late closer=close easier=easy",
		"ADJ JJS":  "worst=bad largest=large heaviest=heavy",
		"AUX VBZ":  "is=be has=have 's=be",
		"AUX MD":   "'ll=will ca=can would=would",
		"PART RB":  "n't=not not=not",
		"PRON PRP": "them=they him=he us=we it=it",
	} {
		pos, xpos, _ := strings.Cut(tag, " ")
		for _, pair := range strings.Fields(words) {
			w, want, _ := strings.Cut(pair, "=")
			if got := l.Lemma(w, stages.ParseUPOS(pos), stages.ParseXPOS(xpos)); got != want {
				t.Errorf("%s as %s: %s, want %s", w, tag, got, want)
			}
		}
	}
}

func TestKnownLemmasCostNothing(t *testing.T) {
	l, err := NewLemmatizer()
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"said", "denied", "talks", "making", "negotiated", "hoped", "them"}
	n := testing.AllocsPerRun(100, func() {
		for _, w := range words {
			l.Lemma(w, stages.PosVerb, stages.TagVBD)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
