"""What one of many people at the reading room does, for locust: asks as the page does, looks at the page cited."""

import itertools
import os
import random
import re
from html import unescape
from pathlib import Path

from locust import FastHttpUser, task

from eval.topics import read_topics

SET = Path(__file__).parent / "sets" / os.environ.get("MINUTEBOOK_LOAD_SET", "papers")
QUESTIONS = [topic.question for topic in read_topics(SET / "topics.tsv")]
PICTURE = re.compile(r'<img[^>]* src="([^"]+)"')
NUMBERS = itertools.count()


class Reader(FastHttpUser):
    """A reader who never pauses: twenty of these are more than twenty people."""

    def on_start(self) -> None:
        """Open the page, and take the questions in an order of one's own."""
        self.questions = random.Random(next(NUMBERS)).sample(QUESTIONS, len(QUESTIONS))  # noqa: S311  # an order, no secret
        self.turn = 0
        self.client.get("/", name="the page")

    @task
    def ask(self) -> None:
        """Ask, and look at the page that the first source stands on."""
        question = self.questions[self.turn % len(self.questions)]
        self.turn += 1
        asked = {"data": [question], "fn_index": 0, "session_hash": f"{id(self)}"}
        with self.client.post("/gradio_api/run/predict", json=asked, name="an answer", catch_response=True) as answer:
            view = answer.json()["data"][0] if answer.ok else ""
            if 'class="answer"' not in view:
                answer.failure(f"no answer to {question!r}")
        picture = PICTURE.search(view)
        if picture:
            self.client.get(unescape(picture[1]), name="a page's picture")
