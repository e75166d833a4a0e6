package ingest

import (
	"bytes"
	"encoding/binary"
	"io"
)

// A ZIP archive lists its members at its end. Where that is missing or damaged
// the list is made anew from the heads that stand before the members.

const (
	localHead   = "PK\x03\x04" // begins a member
	description = "PK\x07\x08" // may follow it: its checksum, packed and unpacked size
	localBytes  = 30           // of the head, without the name
	moreBytes   = 16           // of the description
)

// relist gives a ZIP archive with a new list of its members; n is how many it
// found.
func relist(f io.ReaderAt, size int64) (whole io.ReaderAt, length int64, n int) {
	var list []byte
	head, more := make([]byte, localBytes), make([]byte, moreBytes)
	for at := find(f, 0, localHead); at >= 0 && at < 1<<32-1 && len(list) < maxDirectory/2; at = find(f, at, localHead) {
		if _, err := f.ReadAt(head, at); err != nil {
			break
		}
		name := make([]byte, binary.LittleEndian.Uint16(head[26:]))
		if _, err := f.ReadAt(name, at+localBytes); err != nil {
			break
		}
		data := at + localBytes + int64(len(name)) + int64(binary.LittleEndian.Uint16(head[28:]))
		copy(more, description)
		copy(more[4:], head[14:26])
		if follows := head[6]&(1<<3) != 0; follows {
			at = describe(f, data, size, more)
		} else {
			at = data + int64(binary.LittleEndian.Uint32(more[8:]))
		}
		list = appendListed(list, head, name, more, data)
		n++
	}
	end := []byte("PK\x05\x06\x00\x00\x00\x00")
	end = binary.LittleEndian.AppendUint16(end, uint16(n)) // which the reader compares to the same bits
	end = binary.LittleEndian.AppendUint16(end, uint16(n))
	end = binary.LittleEndian.AppendUint32(end, uint32(len(list)))
	end = binary.LittleEndian.AppendUint32(end, uint32(size))
	list = append(append(list, end...), 0, 0)
	return &joined{f, size, list}, size + int64(len(list)), n
}

// describe finds the description behind a member whose data begins at a place.
// Without one the data has no end but the file's.
func describe(f io.ReaderAt, data, size int64, more []byte) (end int64) {
	for at := find(f, data, description); at >= 0; at = find(f, at+1, description) {
		if _, err := f.ReadAt(more, at); err == nil && int64(binary.LittleEndian.Uint32(more[8:])) == at-data {
			return at + moreBytes
		}
	}
	binary.LittleEndian.PutUint32(more[8:], uint32(min(max(size-data, 0), 1<<32-2)))
	return size
}

// appendListed appends what a list says of a member.
func appendListed(list, head, name, more []byte, data int64) []byte {
	list = append(list, "PK\x01\x02\x14\x00"...)
	list = append(list, head[4:14]...)       // version, flags, method, time
	list = append(list, more[4:]...)         // checksum and sizes
	list = append(list, head[26:28]...)      // length of the name
	list = append(list, make([]byte, 12)...) // nothing else
	at := data - localBytes - int64(len(name)) - int64(binary.LittleEndian.Uint16(head[28:]))
	list = binary.LittleEndian.AppendUint32(list, uint32(at))
	return append(list, name...)
}

// find is the first place from which on bytes stand, or -1.
func find(f io.ReaderAt, from int64, what string) int64 {
	for buf := make([]byte, 512); ; buf = make([]byte, min(2*len(buf), peekSize)) {
		n, err := f.ReadAt(buf, from)
		if i := bytes.Index(buf[:n], []byte(what)); i >= 0 {
			return from + int64(i)
		}
		if err != nil || n < len(what) {
			return -1
		}
		from += int64(n - len(what) + 1)
	}
}

// joined is a file with something more behind it.
type joined struct {
	f    io.ReaderAt
	size int64
	tail []byte
}

func (j *joined) ReadAt(p []byte, off int64) (n int, err error) {
	if off < j.size {
		if n, err = j.f.ReadAt(p[:min(int64(len(p)), j.size-off)], off); err != nil && err != io.EOF {
			return n, err
		}
	}
	if n == len(p) {
		return n, nil
	}
	more := copy(p[n:], j.tail[min(int64(len(j.tail)), max(0, off+int64(n)-j.size)):])
	if n += more; n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
