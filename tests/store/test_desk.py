"""The desk in the store: what a review changes, read back as it was written."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from secretariat.desk.acts import Destination, Mention, Payee
from secretariat.desk.drafting import act_of
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Due, Entry, Finding, Wanted
from secretariat.desk.outbox import Item
from secretariat.desk.reconcile import Changes, OnDesk, ToDraft
from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment
from secretariat.store import desk, outbox
from secretariat.store.engine import open_store, reading, writing
from tests.desk.words import AT, finding, wanted

LATER = Moment("2026-01-05T13:00:00Z")
FULL = wanted(
    part="forum",
    kind="funding-request",
    channel="chain",
    destination=Destination(category=2, thread=3, replies_to=4, proposal=5, place="p", member_id=6, group="g"),
    title='A title with " and \\ and \u202e',
    text="[[left 100]] …",
    mentions=(Mention(kind="user", id="12345678901234567890"),),
    payees=(Payee(account="0x" + "ab" * 32, amount=Amount(10**30)),),
    entries=(Entry(subject="1", name="ada", text="x"),),
    order_seed="seed",
    until=100,
)


def make(to_draft: ToDraft, of: Finding, revision: int = 1, **given: object) -> desk.Made:
    return desk.Made(
        to_draft=to_draft,
        act=act_of(to_draft.wanted, of, revision),
        wanted=to_draft.wanted,
        **given,  # type: ignore[arg-type]
    )


def opened(*findings: Finding) -> tuple[Changes, list[desk.Made]]:
    drafted = [(ToDraft(key=each.key, wanted=one), each) for each in findings for one in each.wanted]
    changes = Changes(opened=findings, drafted=tuple(one for one, _ in drafted))
    return changes, [make(one, each) for one, each in drafted]


def test_a_finding_and_its_drafts_are_read_back_as_they_were(store_url: str) -> None:
    engine = open_store(store_url)
    whole = finding(
        "elections/announcing/7", FULL, wanted(), due=Due(what="it ends", block=2**40, at=AT), was=("a/b/c",)
    )
    with writing(engine) as connection:
        changes, made = opened(whole, finding("kpis/report/1"))
        desk.apply(connection, changes, made, at=AT, block=2**35)
    with reading(engine) as connection:
        first, second = desk.open_findings(connection)
        drafts = desk.drafts_of(connection, [first.number, second.number])
    assert (first.finding, first.opened_at, first.opened_block, first.changed_at) == (whole, AT, 2**35, AT)
    assert second.finding.key == "kpis/report/1"
    assert [known.draft.wanted for known in drafts] == [FULL, wanted()]
    assert [known.draft.act for known in drafts] == [each.act for each in made]
    assert {known.draft.finding for known in drafts} == {first.number}


def test_a_key_is_open_once(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        desk.apply(connection, *opened(finding()), at=AT)
    with pytest.raises(IntegrityError), writing(engine) as connection:
        desk.apply(connection, *opened(finding()), at=AT)
    with writing(engine) as connection:
        desk.apply(connection, Changes(closed=((1, "gone"),)), [], at=LATER, block=9)
        desk.apply(connection, *opened(finding()), at=LATER)
    with reading(engine) as connection:
        first, second = desk.findings_with_key(connection, finding().key)
        assert desk.keys_of_rule(connection, "elections/announcing") == {finding().key}
        assert desk.keys_of_rule(connection, "elections/announc") == frozenset()
    assert (first.closed_at, first.closed_block, first.closed_why) == (LATER, 9, "gone")
    assert (second.closed_at, second.opened_at) == (None, LATER)


def test_a_draft_anew_is_the_next_revision_and_takes_the_one_that_waits_back(store_url: str) -> None:
    engine = open_store(store_url)
    of = finding("elections/announcing/7", wanted())
    newer = wanted(text="Other words.")
    with writing(engine) as connection:
        desk.apply(connection, *opened(of), at=AT)
        (known,) = desk.drafts_numbered(connection, [1])
        outbox.queue(connection, known.draft, at=AT)
    with writing(engine) as connection:
        to_draft = ToDraft(key=of.key, wanted=newer, after=known.draft)
        changed = OnDesk(number=1, finding=replace(of, wanted=(newer,)))
        desk.apply(connection, Changes(changed=(changed,), drafted=(to_draft,)), [make(to_draft, of, 2)], at=LATER)
    with reading(engine) as connection:
        (now,) = desk.drafts_of(connection, [1])
        assert [each.draft.act.text for each in desk.revisions_of(connection, 1)] == [
            "Announcing ends.",
            "Other words.",
        ]
        (item,) = outbox.items_of(connection, [1])
        (open_now,) = desk.open_findings(connection)
    assert (now.draft.name, now.draft.wanted) == ("d1.2", newer)
    assert (item.state, item.settled_at, item.why) == ("withdrawn", LATER, desk.REDRAFTED)
    assert (open_now.finding.wanted, open_now.changed_at) == ((newer,), LATER)


def test_what_a_worker_has_claimed_is_not_taken_back(store_url: str) -> None:
    engine = open_store(store_url)
    with writing(engine) as connection:
        desk.apply(connection, *opened(finding("elections/announcing/7", wanted())), at=AT)
        (known,) = desk.drafts_numbered(connection, [1])
        number = outbox.queue(connection, known.draft, at=AT)
        assert outbox.move(connection, number, ["queued"], "claimed", claim="w1", claimed_at=AT)
        assert not outbox.move(connection, number, ["queued"], "claimed", claim="w2", claimed_at=AT)
        desk.withdraw(connection, known.draft, at=LATER, why="gone")
        (now,) = desk.drafts_numbered(connection, [1])
        item = outbox.item_at(connection, number)
    assert (now.withdrawn_at, now.withdrawn_why) == (LATER, "gone")
    assert item == Item(
        number=1, draft=1, revision=1, act=known.draft.act, digest=known.draft.digest, state="claimed", queued_at=AT,
        claim="w1", claimed_at=AT,
    )  # fmt: skip


def test_a_withdrawn_draft_is_on_the_desk_again_when_it_is_drafted_anew(store_url: str) -> None:
    engine = open_store(store_url)
    of = finding("elections/announcing/7", wanted())
    with writing(engine) as connection:
        desk.apply(connection, *opened(of), at=AT)
        (known,) = desk.drafts_numbered(connection, [1])
        desk.apply(connection, Changes(withdrawn=((known.draft, "unwanted"),)), [], at=AT)
        again = ToDraft(key=of.key, wanted=wanted(), after=known.draft)
        desk.apply(connection, Changes(drafted=(again,)), [make(again, of, 2)], at=LATER)
        (now,) = desk.drafts_numbered(connection, [1])
    assert (now.withdrawn_at, now.withdrawn_why, now.draft.act.revision) == (None, "", 2)


def test_newer_words_stand_beside_a_person_s(store_url: str) -> None:
    engine = open_store(store_url)
    newer: Wanted = wanted(text="newer")
    with writing(engine) as connection:
        desk.apply(connection, *opened(finding("elections/announcing/7", wanted())), at=AT)
        (known,) = desk.drafts_numbered(connection, [1])
        act = replace(known.draft.act, revision=2, text="mine")
        desk.write_text(connection, 1, act, known.draft.wanted, at=LATER, by="ada", newer=None)
        (mine,) = desk.drafts_numbered(connection, [1])
        desk.apply(connection, Changes(newer=((mine.draft, newer),)), [], at=LATER)
        (beside,) = desk.drafts_numbered(connection, [1])
        desk.apply(connection, Changes(newer=((mine.draft, None),)), [], at=LATER)
        (alone,) = desk.drafts_numbered(connection, [1])
    assert mine.draft == Draft(number=1, finding=1, act=act, wanted=wanted(), created_at=LATER, by="ada", newer=None)
    assert beside.draft == replace(mine.draft, newer=newer)
    assert alone.draft == mine.draft
