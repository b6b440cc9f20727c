"""Which yeses an act needs, and what a yes given ahead covers, by tables of cases."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.desk.acts import Destination, Kind, Payee
from secretariat.desk.approvals import (
    SecondYes,
    Standing,
    concerns_of,
    covers,
    lapsed,
    missing,
    never_ahead,
    standing_of,
    text_to_sign,
    why_second,
)
from secretariat.desk.findings import Entry
from secretariat.facts.amounts import Amount
from secretariat.facts.desk_decisions import (
    Approval,
    MandateConfirmation,
    MandateRecord,
    StandingGrant,
    StandingRevocation,
    Taken,
)
from secretariat.facts.mandates import Mandate, is_acting, mandate_at, mandates_of
from tests.desk.words import AT, draft, finding, wanted

RULE = SecondYes(always=frozenset({"forum-thread"}), acting=frozenset({"signal-proposal"}))


@pytest.mark.parametrize(
    ("kind", "acting", "needed"),
    [
        ("message", True, False),
        ("forum-thread", False, True),
        ("signal-proposal", False, False),
        ("signal-proposal", True, True),
        ("funding-request", False, True),
        ("budget-update", False, True),
        ("transfer", False, True),
    ],
)
def test_money_and_what_the_settings_name_need_two(kind: Kind, *, acting: bool, needed: bool) -> None:
    act = draft(wanted(kind=kind)).act
    assert bool(why_second(act, RULE, acting=acting)) is needed
    assert bool(why_second(act, SecondYes(), acting=acting)) is (
        kind in ("funding-request", "budget-update", "transfer")
    )


def yes(person: str, account: str = "", *, second: bool = False) -> Approval:
    return Approval(taken=Taken(at=AT, person=person), draft=3, revision=1, digest="", account=account, second=second)


@pytest.mark.parametrize(
    ("yeses", "one", "two"),
    [
        ([], False, False),
        ([yes("ada", "0xa")], True, False),
        ([yes("ada", "0xa"), yes("dan", "0xd")], True, False),
        ([yes("cora", "0xc", second=True)], False, False),
        ([yes("ada", "0xa"), yes("cora", "0xc", second=True)], True, True),
        ([yes("cora", "0xc", second=True), yes("ada", "0xa")], True, True),
        ([yes("ada", "0xa"), yes("cora", "0xa", second=True)], True, False),
        ([yes("ada"), yes("cora", "0xc", second=True)], True, False),
        ([yes("ada"), yes("dan", "0xd"), yes("cora", "0xc", second=True)], True, True),
    ],
)
def test_a_second_yes_is_another_key(yeses: list[Approval], *, one: bool, two: bool) -> None:
    assert (missing(yeses, "") == "") is one
    assert (missing(yeses, "it moves money") == "") is two


def test_what_is_signed_is_one_printable_line_that_names_the_text_and_its_digest() -> None:
    text = text_to_sign(draft(revision=2))
    assert text.isascii()
    assert text.isprintable()
    assert "d3.2" in text
    assert draft(revision=2).digest in text
    assert text_to_sign(draft(wanted(text="Other."), revision=2)) != text


@pytest.mark.parametrize(("until", "block", "over"), [(None, 9, False), (9, 9, False), (9, 10, True), (9, None, False)])
def test_a_yes_lapses_when_saying_it_makes_no_sense(until: int | None, block: int | None, *, over: bool) -> None:
    assert lapsed(draft(wanted(until=until)), block) is over


GRANT = StandingGrant(
    taken=Taken(at=AT, person="ada", why="Routine.", seq=81),
    rule="elections/announcing",
    template="elections/opens",
    template_digest="0" * 64,
    channel="discord",
    place="council",
    audience="desk",
    block=100,
    until=200,
)


def test_a_standing_approval_covers_the_same_words_in_which_only_facts_differ() -> None:
    assert covers(Standing(grant=GRANT, last=GRANT.until), draft(wanted(text="Three candidates.")), finding())


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ({"template_digest": "1" * 64}, {}),
        ({"template": "elections/other"}, {}),
        ({"channel": "file"}, {}),
        ({"destination": Destination(place="public")}, {}),
        ({"kind": "forum-post"}, {}),
        ({"entries": (Entry(subject="1", name="ada", text="x"),)}, {}),
        ({"payees": (Payee(account="0x", amount=Amount(1)),)}, {}),
        ({}, {"key": "elections/reveal/7"}),
        ({}, {"audience": "public"}),
    ],
)
def test_it_covers_nothing_else(words: dict[str, Any], of: dict[str, Any]) -> None:
    assert not covers(Standing(grant=GRANT, last=GRANT.until), draft(wanted(**words)), finding(**of))


def test_it_covers_neither_a_person_s_words_nor_what_has_ended() -> None:
    assert not covers(Standing(grant=GRANT, last=GRANT.until), draft(by="ada"), finding())
    assert not covers(Standing(grant=GRANT, last=GRANT.until, ended="revoked"), draft(), finding())
    assert never_ahead(draft()) == ""


def test_what_is_not_neutral_is_found_in_the_text_as_it_stands() -> None:
    entries = (Entry(subject="1", name="ada", text="- ada\n"), Entry(subject="2", name="bob", text="- bob\n"))
    named = wanted(text="- ada\n- bob\n", entries=entries, order_seed="")
    assert [one.says for one in concerns_of(draft(named))] != []
    assert concerns_of(draft()) == ()
    assert len(concerns_of(draft(named, act=replace(draft(named).act, text="- ada\n")))) > len(
        concerns_of(draft(named))
    )


@pytest.mark.parametrize("title", ["Captions for the help films", "Vote for edda", "Budget of Distribution", "X"])
def test_a_proposal_s_title_and_proposer_are_no_concern(title: str) -> None:
    words = f"**Proposal 7 is open**\n\nUpdate working group budget: “{title}”, by olga\\_linden.\n\n- Last block: 9."
    assert concerns_of(draft(wanted(text=words))) == ()
    assert concerns_of(draft(wanted(text=words.replace("Update working group budget", "Funding request")))) == ()


def test_the_title_that_a_stranger_gave_a_proposal_is_no_word_of_the_program() -> None:
    words = "Proposal 7\n\nFunding request: “Captions for the help films, vote for edda”, by ada. Last block: 9."
    program, own = draft(wanted(text=words)), draft(wanted(text=words), by="ada")
    assert concerns_of(program) == ()
    assert concerns_of(own) != ()
    assert concerns_of(draft(wanted(text=f"{words} Vote for edda."))) != ()
    assert concerns_of(draft(wanted(text="“One” vote for edda “two”"))) != ()


def mandate(first: int, last: int, seq: int, *, confirmed: bool = True) -> Mandate:
    record = MandateRecord(taken=Taken(at=AT, person="ada", seq=seq), secretary=1, first=first, last=last)
    said = MandateConfirmation(taken=Taken(at=AT, person="cora"), record=seq)
    return Mandate(record=record, confirmed=said if confirmed else None)


@pytest.mark.parametrize(
    ("mandates", "block", "ended"),
    [
        ([], 200, ""),
        ([], 201, "until block 200"),
        ([], None, "not known"),
        ([mandate(50, 150, 1)], 150, ""),
        ([mandate(50, 150, 1)], 151, "ended at block 150"),
        ([mandate(50, 150, 1), mandate(120, 300, 2)], 119, ""),
        ([mandate(50, 150, 1), mandate(120, 300, 2)], 120, "mandate m2 began"),
        ([mandate(120, 300, 2, confirmed=False)], 120, ""),
    ],
)
def test_a_standing_approval_ends_with_its_mandate(mandates: list[Mandate], block: int | None, ended: str) -> None:
    (found,) = standing_of([GRANT], mandates, block)
    assert found.name == "s81"
    assert ended in found.ended
    assert bool(found.ended) is bool(ended)


def confirmed_later(first: int, last: int, secretary: int, block: int | None = None) -> Mandate:
    """Give a mandate that was recorded and confirmed after the grant, at a block."""
    record = MandateRecord(taken=Taken(at=AT, person="ada", seq=90), secretary=secretary, first=first, last=last)
    said = MandateConfirmation(taken=Taken(at=AT, person="cora", seq=91), record=90, block=block)
    return Mandate(record=record, confirmed=said)


OWN = replace(GRANT, member=1)


@pytest.mark.parametrize(
    ("grant", "mandates", "block", "ended"),
    [
        (OWN, [confirmed_later(50, 300, 2, 130)], 129, ""),
        (
            OWN,
            [confirmed_later(50, 300, 2, 130)],
            130,
            "m90, confirmed on 2026-01-05, names another secretary: member 2",
        ),
        (OWN, [confirmed_later(GRANT.block, 300, 2, 130)], 130, "names another secretary"),
        (OWN, [confirmed_later(50, 300, 2, GRANT.block)], GRANT.block, "names another secretary"),
        (OWN, [confirmed_later(50, 300, 2)], GRANT.block, "names another secretary"),
        (OWN, [mandate(50, 150, 1), confirmed_later(90, 300, 2, 120)], 120, "names another secretary"),
        (OWN, [confirmed_later(50, 300, 1, 130)], 199, ""),
        (OWN, [confirmed_later(50, 160, 1, 130)], 161, "the mandate m90 ended at block 160"),
        (OWN, [mandate(50, 300, 1), confirmed_later(50, 300, 1, 130)], 199, ""),
        (OWN, [confirmed_later(110, 300, 1, 130)], 131, "the mandate m90 began at block 110"),
        (OWN, [confirmed_later(10, GRANT.block - 1, 2, 130)], 199, ""),
        (GRANT, [mandate(50, 300, 1), confirmed_later(60, 300, 1, 130)], 199, ""),
        (GRANT, [mandate(50, 300, 1), confirmed_later(60, 300, 2, 130)], 130, "names another secretary"),
        (GRANT, [confirmed_later(60, 300, 2, 130)], 130, "names another secretary"),
    ],
)
def test_a_mandate_confirmed_after_it_with_another_secretary_ends_it(
    grant: StandingGrant, mandates: list[Mandate], block: int, ended: str
) -> None:
    (found,) = standing_of([grant], mandates, block)
    assert ended in found.ended
    assert bool(found.ended) is bool(ended)


def test_a_revoked_one_says_by_whom() -> None:
    revoked = StandingRevocation(taken=Taken(at=AT, person="dan", why="Enough."), standing=81)
    (found,) = standing_of([GRANT, revoked, replace(revoked, standing=82)], [], 150)
    assert found.ended == "revoked by dan on 2026-01-05: Enough."


def test_the_office_acts_where_no_confirmed_mandate_covers_the_block() -> None:
    first, second, unconfirmed = mandate(10, 20, 1), mandate(15, 30, 2), mandate(0, 99, 3, confirmed=False)
    known = (first, second, unconfirmed)
    assert [mandate_at(known, block) for block in (9, 10, 15, 30, 31, None)] == [
        None,
        first,
        second,
        second,
        None,
        None,
    ]
    assert [is_acting(known, block) for block in (9, 20, None)] == [True, False, True]


def test_a_record_is_paired_with_its_first_confirmation() -> None:
    record = mandate(1, 2, 7).record
    early, late = (MandateConfirmation(taken=Taken(at=AT, person=name), record=7) for name in ("cora", "carl"))
    assert mandates_of([record, replace(early, record=8), early, late]) == (Mandate(record=record, confirmed=early),)


def test_a_standing_approval_never_covers_words_with_a_concern() -> None:
    assert covers(Standing(grant=GRANT, last=GRANT.until), draft(), finding())
    assert not covers(
        Standing(grant=GRANT, last=GRANT.until), draft(wanted(text="Hurry up, this is your last chance!!")), finding()
    )
