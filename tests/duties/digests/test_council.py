"""Council members: exactly what they have not voted on, once for what is new, and never on a day on which a reminder tells of it."""

from dataclasses import replace

import pytest

from secretariat.desk.approvals import never_ahead
from secretariat.desk.neutrality.gate import concerns
from secretariat.desk.reconcile import DraftOnDesk, OnDesk, Silence, reconcile
from secretariat.duties.digests.settings import Settings
from secretariat.duties.digests.texts import template
from tests.desk.words import draft as draft_of
from tests.duties.digests.invented import DAY, SETTINGS, concluded, to
from tests.duties.proposals.invented import BEGAN, ELECTION, Filed, World

ACTIVATED = BEGAN + 1_000
LAST = ACTIVATED + 43_199
FIRST_DAY = ACTIVATED // DAY
"""Day 69: it begins 7,400 blocks before the vote."""
QUIET = (FIRST_DAY + 1) * DAY
KEY = "digests/council/council-1"
LONG = Filed(number=8, title="Signal for a plan", type="signal", period=100_800)
"""Its steps are on the days 69, 73, 75 and 76, so that days 70 to 72 and 74 are quiet."""
NEXT = 70 * DAY + 10
"""A vote that begins here has its steps on the days 70, 74 and 76."""


def test_each_gets_exactly_what_they_have_not_voted_on_and_who_has_voted_gets_nothing() -> None:
    world = World(filed=[Filed(votes={11: "A", 12: "R"}), replace(LONG, votes={11: "A"})], head=QUIET)
    assert to(world, 11) == ()
    (bert,), (cleo,) = to(world, 12), to(world, 13)
    assert "Proposal 7" not in bert.text
    assert "- **Proposal 8**, Signal: “Signal for a plan”, by edda." in bert.text
    first, second = (cleo.text.index(f"- **Proposal {number}**,") for number in (7, 8))
    assert first < second, "what ends first stands first"
    assert (
        f"{LAST:,} ([[time {LAST}]]), in [[left {LAST}]]. Discussion and votes: https://pioneerapp.xyz/#/proposals/preview/7"
        in cleo.text
    )
    assert all(name not in cleo.text for name in ("ada", "bert", "cleo"))
    finding = concluded(world)[KEY]
    assert finding.title == "Digests to council members: 2 members with votes to cast"
    assert "member 12: 8; by member 13: 7, 8." in finding.why
    assert "11" not in finding.why
    assert (finding.audience, finding.asks) == ("desk", ())


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (ACTIVATED, None),
        (QUIET - 1, None),
        (QUIET, 70),
        (QUIET + DAY - 1, 70),
        (QUIET + DAY, None),
        (LAST - 14_400, None),
        (LAST - 3_600, None),
        (LAST - 1, None),
    ],
)
def test_it_is_told_on_the_first_day_without_a_reminder(head: int, part: int | None) -> None:
    """The vote begins on day 69; 14,400 blocks before its last block is on day 71, 3,600 before it on day 72."""
    wanted = to(World(head=head), 12)
    assert [one.part for one in wanted] == ([] if part is None else [f"member-12-day-{part}"])
    if wanted:
        assert wanted[0].until == QUIET + DAY - 1
    assert KEY in concluded(World(head=head)), "the desk knows them on every day"


@pytest.mark.parametrize(
    ("filed", "day", "told"),
    [
        ([LONG], 70, "70"),
        ([LONG], 71, "70"),
        ([LONG], 72, "70"),
        ([LONG], 73, None),
        ([LONG], 74, "70"),
        ([LONG], 75, None),
        ([LONG, replace(LONG, number=9, activated=NEXT)], 70, None),
        ([LONG, replace(LONG, number=9, activated=NEXT)], 71, "71"),
        ([replace(LONG, votes={12: "A"}), replace(LONG, number=9, activated=NEXT)], 71, "71"),
        ([LONG, replace(LONG, number=9, activated=NEXT, votes={12: "A"})], 71, "70"),
        ([replace(LONG, period=7_000, activated=QUIET - 100)], 70, None),
        ([replace(LONG, activated=QUIET - 3_600)], 70, None),
        ([replace(LONG, activated=QUIET - 3_601)], 70, "70"),
        ([replace(LONG, activated=QUIET - 100)], 70, None),
        ([replace(LONG, activated=QUIET - 100)], 71, "71"),
    ],
)
def test_its_day_is_that_of_the_newest_vote_on_the_list(filed: list[Filed], day: int, told: str | None) -> None:
    """What is told of a vote that began at the end of a day may go out on the next one, by when it has its title and a yes."""
    wanted = to(World(filed=filed, head=day * DAY + 50), 12)
    assert [one.part.rpartition("-")[2] for one in wanted] == ([] if told is None else [told])


def test_the_same_list_goes_out_once_whatever_is_voted_on_since() -> None:
    other = replace(LONG, number=9, activated=NEXT)
    voted = replace(other, votes={12: "A"})
    steps = [
        (World(filed=[LONG], head=QUIET), ["member-12-day-70"]),
        (World(filed=[LONG], head=QUIET + 500), []),
        (World(filed=[LONG, other], head=QUIET + DAY), ["member-12-day-71"]),
        (World(filed=[LONG, voted], head=QUIET + DAY + 900), []),
        (World(filed=[LONG, voted], head=74 * DAY), []),
    ]
    known: list[OnDesk] = []
    drafts: list[DraftOnDesk] = []
    for world, expected in steps:
        finding = concluded(world)[KEY]
        finding = replace(finding, wanted=to(world, 12))
        changes = reconcile(known, drafts, [finding], Silence(duties={}, sources={}))
        known = [OnDesk(number=1, finding=finding)]
        assert [each.wanted.part for each in changes.drafted] == expected
        for each in changes.drafted:
            draft = replace(draft_of(each.wanted, number=len(drafts) + 1), finding=1)
            drafts.append(DraftOnDesk(draft=draft, state="sent"))


@pytest.mark.parametrize("stage", ["announcing", "voting", "revealing"])
def test_an_election_under_way_is_told_with_the_last_block_of_its_stage(stage: str) -> None:
    ends = QUIET + 30_000
    world = World(filed=[LONG], head=QUIET, stage=stage, began=BEGAN, ends=ends)
    (one,) = to(world, 12)
    assert f"until block {ends - 1:,} ([[time {ends - 1}]]), in [[left {ends - 1}]]" in one.text
    assert "election" not in to(World(filed=[LONG], head=QUIET), 12)[0].text


def test_the_last_block_takes_the_council_change_into_account() -> None:
    filed = replace(LONG, activated=ELECTION - 60_000)
    world = World(filed=[filed], stage="revealing", began=ELECTION - 57_600, ends=ELECTION, head=ELECTION - 40_000)
    texts = [one.text for one in to(world, 12)]
    assert all(f"{ELECTION - 2:,}" in text for text in texts)
    assert concluded(world)[KEY].due is not None
    assert concluded(world)[KEY].due.block == ELECTION - 2  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "filed",
    [
        Filed(votes={11: "A", 12: "A"}),
        Filed(approved_at=BEGAN + 1_900),
        Filed(dormant=True),
        Filed(votes={11: "A"}, stored={"votes": ()}),
    ],
)
def test_nothing_is_concluded_where_nobody_can_vote_or_who_has_is_not_known(filed: Filed) -> None:
    assert KEY not in concluded(World(filed=[filed], head=QUIET))


def test_it_can_be_left_out_approved_ahead_and_is_neutral() -> None:
    world = World(filed=[Filed(title="*" * 40), LONG], head=QUIET)
    assert to(world, 12, Settings(council=False)) == ()
    for one in to(world, 12, SETTINGS):
        assert concerns(one) == ()
        assert never_ahead(draft_of(one)) == ""
        assert one.until is not None


def test_a_yes_given_ahead_binds_to_the_words_of_its_lines_and_stages_too() -> None:
    """So that it ends where one of these texts is written anew."""
    parts = {part.name for part in template("council").parts}
    assert parts == {f"digests/{name}" for name in ("line", "stage-announcing", "stage-revealing", "stage-voting")}
    assert {part.name for part in template("lead").parts} == {
        "digests/report",
        "digests/report-incomplete",
        "digests/report-overdue",
    }
