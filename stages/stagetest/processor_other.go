//go:build !linux

package stagetest

import "time"

// threadTime is not told here.
func threadTime() time.Duration { return 0 }
