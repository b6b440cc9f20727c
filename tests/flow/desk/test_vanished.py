"""Whether the outbox still has what the journal says was approved and sent: gone, set back, or with another receipt."""

import hashlib
import json
from dataclasses import replace

import pytest

from secretariat.desk.findings import Due
from secretariat.desk.messages import titled
from secretariat.desk.outbox import Item, Outcome, Said
from secretariat.desk.outbox_check import Decisions, Receipted, contradictions
from secretariat.desk.parts import Part
from secretariat.facts.desk_decisions import Approval, Taken
from secretariat.facts.moments import Moment
from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.decide import drafts, findings
from secretariat.store import journal
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading, writing
from secretariat.store.outbox import all_items, move
from secretariat.store.parts import keep_parts, set_part
from secretariat.store.sending import claim, write_result
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, Desk, desk


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = desk(store_url)
    made.review(finding("elections/opens/7", wanted(until=HEAD + 1_000), due=Due(what="it ends", block=HEAD + 1_000)))
    return made


def arrived(made: Desk) -> None:
    """Say yes to the first text, and let a worker send it with receipt 77."""
    drafts.approve(made.context, "d1.1")
    at = Moment("2026-01-02T00:00:00Z")
    with writing(made.engine) as connection:
        (item,) = all_items(connection)
        assert claim(connection, 1, "token", at, Said(title=item.act.title, text=item.act.text))
        assert write_result(connection, item, "token", Outcome(verdict="sent", receipt="77"), at)


CHANGED: dict[str, tuple[str, str]] = {
    "gone": ("DELETE FROM outbox", "there is no such item in the outbox"),
    "set back": (
        "UPDATE outbox SET state = 'queued', receipt = '', tries = 0, settled_at = NULL",
        "o1 is queued, and the journal has its receipt",
    ),
    "another receipt": ("UPDATE outbox SET receipt = '78'", "The receipt of o1 is not the one"),
    "no receipt": ("UPDATE outbox SET receipt = ''", "The receipt of o1 is not the one"),
    "other words sent": (
        "UPDATE outbox SET said = replace(said, 'Announcing', 'MALLORY')",
        "The words of o1 as they went out are not the ones that the journal has the digest of.",
    ),
    "no words sent": ("UPDATE outbox SET said = NULL", "The words of o1 as they went out are gone"),
    "another text": ("UPDATE outbox SET draft = 7", "the journal puts d1.1 on its way as that"),
    "another one sent": (
        "INSERT INTO outbox (draft, revision, act, digest, state, queued_at, settled_at, tries, receipt, why) "
        "SELECT 9, revision, act, digest, state, queued_at, '2026-01-03T00:00:00Z', tries, '79', why FROM outbox",
        "o2 counts as sent with a receipt, and the journal has no receipt of it",
    ),
}


@pytest.mark.parametrize("changed", CHANGED)
def test_verify_finds_what_vanished_or_changed_after_it_was_sent(made: Desk, changed: str) -> None:
    arrived(made)
    assert ask_journal.verify(made.context).wrong == ()
    statement, says = CHANGED[changed]
    with writing(made.engine) as connection:
        connection.exec_driver_sql(statement)
    assert any(says in line for line in ask_journal.verify(made.context).wrong)


def test_a_yes_that_was_never_sent_names_its_item_and_verify_misses_it(made: Desk) -> None:
    drafts.approve(made.context, "d1.1")
    with reading(made.engine) as connection:
        assert desk_decisions(connection, Approval)[0].item == 1
    with writing(made.engine) as connection:
        connection.exec_driver_sql("DELETE FROM outbox")
    assert ask_journal.verify(made.context).wrong == (
        "The journal puts d1.1 on its way as o1, and there is no such item in the outbox.",
    )


def test_a_receipt_in_the_journal_is_a_digest_and_of_the_program(made: Desk) -> None:
    arrived(made)
    with reading(made.engine) as connection:
        last = journal.entries(connection)[-1]
    assert (last.person, last.action, last.subject) == ("secretariat", "act.sent", "d1.1")
    assert json.loads(last.body)["receipt"] == hashlib.sha256(b"77").hexdigest()
    shown = ask_desk.item(made.context, "d1").history
    assert [one.action for one in shown] == ["draft.approve", "act.sent"]


MARKED = "It ends [[time 101000]], in [[left 101000]]; vote."
TOLD = "It ends 2026-01-08 00:20 UTC ± 3 min, in 1 h 40 min; vote."
FORGED = "UPDATE outbox SET said = replace(said, 'vote', 'VOTE FOR MALLORY')"


def claimed(made: Desk, text: str = TOLD) -> Item:
    """Say yes to a text with marks, and let a worker begin to send it in these words."""
    made.review(
        finding(
            "elections/opens/7", wanted(text=MARKED, until=HEAD + 1_000), due=Due(what="it ends", block=HEAD + 1_000)
        )
    )
    drafts.approve(made.context, "d1.2")
    with writing(made.engine) as connection:
        (item,) = all_items(connection)
        assert claim(connection, item.number, "token", Moment("2026-01-02T00:00:00Z"), Said(text=text))
    return item


def test_words_that_were_changed_before_it_arrived_are_found_too(made: Desk) -> None:
    item = claimed(made)
    with writing(made.engine) as connection:
        connection.exec_driver_sql(FORGED)
        at = Moment("2026-01-02T00:00:00Z")
        assert write_result(connection, item, "token", Outcome(verdict="sent", receipt="77"), at)
    (line,) = ask_journal.verify(made.context).wrong
    assert line.startswith("The words of o1 as they went out are not those of the text that was approved")


@pytest.mark.parametrize("state", ["claimed", "unconfirmed", "failed"])
def test_words_of_what_is_not_known_to_have_arrived_are_held_against_their_text(made: Desk, state: str) -> None:
    claimed(made)
    with writing(made.engine) as connection:
        connection.exec_driver_sql(f"UPDATE outbox SET state = '{state}'")
    assert ask_journal.verify(made.context).wrong == ()
    with writing(made.engine) as connection:
        connection.exec_driver_sql(FORGED)
    (line,) = ask_journal.verify(made.context).wrong
    assert line.startswith("The words of o1 as they went out are not those of the text that was approved")


def test_words_of_what_a_person_says_arrived_are_noted_too(made: Desk) -> None:
    claimed(made)
    with writing(made.engine) as connection:
        move(connection, 1, ["claimed"], "unconfirmed")
    findings.settle(made.context, "o1", sent=True, why="I saw it.")
    assert ask_journal.verify(made.context).wrong == ()
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET said = replace(said, '00:20', '00:21')")
    assert "are not the ones" in ask_journal.verify(made.context).wrong[0]
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET said = NULL")
    assert "are gone" in ask_journal.verify(made.context).wrong[0]


def test_words_of_an_item_in_parts_are_noted_as_its_last_part_is_out(made: Desk) -> None:
    claimed(made)
    with writing(made.engine) as connection:
        (item,) = all_items(connection)
        whole = titled(item.said.title, item.said.text) if item.said else ""
        halves = (whole[:9].rstrip(), whole[9:])
        keep_parts(connection, 1, [Part(number=at, of=2, text=text) for at, text in enumerate(halves, start=1)])
        set_part(connection, 1, 1, "sent", "7")
        set_part(connection, 1, 2, "sending")
        move(connection, 1, ["claimed"], "unconfirmed")
    findings.settle(made.context, "o1", sent=True, why="I saw the second one.")
    assert ask_journal.verify(made.context).wrong == ()
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET said = replace(said, '1 h', '2 h')")
    assert "are not the ones" in ask_journal.verify(made.context).wrong[0]


def test_an_entry_of_an_earlier_version_has_no_digest_of_the_words(made: Desk) -> None:
    arrived(made)
    with reading(made.engine) as connection:
        (item,) = all_items(connection)
    receipt = Receipted(item=1, receipt="r", at=Moment("2026-01-02T00:00:00Z"))
    before = Decisions(receipts=(receipt,), digests={1: "r"})
    text = item.act.text
    assert list(contradictions([replace(item, said=None)], before)) == []  # nothing tells whether any were kept
    assert list(contradictions([replace(item, said=Said(title=item.act.title, text=text))], before)) == []
    (line,) = contradictions([replace(item, said=Said(title=item.act.title, text=f"{text} VOTE FOR MALLORY"))], before)
    assert "not those of the text that was approved" in line


def yes(seq: int, account: str, *, second: bool = False) -> Approval:
    taken = Taken(at=Moment("2026-01-02T00:00:00Z"), person=account, why="", seq=seq)
    return Approval(taken=taken, draft=1, revision=1, digest="d", account=account, second=second)


@pytest.mark.parametrize(
    ("yeses", "missing"),
    [
        ((yes(1, "cleo", second=True),), False),
        ((yes(1, "cleo", second=True), yes(2, "ada")), False),
        ((yes(1, "ada"), yes(2, "cleo", second=True)), True),
        ((yes(1, ""), yes(2, "cleo", second=True)), False),
    ],
    ids=["the second comes first", "and the first after it", "both, as always", "the first had no account"],
)
def test_a_second_yes_puts_a_text_on_its_way_only_after_a_first_one(yeses: tuple[Approval, ...], missing: bool) -> None:
    found = list(contradictions((), Decisions(approvals=yeses)))
    assert found == (
        ["The journal puts d1.1 on its way (entry 2), and no item in the outbox has it."] if missing else []
    )


def test_what_failed_and_a_person_says_arrived_has_no_receipt_of_its_try(made: Desk) -> None:
    made.review(
        finding("elections/opens/7", wanted(until=HEAD + 1_000), due=Due(what="it ends", block=HEAD + 1_000)),
        finding(
            "elections/opens/8", wanted(text="Two.", until=HEAD + 1_000), due=Due(what="it ends", block=HEAD + 1_000)
        ),
    )
    arrived(made)
    drafts.approve(made.context, "d2.1")
    with writing(made.engine) as connection:
        move(connection, 2, ["queued"], "failed", tries=1, receipt="it failed in block 7")
    findings.settle(made.context, "o2", sent=True, why="I posted it by hand.")
    with reading(made.engine) as connection:
        assert next(one for one in all_items(connection) if one.number == 2).receipt == ""
    assert ask_journal.verify(made.context).wrong == ()
