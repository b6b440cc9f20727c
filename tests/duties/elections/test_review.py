"""The whole review: pure, deterministic, never an exception, harmless with hostile texts, the same whoever stands."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.desk.filling import fill
from secretariat.desk.findings import Wanted
from secretariat.desk.marks import blocks_of
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.neutrality.ordinary import ORDINARY
from secretariat.duties.elections import DUTY
from secretariat.duties.elections.review import review
from secretariat.duties.elections.texts import NAMES, template
from secretariat.facts.kinds import KINDS
from secretariat.facts.now import Now
from secretariat.facts.opened_threads import OpenedThread
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.stored_council import StoredCouncil
from tests.duties.elections.invented import (
    BEGAN,
    CYCLE,
    ENDS,
    LAST,
    SETTINGS,
    World,
    chain,
    concluded,
    failed_before,
    thread,
    wanted,
)

FOUR = tuple((BEGAN - 100 - number, 11 + number) for number in range(4))
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "@everyone",
    "<@123456789>",
    '=HYPERLINK("//e.invalid")',
    "admin\u202enimda",
    "x" * 10_000,
    "a\n# Heading\n- item",
    "[[time 5]]",
    "{last_block}",
    "**bold** ||spoiler|| `code`",
    "\u200b\u2066",
    "https://e.invalid/?q=1",
)
LATEST = {"announcing": LAST - 10, "voting": LAST - 10, "revealing": LAST - 10, "idle": BEGAN + 10}


def people_of(handles: Mapping[int, str]) -> list[Wanted]:
    """Give all that is wanted where these members stand, over all stages."""
    found: list[Wanted] = []
    for stage, head in LATEST.items():
        world = World(
            stage=stage,
            head=head,
            came=FOUR,
            seats=[member for _, member in FOUR][:3],
            councils=7 if stage == "idle" else 6,
            handles=handles,
            votes=((5, 11), (5, None)),
            more=[thread(block=BEGAN - 80_000)],
        )
        found += [one for finding in concluded(world).values() for one in finding.wanted]
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_handle_or_title_is_harmless_letters(text: str) -> None:
    for one in people_of(dict.fromkeys((11, 12, 13, 14), text)):
        for raw in ("](", "\u202e", "\u200b", "\u2066", "[[time 5]]"):
            assert raw not in one.text
        for entry in one.entries:
            assert re.findall(r"(?<!\\)[<>@\[\]#=*`|_~]", entry.text) == []
        assert "x" * 41 not in one.text
        assert 5 not in blocks_of(one.text)
        assert concerns(one) == ()
        assert all(entry.text.count("\n") == 0 for entry in one.entries)
        if one.channel == "discord":
            assert len(one.text) <= 2_000
    world = World(more=[thread(title=text), thread(56, title=text)])
    assert all(text not in one.text for finding in concluded(world).values() for one in finding.wanted)


NAMES_OF = st.lists(st.text(min_size=1, max_size=60), min_size=4, max_size=4)


@settings(max_examples=60, deadline=None)
@given(NAMES_OF, st.permutations([11, 12, 13, 14]))
def test_names_of_any_script_and_length_leave_the_words_the_same(names: list[str], swapped: list[int]) -> None:
    """Whoever stands: the words are the same with the names swapped, and the gate has no concern."""
    one = dict(zip((11, 12, 13, 14), names, strict=True))
    other = dict(zip(swapped, names, strict=True))
    for before, after in zip(people_of(one), people_of(other), strict=True):
        assert concerns(before) == ()
        assert without_names(before) == without_names(after)
        assert [entry.subject for entry in before.entries] == [entry.subject for entry in after.entries]
        assert (
            sorted(entry.name for entry in before.entries) == sorted(entry.name for entry in after.entries)
            or len(before.entries) < 4
        )


def without_names(one: Wanted) -> str:
    """Give a text with each entry's own words as its number."""
    text = one.text
    for number, entry in enumerate(one.entries):
        head, _, tail = text.partition(f"- {entry.name} (member id {entry.subject})")
        text = f"{head}\0{number}{tail}"
    return f"{one.title}\1{text}"


@pytest.mark.parametrize(
    "names", [("Anna", "Bert"), ("Ана", "李雷"), ("o", "a-name-of-forty-letters-or-nearly-that-many")]
)
def test_the_gate_finds_a_person_s_words_that_name_somebody(names: tuple[str, str]) -> None:
    world = World(
        stage="voting", came=FOUR, handles=dict(zip((11, 12), names, strict=True)), more=[thread(block=BEGAN - 80_000)]
    )
    post = wanted(world, "stage", "thread")
    assert concerns(post) == ()
    name = next(entry.name for entry in post.entries if entry.subject == "12")
    text = f"{post.text}\n\nThanks to {name} above all."
    (found,) = concerns(replace(post, text=text))
    assert found.code == "named-elsewhere"
    assert text[found.start : found.end] == name


def test_every_word_of_our_own_texts_is_ordinary() -> None:
    for name in NAMES:
        own = re.sub(r"\{[a-z_]+\}", " ", template(name).text)
        words = {word.casefold() for word in re.findall(r"[^\W_]+", own) if not word.isdigit()}
        assert words <= ORDINARY, name


def test_the_texts_are_all_there_and_their_parts_are_what_fills_them() -> None:
    from importlib.resources import files

    stored = {one.name for one in files("secretariat.duties.elections").joinpath("texts").iterdir()}
    assert stored == {f"{name}.md" for name in NAMES}
    parts = {name: [part.name.removeprefix("elections/") for part in template(name).parts] for name in NAMES}
    assert {name: found for name, found in parts.items() if found} == {
        "announcing": ["benefits"],
        "elected": ["order"],
        "failed": [
            "all-void",
            "earlier-announcing",
            "earlier-failed",
            "earlier-reveal",
            "nobody-stood",
            "stakes-of-both",
            "stakes-of-candidacies",
            "why-announcing",
            "why-reveal",
        ],
        "introductions": ["benefits", "checklist", "why-announcing", "why-reveal"],
        "low-candidacy": ["arrivals"],
        "questions": ["benefits", "benefits-heading"],
        "reminder-revealing": ["age"],
        "reminder-voting": ["age"],
        "uncontested": ["arrivals", "votes-for-each", "votes-to-spare"],
        "unrevealed": ["too-few-yet"],
        "voting": ["candidates", "order", "uncontested-voting"],
    }


def test_an_empty_value_leaves_its_paragraph_or_item_out_and_a_value_is_not_looked_into() -> None:
    voting = template("candidates")
    assert fill(voting, {"entries": "- {seed} {nobody}", "candidates_are": "Two"}).endswith("- {seed} {nobody}")
    assert fill(template("why-announcing"), {"failed_cycle": "6", "stood": "", "needed": "3", "withdrew": ""}) == ""
    with pytest.raises(KeyError):
        fill(voting, {})


def test_the_review_changes_nothing_and_gives_the_same_twice_in_any_order_of_the_facts() -> None:
    world = World(stage="voting", head=LAST - 3_000, came=FOUR, more=[thread(block=BEGAN - 80_000)])
    first = review(world.snapshot(), world.now, SETTINGS)
    turned = snapshot_of(reversed(world.records()))
    assert review(turned, world.now, SETTINGS) == first
    assert review(world.snapshot(), world.now, SETTINGS) == first


def test_a_text_does_not_change_with_the_blocks_that_pass() -> None:
    """Else each block would void an approval."""
    for stage, head in (
        ("announcing", LAST - 9_000),
        ("voting", LAST - 3_000),
        ("revealing", LAST - 3_000),
        ("idle", BEGAN),
    ):
        world = World(
            stage=stage, head=head, came=FOUR[:3], votes=((1, None), (1, 11)), councils=7 if stage == "idle" else 6
        )
        later = replace(world, head=head + 1_000)
        digests = [
            {(key, one.part): one.digest for key, finding in concluded(each).items() for one in finding.wanted}
            for each in (world, later)
        ]
        assert digests[0] == digests[1]
        assert digests[0]


CONTRADICTIONS: tuple[dict[str, Any], ...] = (
    {"stage": None},
    {"cycle": None},
    {"stage_changed_at": None},
    {"stage_changed_at": ENDS * 2},
    {"stage_ends_at": None},
    {"stage_ends_at": BEGAN},
    {"candidates_count": None},
    {"referendum": None},
    {
        "referendum": "voting",
        "referendum_started": 1,
        "referendum_ends_at": ENDS,
        "winning_target_count": 3,
        "referendum_cycle": 7,
    },
    {"stage": "election"},
    {
        "stage": "election",
        "referendum": "voting",
        "referendum_started": 1,
        "referendum_ends_at": ENDS,
        "winning_target_count": 3,
        "referendum_cycle": 9,
    },
)


@pytest.mark.parametrize("given", CONTRADICTIONS, ids=str)
def test_facts_that_contradict_each_other_give_one_task_that_says_what_to_do(given: dict[str, Any]) -> None:
    world = World()
    records = [one for one in world.records() if one.kind != StoredCouncil.KIND]
    stored = next(one.fact for one in world.records() if one.kind == StoredCouncil.KIND)
    found = review(snapshot_of([*records, chain(replace(stored, **given), "council")]), world.now, SETTINGS)
    assert [one.key for one in found] == ["elections/facts/stage"]
    assert "secretariat" in found[0].why
    assert found[0].level == "alert"


@pytest.mark.parametrize("snapshot", [Snapshot(), World().snapshot()])
def test_without_a_chain_a_task_says_so(snapshot: Snapshot) -> None:
    found = review(snapshot, Now(at=World().now.at), None)
    assert {one.key.rsplit("/", 1)[0] for one in found} == {"elections/settings", "elections/facts"}
    assert "secretariat sync" in next(one.why for one in found if one.key == "elections/facts/stage")


def test_without_a_genesis_nobody_is_listed_and_a_task_says_so() -> None:
    world = World(stage="voting", came=FOUR, more=[thread(block=BEGAN - 80_000)])
    found = {one.key: one for one in review(world.snapshot(), replace(world.now, genesis=None), SETTINGS)}
    assert "elections/facts/genesis" in found
    assert all(part.entries == () for one in found.values() for part in one.wanted)


def test_what_is_reviewed_is_what_is_watched() -> None:
    """Facts of no other kind change anything; each watched kind is known, and those that grow are bounded."""
    bare = World()
    world = replace(bare, more=[*failed_before(bare), thread()])
    watched = {one.kind for one in DUTY.watches}
    assert watched - {OpenedThread.KIND} <= set(KINDS)
    kept = snapshot_of(one for one in world.records() if one.kind in watched)
    assert review(kept, world.now, SETTINGS) == review(world.snapshot(), world.now, SETTINGS)
    assert all(one.most > 0 for one in DUTY.watches if one.which == "newest")
    grows = {"cast-vote", "election-event", "live-thread", "membership", "past-state"}
    assert {one.kind for one in DUTY.watches if one.which != "all"} == grows


def test_every_key_names_the_duty_and_every_message_its_words() -> None:
    for one in concluded(World(came=FOUR)).values():
        assert one.duty == DUTY.name == "elections"
        for part in one.wanted:
            assert part.template_digest == template(part.template.removeprefix("elections/")).digest
    assert CYCLE == 7
