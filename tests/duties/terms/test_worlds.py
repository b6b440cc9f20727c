"""The duty on a synced practice world: each message of a term is wanted at its moment, and none twice."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from secretariat.desk.findings import Finding
from secretariat.duties.terms.review import review
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.memberships import Membership
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_proposals import StoredProposal
from tests.devnet.synced.desk import Seen, desk
from tests.duties.elections.test_worlds import FINAL, Sending, now_of, scenario, written
from tests.duties.terms.invented import SETTINGS, decided, noted, taken

ELECTION = 127_200
"""So many blocks after the scenario's beginning the next council takes office."""
DEADLINE = ELECTION - 1 + 28_800


def act(name: str, actor: str, arguments: dict[str, Any], **block: Any) -> dict[str, Any]:
    """Give an act of a world file; ``block`` names the stage and the blocks from its beginning or to its end."""
    return {"block": block, "actor": actor, "act": name, "arguments": arguments}


def opens(title: str, **block: Any) -> dict[str, Any]:
    """Give the act by which the office, dario, opens a thread in category 4."""
    return act("create_thread", "dario", {"category": 4, "title": title, "text": "Here."}, **block)


def reviewed(seen: Seen) -> tuple[Finding, ...]:
    """Review as an office that dario's threads are of."""
    office = [each.member_id for each in seen.facts(Membership) if (each.handle or "").startswith("dario")]
    settings = replace(SETTINGS, thread_authors=tuple(each for each in office if each is not None))
    return review(seen.snapshot, now_of(seen), settings)


def without_incidents(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Leave incidents out, which are proposed in private until a person decides, and here nobody does."""
    return tuple(each for each in found if each.rule not in ("terms/incident", "terms/incidents"))


def incidents(found: Sequence[Finding]) -> list[str]:
    """Name the incidents but those of reports, which nobody notes here."""
    names = (each.key.removeprefix("terms/incident/") for each in found if each.rule == "terms/incident")
    return sorted(name for name in names if "/report-" not in name)


def not_posted(found: Sequence[Finding]) -> str:
    """Say how many have not posted: ``2 of 3``; empty where nothing is said of it."""
    titles = (each.title for each in found if each.key == "terms/summaries-posted/council-4")
    return next(titles, "").partition(" members")[0]


def test_an_ordinary_term_has_each_message_once_at_its_moment(tmp_path: Path) -> None:
    """Of council 4 mira posts before its end, and the others not at all; dario, who opened the thread, sits on no council."""
    world, writing = scenario("ordinary-term"), {"thread": "summaries", "text": "What I did."}
    world["acts"] = [
        opens("Council 4: feedback on the round", stage="announcing", cycle=5, ends=-11_900),
        {**opens("Council 4: term summaries", stage="revealing", cycle=5, ends=-20_000), "label": "summaries"},
        act("post", "dario", writing, stage="revealing", cycle=5, ends=-15_000),
        act("post", "mira", writing, stage="revealing", cycle=5, ends=-10_000),
    ]
    reminder = "terms/summaries-reminder/council-4"
    expected = {
        0: (["terms/feedback/council-4 thread"], ""),
        100 + FINAL: (["terms/feedback-open/council-4 discord"], ""),
        50_000: ([], ""),
        ELECTION - 28_800 + FINAL: (["terms/handover/council-4 agenda", "terms/summaries/council-4 thread"], ""),
        ELECTION - 20_000 + FINAL: (["terms/summaries-open/council-4 discord"], ""),
        ELECTION + FINAL: (
            [
                "terms/call/council-5 thread",
                "terms/deadline/council-4 discord",
                "terms/deadline/council-4 thread",
                "terms/feedback-summary/council-4 thread",
                "terms/feedback/council-5 thread",
            ],
            "2 of 3",
        ),
        ELECTION + 1_200 + FINAL: (["terms/call/council-5 discord"], "2 of 3"),
        ELECTION + 7_200 + FINAL: (["terms/nobody/council-5 discord"], "2 of 3"),
        DEADLINE - 14_400 + FINAL: ([f"{reminder}/14400 discord"], "2 of 3"),
        DEADLINE - 3_600 + FINAL: ([f"{reminder}/3600 discord"], "2 of 3"),
        DEADLINE + FINAL: ([], "2 of 3"),
        DEADLINE + 14_400 + FINAL: ([], ""),
    }
    found, sending, passed = {}, Sending(), 0
    with desk(written(tmp_path, world), tmp_path) as one:
        for block in expected:
            if block > passed:
                one.network.advance(block - passed)
            passed = block
            concluded = reviewed(one.sync())
            sent = sorted(f"{key} {part}" for key, part in sending.review(without_incidents(concluded)))
            assert incidents(concluded) == []
            found[block] = sent, not_posted(concluded)
    assert found == expected


def test_an_election_that_fails_leaves_the_term_with_its_threads(tmp_path: Path) -> None:
    """Revealing fails 1,200 blocks after the beginning; the term goes on, and so do both threads."""
    world = scenario("failed-reveal")
    world["start"] = {"stage": "revealing", "cycle": 5, "ends": -1_200}
    world["acts"] = [
        opens("Council 4: feedback on the round", stage="revealing", cycle=5, ends=-1_100),
        opens("Council 4: term summaries", stage="revealing", cycle=5, ends=-1_000),
    ]
    expected = {
        0: ["terms/feedback/council-4 thread", "terms/handover/council-4 agenda", "terms/summaries/council-4 thread"],
        200 + FINAL: ["terms/feedback-open/council-4 discord", "terms/summaries-open/council-4 discord"],
        1_200 + FINAL: [],
        30_000: [],
    }
    found, sending, passed, begun = {}, Sending(), 0, {}
    with desk(written(tmp_path, world), tmp_path) as one:
        for block in expected:
            if block > passed:
                one.network.advance(block - passed)
            passed = block
            concluded = reviewed(one.sync())
            found[block] = sorted(f"{key} {part}" for key, part in sending.review(without_incidents(concluded)))
            begun[block] = incidents(concluded)
    assert list(begun.values()) == [[], [], ["council-4/election-5"], ["council-4/election-5"]]
    assert found == expected


def with_noted(seen: Seen, number: int) -> dict[str, Finding]:
    """Review with a proposal noted as electing the secretary of council 4."""
    records = [one for rows in seen.snapshot.by_kind.values() for one in rows]
    found = review(snapshot_of([*records, noted(number, council=4)]), now_of(seen), SETTINGS)
    return {one.key: one for one in found}


@pytest.mark.parametrize(("voted", "late"), [(5_000, False), (15_000, True)])
def test_the_clock_tells_how_far_the_proposal_is_that_elects_the_secretary(
    tmp_path: Path, voted: int, *, late: bool
) -> None:
    """A Signal is filed 300 blocks into the term; all three approve, in time or 600 blocks late."""
    world = scenario("ordinary-term")
    world["start"] = {"stage": "idle", "cycle": 4, "begins": 100}
    arguments = {"text": "Elect.", "title": "Elect a secretary", "votes": "by-hand"}
    filed = act("propose", "dario", arguments, stage="idle", cycle=4, begins=300)
    world["acts"] = [{**filed, "label": "signal"}]
    ballot = {"proposal": "signal", "vote": "Approve", "rationale": "x"}
    for seat in (1, 2, 3):
        world["acts"].append(act("vote", f"councilor-{seat}", ballot, stage="idle", cycle=4, begins=voted + seat))
    clock, mandate = "terms/clock/council-4", "terms/mandate/council-4"
    with desk(written(tmp_path, world), tmp_path) as one:
        one.network.advance(300)
        seen = one.sync()
        number = next(each.number for each in seen.facts(Proposal) if each.title == "Elect a secretary")
        assert number is not None
        assert f"terms/which/council-4/{number}" in {each.key for each in reviewed(seen)}
        found = with_noted(seen, number)
        assert f"terms/which/council-4/{number}" not in found
        assert "is being voted on" in found[clock].title
        assert found[clock].level == "task"
        one.network.advance(voted - 500)
        if late:
            waits = with_noted(one.sync(), number)[clock]
            assert "is not approved in time" in waits.title
            assert waits.level == "alert"
        one.network.advance(500)
        seen = one.sync()
        waits = with_noted(seen, number)[clock]
        assert f"was approved {'late' if late else 'in time'} and waits for its execution" in waits.title
        assert waits.level == ("alert" if late else "task")
        grace = next(each.grace_period for each in seen.facts(StoredProposal) if each.number == number)
        assert grace
        one.network.advance(grace)
        ended = with_noted(one.sync(), number)
        assert clock not in ended
        assert ("it was approved late" in ended[mandate].why) is late


def test_a_proposal_lost_to_the_next_council_is_an_incident_of_the_term_that_ended(tmp_path: Path) -> None:
    world = scenario("proposal-lost-to-new-council")
    with desk(written(tmp_path, world), tmp_path) as one:
        before = one.sync()
        assert incidents(reviewed(before)) == []
        one.network.advance(25_000)
        after = one.sync()
        were, are = (
            {each.number for each in of.facts(Proposal) if each.status == "rejected"} for of in (before, after)
        )
        assert len(are - were) == 1
        assert incidents(reviewed(after)) == [f"council-4/lost-{number}" for number in are - were]


def test_a_report_is_complete_by_the_headings_of_its_posts_as_they_were_synced(tmp_path: Path) -> None:
    """The thread is opened without the budget, which a reply of the same member adds."""
    world = scenario("ordinary-term")
    world["start"] = {"stage": "idle", "cycle": 4, "begins": 100}
    text = {"category": 4, "title": "Budget", "text": "# 1. Summary\n\nAll went well."}
    opened = act("create_thread", "dario", text, stage="idle", cycle=4, begins=200)
    more = act("post", "dario", {"thread": "report", "text": "**2. Budget:**\n12"}, stage="idle", cycle=4, begins=400)
    world["acts"] = [{**opened, "label": "report"}, more]
    said = []
    with desk(written(tmp_path, world), tmp_path) as one:
        for blocks in (200 + FINAL, 200):
            one.network.advance(blocks)
            seen = one.sync()
            number = next(each.thread_id for each in seen.facts(LiveThread) if each.title == "Budget")
            note = ReportNoted(taken=taken(9), council=4, report="council-report", how="received", thread=number)
            records = [each for rows in seen.snapshot.by_kind.values() for each in rows]
            settings = replace(SETTINGS, council_report_sections=("Summary", "Budget"))
            found = review(snapshot_of([*records, decided(note)]), now_of(seen), settings)
            said.append([each.why for each in found if each.key == "terms/report/council-4/council-report"])
    assert said[1] == []
    assert "sections not recognised in it: Budget." in said[0][0]
