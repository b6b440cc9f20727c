"""What a review changes on the desk, by tables of cases."""

from dataclasses import replace

import pytest

from secretariat.desk.acts import Act, Call, Destination
from secretariat.desk.drafts import Draft, DraftState
from secretariat.desk.findings import Finding, Wanted
from secretariat.desk.reconcile import GONE, UNWANTED, Changes, DraftOnDesk, OnDesk, Silence, ToDraft, reconcile
from secretariat.facts.moments import Moment

SPEAKS = Silence(duties={}, sources={})
WANTED = Wanted(
    part="discord",
    kind="message",
    channel="discord",
    destination=Destination(place="council"),
    template="elections/opens",
    template_digest="0" * 64,
    text="Announcing ends [[time 100]].",
)
FINDING = Finding(key="elections/announcing/7", title="Announce it", why="it began", wanted=(WANTED,), needs=("chain",))
CALL = Call(data="0x00", genesis="0xaa", spec_version=1, transaction_version=1)


def draft(wanted: Wanted = WANTED, *, by: str = "", newer: Wanted | None = None, call: Call | None = None) -> Draft:
    act = Act(
        kind=wanted.kind,
        channel=wanted.channel,
        destination=wanted.destination,
        finding=FINDING.key,
        part=wanted.part,
        revision=1,
        text=wanted.text,
        call=call,
    )
    return Draft(number=3, finding=1, act=act, wanted=wanted, created_at=Moment("2026-01-01"), by=by, newer=newer)


def changes(
    found: Finding | None,
    state: DraftState | None = "open",
    silence: Silence = SPEAKS,
    call_of: str = "",
    **of_draft: object,
) -> Changes:
    drafts = [] if state is None else [DraftOnDesk(draft=draft(**of_draft), state=state)]  # type: ignore[arg-type]
    known = [OnDesk(number=1, finding=FINDING)]
    return reconcile(known, drafts, [found] if found else [], silence, call_of=call_of)


NEWER = replace(WANTED, text="Other words.")


def test_a_new_finding_opens_and_each_of_its_parts_is_drafted() -> None:
    done = reconcile([], [], [FINDING], SPEAKS)
    assert done == Changes(opened=(FINDING,), drafted=(ToDraft(key=FINDING.key, wanted=WANTED),))


@pytest.mark.parametrize(
    "state", ["open", "approved", "queued", "signing", "sent", "unconfirmed", "rejected", "failed"]
)
def test_the_same_finding_again_changes_nothing(state: DraftState) -> None:
    assert changes(FINDING, state).nothing


@pytest.mark.parametrize("state", ["open", "approved", "queued", "signing", "failed"])
def test_other_words_are_drafted_anew_until_they_are_sent(state: DraftState) -> None:
    now = replace(FINDING, wanted=(NEWER,))
    assert changes(now, state).drafted == (ToDraft(key=FINDING.key, wanted=NEWER, after=draft()),)


@pytest.mark.parametrize("state", ["sending", "sent", "unconfirmed", "rejected"])
def test_what_was_sent_or_refused_is_not_drafted_again(state: DraftState) -> None:
    now = replace(FINDING, wanted=(NEWER,))
    assert changes(now, state) == Changes(changed=(OnDesk(number=1, finding=now),))


@pytest.mark.parametrize("state", ["open", "approved", "queued", "signing", "failed"])
def test_a_finding_that_is_gone_closes_and_takes_its_drafts_along(state: DraftState) -> None:
    assert changes(None, state) == Changes(closed=((1, GONE),), withdrawn=((draft(), GONE),))


def test_what_was_sent_stays_sent_when_its_finding_closes() -> None:
    assert changes(None, "sent") == Changes(closed=((1, GONE),))


def test_a_part_that_is_wanted_no_more_is_withdrawn_and_drafted_anew_when_it_is_wanted_again() -> None:
    without = replace(FINDING, wanted=())
    assert changes(without).withdrawn == ((draft(), UNWANTED),)
    assert changes(without, "withdrawn").withdrawn == ()
    assert changes(FINDING, "withdrawn").drafted == (ToDraft(key=FINDING.key, wanted=WANTED, after=draft()),)


@pytest.mark.parametrize(
    "silence", [Silence(duties={"elections": "it failed"}, sources={}), Silence(duties={}, sources={"chain": "stale"})]
)
@pytest.mark.parametrize("found", [None, replace(FINDING, wanted=(NEWER,))], ids=["gone", "changed"])
def test_a_failed_duty_or_a_stale_source_opens_changes_and_closes_nothing(
    silence: Silence, found: Finding | None
) -> None:
    assert changes(found, silence=silence).nothing
    assert reconcile([], [], [FINDING], silence).nothing


def test_a_stale_source_silences_only_what_rests_on_it() -> None:
    assert changes(None, silence=Silence(duties={}, sources={"query-node": "stale"})).closed == ((1, GONE),)


def test_the_words_of_a_person_stay_beside_newer_ones() -> None:
    now = replace(FINDING, wanted=(NEWER,))
    done = changes(now, by="ada")
    assert (done.drafted, done.newer) == ((), ((draft(by="ada"), NEWER),))
    assert changes(now, by="ada", newer=NEWER).newer == ()
    assert changes(FINDING, by="ada", newer=NEWER).newer == ((draft(by="ada", newer=NEWER), None),)


def test_a_person_s_words_are_kept_when_they_are_drafted_anew() -> None:
    mine = draft(by="ada")
    assert changes(FINDING, "withdrawn", by="ada").drafted == (
        ToDraft(key=FINDING.key, wanted=WANTED, after=mine, keeps=True),
    )
    called = draft(by="ada", call=CALL)
    assert changes(FINDING, by="ada", call=CALL, call_of="0xaa/2").drafted == (
        ToDraft(key=FINDING.key, wanted=WANTED, after=called, keeps=True),
    )


def test_a_call_of_another_runtime_is_drafted_anew() -> None:
    assert changes(FINDING, call=CALL, call_of="0xaa/1").nothing
    assert changes(FINDING, call=CALL, call_of="").nothing
    assert changes(FINDING, call=CALL, call_of="0xaa/2").drafted == (
        ToDraft(key=FINDING.key, wanted=WANTED, after=draft(call=CALL)),
    )


def test_a_renamed_rule_keeps_its_finding_and_its_drafts() -> None:
    renamed = replace(FINDING, key="elections/opening/7", was=(FINDING.key,))
    assert changes(renamed) == Changes(changed=(OnDesk(number=1, finding=renamed),))


def test_two_findings_with_one_key_are_a_wrong_rule() -> None:
    with pytest.raises(ValueError, match="two findings"):
        reconcile([], [], [FINDING, FINDING], SPEAKS)


def test_a_review_of_what_a_review_left_changes_nothing() -> None:
    first = reconcile([], [], [FINDING], SPEAKS)
    known = [OnDesk(number=1, finding=finding) for finding in first.opened]
    drafts = [DraftOnDesk(draft=draft(each.wanted), state="open") for each in first.drafted]
    assert reconcile(known, drafts, [FINDING], SPEAKS).nothing


@pytest.mark.parametrize(
    ("state", "tells"),
    [
        ("open", False),
        ("queued", False),
        ("withdrawn", False),
        ("sent", True),
        ("unconfirmed", True),
        ("rejected", True),
    ],
)
@pytest.mark.parametrize("had", [False, True])
def test_what_other_words_told_too_is_not_drafted_any_more(state: DraftState, tells: bool, had: bool) -> None:
    """The wider words are settled or not; the other part has no draft yet, or one that was withdrawn."""
    wider, other = replace(WANTED, part="both", says_too=("one",)), replace(WANTED, part="one")
    drafts = [DraftOnDesk(draft=draft(wider), state=state)]
    if had:
        drafts.append(DraftOnDesk(draft=replace(draft(other), number=4), state="withdrawn"))
    known = [OnDesk(number=1, finding=FINDING)]
    done = reconcile(known, drafts, [replace(FINDING, wanted=(other,))], SPEAKS)
    assert [each.wanted.part for each in done.drafted] == ([] if tells else ["one"])


def test_an_open_draft_of_what_other_words_told_is_withdrawn() -> None:
    wider, other = replace(WANTED, part="both", says_too=("one",)), replace(WANTED, part="one")
    open_draft = replace(draft(other), number=4)
    drafts = [DraftOnDesk(draft=draft(wider), state="sent"), DraftOnDesk(draft=open_draft, state="open")]
    finding = replace(FINDING, wanted=(wider, other))
    done = reconcile([OnDesk(number=1, finding=finding)], drafts, [finding], SPEAKS)
    assert done == Changes(withdrawn=((open_draft, UNWANTED),))
