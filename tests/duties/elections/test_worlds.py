"""The duty on synced practice worlds: each message that a scenario calls for is wanted at its moment, and none twice."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from secretariat.desk.acts import Act
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.reconcile import DraftOnDesk, OnDesk, Silence, reconcile
from secretariat.duties.elections.review import review
from secretariat.facts.chain_head import BlockTime, ChainHead
from secretariat.facts.memberships import Membership
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.pace import Observation, measure
from secretariat.facts.stored_council import StoredCouncil
from tests.devnet.synced.desk import Seen, desk
from tests.duties.elections.invented import SETTINGS


@dataclass(kw_only=True)
class Sending:
    """A desk whose every draft is approved and sent at once: what it has sent, in order, as rule, subject and part."""

    open: dict[str, OnDesk] = field(default_factory=dict)
    drafts: list[DraftOnDesk] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    words: dict[tuple[str, str], Wanted] = field(default_factory=dict)
    number: int = 0

    def review(self, found: Sequence[Finding], silence: Silence | None = None) -> list[tuple[str, str]]:
        """Reconcile what is concluded, send every new draft, and give what was sent now."""
        quiet = silence or Silence(duties={}, sources={})
        changes = reconcile(self.open.values(), self.drafts, found, quiet)
        for finding in changes.opened:
            self.number += 1
            self.open[finding.key] = OnDesk(number=self.number, finding=finding)
        for each in changes.changed:
            self.open[each.finding.key] = each
        closed = {number for number, _ in changes.closed}
        self.open = {key: each for key, each in self.open.items() if each.number not in closed}
        self.drafts = [each for each in self.drafts if each.draft.finding not in closed]
        sent = []
        for one in changes.drafted:
            assert concerns(one.wanted) == ()
            self._sent(one.key, one.wanted)
            sent.append((one.key.removeprefix("elections/"), one.wanted.part))
        self.sent += sent
        return sent

    def _sent(self, key: str, wanted: Wanted) -> None:
        number = self.open[key].number
        act = Act(
            kind=wanted.kind,
            channel=wanted.channel,
            destination=wanted.destination,
            finding=key,
            part=wanted.part,
            revision=1,
            text=wanted.text,
        )
        draft = Draft(number=len(self.sent), finding=number, act=act, wanted=wanted, created_at=Moment("2024-01-01"))
        self.drafts.append(DraftOnDesk(draft=draft, state="sent"))
        self.words[key.removeprefix("elections/"), wanted.part] = wanted


def now_of(seen: Seen) -> Now:
    """Give the moment of the head that was synced."""
    (head,) = seen.facts(ChainHead)
    times = [Observation(block=one.block, milliseconds=one.milliseconds) for one in seen.facts(BlockTime)]
    assert head.at is not None
    return Now(
        at=head.at,
        head=head.block,
        block=head.block,
        pace=measure(times),
        genesis=head.genesis,
        spec_version=head.spec_version,
        practice=True,
    )


Sent = list[tuple[str, str]]


def played(world: str | Path, folder: Path, blocks: Sequence[int]) -> Iterator[tuple[Sending, Sent]]:
    """Review a world so many blocks after its beginning; gives all that was sent so far, and what was sent now.

    The questions page, the same whatever happens, is left out.
    """
    sending, passed = Sending(), 0
    with desk(world, folder) as one:
        for block in blocks:
            if block > passed:
                one.network.advance(block - passed)
                passed = block
            seen = one.sync()
            opener = [each.member_id for each in seen.facts(Membership) if (each.handle or "").startswith("dario")]
            settings = replace(SETTINGS, thread_authors=tuple(each for each in opener if each is not None))
            found = review(seen.snapshot, now_of(seen), settings)
            yield sending, [each for each in sending.review(found) if each[1] != "file"]
    assert len(set(sending.sent)) == len(sending.sent), "none is sent twice"


def told(sent: Sent) -> list[str]:
    """Name what was sent: rule, what tells it apart from others of its stage, and part."""
    return sorted(f"{_short(key)} {part}" for key, part in sent)


def _short(key: str) -> str:
    rule, subject, *rest = key.split("/")
    return "/".join((rule, *rest)) if rest or rule != "reminder" else f"{rule}/{subject}"


FINAL = 5
"""So many blocks after a block it is surely finalised, and known to the query node."""


def scenario(name: str) -> dict[str, Any]:
    """Read a scenario as its world file has it."""
    found: dict[str, Any] = json.loads(
        files("secretariat.devnet.world").joinpath("scenarios", f"{name}.json").read_text(encoding="utf-8")
    )
    return found


def written(folder: Path, world: dict[str, Any]) -> Path:
    """Write a world file."""
    path = folder / "world.json"
    path.write_text(json.dumps(world), encoding="utf-8")
    return path


def opening(**block: Any) -> dict[str, Any]:
    """Give the act by which the office opens the introductions thread."""
    arguments = {"category": 4, "title": "Council 5: applicants introduce themselves", "text": "Welcome."}
    return {"block": block, "actor": "dario", "act": "create_thread", "arguments": arguments}


def test_an_ordinary_term_has_each_message_once_at_its_moment(tmp_path: Path) -> None:
    """The scenario begins 12,000 blocks before announcing ends; voting and revealing last 57,600 blocks each."""
    world = scenario("ordinary-term")
    world["acts"] = [opening(stage="announcing", cycle=5, ends=-11_900)]
    voting, revealing, idle = 12_000, 69_600, 127_200
    expected = {
        0: ["stage/announcing discord", "thread thread"],
        200: [],
        voting + FINAL: ["stage/voting discord", "stage/voting thread"],
        revealing - 14_403: [],
        revealing - 14_400 + FINAL: ["reminder/voting-14400 discord"],
        revealing - 3_600 + FINAL: ["reminder/voting-3600 discord"],
        revealing + FINAL: ["stage/revealing discord", "stage/revealing thread"],
        idle - 14_400 + FINAL: ["reminder/revealing-14400 discord", "unrevealed discord"],
        idle - 3_600 + FINAL: ["reminder/revealing-3600 discord"],
        idle + FINAL: ["stage/elected discord", "stage/elected thread"],
        idle + 14_400 + FINAL: [],
    }
    found = {}
    for block, (_, sent) in zip(expected, played(written(tmp_path, world), tmp_path, list(expected)), strict=True):
        found[block] = told(sent)
    assert found == expected


def test_too_few_candidates_are_told_at_72_and_24_hours(tmp_path: Path) -> None:
    """The third comes after 72 hours, one withdraws at 24 hours, and another comes 40 blocks before the end."""
    world = scenario("low-candidacy")
    world["start"] = {"stage": "announcing", "cycle": 5, "begins": 43_000}
    expected = {
        0: ["stage/announcing discord", "thread thread"],
        200 + FINAL: ["low-candidacy/72h discord"],
        9_000 + FINAL: [],
        29_000 - 5: [],
        29_000 + FINAL: ["low-candidacy/24h discord"],
        43_360 + FINAL: [],
        43_400 + FINAL: ["stage/voting discord"],
    }
    found = {}
    for block, (sending, sent) in zip(
        expected, played(written(tmp_path, world), tmp_path, list(expected)), strict=True
    ):
        found[block] = told(sent)
        last = sending
    assert found == expected
    words = {key.split("/")[-1]: one.text for (key, _), one in last.words.items()}
    assert "2 candidates so far, 3 needed" in words["72h"]
    assert "2 candidates so far, 3 needed" in words["24h"]
    assert "exactly as many candidates as seats" in words["voting"]


def test_a_withdrawal_in_the_last_hour_is_told_and_so_is_the_restart(tmp_path: Path) -> None:
    expected = {
        0: ["low-candidacy/24h discord", "stage/announcing discord", "thread thread"],
        700: [],
        800 + FINAL: ["late-withdrawal/24h-1 discord"],
        1_190: [],
        1_200 + FINAL: ["failed discord"],
        3_000: [],
    }
    found = {}
    for block, (sending, sent) in zip(expected, played("late-withdrawal", tmp_path, list(expected)), strict=True):
        found[block] = told(sent)
        last = sending
    assert found == expected
    texts = " ".join(one.text for one in last.words.values())
    assert "3 candidates, exactly as many as are needed" in texts
    assert "after a withdrawal 2 candidates, 3 needed" in texts
    assert "2 candidates stood, and 3 are needed" in texts
    assert "1 candidate had withdrawn before" in texts


@pytest.mark.parametrize(
    ("name", "stage", "words"),
    [
        ("failed-announcing", "announcing", "2 candidates stood, and 3 are needed"),
        ("failed-reveal", "revealing", "had a revealed vote. A council of 3 needs 3 such candidates"),
    ],
)
def test_an_election_that_begins_anew_goes_on_in_the_same_thread(
    name: str, stage: str, words: str, tmp_path: Path
) -> None:
    world = scenario(name)
    world["start"] = {"stage": stage, "cycle": 5, "ends": -100}
    world["acts"] = [opening(stage="announcing", cycle=5, begins=100)]
    sent_before, sent_after = (
        (told(sent), sending) for sending, sent in played(written(tmp_path, world), tmp_path, [0, 100 + FINAL])
    )
    assert "thread thread" not in sent_before[0]
    assert sent_after[0] == ["failed discord", "failed thread"]
    texts = {part: one.text for (key, part), one in sent_after[1].words.items() if key.startswith("failed/")}
    assert all(words in text for text in texts.values())


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("failed-announcing", {"stage": "announcing", "cycle": 5, "ends": -20}),
        ("failed-reveal", {"stage": "revealing", "cycle": 5, "ends": -20}),
        ("ordinary-term", {"stage": "idle", "cycle": 4, "ends": -20}),
    ],
)
def test_at_each_block_a_restart_is_told_as_one_and_the_opening_before_the_query_node_is_there(
    name: str, starts: dict[str, Any], tmp_path: Path
) -> None:
    """The final head is ahead of the query node by some blocks: what a sync in between tells is not said and explained afterwards."""
    world = scenario(name)
    world["start"], began, waited = starts, 0, 0
    every: list[str] = []
    with desk(written(tmp_path, world), tmp_path) as one:
        sending = Sending()
        one.network.advance(21)
        for _ in range(2 * FINAL):
            seen = one.sync()
            stored = seen.facts(StoredCouncil)[0]
            if stored.stage == "announcing" and stored.cycle == starts["cycle"] + 1:
                began = stored.stage_changed_at or 0
                waited += seen.height < began
                every += told(
                    [
                        each
                        for each in sending.review(review(seen.snapshot, now_of(seen), SETTINGS))
                        if each[1] != "file"
                    ]
                )
                if seen.height < began:
                    assert every == (["stage/announcing discord"] if name == "ordinary-term" else []), every
            one.network.advance(1)
    assert waited, "there was a sync in between"
    opening_ = "stage/announcing discord" if name == "ordinary-term" else "failed discord"
    assert sorted(every) == sorted([opening_, "thread thread"])


@pytest.mark.parametrize(
    ("name", "words"), [("failed-announcing", "2 candidates stood"), ("failed-reveal", "had a revealed vote")]
)
def test_a_desk_that_begins_after_a_failure_explains_it_and_opens_the_thread(
    name: str, words: str, tmp_path: Path
) -> None:
    for sending, sent in played(name, tmp_path, [0]):
        assert told(sent) == ["failed discord", "thread thread"]
        assert all(words in one.text for (_, part), one in sending.words.items() if part != "file")


def test_three_failures_in_a_row_are_each_told_once(tmp_path: Path) -> None:
    world = json.loads((Path(__file__).parents[2] / "devnet/synced/worlds/three-failures.json").read_text("utf-8"))
    world["acts"] = [opening(stage="announcing", cycle=5, begins=1_200)]
    first, second, voting = 85_400, 171_800, 258_200
    blocks = [0, first + FINAL, second + FINAL, voting + FINAL, voting + 115_200 + FINAL]
    found = [told(sent) for _, sent in played(written(tmp_path, world), tmp_path, blocks)]
    assert found == [
        ["stage/announcing discord", "thread thread"],
        ["failed discord", "failed thread"],
        ["failed discord", "failed thread"],
        ["stage/voting discord", "stage/voting thread"],
        ["failed discord", "failed thread"],
    ]


def test_hostile_members_of_a_world_are_harmless_in_every_word(tmp_path: Path) -> None:
    world = scenario("hostile-texts")
    world["settings"] = {"candidacies_by_hand": [5]}
    names = ("mallory", "eve", "rlo")
    world["acts"] = [
        opening(stage="announcing", cycle=5, ends=-11_900),
        *(
            {"block": {"stage": "announcing", "cycle": 5, "ends": -900 + number}, "actor": name, "act": "announce"}
            for number, name in enumerate(names)
        ),
    ]
    for sending, sent in played(written(tmp_path, world), tmp_path, [0, 200, 12_000 + FINAL]):
        if ("stage/voting thread") in told(sent):
            post = next(
                one for (key, part), one in sending.words.items() if key.endswith("voting") and part == "thread"
            )
            assert len(post.entries) == 3
            assert r"- \<img src\=x onerror\=alert\(1\)\> (member id" in post.text
            assert "- adminnimda (member id" in post.text
            break
    else:
        pytest.fail("voting was never announced in the thread")
