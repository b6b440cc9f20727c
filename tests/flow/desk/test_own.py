"""A person's own words: where they can go at all, why they wait, and how they are taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secretariat.config import ConfigWrong
from secretariat.desk.acts import Destination
from secretariat.duties.digests.settings import Settings as DigestsSettings
from secretariat.duties.elections.settings import Settings
from secretariat.effects.chat.settings import DiscordSettings
from secretariat.errors import SecretariatError
from secretariat.facts.chain_proposals import DiscussionPost
from secretariat.facts.live_forum import LiveCategory, LivePost, LiveThread
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.flow import ask_desk
from secretariat.flow.channels import ChannelMissing
from secretariat.flow.decide import drafts, own
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.store import outbox
from secretariat.store.engine import writing
from secretariat.store.live_rows import put_records
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import Desk, calls_as_text, desk, everything

FORUM: tuple[tuple[str, Any], ...] = (
    ("2", LiveCategory(category_id=2, title="Elections", status="active")),
    ("3", LiveCategory(category_id=3, title="Old", status="archived")),
    ("44", LiveThread(thread_id=44, title="T", category_id=2, status="active")),
    ("45", LiveThread(thread_id=45, title="L", category_id=2, status="locked")),
    ("46", LiveThread(thread_id=46, title="R", category_id=2, status="removed")),
    ("7", LivePost(post_id=7, thread_id=44, status="active")),
    ("8", LivePost(post_id=8, thread_id=45, status="active")),
    ("9", LivePost(post_id=9, thread_id=44, status="moderated")),
    ("12", StoredProposal(number=12, thread=31)),
    ("13", StoredProposal(number=13)),
    ("5", DiscussionPost(post_id=5, thread_id=31, status="active")),
    ("6", DiscussionPost(post_id=6, thread_id=30, status="active")),
)


@pytest.fixture
def made(store_url: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    opened = desk(store_url, discord=DiscordSettings(channels={"council": "1", "desk": "2"}))
    opened.calls = calls_as_text
    read_forum(opened, FORUM)
    return opened


def read_forum(made: Desk, facts: tuple[tuple[str, Any], ...]) -> None:
    """Put facts into the store as a sync reads them."""
    stated = [
        Stated(kind=fact.KIND, key=key, file="query-node/practice", format=QUERY_NODE, line=1, fact=fact)
        for key, fact in facts
    ]
    with writing(made.engine) as connection:
        put_records(connection, "query-node/practice", QUERY_NODE, stated)


NOWHERE: dict[str, tuple[dict[str, Any], type[SecretariatError], str]] = {
    "no such place": ({"channel": "discord/nowhere"}, ChannelMissing, "discord/council, discord/desk"),
    "another case": ({"channel": "discord/Council"}, ChannelMissing, "discord/council"),
    "no category": (
        {"channel": "forum-category/9", "title": "T"},
        DecisionRefused,
        "category 9 of the forum is not known",
    ),
    "archived category": ({"channel": "forum-category/3", "title": "T"}, DecisionRefused, "is archived"),
    "no thread": ({"channel": "forum/99999"}, DecisionRefused, "thread 99999 is not known"),
    "locked thread": ({"channel": "forum/45"}, DecisionRefused, "is locked"),
    "removed thread": ({"channel": "forum/46"}, DecisionRefused, "is removed"),
    "no post": (
        {"channel": "forum/44", "reply_to": 99_999},
        DecisionRefused,
        "post 99999 in the thread 44 is not known",
    ),
    "below zero": ({"channel": "forum/44", "reply_to": -7}, DecisionRefused, "not known"),
    "another thread's post": ({"channel": "forum/44", "reply_to": 8}, DecisionRefused, "post 8 in the thread 44"),
    "moderated post": ({"channel": "forum/44", "reply_to": 9}, DecisionRefused, "is gone"),
    "no proposal": ({"channel": "proposal/999999"}, DecisionRefused, "Proposal 999999 is not among the unfinished"),
    "no discussion": ({"channel": "proposal/13"}, DecisionRefused, "forgets a proposal's discussion"),
    "another discussion's post": (
        {"channel": "proposal/12", "reply_to": 6},
        DecisionRefused,
        "post 6 in the discussion",
    ),
    "beyond the chain's numbers": ({"channel": f"forum/{2**64}"}, DecisionRefused, "is no channel"),
    "long message": ({"channel": "discord/council", "text": "x" * 5_000}, DecisionRefused, "Discord takes 2,000"),
    "long title": ({"channel": "forum-category/2", "title": "t" * 300}, DecisionRefused, "title has 300 characters"),
    "two lines of title": ({"channel": "forum-category/2", "title": "a\nb"}, DecisionRefused, "one line"),
}


@pytest.mark.parametrize("name", sorted(NOWHERE))
def test_what_can_never_be_sent_is_not_taken(made: Desk, name: str) -> None:
    given, error, words = NOWHERE[name]
    before = everything(made.context)
    with pytest.raises(error, match=words) as refused:
        own.write(made.context, **{"text": "Words.", **given})
    assert "Nothing was changed." in str(refused.value)
    assert everything(made.context) == before


@pytest.mark.parametrize(
    "given",
    [
        {"channel": "discord/council"},
        {"channel": "discord/council", "text": "x" * 1_950},
        {"channel": "file/anything", "text": "x" * 5_000},
        {"channel": "forum-category/2", "title": "t" * 200},
        {"channel": "forum/44", "reply_to": 7},
        {"channel": "proposal/12", "reply_to": 5},
    ],
)
def test_what_is_there_is_taken_and_drafted(made: Desk, given: dict[str, Any]) -> None:
    own.write(made.context, **{"text": "Words.", **given})
    made.review()
    assert [each.key for each in ask_desk.drafts(made.context).drafts] == ["own/words/1"]


def test_a_channel_that_is_off_is_refused_when_written(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRETARIAT_PERSON", "ada")
    made = desk(store_url, discord=None)
    with pytest.raises(ChannelMissing, match=r"add a table \[discord\]"):
        own.write(made.context, "Words.", channel="discord/council")


WAYS_IN: dict[str, tuple[dict[str, str], type[SecretariatError], str]] = {
    "none": (
        {},
        ChannelMissing,
        "discord/desk is not configured: it has no webhook. Set SECRETARIAT_DISCORD_WEBHOOK_DESK",
    ),
    "empty": ({"SECRETARIAT_DISCORD_WEBHOOK_DESK": ""}, ChannelMissing, "no webhook"),
    "none such": ({"SECRETARIAT_DISCORD_WEBHOOK_DESK": "hello"}, ConfigWrong, "the webhook of desk is not one"),
}


@pytest.mark.parametrize("name", sorted(WAYS_IN))
def test_a_place_without_webhook_takes_no_words_and_gets_no_yes(
    made: Desk, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables, error, words = WAYS_IN[name]
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_DESK", "https://discord.com/api/webhooks/2/s")
    own.write(made.context, "Words.", channel="discord/desk")
    made.review()
    monkeypatch.delenv("SECRETARIAT_DISCORD_WEBHOOK_DESK")
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    before = everything(made.context)
    with pytest.raises(error, match=words):
        drafts.approve(made.context, "d1.1")
    with pytest.raises(error, match=words):
        own.write(made.context, "More words.", channel="discord/desk")
    assert everything(made.context) == before


def test_a_webhook_in_a_file_counts(made: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hook").write_text("https://discord.com/api/webhooks/2/s\n", encoding="utf-8")
    monkeypatch.setenv("SECRETARIAT_DISCORD_WEBHOOK_DESK_FILE", str(tmp_path / "hook"))
    own.write(made.context, "Words.", channel="discord/desk")
    made.review()
    assert "is approved" in drafts.approve(made.context, "d1.1")


def test_words_that_are_too_long_get_no_yes_whoever_wrote_them(made: Desk) -> None:
    made.review(finding("elections/long/7", wanted(text="x" * 1_990)))
    before = everything(made.context)
    with pytest.raises(DecisionRefused, match=r"d1\.1 cannot be sent: the message has .* Discord takes 2,000"):
        drafts.approve(made.context, "d1.1")
    with pytest.raises(DecisionRefused, match="cannot be sent"):
        drafts.reword(made.context, "d1.1", "y" * 5_000)
    assert everything(made.context) == before
    drafts.reword(made.context, "d1.1", "Shorter.")
    assert "is approved" in drafts.approve(made.context, "d1.2")


def test_what_went_away_since_it_was_written_gets_no_yes(made: Desk) -> None:
    own.write(made.context, "An answer.", channel="forum/44", reply_to=7)
    made.review()
    read_forum(made, (("44", LiveThread(thread_id=44, title="T", category_id=2, status="locked")),))
    with pytest.raises(DecisionRefused, match="is locked"):
        drafts.approve(made.context, "d1.1")


def test_a_task_says_why_its_words_are_no_draft(made: Desk) -> None:
    made.calls = None  # no runtime was read, so that no call can be built
    own.write(made.context, "An answer.", channel="forum/44")
    made.review()
    task = ask_desk.item(made.context, "t1").task
    assert task is not None
    assert task.undrafted == ("words",)
    assert [(each.part, each.why) for each in task.waiting] == [
        ("words", "The chain's runtime is not known yet; run `secretariat sync`.")
    ]
    assert task.own == "w1"


@pytest.mark.parametrize("drafted", [True, False])
def test_own_words_are_taken_back_drafted_or_not(made: Desk, *, drafted: bool) -> None:
    made.calls = calls_as_text if drafted else None
    own.write(made.context, "An answer.", channel="forum/44")
    made.review()
    assert own.done_with_note(made.context, "w1") == (
        "w1 is taken back; nothing of it goes out, and the next review closes it."
    )
    if drafted:
        with pytest.raises(DecisionRefused, match="it is withdrawn"):
            drafts.approve(made.context, "d1.1")
    assert [number for number, _ in made.review().changes.closed] == [1]
    assert made.review().nothing
    assert ask_desk.tasks(made.context).tasks == ()
    history = ask_desk.item(made.context, "t1").history
    assert [entry.action for entry in history] == ["words.write", "words.withdraw"]
    with pytest.raises(DecisionRefused, match="taken back already"):
        own.done_with_note(made.context, "w1")


def test_words_on_their_way_are_taken_back_and_sent_ones_are_not(made: Desk) -> None:
    for text in ("One.", "Two."):
        own.write(made.context, text, channel="discord/council")
    made.review()
    for name in ("d1.1", "d2.1"):
        drafts.approve(made.context, name)
    with writing(made.engine) as connection:
        outbox.move(connection, 2, ["queued"], "sent", receipt="1")
    own.done_with_note(made.context, "w1")
    with pytest.raises(DecisionRefused, match=r"w2 cannot be taken back: d2\.1 is sent"):
        own.done_with_note(made.context, "w2")
    made.review()
    item = ask_desk.item(made.context, "o1").item
    assert item is not None
    assert (item.state, item.why) == ("withdrawn", "ada took the words back")


WHO: tuple[tuple[str, str, str], ...] = (
    ("dan", "", "ada wrote w1: say why"),
    ("dan", "She is away and it is settled.", ""),
    ("vic", "x", "may not note"),
    ("ada", "", ""),
)


@pytest.mark.parametrize(("name", "why", "refused"), WHO)
def test_who_did_not_write_them_says_why(
    made: Desk, name: str, why: str, refused: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.write(made.context, "Words.", channel="discord/council")
    monkeypatch.setenv("SECRETARIAT_PERSON", name)

    def taking() -> str:
        return own.done_with_note(made.context, "w1", why=why)

    if refused:
        with pytest.raises(SecretariatError, match=refused):
            taking()
    else:
        assert "is taken back" in taking()


@pytest.mark.parametrize("name", ["w9", "w0", "w", "n1", "w1.1", "w１"])
def test_what_is_no_note_and_no_words_is_refused(made: Desk, name: str) -> None:
    with pytest.raises(DecisionRefused, match="Nothing was changed"):
        own.done_with_note(made.context, name)


KEPT = Settings(questions_file="Questions.md")


DIGESTS = DigestsSettings(community=("discord/town", "file/digest.md"))


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("Questions.md", r"\[elections\] questions_file"),
        ("questions.md", r"\[elections\] questions_file"),
        ("Digest.md", r"\[digests\] community"),
    ],
)
def test_own_words_do_not_replace_a_file_that_a_duty_keeps(made: Desk, name: str, named: str) -> None:
    own.write(made.context, "Mine.", channel=f"file/{name}")
    made.review()
    made.settings = replace(made.settings, settings={**made.settings.settings, "elections": KEPT, "digests": DIGESTS})
    before = everything(made.context)
    said = f"file/{name} is kept by the desk itself: {named} names it"
    with pytest.raises(ChannelMissing, match=said):
        drafts.approve(made.context, "d1.1")
    with pytest.raises(ChannelMissing, match=said):
        own.write(made.context, "Mine again.", channel=f"file/{name}")
    assert everything(made.context) == before
    own.write(made.context, "Elsewhere.", channel="file/questions-of-mine.md")


def test_the_duty_s_own_words_still_go_to_its_file(made: Desk) -> None:
    made.settings = replace(made.settings, settings={**made.settings.settings, "elections": KEPT})
    page = wanted(channel="file", destination=Destination(place="Questions.md"))
    made.review(finding("elections/questions/7", page))
    assert drafts.approve(made.context, "d1.1") == "d1.1 is approved and waits to be sent as o1."
