"""Reviews over a real store: what opens, changes, closes and waits, and that the same facts twice change nothing."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.cli.review import lines
from secretariat.desk.acts import Destination
from secretariat.desk.findings import Due, Finding
from secretariat.desk.people import DeskSettings
from secretariat.desk.reconcile import GONE
from secretariat.duties.duty import Duty, Watched
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.desk_state import open_desk
from secretariat.flow.review import STEP, desk_now
from secretariat.store import desk as store_desk
from secretariat.store import leases
from secretariat.store.engine import reading, writing
from secretariat.store.leases import LeaseTaken
from tests.desk.words import finding, wanted
from tests.flow.desk.desk import GENESIS, HEAD, Desk, calls_as_text, desk, everything, read_chain, time_of

OPENS = finding("elections/opens/7", wanted(text="It ends [[time 200000]]."), needs=("chain",))
ON_CHAIN = wanted(
    part="forum",
    kind="forum-thread",
    channel="chain",
    destination=Destination(category=2, member_id=11),
    title="Introductions",
    text="Announcing ends [[time 103600]].",
)


@pytest.fixture
def made(store_url: str) -> Desk:
    return desk(store_url)


def test_a_finding_opens_with_its_draft_and_the_same_facts_again_change_nothing(made: Desk) -> None:
    done = made.review(OPENS)
    assert [each.key for each in done.changes.opened] == [OPENS.key]
    with reading(made.context.engine) as connection:
        found = open_desk(connection)
    assert [known.finding for known in found.findings] == [OPENS]
    assert (found.findings[0].opened_at, found.findings[0].opened_block) == (time_of(HEAD), HEAD)
    assert [(known.draft.name, known.draft.act.text) for known in found.drafts] == [("d1.1", OPENS.wanted[0].text)]
    before = everything(made.context)
    assert made.review().nothing
    assert made.review(block=HEAD + 10).nothing
    assert everything(made.context) == before


def test_a_finding_closes_when_its_reason_is_gone(made: Desk) -> None:
    made.review(OPENS)
    made.findings = []
    done = made.review()
    assert done.changes.closed == ((1, GONE),)
    assert f"closed     t1  {OPENS.title}: {GONE}" in list(lines(done))
    with reading(made.context.engine) as connection:
        assert open_desk(connection).findings == ()
        (known,) = store_desk.findings_with_key(connection, OPENS.key)
        (draft,) = store_desk.drafts_of(connection, [1])
    assert (known.closed_why, draft.withdrawn_why) == (GONE, GONE)


def test_a_failing_duty_is_named_and_stops_no_other(made: Desk) -> None:
    made.review(OPENS)
    other = replace(made.duty(), name="kpis", review=lambda *_: (finding("kpis/report/1"),))
    made.failing = "a rule is wrong"
    done = made.review(duties=[made.duty(), other])
    assert "RuntimeError: a rule is wrong" in done.silence.duties["elections"]
    assert ([each.key for each in done.changes.opened], done.changes.closed) == (["kpis/report/1"], ())


@pytest.mark.parametrize("key", ["kpis/report/1", "own/note/1"])
def test_a_duty_that_concludes_what_is_not_its_own_has_failed(made: Desk, key: str) -> None:
    done = made.review(finding(key))
    assert "not its own" in done.silence.duties["elections"]
    assert done.nothing


def test_a_duty_sees_no_kind_of_fact_that_it_does_not_watch(made: Desk) -> None:
    seen: dict[str, tuple[str, ...]] = {}

    def looking(name: str, kind: str) -> Duty:
        def concluded(snapshot: Snapshot, now: Now, settings: Any) -> tuple[Finding, ...]:
            seen[name] = tuple(snapshot.by_kind)
            return ()

        return Duty(name=name, role=(), needs=(), watches=(Watched(kind=kind),), review=concluded)

    head, times = looking("a", "chain-head"), looking("b", "block-time")
    assert made.review(duties=[head, times]).silence.duties == {}
    assert seen == {"a": ("chain-head",), "b": ("block-time",)}


def test_a_stale_source_opens_and_closes_nothing_that_rests_on_it(made: Desk) -> None:
    made.review(OPENS)
    free = finding("elections/free/1")
    made.findings = [free]
    done = made.review(block=HEAD + 1_000)
    assert "behind" in done.silence.sources["chain"]
    assert ([each.key for each in done.changes.opened], done.changes.closed) == ([free.key], ())
    read_chain(made.context, HEAD + 1_000)
    assert made.review(block=HEAD + 1_000).changes.closed == ((1, GONE),)


def test_a_source_that_is_not_configured_is_silent(store_url: str) -> None:
    made = desk(store_url, chain=None)
    assert made.review(OPENS).nothing
    assert "no [chain]" in made.review(OPENS).silence.sources["chain"]


def test_what_was_due_before_the_desk_began_is_not_put_on_it(store_url: str) -> None:
    made = desk(store_url, desk=DeskSettings(since=HEAD))
    late, early = (
        replace(finding(f"elections/due/{block}"), due=Due(what="x", block=block)) for block in (HEAD, HEAD - 1)
    )
    done = made.review(early, late)
    assert [each.key for each in done.changes.opened] == [late.key]
    with reading(made.context.engine) as connection:
        now = desk_now(made.context, connection)
        assert (now.since, now.came) == (HEAD, HEAD)


def test_the_chain_s_words_wait_for_a_call_and_are_written_out_when_drafted(made: Desk) -> None:
    of = finding("elections/thread/7", ON_CHAIN, wanted())
    done = made.review(of)
    assert [(key, part) for key, part, _ in done.waiting] == [(of.key, "forum")]
    assert [each.wanted.part for each in done.changes.drafted] == ["discord"]
    again = made.review(of)
    assert (again.nothing, again.waiting) == (True, done.waiting)
    made.calls = calls_as_text
    made.review()
    with reading(made.context.engine) as connection:
        act = next(known.draft.act for known in open_desk(connection).drafts if known.draft.act.part == "forum")
    assert act.text == "Announcing ends 2026-01-08 04:40 UTC ± 2 min."
    assert act.call is not None
    assert bytes.fromhex(act.call.data[2:]).decode() == f"forum-thread|Introductions|{act.text}"
    assert made.review(block=HEAD + 50).nothing


def test_another_runtime_drafts_calls_anew_and_takes_back_what_cannot_be_built(made: Desk) -> None:
    of = finding("elections/thread/7", ON_CHAIN)
    made.calls = calls_as_text
    made.review(of)
    read_chain(made.context, HEAD, spec_version=2005)
    made.calls = None
    done = made.review()
    assert [draft.name for draft, _ in done.changes.withdrawn] == ["d1.1"]
    assert made.review().nothing
    made.calls = calls_as_text
    made.review()
    with reading(made.context.engine) as connection:
        (known,) = open_desk(connection).drafts
    assert (known.draft.name, known.draft.act.call.spec_version) == ("d1.2", 2005)  # type: ignore[union-attr]
    assert known.draft.act.call.genesis == GENESIS  # type: ignore[union-attr]


def test_one_review_at_a_time_and_a_late_one_keeps_nothing(made: Desk) -> None:
    with writing(made.context.engine) as connection:
        lease = leases.take(connection, STEP, "other", now=time_of(HEAD), until=time_of(HEAD + 20))
    with pytest.raises(LeaseTaken, match="other"):
        made.review(OPENS)
    with writing(made.context.engine) as connection:
        leases.release(connection, lease, now=time_of(HEAD))
    taking_over = made.duty()

    def slow(*_: object) -> tuple[object, ...]:
        with writing(made.context.engine) as connection:
            leases.take(connection, STEP, "other", now=time_of(HEAD + 100), until=time_of(HEAD + 200))
        return (OPENS,)

    with pytest.raises(leases.LeaseLost):
        made.review(duties=[replace(taking_over, review=slow)])  # type: ignore[arg-type]
    with reading(made.context.engine) as connection:
        assert open_desk(connection).findings == ()


def test_without_a_chain_nothing_is_known_but_the_time(store_url: str) -> None:
    made = desk(store_url)
    with writing(made.context.engine) as connection:
        connection.exec_driver_sql("DELETE FROM records")
    now = made.review().now
    assert (now.at, now.head, now.block, now.pace) == (Moment(time_of(HEAD)), None, None, None)


def test_now_carries_the_head_forward_by_the_pace(made: Desk) -> None:
    now = made.review(block=HEAD + 42).now
    assert (now.head, now.block, now.at, now.practice) == (HEAD, HEAD + 42, time_of(HEAD + 42), True)
