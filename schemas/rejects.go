package schemas

// Reject is one input that could not be used. Key and order: source_uri, stage,
// reason, detail. Made by the driver from what ingest and normalize refuse, and
// from the articles at which a stage panicked.
type Reject struct {
	SourceURI string `col:"source_uri" doc:"the input: path, path#id or path#line"`
	Stage     string `col:"stage" enum:"ingest,normalize,stages" doc:"the stage that refused it; stages for one that failed, which detail names"`
	Reason    string `col:"reason" enum:"unreadable,unknown_kind,not_text,empty,too_large,broken,no_text,bad_encoding,unsafe_path,too_deep,http_status,internal" doc:"why, as a code; internal is a bug of Parley, to be reported"`
	Detail    string `col:"detail" doc:"why, in words, with the place in the file where one is known"`
}

var rejects = define[Reject]("rejects", "ingest", "one input that could not be used", "source_uri", "stage", "reason", "detail")
