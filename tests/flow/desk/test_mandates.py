"""The office changes hands: what was approved ahead ends, numbers that cannot be are refused, and the settings are held against it."""

from typing import Any

import pytest

from secretariat.config import Config
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.freshness import SourceState
from secretariat.facts.memberships import Membership
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.flow import ask_desk
from secretariat.flow.check import Check
from secretariat.flow.decide import mandates, standing
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.doctor import examine
from secretariat.flow.status import as_json, status_now
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.store import live
from secretariat.store.engine import writing
from secretariat.store.live import ListKnown
from secretariat.store.live_rows import put_records
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, everything, time_of
from tests.flow.desk.test_decide import constants

OPENS = finding("elections/opens/7", wanted(text="Announcing ends."))


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    opened = desk(store_url)
    constants(opened)
    opened.review(OPENS)
    return opened


def office(made: Desk, monkeypatch: pytest.MonkeyPatch, secretary: int, first: int = 1) -> None:
    """Record a mandate as the secretary and confirm it as a council member."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    mandates.record(made.context, secretary=secretary, deputy=12, proposal=None, first=first, last=10**8, why="So.")
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    mandates.confirm(made.context, ask_desk.office(made.context).mandates[-1].name, why="So it is.")
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")


@pytest.mark.parametrize(("secretary", "holds"), [(11, True), (99, False)])
def test_a_mandate_recorded_after_the_grant_ends_it_where_it_names_another(
    made: Desk, monkeypatch: pytest.MonkeyPatch, secretary: int, *, holds: bool
) -> None:
    office(made, monkeypatch, 11)
    standing.grant(made.context, "d1.1", until=HEAD + 900, why="Routine.")
    made.block = HEAD + 20
    office(made, monkeypatch, secretary, first=HEAD - 5_000)  # it began before the grant, and is written down after it
    made.review(finding("elections/opens/8", wanted(text="Announcing ends.")), block=HEAD + 21)
    (given,) = ask_desk.standing(made.context, everything=True)
    assert bool(given.ended) is not holds
    assert ("names another secretary: member 99" in given.ended) is not holds
    states = {one.key: one.state for one in ask_desk.drafts(made.context).drafts}
    assert states["elections/opens/8"] == ("queued" if holds else "open")


def test_what_is_too_long_waits_for_a_person_also_where_it_is_approved_ahead(made: Desk) -> None:
    standing.grant(made.context, "d1.1", until=HEAD + 900, why="Routine.")
    long, short = (finding(f"elections/opens/{size}", wanted(text="x" * size)) for size in (1_999, 1_900))
    made.review(long, short)
    states = {one.key: one.state for one in ask_desk.drafts(made.context).drafts}
    assert (states["elections/opens/1999"], states["elections/opens/1900"]) == ("open", "queued")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"secretary": -5}, "The secretary's member id is 0 to 18,446,744,073,709,551,615, not -5"),
        ({"secretary": 2**64}, "The secretary's member id"),
        ({"deputy": -1}, "The deputy's member id"),
        ({"proposal": 2**32}, "A proposal's number is 0 to 4,294,967,295"),
        ({"first": -1}, "The first block is 0 to 4,294,967,295, not -1"),
        ({"last": 2**32}, "The last block"),
        ({"first": 9, "last": 8}, "before the first"),
    ],
)
def test_numbers_that_the_chain_cannot_give_are_refused(made: Desk, given: dict[str, Any], words: str) -> None:
    before = everything(made.context)
    whole: dict[str, Any] = {
        "secretary": 1,
        "deputy": None,
        "proposal": None,
        "first": 1,
        "last": 9,
        "why": "x",
        **given,
    }
    with pytest.raises(DecisionRefused, match=words):
        mandates.record(made.context, **whole)
    assert everything(made.context) == before


def test_the_largest_numbers_of_the_chain_are_taken(made: Desk) -> None:
    mandates.record(
        made.context, secretary=2**64 - 1, deputy=0, proposal=2**32 - 1, first=0, last=2**32 - 1, why="Limits."
    )
    assert ask_desk.office(made.context).mandates[-1].record.secretary == 2**64 - 1


def test_status_and_doctor_say_where_the_settings_are_unlike(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    office(made, monkeypatch, 11)
    assert as_json(status_now(made.context))["office"] == []
    office(made, monkeypatch, 99)
    says = as_json(status_now(made.context))["office"]
    assert says[0].startswith("ada (member 11) is secretary in the settings, and m")
    assert says[1].endswith("give a table of [people] that role and member_id = 99.")
    monkeypatch.setattr("secretariat.flow.doctor.settings_that_fit", lambda: (made.settings, ()))
    monkeypatch.setattr("secretariat.flow.doctor.open_store_at", lambda url: made.engine)
    monkeypatch.setattr("secretariat.flow.doctor._sources", lambda context, wrong: iter(()))
    found: list[Check] = [one for one in examine() if one.name == "office"]
    assert [one.verdict for one in found] == ["warning", "warning"]
    assert found[0].remedy == "Take the role out of [people.ada] if it is over."


def read_query_node(made: Desk, members: tuple[int, ...], read_at: int = HEAD) -> None:
    """Let a query node have been read up to the head: these members, and proposal 3."""
    made.settings = Config(settings={**made.settings.settings, "query_node": QueryNodeSettings()})
    facts: dict[str, list[Any]] = {
        "memberships": [Membership(member_id=number) for number in members],
        "proposals": [Proposal(number=3)],
    }
    with writing(made.engine) as connection:
        for name, found in facts.items():
            path = f"query-node/{name}"
            numbers = members if name == "memberships" else (3,)
            stated = [
                Stated(kind=fact.KIND, key=str(number), file=path, format=QUERY_NODE, line=HEAD, fact=fact)
                for number, fact in zip(numbers, found, strict=True)
            ]
            put_records(connection, path, QUERY_NODE, stated, digests={one.key: "d" for one in stated})
            known = ListKnown(name=path, source=QUERY_NODE, count=len(found), height=HEAD, read_at=time_of(HEAD))
            live.write_list(connection, known)
        at = time_of(read_at)
        state = SourceState(source=QUERY_NODE, address="http://q", height=HEAD, height_at=at, read_at=at)
        live.write_source(connection, live.SourceKnown(state=state))


def record(made: Desk, secretary: int = 11, deputy: int | None = 12, proposal: int | None = 3) -> str:
    return mandates.record(
        made.context, secretary=secretary, deputy=deputy, proposal=proposal, first=1, last=2, why="So decided."
    )


WRONG: list[tuple[dict[str, int], str]] = [
    ({"secretary": 13}, "member 13"),
    ({"deputy": 99}, "member 99"),
    ({"proposal": 4}, "proposal 4"),
]


@pytest.mark.parametrize(("given", "names"), WRONG)
def test_a_mandate_of_what_is_not_there_is_refused_where_the_facts_are_whole_and_fresh(
    made: Desk, given: dict[str, int], names: str
) -> None:
    read_query_node(made, tuple(range(13)))
    before = everything(made.context)
    with pytest.raises(DecisionRefused, match=f"There is no {names} on the network"):
        record(made, **given)
    assert everything(made.context) == before
    assert "does not know" not in record(made)


@pytest.mark.parametrize(("given", "names"), WRONG)
def test_by_facts_that_are_stale_it_is_told_only(made: Desk, given: dict[str, int], names: str) -> None:
    read_query_node(made, tuple(range(13)), read_at=HEAD - 5_000)
    assert f"The desk does not know {names}: make sure that the number is right." in record(made, **given)


def test_members_of_whom_only_named_ones_are_read_are_not_all(made: Desk) -> None:
    read_query_node(made, (11, 12, 40_000))
    assert "does not know member 13:" in record(made, secretary=13)
    assert "does not know" not in record(made)
