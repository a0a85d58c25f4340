"""Work on every core, with results in the order of what was given."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

AHEAD = 4  # pieces of work in hand for each core: enough to keep it busy, few enough to stop at once
Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], given: Sequence[Given]) -> Iterator[Made]:
    """Yield what the work makes of each, in the order given, a thread a core; closing the iterator stops it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    pool = ThreadPoolExecutor(cores, thread_name_prefix="encoder")
    try:
        waiting = iter(given)
        running: deque[Future[Made]] = deque(pool.submit(work, one) for one in islice(waiting, cores * AHEAD))
        while running:
            made = running.popleft().result()
            running.extend(pool.submit(work, one) for one in islice(waiting, 1))
            yield made
    finally:
        pool.shutdown(cancel_futures=True)
