"""Who has not voted: on the desk by name, one digest to each, and never a word to those who have voted."""

from dataclasses import replace

import pytest

from secretariat.desk.acts import Mention
from secretariat.desk.contacts import Contact, Reach
from secretariat.desk.reach import by_their_way, unreachable
from secretariat.desk.reconcile import DraftOnDesk, OnDesk, Silence, reconcile
from secretariat.duties.proposals.settings import Settings
from tests.desk.words import draft as draft_of
from tests.duties.proposals.invented import BEGAN, ELECTION, SETTINGS, Filed, World, concluded, digests, of_rule

ON: dict[Reach, bool] = {"discord": True, "telegram": True, "email": True}
LAST = BEGAN + 1_000 + 43_199
CREATED = f"7-{BEGAN + 1_000}-created"


def test_each_who_has_not_voted_is_a_task_and_those_who_have_are_not_named() -> None:
    world = World(filed=[Filed(votes={11: "A"}), Filed(number=8, votes={11: "R", 12: "A"})])
    found = of_rule(world, "unvoted")
    assert {subject: one.title for subject, one in found.items()} == {
        "12": "bert has not voted on 1 proposal",
        "13": "cleo has not voted on 2 proposals",
    }
    assert found["13"].why.startswith("Not voted on by member 13: 7, 8.")
    assert {one.audience for one in found.values()} == {"desk"}
    assert {one.needs for one in found.values()} == {("chain",)}
    assert found["12"].due is not None
    assert found["12"].due.block == LAST


def test_the_digest_lists_exactly_what_waits_and_rings_its_reader_alone() -> None:
    world = World(filed=[Filed(votes={12: "A"}), Filed(number=8, title="Signal for a plan", type="signal")])
    (bert,), (cleo,) = digests(world, 12), digests(world, 13)
    assert bert.mentions == (Mention(kind="user", id="70012"),)
    assert bert.destination.place == "council"
    assert "**Proposal 8**, Signal: “Signal for a plan”, by edda." in bert.text
    assert "Proposal 7" not in bert.text
    assert "**Proposal 7**, Funding request" in cleo.text
    assert "**Proposal 8**, Signal" in cleo.text
    assert f"{LAST:,} ([[time {LAST}]]), in [[left {LAST}]]" in cleo.text
    assert "https://pioneerapp.xyz/#/proposals/preview/7" in cleo.text
    assert all(name not in cleo.text for name in ("ada", "bert", "cleo"))


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (BEGAN + 1_000, CREATED),
        (LAST - 14_401, CREATED),
        (LAST - 14_400, f"7-{LAST}-14400"),
        (LAST - 3_601, f"7-{LAST}-14400"),
        (LAST - 3_600, f"7-{LAST}-3600"),
        (LAST - 1, f"7-{LAST}-3600"),
        (LAST, None),
    ],
)
def test_a_step_is_reached_at_the_first_block_with_so_many_left(head: int, part: str | None) -> None:
    assert [one.part for one in digests(World(head=head), 12)] == ([] if part is None else [part])


@pytest.mark.parametrize(
    ("period", "steps"),
    [
        (100_800, ["43200", "14400", "3600"]),
        (72_000, ["43200", "14400", "3600"]),
        (71_999, ["14400", "3600"]),
        (28_800, ["14400", "3600"]),
        (14_402, ["14400", "3600"]),
        (14_401, ["3600"]),
        (14_400, ["7200", "3600"]),
        (7_000, ["3500"]),
    ],
)
def test_the_steps_of_a_period(period: int, steps: list[str]) -> None:
    activated = BEGAN + 1_000
    last = activated + period - 1
    heads = [activated, *(last - int(step) for step in steps)]
    found = [digests(World(filed=[Filed(period=period)], head=head), 12)[0].part for head in heads]
    assert found == [f"7-{activated}-created", *(f"7-{last}-{step}" for step in steps)]


def test_a_step_that_was_missed_is_told_once_and_only_the_latest() -> None:
    (one,) = digests(World(head=LAST - 10), 12)
    assert one.part == f"7-{LAST}-3600"


def test_one_digest_at_the_newest_step_tells_the_others_too() -> None:
    later = Filed(number=9, activated=BEGAN + 1_500)
    (one,) = digests(World(filed=[Filed(), later]), 12)
    assert one.part == f"9-{BEGAN + 1_500}-created"
    assert CREATED in one.says_too
    assert one.part not in one.says_too
    assert "Proposal 7" in one.text
    assert "Proposal 9" in one.text


def test_another_last_block_or_another_council_is_another_step() -> None:
    """After a failed election the last block moves; a proposal that comes up again is voted on anew."""
    filed = Filed(activated=ELECTION - 10_000)
    before = World(filed=[filed], stage="revealing", began=ELECTION - 57_600, ends=ELECTION, head=ELECTION - 3_000)
    after = World(filed=[filed], stage="announcing", began=ELECTION, ends=ELECTION + 86_400, head=ELECTION + 29_600)
    assert digests(before, 12)[0].part == f"7-{ELECTION - 2}-3600"
    assert digests(after, 12)[0].part == f"7-{ELECTION + 33_199}-3600"
    again = Filed(activated=BEGAN, confirmations=1, constitutionality=2)
    assert digests(World(filed=[again], head=BEGAN + 5), 12)[0].part == f"7-{BEGAN}-created"


@pytest.mark.parametrize(
    "filed",
    [
        Filed(votes={11: "A", 12: "A"}),
        Filed(votes={11: "R", 12: "B"}),
        Filed(votes={11: "R"}, rule=(100, 100, 100, 100)),
        Filed(approved_at=BEGAN + 1_900),
        Filed(dormant=True),
    ],
)
def test_nobody_is_asked_for_a_vote_that_cannot_be_cast_or_changes_nothing(filed: Filed) -> None:
    assert of_rule(World(filed=[filed]), "unvoted") == {}
    assert of_rule(World(filed=[filed]), "vote") == {}


def test_whom_no_place_can_ring_gets_the_same_digest_by_their_contact() -> None:
    some = replace(SETTINGS, mentions={11: "70011"})
    (alone,), (rung,) = digests(World(), 12, some), digests(World(), 12)
    assert alone.destination.place == "member/12"
    assert alone.mentions == ()
    assert (alone.text, alone.part, alone.until) == (rung.text, rung.part, rung.until)
    later = Filed(number=9, activated=BEGAN + 1_500)
    (both,) = digests(World(filed=[Filed(), later]), 12, some)
    assert both.says_too == (CREATED,)
    assert {one.destination.place for one in of_rule(World(), "unvoted", some)["11"].wanted} == {"council"}


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"opted_out": True, "email": "a@b.example"}, set()),
        ({"digest": False}, set()),
        ({"consent": False}, set()),
        ({"email": "a@b.example"}, {"member/12"}),
        ({}, {"council"}),
    ],
)
def test_a_contact_says_whether_the_councils_place_may_ring_its_member(
    said: dict[str, object], places: set[str]
) -> None:
    """And where it may not, nor anything goes to them alone, somebody is told that they have something due."""
    world = World(filed=[Filed(number=number, title="*" * 40) for number in range(1, 21)])
    kept = {12: Contact(**{"member_id": 12, "consent": True, **said})}  # type: ignore[arg-type]
    found = of_rule(world, "unvoted").values()
    wanted = next(one.wanted for one in by_their_way(found, kept, ON) if one.key == "proposals/unvoted/12")
    assert {one.destination.place for one in wanted} == places
    assert [one.key for one in unreachable(found, kept, ON)] == ([] if places else ["contacts/unreachable/12"])


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        (Settings(), "set discord in [proposals] to the council's place and 12 in [proposals.mentions] to the id"),
        (Settings(discord="council"), "or set 12 in [proposals.mentions] to the id of their user on Discord."),
        (Settings(mentions={12: "70012"}), "or set discord in [proposals] to the council's place."),
        (SETTINGS, "A digest rings them in the council's place at each step"),
    ],
)
@pytest.mark.parametrize(
    ("said", "instead"),
    [
        (None, ""),
        ({}, ""),
        ({"email": "a@b.example"}, "A digest goes to them alone at each step"),
        ({"opted_out": True, "email": "a@b.example"}, "Nothing is sent to them: they asked not to be contacted."),
        ({"consent": False}, "Nothing is sent to them: they did not consent to being contacted."),
        ({"digest": False}, "Nothing is sent to them: they want no digests."),
    ],
)
def test_the_reason_says_how_they_are_reached_and_what_of_the_settings_is_missing_for_it(
    settings: Settings, missing: str, said: dict[str, object] | None, instead: str
) -> None:
    """And nothing of ringing whom nobody may ring."""
    kept = {} if said is None else {12: Contact(**{"member_id": 12, "consent": True, **said})}  # type: ignore[arg-type]
    found = by_their_way(of_rule(World(), "unvoted", settings).values(), kept, ON)
    why = next(one.why for one in found if one.key == "proposals/unvoted/12")
    assert (instead or missing) in why
    if instead:
        assert "ring" not in why
        assert "[proposals" not in why
    assert all(one.reached is None for one in found)


def test_who_is_rung_once_a_title_is_known_is_no_task_before() -> None:
    waits = World(filed=[Filed(told=None)], head=BEGAN + 1_010)
    assert of_rule(waits, "unvoted")["12"].wanted == ()
    assert unreachable(of_rule(waits, "unvoted").values(), {}, ON) == ()


@pytest.mark.parametrize(("head", "level"), [(LAST - 3_601, "task"), (LAST - 3_600, "alert")])
def test_the_last_hours_are_an_alert(head: int, level: str) -> None:
    assert of_rule(World(head=head), "unvoted")["12"].level == level


@pytest.mark.parametrize("stored", [{"votes": ()}, {"abstentions": None}])
def test_where_the_votes_are_not_known_by_whom_nobody_is_asked(stored: dict[str, object]) -> None:
    world = World(filed=[Filed(votes={11: "A"}, stored=stored)])
    found = concluded(world)
    assert not any(key.startswith("proposals/unvoted/") for key in found)
    assert "nothing is said about who has" in found["proposals/facts/votes"].why


def test_twenty_proposals_fit_into_messages_with_no_line_cut() -> None:
    filed = [Filed(number=number, title="*" * 40) for number in range(1, 21)]
    wanted = digests(World(filed=filed, handles={20: "_" * 60}), 12)
    assert 1 < len(wanted) <= 8
    assert len({one.part for one in wanted}) == len(wanted)
    lines = [line for one in wanted for line in one.text.splitlines() if line.startswith("- ")]
    assert [line.split(",")[0] for line in lines] == [f"- **Proposal {number}**" for number in range(1, 21)]
    for one in wanted:
        assert len(one.text.replace("[[time", "x" * 14).replace("[[left", "x" * 14)) < 1_950


def test_what_a_digest_has_told_is_not_told_again_when_its_own_occasion_is_gone() -> None:
    """Two proposals; the digest for the second is out. Then the second is voted on, and later the first comes to its step."""
    other = Filed(number=9, activated=BEGAN + 1_500)
    voted = replace(other, votes={12: "A"})
    worlds = [
        World(filed=[Filed(), other]),
        World(filed=[Filed(), voted], head=BEGAN + 2_500),
        World(filed=[Filed()], head=BEGAN + 2_600),
        World(filed=[Filed()], head=LAST - 14_400),
        World(filed=[Filed()], head=LAST - 14_000),
    ]
    drafts: list[DraftOnDesk] = []
    sent: list[list[str]] = []
    known: list[OnDesk] = []
    for world in worlds:
        (finding,) = (one for one in of_rule(world, "unvoted").values() if one.key == "proposals/unvoted/12")
        changes = reconcile(known, drafts, [finding], Silence(duties={}, sources={}))
        known = [OnDesk(number=1, finding=finding)]
        sent.append([each.wanted.part for each in changes.drafted])
        for each in changes.drafted:
            draft = replace(draft_of(each.wanted, number=len(drafts) + 1), finding=1)
            drafts.append(DraftOnDesk(draft=draft, state="sent"))
    assert sent == [[f"9-{BEGAN + 1_500}-created"], [], [], [f"7-{LAST}-14400"], []]
