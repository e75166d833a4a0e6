//go:build !amd64

package encoder

func machineKernels() []*kernel { return nil }
