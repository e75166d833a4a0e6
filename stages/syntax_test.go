package stages_test

import (
	"testing"

	"parley/stages"
)

func TestFeatsAsUniversalDependenciesWritesThem(t *testing.T) {
	for _, c := range []struct {
		feats stages.Feats
		want  string
	}{
		{0, ""},
		{stages.FeatSing, "Number=Sing"},
		{stages.FeatPers3 | stages.FeatSing | stages.FeatPres | stages.FeatFin, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
		{stages.FeatPart | stages.FeatGer, "VerbForm=Ger,Part"},
		{stages.FeatPass | stages.FeatPart | stages.FeatPast, "Tense=Past|VerbForm=Part|Voice=Pass"},
		{1<<16 - 1, "Degree=Cmp,Sup|Number=Plur,Sing|Person=1,2,3|Polarity=Neg|Poss=Yes|Tense=Past,Pres|VerbForm=Fin,Ger,Inf,Part|Voice=Pass"},
	} {
		if got := c.feats.String(); got != c.want {
			t.Errorf("%b is %q, want %q", c.feats, got, c.want)
		}
	}
}
