// Package charts draws the metrics, each chart as PNG (7.2 inches wide, 200
// dots per inch) and as SVG with its fonts inside.
//
// It reads statement_frequency, talks_sentiment, event_counts,
// figure_series and position_ledger; of articles their dates; of events the quad class of each type,
// and the consultations with their parties, which it knows from actors. It
// writes
//
//	statements_by_actor   who speaks: the leading actors, by type of statement
//	statements_over_time  when they speak: a panel for each leading actor
//	actors_by_week        when they speak: a map of twenty, by week where it fits
//	share_of_voice        who is heard: the share of each side and leading actor
//	talks_sentiment       how the talks are spoken of, with intervals
//	talks_timeline        the talks: a line for each meeting of the sides, and
//	                      below who meets whom, by pair of parties
//	positions_matrix      who wants what: issues by side, by colour and sign of the
//	                      stance that is told most often
//	positions_over_time   who moved: the leading issues, a line for each side
//	events_over_time      what is done, by quad class and by type
//	figures_over_time     which numbers are claimed, by claimant
//	charts.json           what each shows, in words, the query of DuckDB that
//	                      yields its numbers, and which rows these count
//
// # Method
//
// A chart is made in two steps. The first picks rows and turns them into a
// picture: titles, panels, layers of values, nothing measured yet (speakers,
// weeks, voice, mood, meetings, rounds, deeds, numbers). Tests compare pictures. The
// second lays the picture out and inks it, on a raster or a vector canvas of
// gonum/plot (picture, grid, layers, bars, bubbles). It draws on the canvas
// directly and not through plot.Plot, whose axes cannot be aligned over panels
// and whose fonts are global; ours travel with the stage.
//
// The axis counts by day, week or month, as the span of the articles' dates
// makes readable. An article whose date lies far from all others is left out
// and named in a note; so are events that the texts place outside of the span.
// No chart shows a clock: the source line gives the newest article's date.
//
// Every text is measured before it is drawn. Names that are too long end in
// an ellipsis, dates and marks that would touch give way, and a test checks
// for many invented corpora that no two texts overlap.
//
// # Choices that a reader should know
//
// A mean that rests on one article has no interval. It is a ring of its own,
// not joined to its neighbours by a line.
//
// A share of fewer than ten statements is drawn pale.
//
// The timeline of talks counts meetings, not reports, and each in one lane, however
// many take part: that of the sides where they meet, else that of its two parties,
// else that of a side and several others. A line says what came of a meeting and
// how many articles tell of it. Those that were held are told from those that are
// planned; those that failed are left out. A party is a side, else a state, else an
// organisation of states. A meeting whose day no text gives is not drawn, and counted
// beside.
//
// Reported figures are dots, not lines: two reports of "killed" may be of
// different days and places, and a line would claim that one grew out of the
// other. A panel holds one quantity as figure_series parts them: what is counted,
// whose it is, where, and whether it is a total. Quantities come first for which
// several claimants give numbers. Kinds that hold different things in one unit,
// such as money or equipment, are not charted, nor are the numbers of events
// that no place tells apart, unless there is nothing else.
//
// # Sources
//
// Colours: Okabe and Ito, Color Universal Design (2008). Fonts: Roboto,
// Apache License 2.0.
package charts
