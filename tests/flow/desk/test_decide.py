"""What people decide at the desk: done in one transaction with its entry, or refused with nothing changed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import sr25519

from secretariat.desk.acts import Destination, Payee
from secretariat.desk.approvals import text_to_sign
from secretariat.desk.drafts import DraftUnknown
from secretariat.desk.findings import Due
from secretariat.desk.hand_off import HandOffRefused
from secretariat.desk.journal import first_broken
from secretariat.desk.parts import Part
from secretariat.desk.people import DeskSettings, PersonSettings
from secretariat.desk.roles import NotAllowed
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import address_of
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.desk_decisions import Approval
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.flow import ask_desk, ask_journal
from secretariat.flow.channels import ChannelMissing
from secretariat.flow.context import PersonUnknown
from secretariat.flow.decide import drafts, findings, mandates, own, questions, standing
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.flow.hand_off.request import item_named
from secretariat.store import outbox
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading, writing
from secretariat.store.journal import append, entries
from secretariat.store.live_rows import put_records
from secretariat.store.parts import keep_parts, parts_kept, set_part
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import HEAD, PEOPLE, Desk, calls_as_text, desk, everything, time_of

OPENS = finding("elections/opens/7", wanted(until=HEAD + 1_000), due=Due(what="it ends", block=HEAD + 1_000))
PAIRS = {
    name: sr25519.pair_from_seed(bytes([number]) * 32) for number, name in enumerate(("ada", "dan", "cora"), start=1)
}
MONEY = wanted(
    part="chain",
    kind="funding-request",
    channel="chain",
    destination=Destination(member_id=11),
    title="Pay",
    text="For work.",
    payees=(Payee(account="0x" + "ab" * 32, amount=Amount(10**30)),),
)


def people(**other: PersonSettings) -> dict[str, PersonSettings]:
    """Give the people of the desk with accounts whose keys are known here."""
    keys = {name: address_of("0x" + pair[0].hex()) for name, pair in PAIRS.items()}
    return {name: replace(person, account=keys.get(name, "")) for name, person in PEOPLE.items()} | other


def sign(name: str, text: str) -> str:
    signed: bytes = sr25519.sign(PAIRS[name], b"<Bytes>" + text.encode() + b"</Bytes>")
    return f"0x{signed.hex()}"


@pytest.fixture
def act(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a function by which somebody else acts; the secretary does at first."""

    def now(name: str) -> None:
        monkeypatch.setenv("SECRETARIAT_PERSON", name)

    now("ada")
    return now


@pytest.fixture
def made(store_url: str, act: object) -> Desk:
    """Give a desk with one open draft, d1.1 of t1."""
    built = desk(store_url, people=people())
    built.review(OPENS)
    return built


def state(made: Desk, number: int = 1) -> str:
    with reading(made.engine) as connection:
        found = desk_of_drafts(connection, [number])
        return found.state(found.drafts[0])


def text(made: Desk, number: int = 1) -> Any:
    with reading(made.engine) as connection:
        return desk_of_drafts(connection, [number]).drafts[0].draft


def actions(made: Desk) -> list[tuple[str, str, str]]:
    with reading(made.engine) as connection:
        found = entries(connection)
    assert first_broken(found) is None
    assert all('"schema":1' in entry.body for entry in found)
    return [(entry.person, entry.action, entry.subject) for entry in found]


def test_one_yes_puts_a_message_on_its_way(made: Desk) -> None:
    assert drafts.approve(made.context, "d1.1") == "d1.1 is approved and waits to be sent as o1."
    with reading(made.engine) as connection:
        (item,) = outbox.items_in(connection, ["queued"])
    assert (item.act, item.digest) == (text(made).act, text(made).digest)
    assert state(made) == "queued"
    assert actions(made) == [("ada", "draft.approve", "d1.1")]
    assert made.review().nothing
    assert ask_journal.verify(made.context).wrong == ()


PRAISES = finding("elections/opens/8", wanted(text="Vote for anna, she is the best!"))


def approvals(made: Desk) -> list[Any]:
    with reading(made.engine) as connection:
        return [entry for entry in entries(connection) if entry.action == "draft.approve"]


def test_a_yes_despite_a_concern_needs_a_reason_that_everybody_can_read(made: Desk) -> None:
    made.review(OPENS, PRAISES)
    with pytest.raises(DecisionRefused, match=r"d2\.1 is not neutral.*--despite"):
        drafts.approve(made.context, "d2.1")
    with pytest.raises(DecisionRefused, match="not neutral"):
        drafts.approve(made.context, "d2.1", despite=" \n")
    assert approvals(made) == []
    assert drafts.approve(made.context, "d2.1", despite=" She asked for these words. ").startswith("d2.1 is approved")
    (yes,) = approvals(made)
    assert json.loads(yes.body)["despite"] == "She asked for these words."
    assert yes.why == "despite concerns: She asked for these words."
    body = json.loads(yes.body)
    assert body["block"] == HEAD
    assert "endorsement" in {one["code"] for one in body["concerns"]}
    assert {one["words"] for one in body["concerns"]} == {""}, (
        "a finding for the desk: not everybody can read the words"
    )
    shown = ask_desk.item(made.context, "d2.1")
    assert [entry.why for entry in shown.history] == ["despite concerns: She asked for these words."]
    assert ask_journal.verify(made.context).wrong == ()


def test_a_reason_without_a_concern_is_refused(made: Desk) -> None:
    with pytest.raises(DecisionRefused, match=r"no concern about the neutrality of d1\.1"):
        drafts.approve(made.context, "d1.1", despite="I am sure.")
    assert actions(made) == []


def test_a_yes_from_before_reasons_were_kept_is_still_read(made: Desk) -> None:
    with writing(made.engine) as connection:
        body = {"schema": 1, "draft": 1, "revision": 1, "digest": "d", "account": "", "second": False, "signature": ""}
        append(
            connection,
            at="2026-01-01T00:00:00Z",
            person="ada",
            action="draft.approve",
            subject="d1.1",
            why="",
            body=body,
        )
    with reading(made.engine) as connection:
        (yes,) = desk_decisions(connection, Approval)
    assert (yes.draft, yes.despite) == (1, "")


WRONG: dict[str, tuple[Callable[[Desk], object], type[SecretariatError], str]] = {
    "unknown draft": (lambda d: drafts.approve(d.context, "d9.1"), DraftUnknown, "no draft d9"),
    "no name": (lambda d: drafts.approve(d.context, "t1"), DraftUnknown, "such as d34.2"),
    "bare name": (lambda d: drafts.approve(d.context, "d1"), DraftUnknown, "newest text of d1 is d1.1"),
    "text to come": (lambda d: drafts.approve(d.context, "d1.2"), DraftUnknown, "no text d1.2; the newest of d1 is d1.1"),
    "reject a bare name": (lambda d: drafts.reject(d.context, "d1", why="x"), DraftUnknown, "newest text of d1 is d1.1"),
    "reject without why": (lambda d: drafts.reject(d.context, "d1.1", why=" "), DecisionRefused, "Say why"),
    "no words": (lambda d: drafts.reword(d.context, "d1.1", " \n"), DecisionRefused, "no words"),
    "same words": (lambda d: drafts.reword(d.context, "d1.1", "Announcing ends.\n"), DecisionRefused, "says already"),
    "no newer words": (lambda d: drafts.take_newer(d.context, "d1.1"), DecisionRefused, "No newer words"),
    "unknown task": (lambda d: findings.snooze(d.context, "t9", until="2027-01-01", why="x"), findings.NotThere, "t9"),
    "snooze a draft": (lambda d: findings.snooze(d.context, "d1", until="1", why="x"), findings.NotThere, "d1"),
    "passed block": (lambda d: findings.snooze(d.context, "t1", until="7", why="x"), DecisionRefused, "Block 7 is passed"),
    "passed day": (lambda d: findings.snooze(d.context, "t1", until="2020-01-01", why="x"), DecisionRefused, "passed"),
    "decimal block": (lambda d: findings.snooze(d.context, "t1", until="9999,5", why="x"), DecisionRefused, "neither a block"),
    "no time": (lambda d: findings.snooze(d.context, "t1", until="soon", why="x"), DecisionRefused, "neither a block"),
    "snooze without why": (lambda d: findings.snooze(d.context, "t1", until="999999", why=""), DecisionRefused, "Say why"),
    "text of zeros": (lambda d: drafts.approve(d.context, "d01.1"), DraftUnknown, "'d01.1' is not the name of a draft"),
    "revision of zeros": (lambda d: drafts.approve(d.context, "d1.01"), DraftUnknown, "'d1.01' is not the name of a draft"),
    "other digits": (lambda d: drafts.approve(d.context, "d\u0661.1"), DraftUnknown, "is not the name of a draft"),
    "task of zeros": (lambda d: findings.snooze(d.context, "t01", until="999999", why="x"), findings.NotThere, "t01"),
    "item of zeros": (lambda d: findings.settle(d.context, "o01", sent=True, why="x"), findings.NotThere, "o01"),
    "note of zeros": (lambda d: own.done_with_note(d.context, "n01"), DecisionRefused, "no note 'n01'"),
    "words of zeros": (lambda d: own.done_with_note(d.context, "w01"), DecisionRefused, "no note 'w01'"),
    "post of zeros": (lambda d: questions.dismiss(d.context, "p045", why="x"), DecisionRefused, "'p045' names no post"),
    "sign nothing": (lambda d: item_named(d.context, "d9"), DraftUnknown, "There is no draft d9"),
    "sign no text": (lambda d: item_named(d.context, "d1.7"), DraftUnknown, "no text d1.7; the newest of d1 is d1.1"),
    "sign without a yes": (lambda d: item_named(d.context, "d1.1"), HandOffRefused, "is not approved"),
    "unknown item": (lambda d: findings.settle(d.context, "o1", sent=True, why="x"), findings.NotThere, "o1"),
    "standing for nothing": (lambda d: standing.grant(d.context, "d9", until=HEAD + 5, why="x"), DraftUnknown, "d9"),
    "standing in the past": (lambda d: standing.grant(d.context, "d1", until=5, why="x"), DecisionRefused, "passed"),
    "standing for ever": (
        lambda d: standing.grant(d.context, "d1", until=HEAD + 10**6, why="x"), DecisionRefused, "At most one term",
    ),
    "revoke nothing": (lambda d: standing.revoke(d.context, "s1", why="x"), DecisionRefused, "no standing approval"),
    "empty note": (lambda d: own.add_note(d.context, " "), DecisionRefused, "no words"),
    "note due before": (lambda d: own.add_note(d.context, "x", due="2020-01-01"), DecisionRefused, "passed"),
    "two dues": (lambda d: own.add_note(d.context, "x", due="2030-01-01", each_term=3), DecisionRefused, "not both"),
    "done with no note": (lambda d: own.done_with_note(d.context, "n1"), DecisionRefused, "no note"),
    "no plain file name": (
        lambda d: own.write(d.context, "x", channel="file/../x.md"),
        ChannelMissing,
        "no plain file name",
    ),
    "no such channel": (lambda d: own.write(d.context, "x", channel="telegram/x"), ChannelMissing, "No channel 'telegram'"),
    "unknown thread": (lambda d: own.write(d.context, "x", channel="forum/9"), DecisionRefused, "not known"),
    "thread without title": (lambda d: own.write(d.context, "x", channel="forum-category/2"), DecisionRefused, "title"),
    "reply to a message": (
        lambda d: own.write(d.context, "x", channel="discord/council", reply_to=1), DecisionRefused, "answers another post",
    ),
    "mandate backwards": (lambda d: record(d, first=9, last=8), DecisionRefused, "before the first"),
    "two offices": (lambda d: record(d, deputy=11), DecisionRefused, "two members"),
}  # fmt: skip


def record(made: Desk, **given: Any) -> str:
    values = {"secretary": 11, "deputy": 12, "proposal": 5, "first": HEAD, "last": HEAD + 9, "why": "elected", **given}
    return mandates.record(made.context, **values)


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_done_is_refused_in_a_sentence_and_changes_nothing(made: Desk, name: str) -> None:
    constants(made)
    do, error, words = WRONG[name]
    before = everything(made.context)
    with pytest.raises(error, match=words) as refused:
        do(made)
    assert "\n" not in str(refused.value)
    assert everything(made.context) == before


def constants(made: Desk) -> None:
    values = {
        "Council.AnnouncingPeriodDuration": 100,
        "Referendum.VoteStageDuration": 200,
        "Referendum.RevealStageDuration": 300,
        "Council.IdlePeriodDuration": 400,
        "Council.CouncilSize": 3,
        "Council.MinNumberOfExtraCandidates": 1,
    }
    facts = [RuntimeConstant(spec_version=2004, name=name, value=str(value)) for name, value in values.items()]
    stated = [
        Stated(kind=fact.KIND, key=f"2004/{fact.name}", file="chain/constants", format=CHAIN, line=1, fact=fact)
        for fact in facts
    ]
    with writing(made.engine) as connection:
        put_records(connection, "chain/constants", CHAIN, stated)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (lambda d: drafts.approve(d.context, "d1.1"), "approved already and waits to be sent"),
        (lambda d: drafts.reject(d.context, "d1.1", why="x"), "a person said no"),
        (lambda d: d.review(replace(OPENS, wanted=(wanted(text="Other."),))), "was changed since.*d1.2"),
        (lambda d: d.review(replace(OPENS, wanted=())), "it is withdrawn"),
        (lambda d: sent(d, "claimed"), "being sent now"),
        (lambda d: sent(d, "sent"), "it was sent already"),
        (lambda d: sent(d, "unconfirmed"), "may have been sent already"),
        (lambda d: sent(d, "failed"), "failed for good"),
        (lambda d: setattr(d, "block", HEAD + 1_001), "made sense until block 101,000"),
    ],
)
def test_there_is_nothing_to_say_yes_to_any_more(made: Desk, after: Callable[[Desk], object], words: str) -> None:
    after(made)
    before = everything(made.context)
    with pytest.raises(SecretariatError, match=words):
        drafts.approve(made.context, "d1.1")
    assert everything(made.context) == before


def sent(made: Desk, to: Any, **values: object) -> None:
    """Approve the one draft and let its item come to a state."""
    drafts.approve(made.context, "d1.1")
    with writing(made.engine) as connection:
        assert outbox.move(connection, 1, ["queued"], to, **values)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"discord": None}, r"add a table \[discord\]"),
        ({"discord": DiscordSettings()}, "no place 'council'; these are configured: none"),
    ],
)
def test_what_has_no_channel_is_not_approved(
    store_url: str, act: object, settings: dict[str, object], words: str
) -> None:
    made = desk(store_url, people=people(), **settings)
    made.review(OPENS)
    before = everything(made.context)
    with pytest.raises(ChannelMissing, match=words):
        drafts.approve(made.context, "d1.1")
    assert everything(made.context) == before


def test_a_rejected_draft_is_taken_back_and_stays_so(made: Desk) -> None:
    drafts.approve(made.context, "d1.1")
    drafts.reject(made.context, "d1.1", why="Wrong tone.")
    assert state(made) == "rejected"
    made.review(replace(OPENS, wanted=(wanted(text="Other words."),)))
    assert (state(made), text(made).name) == ("rejected", "d1.1")
    with reading(made.engine) as connection:
        (item,) = outbox.items_of(connection, [1])
    assert (item.state, item.why) == ("withdrawn", "ada said no: Wrong tone.")


def test_other_words_void_a_yes_and_newer_ones_stand_beside_them(made: Desk) -> None:
    drafts.approve(made.context, "d1.1")
    assert "d1.2" in drafts.reword(made.context, "d1.1", "My own words.\n")
    assert (state(made), text(made).act.text, text(made).by) == ("open", "My own words.", "ada")
    newer = wanted(text="Three candidates now.", until=HEAD + 1_000)
    made.review(replace(OPENS, wanted=(newer,)))
    assert (text(made).name, text(made).newer) == ("d1.2", newer)
    assert made.review().nothing
    assert "d1.3" in drafts.take_newer(made.context, "d1.2")
    assert (text(made).act.text, text(made).by, text(made).newer) == ("Three candidates now.", "", None)
    assert made.review().nothing
    made.review(replace(OPENS, wanted=(wanted(text="Four."),)))
    assert text(made).act.text == "Four."


def test_a_person_s_words_come_back_when_their_part_is_wanted_again(made: Desk) -> None:
    drafts.reword(made.context, "d1.1", "My own words.")
    made.review(replace(OPENS, wanted=()))
    assert state(made) == "withdrawn"
    made.review(OPENS)
    assert (state(made), text(made).name, text(made).act.text, text(made).by) == (
        "open",
        "d1.3",
        "My own words.",
        "ada",
    )


def test_money_needs_a_second_yes_signed_by_another_key(made: Desk, act: Callable[[str], None]) -> None:
    made.calls = calls_as_text
    made.review(OPENS, finding("elections/pay/1", MONEY))
    assert "still needs a council member's second yes" in drafts.approve(made.context, "d2.1")
    with pytest.raises(
        HandOffRefused, match=r"ada said yes to d2\.1, and it still needs a council member's second yes"
    ):
        item_named(made.context, "d2.1")
    assert state(made, 2) == "approved"
    with pytest.raises(DecisionRefused, match="already"):
        drafts.approve(made.context, "d2.1")
    asked = text_to_sign(text(made, 2))
    assert asked.isascii()
    assert text(made, 2).digest in asked
    act("cora")
    before = everything(made.context)
    with pytest.raises(NotAllowed, match="may not approve"):
        drafts.approve(made.context, "d2.1")
    for signature in ("0x00", sign("dan", asked), sign("cora", asked + "!")):
        with pytest.raises(DecisionRefused, match="Sign exactly this"):
            drafts.approve(made.context, "d2.1", signature=signature)
    assert everything(made.context) == before
    done = drafts.approve(made.context, "d2.1", signature=sign("cora", asked))
    assert done == "d2.1 is approved and waits for a wallet's signature as o1."
    assert state(made, 2) == "signing"


def test_two_names_with_one_key_are_one_person(store_url: str, act: Callable[[str], None]) -> None:
    both = people()
    both["cora"] = replace(both["cora"], account=both["ada"].account)
    made = desk(store_url, people=both)
    made.calls = calls_as_text
    made.review(finding("elections/pay/1", MONEY))
    drafts.approve(made.context, "d1.1")
    act("cora")
    with pytest.raises(DecisionRefused, match="two names with one key"):
        drafts.approve(made.context, "d1.1", signature=sign("ada", text_to_sign(text(made))))


def test_who_gives_the_second_yes_is_told_how_and_over_which_text(made: Desk, act: Callable[[str], None]) -> None:
    made.calls = calls_as_text
    made.review(OPENS, finding("elections/pay/1", MONEY))
    draft = text(made, 2)
    act("cora")
    before = everything(made.context)
    with pytest.raises(NotAllowed) as refused:
        drafts.approve(made.context, draft.name)
    said = str(refused.value)
    assert f"the second yes that {draft.name} needs (it moves money)" in said
    assert f"“{text_to_sign(draft)}” Then: secretariat approve {draft.name} --signature" in said
    with pytest.raises(NotAllowed, match=r"d1\.1 needs no second yes"):
        drafts.approve(made.context, "d1.1")
    with pytest.raises(DraftUnknown):
        drafts.approve(made.context, "d99.1")
    assert everything(made.context) == before
    drafts.approve(made.context, draft.name, signature=sign("cora", text_to_sign(draft)))
    with pytest.raises(NotAllowed, match="Your second yes to"):
        drafts.approve(made.context, draft.name)


def test_the_acting_office_needs_a_second_yes_where_the_settings_say_so(
    store_url: str, act: Callable[[str], None]
) -> None:
    made = desk(store_url, people=people(), desk=DeskSettings(second_yes_while_acting=("message",)))
    made.review(OPENS)
    assert "no confirmed mandate" in drafts.approve(made.context, "d1.1")
    record(made)
    act("cora")
    done = mandates.confirm(made.context, "m2", why="The council elected them.").done
    assert not ask_desk.office(made.context).acting
    assert "What needs no second yes any more is on its way: d1.1 as o1." in done
    assert state(made) == "queued"


def test_nobody_makes_themselves_secretary(made: Desk, act: Callable[[str], None], store_url: str) -> None:
    record(made, deputy=13)
    assert ask_desk.office(made.context).acting
    with pytest.raises(NotAllowed, match="confirm mandate"):
        mandates.confirm(made.context, "m1", why="x")
    act("cora")
    with pytest.raises(DecisionRefused, match="their own"):
        mandates.confirm(made.context, "m1", why="x")
    act("ada")
    record(made)
    act("cora")
    mandates.confirm(made.context, "m2", why="x")
    with pytest.raises(DecisionRefused, match="confirmed already, by cora"):
        mandates.confirm(made.context, "m2", why="x")
    made.block = HEAD + 10
    assert ask_desk.office(made.context).acting


def test_a_standing_approval_lets_only_facts_differ(made: Desk) -> None:
    constants(made)
    assert standing.grant(made.context, "d1.1", until=HEAD + 900, why="Routine.").startswith(
        "s1: words of elections/opens"
    )
    done = made.review()
    assert done.approved_ahead == (("d1.1", "s1"),)
    assert state(made) == "queued"
    assert made.review().nothing
    other = finding("elections/opens/8", wanted(text="Of another election."))
    edited = finding("elections/opens/9", wanted(template_digest="1" * 64))
    elsewhere = finding("elections/opens/10", wanted(destination=Destination(place="other")))
    rule = finding("elections/closes/8", wanted())
    done = made.review(OPENS, other, edited, elsewhere, rule)
    assert done.approved_ahead == (("d2.1", "s1"),)
    standing.revoke(made.context, "s1", why="Enough.")
    with pytest.raises(DecisionRefused, match="revoked by ada"):
        standing.revoke(made.context, "s1", why="Enough.")
    assert made.review(finding("elections/opens/11", wanted())).approved_ahead == ()
    assert [one.ended[:14] for one in ask_desk.standing(made.context, everything=True)] == ["revoked by ada"]
    assert ask_desk.standing(made.context) == ()
    assert ask_journal.verify(made.context).wrong == ()


def test_no_yes_is_given_ahead_to_threads_people_or_own_words(made: Desk) -> None:
    constants(made)
    made.calls = calls_as_text
    made.review(OPENS, finding("elections/pay/1", MONEY))
    drafts.reword(made.context, "d1.1", "Mine.")
    for name, words in (("d2.1", "always needs a person's own yes"), ("d1.2", "ada's own")):
        with pytest.raises(DecisionRefused, match=words):
            standing.grant(made.context, name, until=HEAD + 5, why="x")


@pytest.mark.parametrize("before", ["unconfirmed", "failed"])
@pytest.mark.parametrize(("arrived", "after"), [(True, "sent"), (False, "queued")])
def test_a_person_settles_what_is_not_known(made: Desk, before: str, *, arrived: bool, after: str) -> None:
    sent(made, before, claim="w1", tries=3)
    findings.settle(made.context, "o1", sent=arrived, why="I looked.")
    assert state(made) == after
    with reading(made.engine) as connection:
        item = outbox.item_at(connection, 1)
    assert item is not None
    assert (item.claim, item.why) == (None, "settled by ada: I looked.")
    with pytest.raises(DecisionRefused, match="only what is unconfirmed"):
        findings.settle(made.context, "o1", sent=True, why="x")


@pytest.mark.parametrize(
    ("in_doubt", "arrived", "after", "says"),
    [
        (1, True, ["sent", "waiting"], "part 1 of 2 counts as sent, and what is left of it goes out"),
        (2, True, ["sent", "sent"], "part 2 of 2 counts as sent, and so does o1, for the rest is out"),
        (1, False, ["waiting", "waiting"], "sent again from part 1 of 2 on"),
        (2, False, ["sent", "waiting"], "sent again from part 2 of 2 on"),
    ],
)
def test_a_person_settles_the_part_that_is_not_known(
    made: Desk, in_doubt: int, *, arrived: bool, after: list[str], says: str
) -> None:
    sent(made, "unconfirmed", claim="w1", tries=3)
    with writing(made.engine) as connection:
        keep_parts(connection, 1, [Part(number=number, of=2, text=f"Half {number}.") for number in (1, 2)])
        for number in range(1, in_doubt + 1):
            set_part(connection, 1, number, "sending" if number == in_doubt else "sent", f"{number}")
    assert says in findings.settle(made.context, "o1", sent=arrived, why="I looked.")
    with reading(made.engine) as connection:
        assert [one.state for one in parts_kept(connection, 1)] == after
        item = outbox.item_at(connection, 1)
    assert item is not None
    assert item.state == ("sent" if after == ["sent", "sent"] else "queued")
    assert item.receipt == ("1, -" if item.state == "sent" else "")


def test_what_is_put_aside_comes_back(made: Desk) -> None:
    said = findings.snooze(made.context, "t1", until=str(HEAD + 10), why="Later.")
    assert said.startswith(f"t1 is put aside until block {HEAD + 10:,}. Its draft d1.1 stays among the drafts: ")
    assert ask_desk.tasks(made.context).tasks == ()
    (task,) = ask_desk.tasks(made.context, everything=True).tasks
    assert task.snoozed is not None
    assert (task.snoozed.person, task.snoozed.until_block) == ("ada", HEAD + 10)
    made.block = HEAD + 10
    assert [each.task for each in ask_desk.tasks(made.context).tasks] == ["t1"]
    findings.snooze(made.context, "t1", until=time_of(HEAD + 20), why="Later.")
    assert ask_desk.tasks(made.context).tasks == ()
    made.block = HEAD + 20
    assert len(ask_desk.tasks(made.context).tasks) == 1


def test_a_note_stands_on_the_desk_until_it_is_done_with(made: Desk) -> None:
    assert own.add_note(made.context, "Call <b>Bob</b> back\nabout the grant", due=str(HEAD + 50)).startswith("n1 ")
    made.review()
    note = next(each for each in ask_desk.tasks(made.context).tasks if each.key == "own/note/1")
    assert (note.title, note.why) == ("Call <b>Bob</b> back", "about the grant")
    assert note.due is not None
    assert note.due.block == HEAD + 50
    assert made.review().nothing
    own.done_with_note(made.context, "n1", why="He agreed.")
    assert [number for number, _ in made.review().changes.closed] == [2]
    with pytest.raises(DecisionRefused, match="already"):
        own.done_with_note(made.context, "n1")


def test_own_words_are_drafted_approved_and_over_when_sent(made: Desk) -> None:
    own.write(made.context, "Dear council, [[left 100900]].", channel="discord/council", why="They asked.")
    made.review()
    (waiting,) = [each for each in ask_desk.drafts(made.context).drafts if each.key == "own/words/1"]
    assert (waiting.marked_text, waiting.text) == ("Dear council, [[left 100900]].", "Dear council, 90 min ± 1 min.")
    drafts.approve(made.context, waiting.draft)
    assert made.review().nothing
    with writing(made.engine) as connection:
        outbox.move(connection, 1, ["queued"], "sent", receipt="1")
    assert len(made.review().changes.closed) == 1
    assert made.review().nothing
    assert state(made, 2) == "sent"


def test_own_words_for_a_thread_name_its_category_and_the_member(made: Desk) -> None:
    thread = LiveThread(thread_id=44, title="T", category_id=5)
    with writing(made.engine) as connection:
        stated = Stated(kind=thread.KIND, key="44", file="query-node/threads", format=QUERY_NODE, line=1, fact=thread)
        put_records(connection, "query-node/threads", QUERY_NODE, [stated])
    post = LivePost(post_id=7, thread_id=44)
    with writing(made.engine) as connection:
        answered = Stated(kind=post.KIND, key="7", file="query-node/posts", format=QUERY_NODE, line=1, fact=post)
        put_records(connection, "query-node/posts", QUERY_NODE, [answered])
    own.write(made.context, "An answer.", channel="forum/44", reply_to=7)
    made.calls = calls_as_text
    made.review()
    assert text(made, 2).act.destination == Destination(category=5, thread=44, replies_to=7, member_id=11)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("vic", "is viewer and may not approve; deputy or secretary may"),
        ("aud", "may not"),
        ("eve", r"no \[people.eve\]"),
    ],
)
def test_only_who_may_decides(made: Desk, act: Callable[[str], None], name: str, words: str) -> None:
    act(name)
    before = everything(made.context)
    with pytest.raises(SecretariatError, match=words):
        drafts.approve(made.context, "d1.1")
    assert everything(made.context) == before


def test_a_desk_without_people_says_how_to_add_one(store_url: str, act: object) -> None:
    made = desk(store_url, people=None)
    made.review(OPENS)
    with pytest.raises(PersonUnknown, match=r"a table \[people.ada\]"):
        drafts.approve(made.context, "d1.1")


def test_verify_finds_what_was_changed_behind_the_journal_s_back(made: Desk) -> None:
    drafts.approve(made.context, "d1.1")
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE draft_texts SET act = REPLACE(act, 'ends', 'begins')")
        connection.exec_driver_sql("UPDATE outbox SET act = REPLACE(act, 'ends', 'begins')")
    wrong = ask_journal.verify(made.context).wrong
    assert [line.split(" is not")[0] for line in wrong] == ["The text d1.1", "The act of o1"]
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET digest = 'x'")
    assert any("Nobody said yes to o1" in line for line in ask_journal.verify(made.context).wrong)


BEHIND: dict[str, tuple[str, str]] = {
    "sent after a yes": ("state = 'sent'", "has no receipt, nor did a person say that it arrived"),
    "sent with an invented receipt": ("state = 'sent', receipt = '5'", "nobody ever tried to send it"),
    "failed without a try": ("state = 'failed'", "o1 is failed, and nobody ever tried to send it"),
    "signed by nobody": (
        'extrinsic = \'0x12\', act = replace(act, \'"channel":"discord"\', \'"channel":"chain"\')',
        "no signature of it",
    ),
}


@pytest.mark.parametrize("changed", BEHIND)
def test_verify_finds_a_state_that_follows_from_nothing(made: Desk, changed: str) -> None:
    drafts.approve(made.context, "d1.1")
    assert ask_journal.verify(made.context).wrong == ()
    values, says = BEHIND[changed]
    with writing(made.engine) as connection:
        connection.exec_driver_sql(f"UPDATE outbox SET {values}")
    assert any(says in line for line in ask_journal.verify(made.context).wrong)


@pytest.mark.parametrize("how", ["reject", "reword"])
@pytest.mark.parametrize("state", ["queued", "sent"])
def test_verify_finds_what_goes_out_after_a_no_or_other_words(made: Desk, how: str, state: str) -> None:
    drafts.approve(made.context, "d1.1")
    if how == "reject":
        drafts.reject(made.context, "d1.1", why="No.")
    else:
        drafts.reword(made.context, "d1.1", "Other words.")
    assert ask_journal.verify(made.context).wrong == ()
    with writing(made.engine) as connection:
        receipt = "7" if state == "sent" else ""
        connection.exec_driver_sql(f"UPDATE outbox SET state = '{state}', receipt = '{receipt}', tries = 1")
    (line,) = ask_journal.verify(made.context).wrong
    assert line.startswith(
        f"o1 is {state}, and ada {'said no to it' if how == 'reject' else 'put other words in its place'}"
    )


def test_verify_follows_what_a_person_settled(made: Desk) -> None:
    drafts.approve(made.context, "d1.1")
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'failed', tries = 1")
    drafts.reject(made.context, "d1.1", why="No.")
    findings.settle(made.context, "o1", sent=True, why="I saw it.")
    assert ask_journal.verify(made.context).wrong == ()
    with writing(made.engine) as connection:
        connection.exec_driver_sql("UPDATE outbox SET state = 'queued'")
    assert "the last word on it in the journal is that it arrived" in ask_journal.verify(made.context).wrong[0]
    with writing(made.engine) as connection:
        connection.exec_driver_sql("DELETE FROM outbox")
    assert ask_journal.verify(made.context).wrong == (
        "The journal settles o1, and there is no such item in the outbox.",
    )


@pytest.mark.parametrize(
    ("due", "until", "last"),
    [
        (Due(what="it ends", block=HEAD + 10), str(HEAD + 11), f"block {HEAD + 10:,}, or "),
        (Due(what="it ends", block=HEAD + 10), "2099-01-01", f"block {HEAD + 10:,}, or "),
        (Due(what="it ends", at=time_of(HEAD + 14_400)), "2099-01-01", f"{time_of(HEAD + 14_400)} at most"),
        (Due(what="it ends", at=time_of(HEAD + 14_400)), str(HEAD + 30_000), f"{time_of(HEAD + 14_400)} at most"),
    ],
    ids=["block, block", "block, time", "time, time", "time, block"],
)
def test_nothing_is_put_aside_until_it_is_over_whether_by_block_or_time(
    made: Desk, due: Due, until: str, last: str
) -> None:
    """Nothing would have reminded of it; the refusal names the last useful moment, and changes nothing."""
    made.review(replace(OPENS, due=due))
    before = everything(made.context)
    with pytest.raises(DecisionRefused) as refused:
        findings.snooze(made.context, "t1", until=until, why="Later.")
    assert "t1 would be over by then: it is due" in str(refused.value)
    assert f"It can be put aside until {last}" in str(refused.value)
    assert everything(made.context) == before


@pytest.mark.parametrize(
    ("due", "until"),
    [
        (Due(what="it ends", block=HEAD + 10), str(HEAD + 10)),
        (Due(what="it ends", block=HEAD + 14_400), time_of(HEAD + 14_000)),
        (Due(what="it ends", at=time_of(HEAD + 14_400)), str(HEAD + 14_000)),
        (Due(what="it ended", block=HEAD - 10), str(HEAD + 11)),
        (Due(what="it ended", at=time_of(HEAD - 10)), "2099-01-01"),
        (None, "2099-01-01"),
    ],
    ids=["its last block", "a time before its block", "a block before its time", "over", "over by time", "never due"],
)
def test_what_is_not_over_by_then_or_is_over_already_can_be_put_aside(made: Desk, due: Due | None, until: str) -> None:
    made.review(replace(OPENS, due=due))
    said = findings.snooze(made.context, "t1", until=until, why="Later.")
    assert said.startswith("t1 is put aside until ")
    assert "Its draft d1.1 stays among the drafts" in said
