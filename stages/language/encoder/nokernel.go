//go:build !amd64 && !arm64

package encoder

func machineKernels() []*kernel { return nil }
