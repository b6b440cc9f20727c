"""The duty on synced practice worlds: what is said of a scenario's proposals is said in time, once, and comes true."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from secretariat.config import Config
from secretariat.desk.acts import Act
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding
from secretariat.desk.reach import by_their_way
from secretariat.desk.reconcile import DraftOnDesk, OnDesk, Silence, reconcile
from secretariat.duties.proposals import DUTY
from secretariat.duties.proposals.review import review
from secretariat.duties.proposals.settings import Settings
from secretariat.facts.moments import Moment
from secretariat.facts.stored_council import StoredSeat
from secretariat.flow.conclude import conclude
from tests.devnet.synced.desk import Desk, desk
from tests.duties.elections.test_worlds import now_of

FINAL = 5
"""So many blocks after a block it is surely finalised, and known to the query node."""


@dataclass(kw_only=True)
class Sending:
    """A desk beside a network whose every draft is approved and sent at once."""

    desk: Desk
    mentions: bool = True
    open: dict[str, OnDesk] = field(default_factory=dict)
    drafts: list[DraftOnDesk] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    passed: int = 0
    final: int = 0
    number: int = 0

    def at(self, block: int) -> dict[str, Finding]:
        """Go to so many blocks after the beginning, review, send; gives what is open by key."""
        if block > self.passed:
            self.desk.network.advance(block - self.passed)
            self.passed = block
        seen = self.desk.sync()
        self.final = seen.final
        seats = [one.member_id for one in seen.facts(StoredSeat)]
        users = {member: str(70_000 + member) for member in seats} if self.mentions else {}
        found = review(seen.snapshot, now_of(seen), Settings(discord="council", mentions=users))
        self._reconcile(found)
        return {one.key: one for one in found}

    def _reconcile(self, found: tuple[Finding, ...]) -> None:
        changes = reconcile(self.open.values(), self.drafts, found, Silence(duties={}, sources={}))
        for finding in changes.opened:
            self.number += 1
            self.open[finding.key] = OnDesk(number=self.number, finding=finding)
        for each in changes.changed:
            self.open[each.finding.key] = each
        closed = {number for number, _ in changes.closed}
        self.open = {key: each for key, each in self.open.items() if each.number not in closed}
        self.drafts = [each for each in self.drafts if each.draft.finding not in closed]
        for one in changes.drafted:
            act = Act(
                kind="message",
                channel="discord",
                destination=one.wanted.destination,
                finding=one.key,
                part=one.wanted.part,
                revision=1,
            )
            number = self.open[one.key].number
            draft = Draft(
                number=len(self.sent), finding=number, act=act, wanted=one.wanted, created_at=Moment("2024-01-01")
            )
            self.drafts.append(DraftOnDesk(draft=draft, state="sent"))
            self.sent.append((one.key, one.wanted.part))
            self.words[one.key, one.wanted.part] = one.wanted.text


def titled(one: Desk, title: str) -> dict[str, Any]:
    """Give the truth about the proposal with a title."""
    (found,) = (row for row in one.network.truth()["proposals"] if row["title"] == title)
    return dict(found)


def of(found: dict[str, Finding], rule: str) -> list[str]:
    start = f"proposals/{rule}/"
    return sorted(key.removeprefix(start) for key in found if key.startswith(start))


def test_a_proposal_that_a_council_change_will_reject_is_warned_of_in_time_and_told_after(tmp_path: Path) -> None:
    """The scenario begins 21,600 blocks before the change; the deciding votes come two blocks and one block before it."""
    with desk("proposal-lost-to-new-council", tmp_path) as one:
        election = one.network.now + 21_600
        sending = Sending(desk=one)
        found = sending.at(14_400)
        saved, lost = (titled(one, title)["id"] for title in ("Captions for the help films", "A second test network"))
        keys = {each: f"proposals/council-change/{each}/{election}" for each in (saved, lost)}
        assert set(keys.values()) <= set(found)
        for key in keys.values():
            assert found[key].level == "alert"
            due = found[key].due
            assert due is not None
            assert due.block == election - 2
            assert (key, "discord") in sending.sent
        found = sending.at(21_600 + FINAL)
        assert titled(one, "Captions for the help films")["status"] == "gracing"
        assert titled(one, "A second test network")["rounds"][-1]["why"] != "votes"
        told = of(found, "lost")
        assert f"{lost}/{election}" in told
        assert f"{saved}/{election}" not in told
        assert of(found, "council-change") == []
        truth = {
            f"{row['id']}/{election}"
            for row in one.network.truth()["proposals"]
            if row["status"] == "rejected" and row["rounds"][-1]["closed"] == election
        }
        assert set(told) == truth
    assert len(set(sending.sent)) == len(sending.sent)


def test_an_execution_without_the_money_is_warned_of_before_it_fails(tmp_path: Path) -> None:
    """Filed at block 500 of the story, approved by votes at 2,500 and 3,500, carried out in vain at 4,701."""
    with desk("budget-runs-out", tmp_path) as one:
        sending = Sending(desk=one)
        levels: dict[int, list[str]] = {}
        for block in (0, 500 + FINAL, 2_500 + FINAL, 3_501 + FINAL, 4_600, 4_701 + FINAL, 8_000 + FINAL, 9_400):
            found = sending.at(block)
            levels[block] = [found[f"proposals/budget/{subject}"].level for subject in of(found, "budget")]
        assert list(levels.values()) == [[], [], ["task"], ["alert"], ["alert"], [], [], []]
        failed = titled(one, "New machines for a year")
        assert (failed["status"], failed["error"]) == ("execution-failed", "InsufficientFundsForFundingRequest")
        assert titled(one, "Minutes of six calls")["status"] == "executed"
        words = sending.words[f"proposals/budget/{failed['id']}/{failed['rounds'][0]['closed']}", "discord"]
        assert f"is carried out in block {failed['executed']:,}" in words
    assert len(set(sending.sent)) == len(sending.sent)


@pytest.mark.parametrize("mentions", [True, False])
def test_who_has_not_voted_is_told_at_each_step_once_and_nobody_else(tmp_path: Path, *, mentions: bool) -> None:
    with desk("ordinary-term", tmp_path) as one:
        sending = Sending(desk=one, mentions=mentions)
        pairs = 0
        for block in range(FINAL, 40_000, 4_000 if mentions else 9_000):
            before = len(sending.sent)
            found = sending.at(block)
            waiting = not_voted(one, sending.final)
            pairs += len(waiting)
            assert named(found) == waiting
            for key, part in sending.sent[before:]:
                if key.startswith("proposals/unvoted/"):
                    member = int(key.rpartition("/")[2])
                    listed = {
                        int(each) for each in re.findall(r"^- \*\*Proposal (\d+)\*\*,", sending.words[key, part], re.M)
                    }
                    assert listed == {number for who, number in waiting if who == member}
            assert waiting == set() or sending.sent
        assert pairs > 3
        assert any("/unvoted/" in key for key, _ in sending.sent)
        reminders = [key for key, _ in sending.sent if "/reminder/" in key or "/notice/" in key]
        assert bool(reminders) == (not mentions)


def test_what_it_watches_tells_it_as_much_as_all_facts_do(tmp_path: Path) -> None:
    """A review loads the kinds that the duty watches, bounded; before and after a council change all facts conclude the same."""
    with desk("proposal-lost-to-new-council", tmp_path) as one:
        settings = Settings(discord="council")
        config = Config(settings={**one.context.config.settings, "proposals": settings})
        rules = []
        for block in (17_400, 4_200 + FINAL):
            one.network.advance(block)
            seen = one.sync()
            now = now_of(seen)
            with one.context.engine.connect() as connection:
                watched = conclude(replace(one.context, config=config), connection, now, (DUTY,))
            assert watched.silence.duties == {}
            found = by_their_way(review(seen.snapshot, now, settings), {}, {})
            assert tuple(one for one in watched.findings if one.duty == DUTY.name) == found
            rules.append({finding.rule.removeprefix("proposals/") for finding in watched.findings})
        assert {"unvoted", "vote", "council-change"} <= rules[0]
        assert "lost" in rules[1]


def named(found: dict[str, Finding]) -> set[tuple[int, int]]:
    """Read from the desk which members have not voted on which proposals."""
    return {
        (int(subject), int(number))
        for subject in of(found, "unvoted")
        for number in re.findall(r"\d+", found[f"proposals/unvoted/{subject}"].why.split(": ")[1].split(".")[0])
    }


def not_voted(one: Desk, block: int) -> set[tuple[int, int]]:
    """Reckon the same from the truth: open rounds that go on after the next block, and the seats of the sitting council."""
    then = one.network.truth(block)
    closed = {row["id"]: [each["closed"] for each in row["rounds"]] for row in one.network.truth()["proposals"]}
    seats = {seat["member"] for seat in then["councils"][-1]["members"]}
    return {
        (member, row["id"])
        for row in then["proposals"]
        if row["status"] == "deciding" and closed[row["id"]][len(row["rounds"]) - 1] != block + 1
        for member in seats - {vote["member"] for vote in row["rounds"][-1]["votes"]}
    }
