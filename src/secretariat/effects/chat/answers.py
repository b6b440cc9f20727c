"""Answers of a chat to one post: what they have in common."""

from datetime import datetime, timedelta
from typing import Any

from secretariat.clients.once import Answered
from secretariat.desk.outbox import Outcome
from secretariat.facts.moments import moment_of

TOO_MANY, CLIENT_ERRORS, SUCCESSES = 429, range(400, 500), range(200, 300)
LONGEST_WAIT = timedelta(hours=1)


def without_receipt(answer: Answered, words: str, waits: Any, now: datetime) -> Outcome:
    """Say what an answer without a receipt means, ``words`` telling it. ``waits`` is what its body asks to wait, in seconds.

    Told to come later it was certainly not taken, and a client's error is a refusal; of all else nobody knows.
    """
    if answer.status == TOO_MANY:
        return Outcome(verdict="not sent", why=words, not_before=moment_of(now + _wait_asked(answer, waits)))
    if answer.status in CLIENT_ERRORS and answer.status != 408:  # the server gave up waiting: it may have all of it
        return Outcome(verdict="refused", why=words)
    if answer.status in SUCCESSES:
        words += " without the id of a message, so that nothing proves that it arrived"
    return Outcome(verdict="unclear", why=words)


def _wait_asked(answer: Answered, waits: Any) -> timedelta:
    """Give how long a chat asks to wait: seconds in the body, or the header; a second at least, and never longer than LONGEST_WAIT.

    Whatever is asked: JSON as Python reads it has Infinity and NaN, and more seconds than a timedelta holds.
    """
    for asked in (waits, answer.headers.get("retry-after")):
        try:
            seconds = float(str(asked))
        except ValueError:
            continue
        if seconds >= 0:  # NaN is not
            return timedelta(seconds=max(1.0, min(seconds + 0.5, LONGEST_WAIT.total_seconds())))
    return timedelta(seconds=5)
