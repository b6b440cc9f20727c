"""Quiet hours: what they hold until when, and that nothing is held past its use."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.findings import Due
from secretariat.desk.quiet import THROUGH, Quiet, held_until, of_use_until, quiet_of
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, measure

NIGHT, NOON = Quiet(begins=22 * 60, ends=7 * 60), Quiet(begins=12 * 60, ends=13 * 60 + 30)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-{text}+00:00")


CASES = [
    # name, quiet hours, now, of use until, goes out at (None: at once)
    ("by day", NIGHT, "02T15:00", None, None),
    ("just before they begin", NIGHT, "02T21:59", "09T00:00", None),
    ("as they begin", NIGHT, "02T22:00", None, "03T07:00"),
    ("before midnight", NIGHT, "02T23:30", None, "03T07:00"),
    ("after midnight", NIGHT, "03T03:00", None, "03T07:00"),
    ("just before they end", NIGHT, "03T06:59", None, "03T07:00"),
    ("as they end", NIGHT, "03T07:00", None, None),
    ("of use for long", NIGHT, "02T23:00", "05T00:00", "03T07:00"),
    ("under six hours are left", NIGHT, "03T01:00", "03T06:59", None),
    ("six hours to the second are left", NIGHT, "03T01:00", "03T07:00", "03T01:00:01"),
    ("under six hours are left before they end", NIGHT, "02T22:00", "03T06:00", "03T00:00:01"),
    ("under six hours are left as they end", NIGHT, "02T22:00", "03T12:00", "03T06:00:01"),
    ("its use is over: it is not held", NIGHT, "02T23:00", "02T22:30", None),
    ("hours within a day", NOON, "02T12:30", None, "02T13:30"),
    ("before hours within a day", NOON, "02T11:59", None, None),
    ("after hours within a day", NOON, "02T13:30", None, None),
    ("the evening of hours within a day", NOON, "02T23:00", None, None),
    ("hours that end at midnight", Quiet(begins=22 * 60, ends=0), "02T23:00", None, "03T00:00"),
    ("hours that begin at midnight", Quiet(begins=0, ends=60), "02T00:30", None, "02T01:00"),
]


@pytest.mark.parametrize(("quiet", "now", "use", "goes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_when_a_message_goes_out(quiet: Quiet, now: str, use: str | None, goes: str | None) -> None:
    assert held_until(quiet, at(now), at(use) if use else None) == (at(goes) if goes else None)


RIGA, KOLKATA, SAO_PAULO = ZoneInfo("Europe/Riga"), ZoneInfo("Asia/Kolkata"), ZoneInfo("America/Sao_Paulo")
EARLY = Quiet(begins=3 * 60 + 30, ends=4 * 60 + 30)
ZONED = [
    # name, quiet hours, zone, now (UTC), of use until, goes out at
    ("their evening", NIGHT, RIGA, "2026-01-10T19:59", None, None),
    ("their night begins at 20:00 UTC in winter", NIGHT, RIGA, "2026-01-10T20:00", None, "2026-01-11T05:00"),
    ("and at 19:00 UTC in summer", NIGHT, RIGA, "2026-07-10T19:00", None, "2026-07-11T04:00"),
    ("by day there, by night in UTC", NIGHT, SAO_PAULO, "2026-01-10T23:00", None, None),
    ("by night there, by day in UTC", NIGHT, SAO_PAULO, "2026-01-11T09:59", None, "2026-01-11T10:00"),
    ("half an hour beside others", NIGHT, KOLKATA, "2026-01-11T01:29", None, "2026-01-11T01:30"),
    ("the night the clock goes forward is an hour less", NIGHT, RIGA, "2026-03-28T20:00", None, "2026-03-29T04:00"),
    ("the night it goes back is an hour more", NIGHT, RIGA, "2026-10-24T19:00", None, "2026-10-25T05:00"),
    ("after it went forward", NIGHT, RIGA, "2026-03-29T04:00", None, None),
    ("before those of an hour that is left out", EARLY, RIGA, "2026-03-29T01:29", None, None),
    ("which are none on that day", EARLY, RIGA, "2026-03-29T01:30", None, None),
    ("of an hour that comes twice the first begins them", EARLY, RIGA, "2026-10-25T00:30", None, "2026-10-25T02:30"),
    ("and the second is within them", EARLY, RIGA, "2026-10-25T01:30", None, "2026-10-25T02:30"),
    ("nothing is held past its use there either", NIGHT, RIGA, "2026-01-10T21:00", "2026-01-11T02:59", None),
    ("held to six hours before its use ends", NIGHT, RIGA, "2026-01-10T21:00", "2026-01-11T09:00", "2026-01-11T03:00:01"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("quiet", "zone", "now", "use", "goes"), [case[1:] for case in ZONED], ids=[case[0] for case in ZONED]
)
def test_quiet_hours_by_the_clock_of_who_alone_reads_it(
    quiet: Quiet, zone: ZoneInfo, now: str, use: str | None, goes: str | None
) -> None:
    moment, until, out = (datetime.fromisoformat(f"{each}+00:00") if each else None for each in (now, use, goes))
    assert moment is not None
    assert held_until(quiet, moment, until, zone) == out


@given(
    st.sampled_from(["Europe/Riga", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]),
    st.integers(0, 23 * 60),
    st.integers(30, 12 * 60),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - in UTC, below
    st.integers(0, 30),
)
def test_in_a_zone_nothing_is_held_for_longer_than_they_last_nor_past_its_use(
    zone: str, begins: int, lasts: int, now: datetime, hours: int
) -> None:
    quiet, moment = Quiet(begins=begins, ends=(begins + lasts) % DAY), now.replace(tzinfo=UTC)
    use = moment + timedelta(hours=hours)
    goes = held_until(quiet, moment, use, ZoneInfo(zone))
    if goes is None:
        return
    assert moment < goes <= moment + timedelta(minutes=lasts, hours=1)
    assert use - goes >= THROUGH - timedelta(seconds=1)
    assert held_until(quiet, goes, use, ZoneInfo(zone)) is None


DAY = 24 * 60


@given(st.integers(0, DAY - 1), st.integers(1, DAY - 1), st.integers(0, 3 * DAY), st.none() | st.integers(0, 5 * DAY))
def test_nothing_is_held_past_its_use_nor_longer_than_quiet_hours_last(
    begins: int, lasts: int, now: int, use: int | None
) -> None:
    start = datetime(2026, 3, 1, tzinfo=UTC)
    moment = start + timedelta(minutes=now)
    of_use = None if use is None else start + timedelta(minutes=use)
    goes = held_until(Quiet(begins=begins, ends=(begins + lasts) % DAY), moment, of_use)
    if goes is None:
        return
    assert moment < goes <= moment + timedelta(minutes=lasts)
    if of_use is not None:
        assert of_use - goes >= THROUGH - timedelta(seconds=1)
    assert held_until(Quiet(begins=begins, ends=(begins + lasts) % DAY), goes, of_use) is None


@pytest.mark.parametrize(("text", "quiet"), [("", None), ("22:00-07:00", NIGHT), ("12:00-13:30", NOON)])
def test_hours_are_read(text: str, quiet: Quiet | None) -> None:
    assert quiet_of(text) == quiet


@pytest.mark.parametrize("text", ["22-7", "24:00-07:00", "22:00-22:00", "22:60-07:00", "22:00 - 07:00", "night"])
def test_hours_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="quiet"):
        quiet_of(text)


def test_use_is_over_with_the_earliest_of_block_and_what_is_due() -> None:
    now = Now(at=Moment("2026-03-01T12:00:00Z"))
    assert of_use_until(now, None, None) is None
    due = Due(what="the vote", at=Moment("2026-03-02T12:00:00Z"))
    assert of_use_until(now, None, due) == at("02T12:00")
    assert of_use_until(now, 700, due) == at("01T12:00")  # no pace is known: then nothing is held


PACE = measure([Observation(block=block, milliseconds=1_772_366_400_000 + block * 6_000) for block in (0, 20_000)])
PASSED = [
    # name, until, due block, due at, of use until
    ("due and passed: by its own last block", 40_000, 19_999, None, 40_000),
    ("due in the present block", 40_000, 20_000, None, 20_000),
    ("due ahead, before its last block", 40_000, 30_000, None, 30_000),
    ("due ahead, after its last block", 40_000, 50_000, None, 40_000),
    ("due at a time that is past", 40_000, None, "2026-03-02T21:19:59Z", 40_000),
    ("passed, and of use for good", None, 19_999, None, None),
]


@pytest.mark.parametrize(
    ("until", "block", "moment", "use"), [one[1:] for one in PASSED], ids=[one[0] for one in PASSED]
)
def test_what_was_due_and_is_past_does_not_shorten_the_use(
    until: int | None, block: int | None, moment: str | None, use: int | None
) -> None:
    now = Now(at=Moment("2026-03-02T21:20:00Z"), head=20_000, block=20_000, pace=PACE)
    due = Due(what="the report is to be there", block=block, at=Moment(moment) if moment else None)
    assert of_use_until(now, until, due) == (None if use is None else of_use_until(now, use, None))
