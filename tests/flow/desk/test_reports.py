"""What is noted about reports of the term: read back by the duty, or refused with nothing changed."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from secretariat.config import Config
from secretariat.duties.digests import DUTY as DIGESTS
from secretariat.duties.digests.settings import Settings as Digests
from secretariat.errors import SecretariatError
from secretariat.facts.report_sections import required_of
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_groups import StoredGroup
from secretariat.flow.decide import reports
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.open_term import open_term
from secretariat.flow.required_sections import with_required_sections
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_records
from tests.duties.elections.invented import chain
from tests.duties.terms.invented import SETTINGS, thread
from tests.flow.desk.desk import HEAD, Desk, everything
from tests.flow.desk.test_decide import actions
from tests.flow.desk.test_secretary import FIRST, concluded, made

__all__ = ["made"]


@pytest.fixture
def with_groups(made: Desk) -> Desk:
    """Give the desk with a working group that has a lead, and a thread."""
    group = chain(StoredGroup(group="storageWorkingGroup", lead=2), "storageWorkingGroup", HEAD)
    threads = [
        thread("Our report", 60, block=FIRST + 100),
        thread("Our report", 62, block=FIRST - 1),
        thread("Our report", 63, block=FIRST + 100, status="removed", visible=False),
        thread("Our report", 64, created_block=None),
        thread("Our report", 65, block=LATE + 90_000),
        thread("Our report", 66, block=LATE + 9_000),
        thread("Our report", 67, block=LATE + 9_001),
    ]
    with writing(made.engine) as connection:
        put_records(connection, group.file, group.format, [group])
        put_records(connection, threads[0].file, threads[0].format, threads)
    return made


def test_what_came_and_what_comes_late_is_read_back(with_groups: Desk) -> None:
    desk = with_groups
    assert concluded(desk)["terms/report/council-3/group-report"].level == "alert"
    until = FIRST + 7_200 + 14_400
    said = reports.note(
        desk.context, "group-report", "late", group="storage", until=until, told=FIRST + 7_200, why="The lead asked."
    )
    assert said == "The group-report of storage due in the term of council 3 is noted as announced late."
    assert concluded(desk)["terms/report/council-3/group-report"].level == "task"
    reports.note(desk.context, "group-report", "received", group="storageWorkingGroup", thread=60)
    assert "terms/report/council-3/group-report" not in concluded(desk)
    reports.note(desk.context, "council-report", "excused", why="The council resigned.")
    assert "terms/report/council-3/council-report" not in concluded(desk)
    assert [(action, subject) for _, action, subject in actions(desk)] == [
        ("report.note", "group-report storageWorkingGroup"),
        ("report.note", "group-report storageWorkingGroup"),
        ("report.note", "council-report"),
    ]


Do = Callable[[Desk], object]
LATE = FIRST + 14_400
WRONG: dict[str, tuple[Do, str]] = {
    "no report": (lambda d: reports.note(d.context, "minutes", "received", thread=60), "is no report of the cycle"),
    "no group": (lambda d: reports.note(d.context, "group-plan", "received", thread=60), "there are storage"),
    "another group": (lambda d: reports.note(d.context, "group-plan", "received", group="x", thread=60), "storage"),
    "a group too many": (lambda d: reports.note(d.context, "council-plan", "excused", group="storage", why="x"), "leave"),
    "no thread": (lambda d: reports.note(d.context, "council-plan", "received", thread=61), "61 is not known"),
    "a thread of the term before": (lambda d: reports.note(d.context, "council-report", "received", thread=62), "before the term began"),
    "a thread that was removed": (lambda d: reports.note(d.context, "council-report", "received", thread=63), "63 cannot hold .* was removed"),
    "a thread without a block": (lambda d: reports.note(d.context, "council-report", "received", thread=64), "not known in which block"),
    "no reason": (lambda d: reports.note(d.context, "council-plan", "excused"), "Say why"),
    "not late": (lambda d: reports.note(d.context, "council-report", "late", until=LATE, why="x"), "announced late"),
    "told after it was due": (
        lambda d: reports.note(d.context, "group-report", "late", group="storage", until=FIRST + 20_000, why="x"),
        r"due in block 98,200, and a delay told of in block 100,000 .* --told BLOCK .* `secretariat report excused group-report --group storageWorkingGroup --why TEXT`",
    ),
    "told a block after it was due": (
        lambda d: reports.note(d.context, "group-report", "late", group="storage", until=FIRST + 20_000, told=FIRST + 7_201, why="x"),
        "told of in block 98,201 was not told in advance",
    ),
    "told in a block to come": (
        lambda d: reports.note(d.context, "council-report", "late", until=LATE + 1, told=HEAD + 1, why="x"),
        "Block 100,001 is still to come, and 100,000 the present one",
    ),
    "too late": (
        lambda d: reports.note(d.context, "council-report", "late", until=LATE + 14_401, why="x"), "by block 119,800",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_noted_is_refused_in_a_sentence_and_changes_nothing(with_groups: Desk, name: str) -> None:
    do, words = WRONG[name]
    before = everything(with_groups.context)
    with pytest.raises(DecisionRefused, match=words) as refused:
        do(with_groups)
    assert "\n" not in str(refused.value)
    assert everything(with_groups.context) == before


def test_a_late_one_is_received_and_is_told_as_late_on_the_page_of_the_term(with_groups: Desk) -> None:
    said = reports.note(with_groups.context, "council-report", "received", thread=65)
    assert said.endswith(
        f"is noted as received, late: its thread was opened in block {LATE + 90_000:,}, due was {LATE:,}."
    )
    (shown,) = [one for one in open_term(with_groups.context).reports if one.what.startswith("report of council")]
    assert (shown.state, shown.who) == ("received", "the council")
    assert f"thread 65; opened in block {LATE + 90_000:,} (late)" in shown.note


@pytest.mark.parametrize(("number", "words"), [(66, "received, late, as announced: its"), (67, "received, late: its")])
def test_what_was_announced_late_is_answered_so_up_to_that_block(with_groups: Desk, number: int, words: str) -> None:
    reports.note(with_groups.context, "council-report", "late", until=LATE + 9_000, why="The council asked.")
    reports.note(
        with_groups.context, "group-plan", "late", group="storage", until=FIRST + 50_000, why="Another report."
    )
    assert words in reports.note(with_groups.context, "council-report", "received", thread=number)


def test_who_only_reads_notes_nothing(with_groups: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    with pytest.raises(SecretariatError, match="may not note"):
        reports.note(with_groups.context, "council-plan", "excused", why="x")


def test_the_block_of_a_note_is_kept_and_required_sections_reach_who_tells_of_reports(with_groups: Desk) -> None:
    desk = with_groups
    terms = replace(SETTINGS, group_plan_sections=("Budget", "Summary"))
    desk.settings = Config(settings={**desk.settings.settings, "terms": terms, "digests": Digests()})
    reports.note(desk.context, "group-plan", "received", group="storage", thread=60)
    with reading(desk.engine) as connection:
        (note,) = desk_decisions(connection, ReportNoted)
        assert note.block == HEAD
        snapshot = with_required_sections(desk.context, snapshot_of(()), (DIGESTS,))
        assert required_of(snapshot, "group-plan") == ("Budget", "Summary")
        assert required_of(snapshot, "group-report") == ()
        assert required_of(with_required_sections(desk.context, snapshot_of(()), ()), "group-plan") == ()


def test_by_which_block_a_delay_was_told_is_kept_the_present_one_unless_it_is_given(with_groups: Desk) -> None:
    reports.note(with_groups.context, "council-report", "late", until=LATE + 9_000, told=FIRST + 5, why="They asked.")
    reports.note(with_groups.context, "council-plan", "late", until=FIRST + 30_000, why="They asked.")
    reports.note(with_groups.context, "council-plan", "excused", why="None is asked.")
    with reading(with_groups.engine) as connection:
        noted = desk_decisions(connection, ReportNoted)
    assert [(one.told, one.block) for one in noted] == [(FIRST + 5, HEAD), (HEAD, HEAD), (None, HEAD)]


def test_a_delay_noted_after_the_report_came_does_not_take_it_back(with_groups: Desk) -> None:
    reports.note(with_groups.context, "council-report", "received", thread=65)
    said = reports.note(with_groups.context, "council-report", "late", until=LATE + 9, told=FIRST, why="They asked.")
    assert said.endswith("is noted as announced late. It was noted as received in thread 65 before, and stays so.")
    assert "terms/report/council-3/council-report" not in concluded(with_groups)


def test_a_report_is_late_as_announced_though_the_delay_was_noted_after_it_came(with_groups: Desk) -> None:
    reports.note(with_groups.context, "council-report", "received", thread=66)
    reports.note(with_groups.context, "council-report", "late", until=LATE + 9_000, told=FIRST, why="They asked.")
    (shown,) = [one for one in open_term(with_groups.context).reports if one.what.startswith("report of council")]
    assert shown.state == "received"
    assert f"opened in block {LATE + 9_000:,} (late, as announced)" in shown.note
