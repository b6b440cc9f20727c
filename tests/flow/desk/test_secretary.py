"""What is noted about the next secretary: kept in the journal, read back as facts by the duty, refused with nothing changed."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

from secretariat.config import Config
from secretariat.desk.acts import Act, Destination
from secretariat.desk.findings import Finding
from secretariat.duties.terms import DUTY
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import key_of
from secretariat.facts.council_in_office import NotKnown
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.freshness import SourceState
from secretariat.facts.memberships import Membership
from secretariat.facts.problems import Target, problem
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.secretary_decisions import ElectingProposal
from secretariat.flow import calls
from secretariat.flow.conclude import conclude
from secretariat.flow.decide import mandates, secretary
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.review import desk_now
from secretariat.flow.rows_unplaced import LISTS_OF_COUNCILS
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.store import live
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_problems, put_records
from tests.duties.elections.invented import node
from tests.duties.terms.invented import SETTINGS, World, stored, told
from tests.flow.desk.desk import ADDRESSES, HEAD, Desk, desk, everything, time_of
from tests.flow.desk.test_decide import actions, people

FIRST = HEAD - 9_000
TERM = World(head=HEAD, began=FIRST, councils=(20_000, 40_000, FIRST), cycle=3, seats={3: (31,)})


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give a desk in the term of council 3, with proposal 8, a Signal of this term."""
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    built = desk(store_url, people=people(), terms=SETTINGS)
    signal = told(8, "executed", block=HEAD - 1_000, created_block=FIRST + 10)
    members = [node(Membership(member_id=77, handle="zoe"), "77", HEAD), node(Membership(member_id=78), "78", HEAD)]
    put_term(built, [signal, *members])
    return built


def put_term(made: Desk, more: list[Any]) -> None:
    """Put the facts of council 3's term into the store, and some more."""
    records = [*(one for rows in TERM.snapshot().by_kind.values() for one in rows), *more]
    with writing(made.engine) as connection:
        for (file, format_), rows in groupby(
            sorted(records, key=lambda one: (one.file, one.format)), key=lambda one: (one.file, one.format)
        ):
            put_records(connection, file, format_, list(rows))


def concluded(made: Desk) -> dict[str, Finding]:
    with reading(made.engine) as connection:
        now = desk_now(made.context, connection)
        found = conclude(made.context, connection, now, (DUTY,))
    assert found.silence.duties == {}
    return {one.key: one for one in found.findings}


def test_what_is_noted_is_concluded_from_at_the_next_look(made: Desk) -> None:
    assert "terms/nobody/council-3" in concluded(made)
    said = secretary.willing(
        made.context, 77, deputy=78, github="zoe-q", account=ADDRESSES["bob"], asks=True, why="In the thread."
    )
    assert "Member 77 is noted as willing to serve as secretary in the term of council 3; the draft" in said
    found = concluded(made)
    assert "terms/nobody/council-3" not in found
    assert "zoe" in found["terms/signal/council-3/77"].wanted[0].text
    assert "terms/willing/council-3/1-1" in found
    secretary.not_willing(made.context, 77)
    assert "terms/nobody/council-3" in concluded(made)
    assert "terms/which/council-3/8" in concluded(made)
    secretary.proposal(made.context, 8, elects=False)
    assert "terms/which/council-3/8" not in concluded(made)
    secretary.proposal(made.context, 8, member=77)
    assert "--secretary 77 --proposal 8" in concluded(made)["terms/mandate/council-3"].why
    mandates.record(made.context, secretary=77, deputy=None, proposal=8, first=HEAD - 1_000, last=HEAD + 9, why="So.")
    found = concluded(made)
    assert "terms/mandate/council-3" not in found
    assert "terms/permission/council-3" in found
    secretary.permission(made.context, " Triage ")
    assert "terms/permission/council-3" not in concluded(made)
    assert [action for _, action, _ in actions(made)] == [
        "secretary.willing",
        "secretary.not-willing",
        "secretary.proposal",
        "secretary.proposal",
        "mandate.record",
        "secretary.permission",
    ]
    assert [subject for _, _, subject in actions(made)][:3] == ["member 77", "member 77", "proposal 8"]


def test_the_account_that_was_noted_stakes_for_whoever_files_it(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings' own account of a member goes before it."""
    secretary.willing(made.context, 77, account=ADDRESSES["bob"], filed_by=79)
    staking: list[str] = []
    monkeypatch.setattr(calls, "runtime_known", lambda *_: True)
    monkeypatch.setattr(calls, "_built", lambda _known, _act, around: staking.append(around.staking_account))
    with reading(made.engine) as connection:
        call_of = calls.calls_now(made.context, connection, desk_now(made.context, connection))
        for member in (77, 79):
            call_of(_act(member))
    assert staking == ["", key_of(ADDRESSES["bob"])]


def _act(member: int) -> Act:
    return Act(
        kind="signal-proposal",
        channel="chain",
        destination=Destination(member_id=member),
        finding="terms/signal/council-3/77",
        part="signal",
        revision=1,
    )


WRONG: dict[str, tuple[Callable[[Desk], object], type[SecretariatError], str]] = {
    "own deputy": (lambda d: secretary.willing(d.context, 5, deputy=5), DecisionRefused, "two members"),
    "below zero": (lambda d: secretary.willing(d.context, -5), DecisionRefused, "0 or more"),
    "a link": (lambda d: secretary.willing(d.context, 5, github="https://x.y/z"), DecisionRefused, "no name on GitHub"),
    "ends with a hyphen": (lambda d: secretary.willing(d.context, 5, github="a-"), DecisionRefused, "no name on GitHub"),
    "too long": (lambda d: secretary.willing(d.context, 5, github="a" * 40), DecisionRefused, "no name on GitHub"),
    "no address": (lambda d: secretary.willing(d.context, 5, account="0xab"), DecisionRefused, "not an address"),
    "no council": (lambda d: secretary.willing(d.context, 5, council=0), DecisionRefused, "1 or more"),
    "not noted": (lambda d: secretary.not_willing(d.context, 5), DecisionRefused, "not noted as willing"),
    "no permission": (lambda d: secretary.permission(d.context, "all"), DecisionRefused, "there are none, read"),
}  # fmt: skip


ALL_MEMBERS = tuple(
    node(Membership(member_id=one), str(one), HEAD)._replace(file="query-node/memberships") for one in range(82)
)
"""All who are, by numbers without a gap."""
OLD = [
    told(3, "executed", block=FIRST - 90, created_block=FIRST - 900, type="update-working-group-budget"),
    told(4, "executed", block=FIRST + 90, created_block=FIRST + 9, type="update-working-group-budget"),
    told(5, "executed", block=FIRST - 90, created_block=FIRST - 900),
    stored(6, "active"),
]
NOT_ELECTING = {
    3: "it is of the type update-working-group-budget, and a Signal is what does that",
    4: "it is of the type update-working-group-budget",
    5: f"it was created in block {FIRST - 900:,}, before the term began in block {FIRST:,}",
}


def all_read(made: Desk, read_at: int = HEAD) -> None:
    """Let the lists of members, proposals and councils have been read whole, in a block."""
    at = time_of(read_at)
    tables = {**made.settings.settings, "query_node": QueryNodeSettings(lag_minutes=10)}
    made.settings = Config(settings=tables)
    with writing(made.engine) as connection:
        digests = {one.key: "d" for one in ALL_MEMBERS}
        put_records(connection, ALL_MEMBERS[0].file, QUERY_NODE, list(ALL_MEMBERS), digests=digests)
        for name in ("memberships", "proposals", *LISTS_OF_COUNCILS):
            known = live.ListKnown(name=f"query-node/{name}", source=QUERY_NODE, count=82, height=HEAD, read_at=at)
            live.write_list(connection, known)
        state = SourceState(source=QUERY_NODE, address="http://q", height=read_at, height_at=at, read_at=at)
        live.write_source(connection, live.SourceKnown(state=state))


@pytest.mark.parametrize("given", [{"member": 999_999}, {"deputy": 999_999}, {"filed_by": 999_999}])
def test_who_is_no_member_is_not_noted_where_all_are_known(made: Desk, given: dict[str, int]) -> None:
    all_read(made)
    before = everything(made.context)
    with pytest.raises(DecisionRefused, match="There is no member 999,999 on the network"):
        secretary.willing(made.context, **{"member": 77, **given})  # type: ignore[arg-type]
    with pytest.raises(DecisionRefused, match="There is no member 999,999 on the network"):
        secretary.proposal(made.context, 8, member=999_999)
    with pytest.raises(DecisionRefused, match="There is no proposal 9 on the network"):
        secretary.proposal(made.context, 9)
    assert everything(made.context) == before
    assert "looked up" not in secretary.willing(made.context, 77)
    assert "looked up" not in secretary.proposal(made.context, 8)


def test_while_the_query_node_is_stale_what_is_not_known_is_noted_and_told(made: Desk) -> None:
    all_read(made, HEAD - 5_000)
    said = secretary.willing(made.context, 82, deputy=83)
    assert "Member 82 and Member 83 could not be looked up, and are listed once a sync tells of them" in said
    assert "Member 84 could not be looked up, and is listed once" in secretary.willing(made.context, 84)
    assert "Proposal 9 could not be looked up" in secretary.proposal(made.context, 9)
    found = concluded(made)
    assert {"terms/willing-unknown/council-3/82", "terms/willing-unknown/council-3/84"} <= set(found)
    assert "not known" in found["terms/clock/council-3"].title, "a number that nobody could look up stops no clock"


def test_who_is_not_known_where_only_named_members_are_read_is_noted_and_listed_nowhere(made: Desk) -> None:
    assert "Member 999999 could not be looked up" in secretary.willing(made.context, 999_999, asks=True)
    found = concluded(made)
    assert "terms/willing-unknown/council-3/999999" in found
    assert "terms/nobody/council-3" not in found
    assert not [key for key in found if key.startswith(("terms/willing/", "terms/signal/"))]
    put_term(made, [node(Membership(member_id=999_999), "999999", HEAD)])
    found = concluded(made)
    assert "terms/willing-unknown/council-3/999999" not in found
    assert "terms/signal/council-3/999999" in found


@pytest.mark.parametrize("number", NOT_ELECTING)
def test_what_is_no_signal_of_the_term_elects_nobody(made: Desk, number: int) -> None:
    put_term(made, OLD)
    before = everything(made.context)
    with pytest.raises(DecisionRefused, match=NOT_ELECTING[number]) as refused:
        secretary.proposal(made.context, number)
    assert "Give the number of the Signal of this term, or --does-not." in str(refused.value)
    assert "\n" not in str(refused.value)
    assert everything(made.context) == before
    assert "not electing" in secretary.proposal(made.context, number, elects=False)


def test_what_an_earlier_version_took_stops_no_clock(made: Desk) -> None:
    put_term(made, OLD)
    with writing(made.engine) as connection:
        for number in NOT_ELECTING:
            noted = ElectingProposal(taken=Taken(at=time_of(HEAD), person="ada"), council=3, proposal=number)
            append_decision(connection, noted)
    found = concluded(made)
    assert found["terms/clock/council-3"].title == "No proposal elects the secretary of council 3 yet"
    assert "terms/nobody/council-3" in found


@pytest.mark.parametrize("council", [None, 3, 9])
def test_a_signal_of_the_term_elects_also_where_the_query_node_does_not_tell_of_it(
    made: Desk, council: int | None
) -> None:
    """Of a council to come no first block is known; then the type alone is looked at."""
    put_term(made, [stored(6, "active")])
    assert "is noted as one that elects" in secretary.proposal(made.context, 6, council=council)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_noted_is_refused_in_a_sentence_and_changes_nothing(made: Desk, name: str) -> None:
    do, error, words = WRONG[name]
    before = everything(made.context)
    with pytest.raises(error, match=words) as refused:
        do(made)
    assert "\n" not in str(refused.value)
    assert everything(made.context) == before


@pytest.mark.parametrize("name", ["cora", "vic", "aud"])
def test_who_only_reads_notes_nothing(made: Desk, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", name)
    before = everything(made.context)
    with pytest.raises(SecretariatError, match="may not note"):
        secretary.willing(made.context, 77)
    assert everything(made.context) == before


def test_where_the_council_in_office_is_not_known_it_is_to_be_named(
    store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    empty = desk(store_url, people=people())
    with pytest.raises(NotKnown, match="was not read yet"):
        secretary.willing(empty.context, 77)
    assert "council 4" in secretary.willing(empty.context, 77, council=4)


def test_while_a_list_of_councils_has_a_row_without_place_no_term_is_named(made: Desk) -> None:
    """The journal would name another council's term for good."""
    assert "council 3" in secretary.willing(made.context, 77)
    at = time_of(HEAD)
    file = "query-node/elected-councils"
    lost = problem(
        "field-unreadable",
        file=file,
        line=HEAD,
        subject="elected-council c3 elected_block electedAtBlock",
        what="electedAtBlock of elected-council c3 is missing, and should be a whole number from 0.",
        repair="Look.",
        target=Target(kind="elected-council", key="c3", field="elected_block"),
    )
    with writing(made.engine) as connection:
        state = SourceState(source=QUERY_NODE, address="https://q", height=HEAD, height_at=at, read_at=at)
        live.write_source(connection, live.SourceKnown(state=state))
        for name in LISTS_OF_COUNCILS:
            known = live.ListKnown(name=f"query-node/{name}", source=QUERY_NODE, count=1, height=HEAD, read_at=at)
            live.write_list(connection, known)
    assert "council 3" in secretary.willing(made.context, 78)
    with writing(made.engine) as connection:
        put_problems(connection, file, QUERY_NODE, [lost])
    before = everything(made.context)
    with pytest.raises(NotKnown, match=f"a value cannot be read, electedAtBlock of elected-council c3, {lost.id}"):
        secretary.not_willing(made.context, 77)
    assert everything(made.context) == before
