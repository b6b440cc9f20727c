"""A person's own words while an election is going on: whoever stands is named in the program's lists alone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from secretariat.cli.desk_text import draft_lines
from secretariat.desk.findings import Entry
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.memberships import Membership
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.flow import ask_desk
from secretariat.flow.ask_words import weigh
from secretariat.flow.decide import drafts, mandates, own, secretary
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.desk_state import open_desk
from secretariat.flow.look import Looking
from secretariat.flow.who_stands import who_stands
from secretariat.store import outbox
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_records
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk, time_of

HANDLES = {21: "vito_marsh", 22: "mira_ember", 23: "nils_lark"}
PRAISE = (
    "Vote for **vito_marsh** (member id 21), the best choice! The others, in alphabetical order: "
    "- mira_ember: weak record - nils_lark"
)


def _stated(fact: Any, key: str, format_: str) -> Any:
    return Stated(kind=fact.KIND, key=key, file="read", format=format_, line=HEAD, fact=fact)


def stand(made: Desk, stage: Any = "election", of_cycle: int = 7) -> None:
    """Let three stand, by the chain and the query node."""
    council = _stated(StoredCouncil(cycle=7, stage=stage), "council", CHAIN)
    candidates = [_stated(StoredCandidate(member_id=one, cycle=of_cycle), str(one), CHAIN) for one in HANDLES]
    members = [
        _stated(Membership(member_id=one, handle=handle), str(one), QUERY_NODE) for one, handle in HANDLES.items()
    ]
    with writing(made.context.engine) as connection:
        put_records(connection, "chain/stands", CHAIN, [council, *candidates])
        put_records(connection, "query-node/members", QUERY_NODE, members)


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    return desk(store_url)


@pytest.mark.parametrize(
    ("stage", "of_cycle", "there"), [("announcing", 7, 3), ("election", 7, 3), ("idle", 7, 0), ("election", 6, 0)]
)
def test_who_stands_is_known_from_chain_and_memberships(made: Desk, stage: str, of_cycle: int, there: int) -> None:
    stand(made, stage, of_cycle)
    with reading(made.context.engine) as connection:
        found = who_stands(connection)
    assert {int(one.subject): one.name for one in found} == (HANDLES if there else {})


def test_own_words_that_name_who_stands_are_told_marked_and_not_approved(made: Desk) -> None:
    stand(made)
    said = own.write(made.context, PRAISE, channel="discord/council")
    assert "They are not neutral as they stand (" in said
    made.review()
    (shown,) = ask_desk.drafts(made.context).drafts
    assert {PRAISE[one.start : one.end] for one in shown.concerns if one.code == "named-elsewhere"} == {
        "vito_marsh",
        "member id 21",
        "mira_ember",
        "nils_lark",
    }
    marked = [one.text for one in weigh(made.context, shown.draft).text if any("is named" in says for says in one.says)]
    assert marked == ["vito_marsh", "member id 21", "mira_ember", "nils_lark"]
    with pytest.raises(DecisionRefused, match="is not neutral"):
        drafts.approve(made.context, shown.draft)


@pytest.mark.parametrize(
    ("words", "concerned"),
    [
        (PRAISE, True),
        ("Ask Mira Ember.", True),
        ("Voting ends; member 23 has a plan.", True),
        ("Voting ends, says Otto.", False),
    ],
)
def test_the_program_s_words_reworded_may_not_name_them_either(made: Desk, words: str, concerned: bool) -> None:
    stand(made)
    made.review(finding("elections/ends/7", wanted(until=HEAD + 1_000)))
    (before,) = ask_desk.drafts(made.context).drafts
    said = drafts.reword(made.context, before.draft, words)
    assert ("not neutral" in said) == concerned
    (shown,) = ask_desk.drafts(made.context).drafts
    assert bool(shown.concerns) == concerned
    if concerned:
        with pytest.raises(DecisionRefused, match="not neutral"):
            drafts.approve(made.context, shown.draft)
    else:
        assert "is approved" in drafts.approve(made.context, shown.draft)


@pytest.mark.parametrize(
    ("words", "says"), [("Ask Mira Ember.", "(1 concern)"), ("mira_ember, nils_lark.", "(2 concerns)")]
)
def test_the_list_of_drafts_says_that_there_are_concerns(made: Desk, words: str, says: str) -> None:
    stand(made)
    own.write(made.context, words, channel="discord/council")
    made.review()
    told = list(draft_lines(ask_desk.drafts(made.context).drafts))
    at = told.index(f"       not neutral as it stands {says}: secretariat show d1.1")
    assert told[at + 1].startswith("       needs a yes")
    drafts.reword(made.context, "d1.1", "Words.")
    assert "not neutral" not in "".join(draft_lines(ask_desk.drafts(made.context).drafts))


def test_the_program_s_own_words_may_name_somebody_who_also_stands(made: Desk) -> None:
    stand(made)
    made.review(finding("elections/proposed/9", wanted(text="vito_marsh (member id 21) proposes to pay a bounty.")))
    (shown,) = ask_desk.drafts(made.context).drafts
    assert shown.concerns == ()
    assert "is approved" in drafts.approve(made.context, shown.draft)


def test_in_a_reworded_list_they_may_be_named_in_the_list(made: Desk) -> None:
    stand(made)
    one = Entry(subject="21", name=r"vito\_marsh", text=r"- vito\_marsh (member id 21)")
    listed = wanted(text=f"It stands:\n\n{one.text}", entries=(one,), order_seed="0xaa/7", until=HEAD + 1_000)
    made.review(finding("elections/listed/7", listed))
    (before,) = ask_desk.drafts(made.context).drafts
    drafts.reword(made.context, before.draft, f"Who stands:\n\n{one.text}")
    (shown,) = ask_desk.drafts(made.context).drafts
    assert shown.concerns == ()
    drafts.reword(made.context, shown.draft, f"Who stands besides nils_lark:\n\n{one.text}")
    (shown,) = ask_desk.drafts(made.context).drafts
    assert [one.code for one in shown.concerns].count("named-elsewhere") == 1


def test_reworded_without_anybody_of_a_list_says_that_they_are_left_out(made: Desk) -> None:
    one = Entry(subject="21", name=r"vito\_marsh", text=r"- vito\_marsh (member id 21)")
    made.review(
        finding("elections/listed/7", wanted(text=one.text, entries=(one,), order_seed="0xaa/7", until=HEAD + 1_000))
    )
    (before,) = ask_desk.drafts(made.context).drafts
    assert "not neutral" in drafts.reword(made.context, before.draft, "Voting is open to all.")
    (shown,) = ask_desk.drafts(made.context).drafts
    assert [(each.code, "left out" in each.says) for each in shown.concerns] == [("missing", True)]
    with pytest.raises(DecisionRefused, match="left out"):
        drafts.approve(made.context, shown.draft)


def test_what_somebody_said_yes_to_despite_a_concern_is_sent(made: Desk) -> None:
    stand(made)
    own.write(made.context, "Ask vito_marsh.", channel="discord/council")
    made.review()
    (shown,) = ask_desk.drafts(made.context).drafts
    drafts.approve(made.context, shown.draft, despite="They asked to be named.")
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    with reading(made.context.engine) as connection:
        (item,) = outbox.items_in(connection, {"queued"})
    assert (look(item).verdict, look(item).text) == ("send", "Ask vito_marsh.")


def test_who_stands_since_the_yes_is_looked_at_before_sending(made: Desk) -> None:
    own.write(made.context, "Ask vito_marsh.", channel="discord/council")
    made.review()
    (shown,) = ask_desk.drafts(made.context).drafts
    drafts.approve(made.context, shown.draft)
    at = datetime.fromisoformat(time_of(HEAD)).astimezone(UTC)
    look = Looking(context=made.context, duties=(made.duty(),), machine=lambda: at)
    with reading(made.context.engine) as connection:
        (item,) = outbox.items_in(connection, {"queued"})
        assert len(open_desk(connection).drafts) == 1
    assert look(item).verdict == "send"
    stand(made)
    assert (look(item).verdict, "vito_marsh" in look(item).why) == ("wait", True)
    stand(made, "idle")
    assert look(replace(item)).verdict == "send"


def be_willing(made: Desk, *members: int, council: int = 1) -> None:
    """Let members be noted as willing to be secretary."""
    for member in members:
        secretary.willing(made.context, member, council=council)


@pytest.mark.parametrize(("members", "named"), [((21, 22), True), ((22,), False)])
def test_who_would_be_secretary_stands_where_there_are_several(
    made: Desk, members: tuple[int, ...], named: bool
) -> None:
    stand(made, "idle")
    be_willing(made, *members)
    said = own.write(made.context, "mira_ember wrote in the thread.", channel="discord/council")
    assert ("mira_ember (member id 22) stands" in said) == named
    assert "not neutral" not in own.write(made.context, "nils_lark wrote in the thread.", channel="discord/council")


def test_who_is_not_willing_any_more_does_not_stand(made: Desk) -> None:
    stand(made, "idle")
    be_willing(made, 21, 22, 23)
    secretary.not_willing(made.context, 23, council=1)
    with reading(made.context.engine) as connection:
        assert [one.subject for one in who_stands(connection)] == ["21", "22"]


OF_TERM: dict[str, Any] = {"secretary": 21, "deputy": None, "proposal": None, "first": HEAD, "last": HEAD + 100_000}


def in_office(made: Desk, number: int) -> None:
    """Let a council be in office, the last of so many, a thousand blocks after the one before it."""
    first = HEAD - 1_000
    stored = StoredCouncil(
        cycle=0, stage="idle", stage_changed_at=first, stage_ends_at=HEAD + 1_000, referendum="inactive"
    )
    councils = [ElectedCouncil(elected_block=first - 1_000 * (number - each)) for each in range(1, number + 1)]
    known = [_stated(one, str(each), QUERY_NODE) for each, one in enumerate(councils, start=1)]
    with writing(made.context.engine) as connection:
        put_records(connection, "chain/stands", CHAIN, [_stated(stored, "council", CHAIN)])
        put_records(connection, "query-node/councils", QUERY_NODE, known)


def confirm(made: Desk, monkeypatch: pytest.MonkeyPatch, **office: Any) -> None:
    """Let a mandate be recorded and confirmed."""
    name = mandates.record(made.context, **{**OF_TERM, **office}, why="Elected.").split()[0]
    monkeypatch.setenv("SECRETARIAT_PERSON", "cora")
    mandates.confirm(made.context, name, why="So it is.")
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")


def standing(made: Desk) -> list[str]:
    """Give the member ids of those who stand."""
    with reading(made.context.engine) as connection:
        return [one.subject for one in who_stands(connection)]


def test_when_a_mandate_is_confirmed_nobody_stands_as_secretary_until_the_next_call(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(made, "idle")
    in_office(made, 1)
    be_willing(made, 21, 22)
    mandates.record(made.context, **OF_TERM, why="Elected.")
    assert standing(made) == ["21", "22"]
    confirm(made, monkeypatch)
    assert standing(made) == []
    be_willing(made, 22, 23, council=2)
    assert standing(made) == ["22", "23"]


@pytest.mark.parametrize("office", [{"secretary": 23, "deputy": 22}, {"first": HEAD - 500}, {"first": HEAD + 10}])
def test_a_mandate_of_the_term_before_ends_no_call_for_the_next(
    made: Desk, monkeypatch: pytest.MonkeyPatch, office: dict[str, Any]
) -> None:
    stand(made, "idle")
    in_office(made, 1)
    be_willing(made, 21, 22, council=2)
    confirm(made, monkeypatch, **office)
    assert standing(made) == ["21", "22"]
    assert "mira_ember (member id 22) stands" in own.write(made.context, "mira_ember wrote.", channel="discord/council")


def test_a_mandate_that_began_before_the_term_ends_no_call_in_it(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    stand(made, "idle")
    in_office(made, 2)
    be_willing(made, 21, 22, council=2)
    confirm(made, monkeypatch, first=HEAD - 1_001)
    assert standing(made) == ["21", "22"]
    confirm(made, monkeypatch, first=HEAD - 1_000)
    assert standing(made) == []


def test_while_the_council_in_office_is_not_known_a_mandate_ends_no_call(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand(made, "idle")
    be_willing(made, 21, 22)
    confirm(made, monkeypatch)
    assert standing(made) == ["21", "22"]


def test_when_a_later_council_is_in_office_nobody_stands_for_the_term_before(made: Desk) -> None:
    stand(made, "idle")
    be_willing(made, 21, 22, council=1)
    in_office(made, 1)
    assert standing(made) == ["21", "22"]
    in_office(made, 2)
    assert standing(made) == []


@pytest.mark.parametrize("known", [True, False])
def test_one_note_for_a_later_council_ends_nothing_for_those_who_stand_now(made: Desk, *, known: bool) -> None:
    stand(made, "idle")
    if known:
        in_office(made, 1)
    be_willing(made, 21, 22)
    be_willing(made, 23, council=2)
    assert standing(made) == ["21", "22"]
    be_willing(made, 22, council=2)
    assert standing(made) == (["21", "22", "23"] if known else ["22", "23"])
