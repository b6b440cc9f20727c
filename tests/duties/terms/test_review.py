"""The whole review: pure, never an exception, harmless with hostile texts, silent about what it does not know."""

import re
from dataclasses import replace

import pytest

from secretariat.desk.findings import Wanted
from secretariat.desk.marks import blocks_of
from secretariat.desk.neutrality.gate import concerns
from secretariat.duties.terms import DUTY
from secretariat.duties.terms.review import review
from secretariat.duties.terms.texts import NAMES, template
from secretariat.facts.at_desk import AtDesk
from secretariat.facts.incidents import IncidentKnown
from secretariat.facts.kinds import KINDS
from secretariat.facts.now import Now
from secretariat.facts.opened_threads import OpenedThread
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCouncil
from tests.duties.elections.invented import chain
from tests.duties.terms.invented import BEGAN, ELECTION, World, concluded, reply, thread, told, willing

OF_INCIDENTS = (
    "announced council-plan council-report council-rewards due election expired failed failed-why group-plan group-report group-rewards lost "
    "proposal report-after report-missing untitled"
)
FILLED_BY_RULES = {
    *(
        "signal-entry",
        "age",
        "agenda-entry",
        "order",
        "eligibility",
        "feedback-more",
        "feedback-nobody",
        "feedback-entry",
    ),
    *(f"incident-{name}" for name in OF_INCIDENTS.split()),
}
"""Texts that a rule fills into a place of another."""

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "@everyone",
    "<@123456789>",
    "admin\u202enimda",
    "x" * 10_000,
    "a\n# Heading\n- item",
    "[[time 5]]",
    "{end}",
    "**bold** ||spoiler|| `code`",
)
FEEDBACK, SUMMARIES = "Council 7: feedback on the round", "Council 6: term summaries"
PAST_FEEDBACK = "Council 6: feedback on the round"


def worlds(handle: str | None = None) -> list[World]:
    """Give worlds in which every text is wanted."""
    handles = {} if handle is None else dict.fromkeys(range(21, 34), handle)
    return [
        World(handles=handles),
        World(handles=handles, more=[thread(FEEDBACK)]),
        World(handles=handles, head=BEGAN + 1_300),
        World(handles=handles, head=BEGAN + 7_300),
        World(
            handles=handles,
            head=BEGAN + 7_300,
            more=[
                willing(31, 1, asks=True, deputy_id=32),
                willing(21, 2, deputy_id=22),
                told(8, "deciding", title=handle),
            ],
        ),
        World(handles=handles, stage="revealing", began=ELECTION - 57_600, head=ELECTION - 100, cycle=7),
        World(
            handles=handles,
            stage="revealing",
            began=ELECTION - 57_600,
            head=ELECTION - 100,
            cycle=7,
            more=[thread("Council 7: term summaries")],
        ),
        World(handles=handles, more=[thread(SUMMARIES, block=BEGAN - 9), reply(1, 21)]),
        World(
            handles=handles,
            more=[
                thread(PAST_FEEDBACK, block=BEGAN - 99),
                *(reply(one, one, block=BEGAN - 9) for one in range(21, 34)),
            ],
        ),
        World(more=[thread(PAST_FEEDBACK, block=BEGAN - 99)]),
        World(
            handles=handles,
            head=BEGAN + 20_000,
            carried=BEGAN + 20_500,
            more=[thread(SUMMARIES, block=BEGAN - 9), reply(1, 21)],
        ),
    ]


def texts(handle: str | None = None) -> list[Wanted]:
    return [one for world in worlds(handle) for found in concluded(world).values() for one in found.wanted]


def test_every_text_is_wanted_somewhere_and_every_text_is_registered() -> None:
    used = {one.template.removeprefix("terms/") for one in texts()} | FILLED_BY_RULES
    parts = {part.name.removeprefix("terms/") for name in NAMES for part in template(name).parts}
    assert used | parts == set(NAMES)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_handles_are_harmless_letters(text: str) -> None:
    for one in texts(text):
        for raw in ("](", "\u202e", "[[time 5]]", "<img", "<@", "@everyone", "\n# "):
            assert raw not in re.sub(r"\\.", "", one.text)
        assert "x" * 41 not in one.text
        assert 5 not in blocks_of(one.text)
        assert concerns(one) == ()
        if one.channel == "discord":
            assert len(one.text) <= 1_950


def test_nothing_is_said_that_tells_whom_to_choose_or_praises() -> None:
    for one in texts():
        assert not re.search(r"\b(recommend\w*|support|best|great|urge\w*|important|unfortunately)\b", one.text, re.I)


def test_what_it_watches_is_known_and_bounded() -> None:
    assert {one.kind for one in DUTY.watches} - {AtDesk.KIND, IncidentKnown.KIND, OpenedThread.KIND} <= set(KINDS)
    assert all(one.most for one in DUTY.watches if one.which == "newest")


def test_without_facts_it_says_so() -> None:
    found = review(Snapshot(), Now(at=World().now.at), None)
    assert [one.key for one in found][-1] == "terms/facts/council"
    assert "secretariat sync" in found[-1].why


@pytest.mark.parametrize(
    ("damaged", "says"),
    [
        (StoredCouncil(cycle=6), "council_stage.changed_at: it is unknown"),
        (StoredCouncil(cycle=6, stage="idle", stage_changed_at=BEGAN, referendum="inactive"), "ends_at: it is unknown"),
    ],
)
def test_a_stage_that_is_not_known_is_an_alert_and_nothing_else_is_said(damaged: StoredCouncil, says: str) -> None:
    world = World()
    records = [one for rows in world.snapshot().by_kind.values() for one in rows if one.kind != "stored-council"]
    found = review(snapshot_of([*records, chain(damaged, "council", world.head)]), world.now, None)
    assert [one.key for one in found if one.level == "alert"] == ["terms/facts/council"]
    assert says in found[-1].why


def test_a_query_node_that_was_never_read_is_no_term_without_threads() -> None:
    world = World()
    kinds = {kind: rows for kind, rows in world.snapshot().by_kind.items() if kind != "elected-council"}
    found = review(replace(world.snapshot(), by_kind=kinds), world.now, None)
    assert found[-1].key == "terms/facts/council"
    assert "[query_node]" in found[-1].why


def test_the_same_facts_give_the_same_conclusions_in_whatever_order_they_come() -> None:
    world = World(more=[thread(FEEDBACK), thread(FEEDBACK, 57)])
    records = [one for rows in world.snapshot().by_kind.values() for one in rows]
    assert review(snapshot_of(records), world.now, None) == review(snapshot_of(reversed(records)), world.now, None)
