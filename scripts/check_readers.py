#!/usr/bin/env python3
"""Read a run's tables with pandas, Polars and DuckDB and compare what they see.

    check_readers.py OUTPUTS_DIR

Needs what requirements.txt names (DuckDB wants pytz for times with a zone). Exits with 1 when a table cannot be
read, when two readers disagree on its rows or columns, or when a quoted text
is not the article's text at its span as Python counts it.
"""
import glob
import json
import os
import sys

import duckdb
import pandas
import polars


def main(folder):
    files = sorted(glob.glob(os.path.join(folder, "*.parquet")))
    if not files:
        sys.exit(f"{folder}: no tables; parley run makes them")
    for path in files:
        name = os.path.basename(path)
        a, b = pandas.read_parquet(path), polars.read_parquet(path)
        c = duckdb.sql(f"SELECT * FROM '{path}'")
        rows = {len(a), b.height, len(c.fetchall())}
        columns = {tuple(a.columns), tuple(b.columns), tuple(c.columns)}
        if len(rows) != 1 or len(columns) != 1:
            sys.exit(f"{name}: readers disagree: rows {rows}, columns {columns}")
        for column in b.columns:
            nulls = duckdb.sql(f"SELECT count(*) FROM '{path}' WHERE \"{column}\" IS NULL").fetchall()[0][0]
            if nulls != b[column].null_count():
                sys.exit(f"{name}: {column}: DuckDB counts {nulls} nulls, Polars {b[column].null_count()}")
        print(f"{name:28} {len(a):7} rows  {len(a.columns):2} columns")
    spans(folder)
    described(folder)


def spans(folder):
    read = lambda t: polars.read_parquet(os.path.join(folder, t + ".parquet"))
    texts = dict(read("articles").select("article_id", "text").iter_rows())
    for table, column in [("sentences", "text"), ("mentions", "text"), ("figures", "text"), ("events", "anchor")]:
        for article, start, end, quote in read(table).select("article_id", "start", "end", column).iter_rows():
            if texts[article][start:end] != quote:
                sys.exit(f"{table}: {article} {start}-{end} is {texts[article][start:end]!r}, the row says {quote!r}")


def described(folder):
    """The column descriptions are readable without Arrow."""
    path = os.path.join(folder, "articles.parquet")
    rows = duckdb.sql(f"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{path}')").fetchall()
    columns = json.loads(dict(rows)["parley.columns"])
    if set(columns) != set(polars.read_parquet(path).columns):
        sys.exit("articles: parley.columns does not describe the columns")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
