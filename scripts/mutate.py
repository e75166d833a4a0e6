#!/usr/bin/env python3
"""mutate.py PARLEY [--files N] [--seed S] [--kinds json,tar,...]: damages small inputs of every kind and runs Parley on them.

Each file holds a few records of our own words and is damaged once: bits turned, bytes taken out, put in, doubled or moved, the end cut off,
or a hostile piece (a number with both separators, a million brackets, a length of 2 GB) put in. Parley reads them in runs of --batch files,
without the learned reader. A run fails the test where it crashes, reports a bug of its own, takes longer than 10 s a file or more than
500 MB, or where a file gives fewer articles than it had records, no reject says so, and a record that the damage left whole is in none of
them (two records that lost what stood between them are one, and nobody can know). Prints a table of what was tried how often.
Python 3.9 or newer, nothing else; a Parquet file comes from a run of Parley itself.
"""
import argparse, collections, csv, gzip, io, json, os, random, resource, shutil, subprocess, sys, tarfile, tempfile, time, zipfile

ap = argparse.ArgumentParser()
ap.add_argument('parley')
ap.add_argument('--files', type=int, default=10000)
ap.add_argument('--batch', type=int, default=100)
ap.add_argument('--seed', type=int, default=1)
ap.add_argument('--kinds', default='')
args = ap.parse_args()
rng = random.Random(args.seed)
RECORDS = 5


def texts(n=RECORDS):
    who = ['The minister', 'A delegate', 'The envoy', 'Its spokesman', 'The mayor']
    what = ['talks would go on', 'corridor was open', 'draft had been refused', 'guarantees came first', 'ships had left']
    return ['%s said on %d March 2022 that the %s, and named %d people. Mark %d.' % (rng.choice(who), rng.randint(1, 28), rng.choice(what), rng.randint(2, 5000), rng.randint(0, 1 << 30)) for _ in range(n)]


def page(t):
    return '<html><head><title>Talks</title></head><body><p>%s</p></body></html>' % t


def tar_of(ts):
    b = io.BytesIO()
    with tarfile.open(fileobj=b, mode='w') as z:
        for i, t in enumerate(ts):
            info = tarfile.TarInfo('m%d.txt' % i)
            info.size = len(t)
            z.addfile(info, io.BytesIO(t.encode()))
    return b.getvalue()


def zip_of(ts):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:
        for i, t in enumerate(ts):
            z.writestr('m%d.txt' % i, t)
    return b.getvalue()


def warc_records(ts):
    for i, t in enumerate(ts):
        body = ('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n' + page(t)).encode()
        yield ('WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/%d\r\nContent-Length: %d\r\n\r\n' % (i, len(body))).encode() + body + b'\r\n\r\n'


def csv_of(ts):
    b = io.StringIO()
    w = csv.writer(b)
    w.writerow(['id', 'title', 'text'])
    for i, t in enumerate(ts):
        w.writerow([i, 'Talks', t])
    return b.getvalue().encode()


def lines_of(ts):
    return ''.join(json.dumps({'id': i, 'title': 'Talks', 'text': t}) + '\n' for i, t in enumerate(ts)).encode()


def parquet_maker():
    """A Parquet file of articles, as a run writes it."""
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, 'in.jsonl')
        open(path, 'wb').write(lines_of(texts()))
        subprocess.run([args.parley, 'run', path, '--out', d + '/out', '--quiet', '--model', 'none'], check=True)
        data = open(d + '/out/articles.parquet', 'rb').read()
    return lambda ts: data


KINDS = {  # extension, maker, number of records
    'txt': ('txt', lambda ts: ts[0].encode(), 1),
    'html': ('html', lambda ts: page(ts[0]).encode(), 1),
    'md': ('md', lambda ts: ('---\ntitle: Talks\n---\n' + ts[0]).encode(), 1),
    'json': ('json', lambda ts: ('[' + ',\n'.join(json.dumps({'id': 'r%d' % i, 'title': 'Talks', 'text': t}) for i, t in enumerate(ts)) + ']').encode(), RECORDS),
    'jsonl': ('jsonl', lines_of, RECORDS),
    'jsonl.gz': ('jsonl.gz', lambda ts: gzip.compress(lines_of(ts), mtime=0), RECORDS),
    'csv': ('csv', csv_of, RECORDS),
    'tar': ('tar', tar_of, RECORDS),
    'zip': ('zip', zip_of, RECORDS),
    'warc': ('warc', lambda ts: b''.join(warc_records(ts)), RECORDS),
    'warc.gz': ('warc.gz', lambda ts: b''.join(gzip.compress(r, mtime=0) for r in warc_records(ts)), RECORDS),
    'parquet': ('parquet', parquet_maker(), RECORDS),
}
PACKED = ('gz', 'zip', 'parquet')
HOSTILE = [b'250.000,50 and 123.4,5 ', b'"', b'\x00' * 40, b'\xff\xfe', b'[' * 5000, b'{"a":' * 2000, b'\xff\xff\xff\x7f', b'<div>' * 3000, b'a@' * 2000, b'\xe2\x80\xae', b'1.2.3,4,5.6 ' * 50, b'\x1f\x8b\x08', b'ustar', b'WARC/1.']


def mutate(data):
    data = bytearray(data)
    at, n = rng.randrange(len(data)), rng.choice([1, 1, 2, 4, 7, 64, 512])
    kind = rng.choice(['bit', 'bits', 'delete', 'insert', 'double', 'move', 'cut', 'hostile', 'hostile', 'zero'])
    if kind == 'bit':
        data[at] ^= 1 << rng.randrange(8)
    elif kind == 'bits':
        for _ in range(rng.randint(2, 20)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == 'delete':
        del data[at:at + n]
    elif kind == 'insert':
        data[at:at] = bytes(rng.randrange(256) for _ in range(n))
    elif kind == 'double':
        data[at:at] = data[at:at + n]
    elif kind == 'move':
        piece = data[at:at + n]
        del data[at:at + n]
        to = rng.randrange(len(data) + 1)
        data[to:to] = piece
    elif kind == 'cut':
        del data[at:]
    elif kind == 'zero':
        data[at:at + n] = bytes(len(data[at:at + n]))
    else:
        data[at:at] = rng.choice(HOSTILE)
    return kind, bytes(data)


def rows(out, table):
    done = subprocess.run([args.parley, 'show', table, '--json', '--out', out], capture_output=True, text=True)
    return [json.loads(l) for l in done.stdout.splitlines() if l.startswith('{')]


def run(files, whole, where):
    """Runs Parley on a folder; returns what went wrong. whole: texts of each file that are as they were, None where it is packed."""
    out = where + '-out'
    began = time.time()
    p = subprocess.Popen([args.parley, 'run', where, '--out', out, '--quiet', '--model', 'none'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        _, err = p.communicate(timeout=10 * len(files))
    except subprocess.TimeoutExpired:
        p.kill()
        p.communicate()
        return [('hang', '')]
    wrong = []
    if p.returncode not in (0, 1) or 'panic:' in err:
        wrong.append(('crash', err[:300]))
    elif 'BUG' in err:
        wrong += [('bug', r['detail']) for r in rows(out, 'rejects') if r['reason'] == 'internal']
    if p.returncode == 0:
        got, told, found = collections.Counter(), set(), collections.defaultdict(str)
        for r in rows(out, 'articles'):
            name = os.path.relpath(r['source_uri'].split('#')[0], where)
            got[name] += 1
            found[name] += r['text'] + '\n'
        for r in rows(out, 'rejects'):
            told.add(os.path.relpath(r['source_uri'].split('#')[0], where))
        for name, records in files.items():
            missing = whole[name] is None or any(t not in found[name] for t in whole[name])
            if got[name] < records and name not in told and missing:
                wrong.append(('lost', '%s: %d of %d' % (name, got[name], records)))
    shutil.rmtree(out, ignore_errors=True)
    return wrong


tried, failed = collections.Counter(), []
left, batch = args.files, 0
names = args.kinds.split(',') if args.kinds else list(KINDS)
peak = 0
while left > 0:
    with tempfile.TemporaryDirectory() as d:
        where, files, whole = d + '/in', {}, {}
        os.mkdir(where)
        for i in range(min(args.batch, left)):
            name = rng.choice(names)
            ext, make, records = KINDS[name]
            records_of = texts()
            kind, data = mutate(make(records_of))
            file = '%05d-%s.%s' % (i, kind, ext)
            open(os.path.join(where, file), 'wb').write(data)
            files[file] = records
            whole[file] = None if name.endswith(PACKED) else [t for t in records_of[:records] if t.encode() in data]
            tried[name, kind] += 1
        wrong = run(files, whole, where)
        peak = max(peak, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10)
        for what, detail in wrong:
            failed.append((what, detail))
            print(what, detail, flush=True)
            keep = os.path.join(tempfile.gettempdir(), 'parley-mutated-%d-%d' % (args.seed, batch))
            if not os.path.exists(keep):
                shutil.copytree(where, keep)
                print('  kept in', keep, flush=True)
    left -= len(files)
    batch += 1

kinds = sorted({k for _, k in tried})
print('| kind | ' + ' | '.join(kinds) + ' |\n|---|' + '---|' * len(kinds))
for name in names:
    print('| %s | ' % name + ' | '.join(str(tried[name, k]) for k in kinds) + ' |')
count = collections.Counter(w for w, _ in failed)
print('%d files: %d crashes, %d bugs, %d hangs, %d lost without a reject; at most %d MB a run' % (args.files, count['crash'], count['bug'], count['hang'], count['lost'], peak))
sys.exit(bool(failed) or peak > 500)
