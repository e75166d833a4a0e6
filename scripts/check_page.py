#!/usr/bin/env python3
"""Open a run's index.html in headless Chromium and check that it works.

    check_page.py OUTPUTS_DIR [--shots DIR]

At 390 and at 1440 pixels: nothing in the console, no request to anywhere, no
line of text beyond the edge, no two headings or paragraphs over each other,
every picture loaded and described, every <details> opens on a click, and a
click on a chart opens the sentences behind it. Then DuckDB runs each chart's
query, as the page shows it, and its numbers must add up to those drawn.

--shots keeps a picture of each page, to look at. Needs what requirements.txt
names and Chromium (Debian: apt-get install chromium; elsewhere set CHROMIUM to
its path). Exits with 1 when something is wrong, with 77 where there is no
Chromium.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys

import duckdb

WIDTHS = [390, 1440]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]

# Runs in the page: what is wrong with it as it stands.
LAYOUT = """() => {
  const wrong = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) wrong.push(`the page is ${wide} pixels wide in a window of ${innerWidth}`);
  const boxes = [];
  for (const e of document.querySelectorAll("h1, h2, p, dt, dd, li, summary, figcaption, blockquote, pre, img, input")) {
    if (e.tagName === "LI" && e.querySelector("p")) continue; // its parts are looked at
    if (!e.checkVisibility()) continue;
    const r = e.getBoundingClientRect();
    if (r.width <= 1 || r.height <= 1) continue; // for screen readers
    boxes.push([e, r]);
    const scrolls = e.closest(".scroll, pre, .evidence ol");
    if (!scrolls && r.right > innerWidth + 0.5) wrong.push(`${name(e)} ends at ${r.right}`);
  }
  function name(e) { return e.tagName.toLowerCase() + " " + JSON.stringify((e.textContent || e.alt || "").trim().slice(0, 60)); }
  for (let i = 0; i < boxes.length; i++) {
    const [e, a] = boxes[i];
    for (let j = i + 1; j < boxes.length && j < i + 60; j++) { // those near in the text are those near on the page
      const [f, b] = boxes[j];
      if (e.contains(f) || f.contains(e) || hidden(e, f)) continue;
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        wrong.push(`${name(e)} and ${name(f)} overlap`);
    }
  }
  // what is scrolled out of a list lies, by its numbers, over what follows it
  function hidden(e, f) { return e.closest(".evidence ol") !== f.closest(".evidence ol"); }
  for (const i of document.images) {
    if (!i.complete || !i.naturalWidth) wrong.push(`${name(i)} does not load`);
    if (!i.alt.trim()) wrong.push("a picture without a text for it");
  }
  return wrong;
}"""


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("outputs", type=pathlib.Path)
    p.add_argument("--shots", type=pathlib.Path, help="folder to write pictures of the page to")
    a = p.parse_args()
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    wrong = list(queries(a.outputs))
    if chromium:
        wrong += browse(chromium, a.outputs / "index.html", a.shots)
    for w in wrong:
        print(w, file=sys.stderr)
    if wrong:
        sys.exit(1)
    if not chromium:
        print("there is no Chromium, so the page was not opened; install it or set CHROMIUM to its path")
        sys.exit(77)
    print(f"{a.outputs / 'index.html'}: works at {' and '.join(map(str, WIDTHS))} pixels, and its queries yield what is drawn")


def queries(outputs):
    """The queries add up to what the charts draw."""
    db = duckdb.connect()
    db.execute(f"SET file_search_path = '{outputs.absolute()}'")
    for c in json.loads((outputs / "charts.json").read_text(encoding="utf-8")):
        if not c["query"]:
            continue
        got = db.sql(f"SELECT coalesce(sum(n), 0) FROM ({c['query']})").fetchall()[0][0]
        if got != c["count"]:
            yield f"{c['name']}: the query adds up to {got}, the chart to {c['count']}"


def browse(chromium, file, shots):
    from playwright.sync_api import sync_playwright
    wrong = []
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=chromium, headless=True, args=FLAGS)
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=1, is_mobile=width < 500, has_touch=width < 500)
            page = context.new_page()
            note = lambda kind: lambda what: wrong.append(f"{width} pixels: {kind}: {getattr(what, 'text', None) or what}")
            page.on("console", note("console"))
            page.on("pageerror", note("error"))
            page.on("request", lambda r: r.url.startswith(("data:", file.absolute().as_uri())) or wrong.append(f"{width} pixels: asks for {r.url}"))
            page.goto(file.absolute().as_uri())
            check(page, f"{width} pixels", wrong)
            if shots:
                shots.mkdir(parents=True, exist_ok=True)
                page.screenshot(path=shots / f"{width}.png", full_page=True)
            for s in page.locator("summary").all():
                s.click()
                if not s.evaluate("e => e.parentElement.open"):
                    wrong.append(f"{width} pixels: {s.inner_text()!r} does not open")
            check(page, f"{width} pixels, all open", wrong)
            if shots:
                page.screenshot(path=shots / f"{width}-open.png", full_page=True)
            page.evaluate("() => { for (const d of document.querySelectorAll('details')) d.open = false }")
            for section in page.locator("section:has(.evidence)").all():
                section.locator("img").click()
                if not section.locator(".evidence").evaluate("e => e.open"):
                    wrong.append(f"{width} pixels: a click on {section.get_attribute('id')} opens nothing")
            filters(page, width, wrong)
            context.close()
        browser.close()
    return wrong


def filters(page, width, wrong):
    """The field above a list leaves the rows that hold what is typed."""
    field = page.locator(".evidence input").first
    if not field.count():
        return
    field.fill("no row holds these words")
    if page.locator(".evidence ol").first.locator("li:visible").count():
        wrong.append(f"{width} pixels: the field above the sentences leaves what it should hide")
    field.fill("")


def check(page, where, wrong):
    wrong += [f"{where}: {w}" for w in page.evaluate(LAYOUT)[:20]]


if __name__ == "__main__":
    main()
