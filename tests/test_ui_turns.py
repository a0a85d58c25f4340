"""People are served so many at a time, in the order in which they came."""

import threading
import time
from pathlib import Path

from plain_papers import LetterEncoder, a_year, read_plain

from index.ingest import ingest
from ui.desk import Desk
from ui.turns import Turns


def served(at_once: int, people: int) -> tuple[list[int], int]:
    """Let people come one by one before anybody leaves; return the order of entry, and how many were in at most."""
    turns, inside, most, order = Turns(at_once), 0, 0, []
    lock, opened = threading.Lock(), threading.Event()

    def come(number: int) -> None:
        nonlocal inside, most
        with turns:
            with lock:
                order.append(number)
                inside += 1
                most = max(most, inside)
            opened.wait(10)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=come, args=(number,)) for number in range(people)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)  # so that they come one after the other
    opened.set()
    for thread in threads:
        thread.join(10)
    return order, most


def test_whoever_came_first_is_next() -> None:
    assert served(1, 6) == ([0, 1, 2, 3, 4, 5], 1)


def test_no_more_are_served_at_once_than_may_be_and_none_is_left_out() -> None:
    order, most = served(3, 9)
    assert (sorted(order), most) == (list(range(9)), 3)


def test_a_turn_that_ends_in_an_error_is_handed_on() -> None:
    turns = Turns(1)
    for _ in range(3):
        try:
            with turns:
                raise ValueError
        except ValueError:
            continue
    with turns:
        pass


def test_a_loan_within_a_loan_is_the_same_view_and_takes_no_second_turn(tmp_path: Path) -> None:
    ingest([a_year(tmp_path / "papers")], tmp_path / "library", LetterEncoder(), read=read_plain, apart=False)
    desk = Desk(tmp_path / "library", LetterEncoder())
    with desk.library() as outer:
        for _ in range(3):
            with desk.library() as inner:
                assert inner is outer
        assert desk.ask("what was agreed on LADO").question == "what was agreed on LADO"
    with desk.library() as later:
        assert later.papers()
