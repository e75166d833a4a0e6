// Package tables writes and reads the tables of package schemas as Parquet
// files, with arrow/go v15.
//
// The writer's profile is chosen for what others can read and for bytes that
// do not change from run to run: data pages of version 2 (version 1 meets a
// quadratic reallocation in v15's writer, apache/arrow 41541); strings as plain
// utf8 with a dictionary on the closed lists only (a column that falls back
// from dictionary to plain has its footer in map order); zstd; the Arrow schema
// with the column descriptions as field metadata, and the same once more as
// JSON under the key "parley.columns", which readers without Arrow see.
//
// A row is a pointer to a row struct. Reading copies every string, so a row's
// strings may be kept.
package tables
