"""The judge holds the published calendar and feed against what is to come and what was said."""

from dataclasses import replace
from datetime import UTC, datetime
from html import escape

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Configured, Evidence
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.publishing.calendar_file import ahead, wrong_of_calendar
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import (
    ANNOUNCING,
    CONFIGURED,
    ELECTED,
    ENDED,
    GENESIS,
    IDLE,
    REVEALING,
    TIME,
    VOTING,
    blamed,
    counted,
    evidence,
    texts,
    truth,
)
from tests.demo.term.invented_votes import APPROVED, LAST, LOST, OPENED, POOR, votes_truth

BOTH: Configured = replace(CONFIGURED, duties=("elections", "publish"))
STAGES = {"announcing": ANNOUNCING, "voting": VOTING, "revealing": REVEALING, "idle": ELECTED}


def event(name: str, block: int, *, sequence: int = 0, status: str = "CONFIRMED", genesis: str = GENESIS) -> str:
    """Write an event of a calendar file, with a line that is folded."""
    at = datetime.fromtimestamp((TIME + (block - ENDED) * 6_000) / 1000, UTC)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{name}@{genesis.removeprefix('0x')[:16]}.secretariat",
        f"SEQUENCE:{sequence}",
        f"DTSTART:{at:%Y%m%dT%H%M}00Z",
        "DESCRIPTION:Block " + f"{block:,}".replace(",", "\\,") + ". Expected between one moment\r\n  and another.",
        f"STATUS:{status}",
        "END:VEVENT",
    ]
    return "\r\n".join(lines) + "\r\n"


def calendar_at(block: int) -> str:
    """Write the calendar of a block: what is past stays as it was told, and what is to come where nothing fails."""
    told = {
        "last-vote-4": ANNOUNCING - 500,
        "last-candidacy-5": VOTING - 1,
        "last-vote-5": REVEALING - 1,
        "last-reveal-5": ELECTED - 1,
        "election-5": ELECTED,
        "announcing-begins-6": ELECTED + IDLE,
        "term-summaries-3": ELECTED - 1 + 28_800,
    }
    if block >= ELECTED:
        ends = [ELECTED + IDLE + after for after in (86_400, 144_000, 201_600)]
        told |= {"last-candidacy-6": ends[0] - 1, "last-vote-6": ends[1] - 1, "last-reveal-6": ends[2] - 1}
        told |= {"election-6": ends[2], "announcing-begins-7": ends[2] + IDLE, "term-summaries-4": ends[2] - 1 + 28_800}
        told |= {"council-report-4": ELECTED + 14_400, "council-plan-4": ELECTED + 28_800}
        told |= {
            "group-report-forumWorkingGroup-4": ELECTED + 7_200,
            "group-plan-forumWorkingGroup-4": ELECTED + 43_200,
        }
    gone = event("last-proposal-vote-2", ELECTED + 999, status="CANCELLED", sequence=3)
    return "BEGIN:VCALENDAR\r\n" + "".join(event(name, at) for name, at in told.items()) + gone


def feed(told: list[Arrived]) -> str:
    """Write the feed of texts."""
    entries = (f'<entry><content type="text">{escape(one.text)}</content></entry>' for one in told)
    return f"<feed>{''.join(entries)}</feed>"


def pages() -> dict[str, Arrived]:
    """Give calendar and feed of each stage, published a hundred blocks after it began."""
    made = {}
    for name, begins in STAGES.items():
        block = begins + 150
        public = [one for one in texts().values() if one.place != "file" and one.block <= block]
        for kind, text in (("calendar", calendar_at(begins)), ("feed", feed(public))):
            made[f"{kind} {name}"] = Arrived(place="page", block=block, text=text, title=kind, receipt=f"{kind} {name}")
    return made


def shown(told: dict[str, Arrived]) -> Evidence:
    """Give what the judge is shown of the election with these pages."""
    made = evidence(configured=BOTH)
    return replace(made, arrived=(*made.arrived, *told.values()))


def test_a_calendar_and_a_feed_in_each_stage_are_well() -> None:
    found = judge(shown(pages()))
    assert (found.wrong, found.doubled) == ([], [])
    assert blamed(found) == {}
    assert counted(found, "occasions")["B11"] == 8


@pytest.mark.parametrize("name", pages())
def test_a_page_that_is_missing_late_or_published_twice_is_counted(name: str) -> None:
    told = pages()
    del told[name]
    assert blamed(judge(shown(told))) == {"missed": {"B11": 1}}
    told = pages()
    told["again"] = replace(told[name], block=told[name].block + 5, receipt="again")
    assert blamed(judge(shown(told))) == {"doubled": {"B11": 1}}
    told = pages()
    told[name] = replace(told[name], block=told[name].block + 600)
    assert blamed(judge(shown(told)))["late_by_product"] == {"B11": 1}


WRONG: list[tuple[str, str, str]] = [
    ("calendar announcing", "UID:last-candidacy-5@", "UID:last-candidacy-6@"),
    ("calendar announcing", "186\\,399", "186\\,400"),
    ("calendar voting", "SEQUENCE:0", "SEQUENCE:none"),
    ("calendar voting", GENESIS[2:18], "cd" * 8),
    ("calendar revealing", "DTSTART:20231114", "DTSTART:20231115"),
    ("calendar idle", "UID:election-6@", "UID:election-7@"),
    ("calendar idle", "UID:council-report-4@", "UID:council-report-3@"),
    ("calendar idle", "UID:group-plan-forumWorkingGroup-4@", "UID:group-plan-forumWorkingGroup-5@"),
    ("calendar voting", "UID:term-summaries-3@", "UID:term-summaries-2@"),
    ("feed voting", "Candidacies are open", "Candidacies"),
    ("feed idle", "a council is elected", "a council"),
]


@pytest.mark.parametrize(("name", "true", "false"), WRONG)
def test_a_page_that_tells_otherwise_is_wrong(name: str, true: str, false: str) -> None:
    told = pages()
    assert true in told[name].text
    told[name] = replace(told[name], text=told[name].text.replace(true, false))
    assert "B11" in blamed(judge(shown(told)))["wrong"]


def test_an_event_that_moves_keeps_its_name_and_counts_up() -> None:
    history = History(truth())
    before = replace(pages()["calendar announcing"], text=calendar_at(ANNOUNCING).replace("301\\,600", "301\\,500"))
    after = pages()["calendar voting"]
    wrong = list(wrong_of_calendar(after, before, history, GENESIS, 20))
    assert wrong == ["moved election-5 without a higher number"]
    counted_up = replace(
        after, text=after.text.replace(event("election-5", ELECTED), event("election-5", ELECTED, sequence=1))
    )
    assert list(wrong_of_calendar(counted_up, before, history, GENESIS, 20)) == []
    lost = replace(after, text=after.text.replace(event("last-vote-4", ANNOUNCING - 500), ""))
    assert "lost" in " ".join(wrong_of_calendar(lost, pages()["calendar announcing"], history, GENESIS, 20))


def test_a_digest_to_one_member_is_not_for_everybody() -> None:
    told = pages()
    words = "**Proposals that wait for your vote**\n- Proposal 7 waits."
    digest = Arrived(place="council", block=VOTING - 500, text=words, mentions=("911",), receipt="digest")
    told |= {"digest": digest}
    told["feed voting"] = replace(
        told["feed voting"], text=told["feed voting"].text.replace("</feed>", f"<content>{words}</content></feed>")
    )
    wrong = [why for row, why in judge(shown(told)).wrong if row == "B11"]
    assert len(wrong) == 1
    assert "was for one member" in wrong[0]


def test_votes_on_proposals_stand_in_the_calendar() -> None:
    history = History(votes_truth())
    assert ahead(history, OPENED[LOST] + 10)[f"last-proposal-vote-{LOST}"] == LAST[LOST]
    assert f"last-proposal-vote-{LOST}" not in ahead(history, OPENED[LOST] - 10)


@pytest.mark.parametrize(("councils", "last"), [(1, None), (2, ELECTED + 43_199)])
def test_a_vote_that_waits_for_the_next_council_is_to_come_with_its_period(councils: int, last: int | None) -> None:
    told = votes_truth()
    (one,) = (each for each in told["proposals"] if each["id"] == POOR)
    one["parameters"]["constitutionality"], one["executed"], one["error"] = councils, None, None
    history, name = History(told), f"last-proposal-vote-{POOR}"
    assert ahead(history, APPROVED - 3)[name] == LAST[POOR]
    assert ahead(history, APPROVED).get(name) == last
    one["parameters"]["voting_period"] = 900_000  # then the council after the next one comes first
    if last is not None:
        assert ahead(history, APPROVED)[name] == ELECTED + IDLE + 86_400 + 57_600 + 57_600 - 2
