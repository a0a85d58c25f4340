"""What a reader waits for in a real browser: ``python -m eval.bench_page --library DIR``.

Opens the page in Chromium, asks questions of a set one after the other, and takes the time inside the browser from the
press of Enter until the answer is painted, and from there until the picture of the cited page is.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from eval.evaluate import read_set
from eval.serving import serving

CHROMIUM = "/usr/bin/chromium"
QUESTIONS = 60
SLOWEST = 30_000  # milliseconds until a question is given up
WATCH = """
question => {
  const field = document.querySelector("#question textarea, #question input");
  window.waited = null;
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    const began = performance.now();
    const look = async () => {
      const view = document.querySelector(".view");
      if (!view || view.dataset.question !== question) { requestAnimationFrame(look); return; }
      const answer = await painted() - began;
      const picture = view.querySelector(".reader img");
      if (picture) { await picture.decode().catch(() => {}); await painted(); }
      window.waited = [answer, picture ? performance.now() - began - answer : null];
    };
    look();
  }, { once: true, capture: true });
}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, and print the median and the 95th percentile of both waits."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench_page", description="What a reader waits for.")
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--set", default="papers", help="whose questions are asked (default papers)")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    call = parser.parse_args(arguments)
    topics = read_set(call.set).topics
    asked = [topic.question for topic in topics[:: max(1, len(topics) // call.questions)]]
    with serving(call.library) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/")
        page.locator(".view").wait_for()
        _waits(page, asked[0])  # the first question of a server opens the library
        waits = [_waits(page, question) for question in asked[1:]]
        browser.close()
    answers = [answer for answer, _ in waits]
    pictures = [picture for _, picture in waits if picture is not None]
    sys.stdout.write(f"{len(waits)} questions, ms in the browser: median / 95th percentile\n")
    sys.stdout.write(f"Enter to answer: {_told(answers)}\nanswer to picture ({len(pictures)}): {_told(pictures)}\n")
    return 0


def _waits(page: Page, question: str) -> tuple[float, float | None]:
    page.get_by_label("Your question").fill(question)
    page.evaluate(WATCH, question)
    page.keyboard.press("Enter")
    answer, picture = page.wait_for_function("() => window.waited", timeout=SLOWEST).json_value()
    return answer, picture


def _told(waits: Sequence[float]) -> str:
    return f"{median(waits):.0f} / {quantiles(waits, n=20)[-1]:.0f}"


if __name__ == "__main__":
    sys.exit(main())
