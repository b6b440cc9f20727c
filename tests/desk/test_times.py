"""Times of blocks in words, and tasks in the order in which they are due."""

from fractions import Fraction

import pytest

from secretariat.desk.findings import Due
from secretariat.desk.known import KnownFinding
from secretariat.desk.shown import ShownText, in_order, owners_of, shown_due, shown_task
from secretariat.desk.times import left_words, period_words, time_words, told, told_for_good
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, Pace
from tests.desk.words import AT, finding, wanted

PACE = Pace(
    head=Observation(block=1_000, milliseconds=1_767_225_600_000),
    measured_blocks=100,
    mean=Fraction(6_000),
    band=Fraction(60),
    windows=(),
)
NOW = Now(at=Moment("2026-01-01T00:01:00Z"), head=1_000, block=1_010, pace=PACE)
UNPACED = Now(at=NOW.at, head=1_000, block=1_010)
UNKNOWN = Now(at=NOW.at)


@pytest.mark.parametrize(
    ("now", "block", "time", "left"),
    [
        (NOW, 1_600, "2026-01-01 01:00 UTC ± 1 min", "59 min ± 1 min"),
        (NOW, 1_010, "2026-01-01 00:01 UTC ± 1 min", "0 s ± 1 min"),
        (NOW, 1_009, "block 1,009, which is passed", "no time"),
        (NOW, 1_000_000, "2026-03-11 09:00 UTC ± 16.7 h", "69 d 8 h ± 16.7 h"),
        (NOW, 10**12 - 1, "block 999,999,999,999", "999,999,998,989 blocks"),
        (UNPACED, 1_600, "block 1,600", "590 blocks"),
        (UNPACED, 9, "block 9, which is passed", "no time"),
        (UNKNOWN, 9, "block 9", "a time that is not known"),
    ],
)
def test_a_block_s_time_is_told_with_its_band(now: Now, block: int, time: str, left: str) -> None:
    assert (time_words(now, block), left_words(now, block)) == (time, left)
    assert told(f"Ends in [[left {block}]].", now) == f"Ends in {left}."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ends [[time 1600]], in [[left 1600]].", "Ends 2026-01-01 01:00 UTC ± 1 min, in 59 min."),
        ("In [[left 1600]], at [[time 1600]].", "In 59 min, at 2026-01-01 01:00 UTC ± 1 min."),
        ("Ends [[time 1600]]; next in [[left 1610]].", "Ends 2026-01-01 01:00 UTC ± 1 min; next in 60 min ± 1 min."),
        ("Ended [[time 9]], [[left 9]] is left.", "Ended block 9, which is passed, no time is left."),
    ],
)
def test_a_band_is_told_once_beside_the_time_of_its_block(text: str, words: str) -> None:
    assert told(text, NOW) == words


def test_the_chain_s_words_have_their_times_for_good() -> None:
    made = told_for_good(wanted(title="Until [[time 1009]]", text="[[left 1009]]"), NOW)
    assert (made.title, made.text) == ("Until block 1,009, which is passed", "no time")


def test_a_due_block_has_its_time_and_a_date_is_one() -> None:
    due = shown_due(Due(what="it ends", block=1_600), NOW)
    assert due is not None
    assert due.words == "2026-01-01 01:00 UTC ± 1 min (block 1,600): it ends"
    assert (due.at, due.earliest, due.latest, due.band, due.passed) == (
        "2026-01-01T01:00:00Z", "2026-01-01T00:59:24Z", "2026-01-01T01:00:36Z", "± 1 min", False,
    )  # fmt: skip
    over = shown_due(Due(what="x", at=Moment("2026-01-01")), NOW)
    assert over is not None
    assert (over.passed, over.words) == (True, "2026-01-01: x")
    assert shown_due(None, NOW) is None


def known(number: int, due: Due | None = None, opened: int | None = 1_000) -> KnownFinding:
    return KnownFinding(
        number=number, finding=finding(f"a/b/{number}", due=due), opened_at=AT, opened_block=opened, changed_at=AT
    )


def test_what_is_overdue_comes_first_then_what_is_due_next() -> None:
    dues = [
        None,
        Due(what="", block=1_700),
        Due(what="", at=Moment("2026-01-01T00:30:00Z")),
        Due(what="", block=900),
        None,
    ]
    tasks = [shown_task(known(number, due), [], NOW, None, []) for number, due in enumerate(dues, start=1)]
    assert [task.task for task in in_order(reversed(tasks))] == ["t4", "t3", "t2", "t1", "t5"]


@pytest.mark.parametrize(
    ("due", "state", "owners"),
    [
        (Due(what="", block=1_020), "open", ("secretary", "deputy")),
        (Due(what="", block=1_020), "queued", ("secretary",)),
        (Due(what="", block=1_021), "open", ("secretary",)),
        (Due(what="", at=Moment("2026-01-02T00:00:00Z")), "approved", ("secretary", "deputy")),
        (None, "open", ("secretary",)),
    ],
)
def test_a_draft_that_waits_for_half_its_time_goes_to_the_deputy_too(
    due: Due | None, state: str, owners: tuple[str, ...]
) -> None:
    texts = [ShownText(draft="d1.1", channel="discord", state=state)]  # type: ignore[arg-type]
    began = KnownFinding(
        number=1, finding=finding(due=due), opened_at=Moment("2025-12-30T00:00:00Z"), opened_block=1_000, changed_at=AT
    )
    assert owners_of(began, texts, NOW) == owners


@pytest.mark.parametrize(
    ("pace", "blocks", "said"),
    [
        (PACE, 600, "600 blocks (60 min ± 1 min)"),
        (PACE, 1, "1 block (6 s ± 1 min)"),
        (PACE, 14_400, "14,400 blocks (24 h 00 min ± 15 min)"),
        (PACE, 0, "0 blocks"),
        (PACE, 10**12, "1,000,000,000,000 blocks"),
        (None, 5, "5 blocks (how long that takes is not known: no pace was measured)"),
    ],
)
def test_a_period_is_told_with_the_time_that_it_takes(pace: Pace | None, blocks: int, said: str) -> None:
    assert period_words(pace, blocks) == said
