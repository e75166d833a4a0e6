#!/usr/bin/env python3
"""Run a notebook from start to end on a run's tables.

    check_notebook.py NOTEBOOK OUTPUTS_DIR [--save FILE]

Needs what requirements.txt names. Exits with 1 when a cell fails or writes to
standard error, warnings included, or when the notebook as committed holds
outputs. --save keeps what it looks like when it has run.
"""
import argparse
import os
import pathlib
import re
import sys

import nbclient
import nbformat

ANSI = r"\x1b\[[0-9;]*m"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("notebook", type=pathlib.Path)
    p.add_argument("outputs", type=pathlib.Path)
    p.add_argument("--save", type=pathlib.Path, help="file to write the notebook with its outputs to")
    a = p.parse_args()
    os.environ["PARLEY_OUT"] = str(a.outputs.absolute())
    notebook = nbformat.read(a.notebook, as_version=4)
    nbformat.validate(notebook)
    code = [c for c in notebook.cells if c.cell_type == "code"]
    if any(c.outputs or c.execution_count for c in code):
        sys.exit(f"{a.notebook}: clear its outputs")
    try:
        nbclient.NotebookClient(
            notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": a.notebook.parent}},
            extra_arguments=["--log-level=ERROR"],  # it warns that it listens on the machine's own network
        ).execute()
    except nbclient.exceptions.CellExecutionError as e:
        sys.exit(f"{a.notebook}: {re.sub(ANSI, '', str(e))}")
    finally:
        if a.save:
            nbformat.write(notebook, a.save)
    for c in code:
        for o in c.outputs:
            if o.output_type == "stream" and o.name == "stderr":
                sys.exit(f"{a.notebook}: a cell warns:\n{c.source}\n\n{o.text}")
    print(f"{a.notebook}: {len(code)} cells run on {a.outputs}")


if __name__ == "__main__":
    main()
