"""The judge counts what is missing, said twice, wrong and late, each in its row: a judge that cannot fail is worth nothing."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Sample, Seen
from secretariat.cli.term.judge.rows import ROWS, judge
from secretariat.duties.register import DUTIES
from tests.demo.term.invented import (
    ANNOUNCING,
    CONFIGURED,
    ELECTED,
    REVEALING,
    THREAD,
    VOTING,
    at,
    blamed,
    candidacy,
    counted,
    evidence,
    last,
    said,
    texts,
    truth,
    vote,
)

NAMES = tuple(texts())
HOME = {
    "introductions": "E1", "announcing": "E2", "questions": "E2", "few": "E3", "enough": "E3", "thin": "E3",
    "voting, 14400": "B10", "voting, 3600": "B10", "revealing, 14400": "B10", "revealing, 3600": "B10",
}  # fmt: skip


def test_a_term_with_every_message_in_time_is_well() -> None:
    found = judge(evidence())
    assert (found.wrong, found.doubled) == ([], [])
    assert blamed(found) == {}
    assert found.well
    assert counted(found, "occasions") == {"E1": 1, "E2": 2, "E3": 4, "E4": 7, "E5": 2, "E6": 1, "B10": 4, "B12": 3}
    assert counted(found, "in_time") == counted(found, "occasions")


def test_there_is_a_row_for_every_row_of_the_role_that_the_duties_of_a_played_term_claim() -> None:
    """A played term has these duties on (``cli/term/place.py``). B11 is what is published; of B4 guidance has the guides alone, row B5."""
    played = [
        duty for duty in DUTIES if duty.name in ("digests", "elections", "forum", "guidance", "proposals", "terms")
    ]
    assert {row for duty in played for row in duty.role} - {"B4"} | {"B11"} == set(ROWS)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_message_is_missed_in_its_row(name: str) -> None:
    def leave_out(told: dict[str, Arrived]) -> None:
        del told[name]
        if name == "introductions":  # without a thread nothing can be posted into it
            for other in [each for each in told if each.endswith("thread")]:
                del told[other]
            told["voting"] = replace(told["voting"], text=told["voting"].text.replace(f": forum thread {THREAD}", ""))

    found = blamed(judge(evidence(leave_out)))
    assert set(found) == {"missed"}
    assert found["missed"][HOME.get(name, "E4")] == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_message_said_twice_is_doubled_in_its_row(name: str) -> None:
    def repeat(told: dict[str, Arrived]) -> None:
        one = told[name]
        told["again"] = replace(one, block=one.block + 10, receipt="again")

    assert blamed(judge(evidence(repeat))) == {"doubled": {HOME.get(name, "E4"): 1}}


WRONG: list[tuple[str, str, str]] = [
    ("introductions", "cycle 5", "cycle 6"),
    ("introductions", "Council 4", "Council 5"),
    ("introductions", "3 seats", "4 seats"),
    ("introductions", f"{VOTING - 1:,} (", f"{VOTING:,} ("),
    ("announcing", "500 JOY", "501 JOY"),
    ("announcing", "0.5 JOY", "0.6 JOY"),
    ("announcing", "7,200.00", "7,300.00"),
    ("questions", "57,600 blocks; Rev", "57,601 blocks; Rev"),
    ("questions", "32 bytes", "64 bytes"),
    ("few", "2 candidates", "1 candidate"),
    ("few", "3 needed", "4 needed"),
    ("few", "71 h", "75 h"),
    ("enough", "3 candidates", "2 candidates"),
    ("voting", "3 candidates for", "4 candidates for"),
    ("voting", "at least 1 JOY", "at least 2 JOY"),
    ("voting", "UTC", "UTC, or on day 7,"),
    ("voting", f"forum thread {THREAD}", f"forum thread {THREAD + 1}"),
    ("voting, 3600", "a vote:", "a candidacy:"),
    ("thin", "4 votes", "5 votes"),
    ("thin", "100 JOY", "200 JOY"),
    ("revealing", "3 candidates", "2 candidates"),
    ("revealing, 14400", f"{at(ELECTED - 1)}", f"{at(ELECTED + 9_999)}"),
    ("unrevealed", "2 votes of 4", "1 vote of 4"),
    ("unrevealed", "1 of 3", "2 of 3"),
    ("elected", f"{ELECTED:,}", f"{ELECTED + 1:,}"),
    ("elected", "Cycle 5", "Cycle 4"),
]


@pytest.mark.parametrize(("name", "true", "false"), WRONG)
def test_a_claim_that_is_not_so_is_wrong_in_its_row(name: str, true: str, false: str) -> None:
    def lie(told: dict[str, Arrived]) -> None:
        assert true in told[name].text
        told[name] = replace(told[name], text=told[name].text.replace(true, false, 1))

    assert blamed(judge(evidence(lie))) == {"wrong": {HOME.get(name, "E4"): 1}}


@pytest.mark.parametrize(
    ("name", "number", "words"),
    [
        ("few", "3 needed", "more needed"),
        ("voting, 3600", f": {REVEALING - 1:,} (", ": soon ("),
        ("unrevealed", "2 votes of 4", "some votes"),
        ("voting", f"forum thread {THREAD}", "in the forum"),
        ("questions", "at most 32", "at most a few"),
    ],
)
def test_a_message_without_its_number_is_wrong(name: str, number: str, words: str) -> None:
    def leave_out(told: dict[str, Arrived]) -> None:
        told[name] = replace(told[name], text=told[name].text.replace(number, words))

    assert blamed(judge(evidence(leave_out))) == {"wrong": {HOME.get(name, "E4"): 1}}


@pytest.mark.parametrize(
    ("block", "text", "row"),
    [
        (ANNOUNCING + 2_000, "2 candidates, 3 needed (cycle 5)", "E3"),
        (VOTING + 5_000, "Voting ends soon (cycle 5)", "B10"),
        (VOTING + 5_000, "Announcing begins anew (cycle 5)", "E4"),
        (VOTING + 5_000, "What a fine day", "E4"),
    ],
)
def test_a_message_that_nothing_calls_for_is_wrong(block: int, text: str, row: str) -> None:
    def add(told: dict[str, Arrived]) -> None:
        mentions = ("77",) if "soon" in text else ()
        told["more"] = said("discord", block, text, mentions=mentions)

    assert blamed(judge(evidence(add))) == {"wrong": {row: 1}}


@pytest.mark.parametrize("name", ["introductions", "announcing", "voting", "revealing"])
def test_where_a_page_of_questions_is_configured_what_opens_something_links_it(name: str) -> None:
    address = "https://questions.example/2024"

    def link(told: dict[str, Arrived]) -> None:
        for each, one in told.items():
            told[each] = replace(one, text=f"{one.text}\n- {address}")

    def leave_out(told: dict[str, Arrived]) -> None:
        whole = told[name]
        link(told)
        told[name] = whole

    configured = replace(CONFIGURED, questions_url=address)
    assert blamed(judge(evidence(link, configured=configured))) == {}
    assert blamed(judge(evidence(leave_out, configured=configured))) == {"wrong": {HOME.get(name, "E4"): 1}}


@pytest.mark.parametrize(("takes", "verdict"), [(50, "missed"), (5_000, "late_by_person")])
def test_what_never_came_is_the_persons_only_where_they_are_slow(takes: int, verdict: str) -> None:
    def leave_out(told: dict[str, Arrived]) -> None:
        del told["few"]

    shown = (Seen(name="d1.1", place="discord", seen=VOTING - 43_190, text=texts()["few"].text),)
    assert blamed(judge(evidence(leave_out, seen=shown, takes=takes))) == {verdict: {"E3": 1}}


def test_what_a_source_kept_from_being_said_at_all_is_the_sources() -> None:
    def leave_out(told: dict[str, Arrived]) -> None:
        del told["unrevealed"]

    looks = tuple(
        Sample(head=block, query_node=REVEALING, stage="", ends_at=0) for block in range(REVEALING, ELECTED, 600)
    )
    assert blamed(judge(evidence(leave_out, samples=looks))) == {"late_by_source": {"E4": 1}}


def test_a_number_that_changes_at_every_turn_may_be_told_and_is_asked_for_once_it_stands() -> None:
    told = truth()
    votes = told["elections"][-1]["votes"]
    first = ELECTED - 1 - 14_400
    for place in range(20):
        votes[f"0xff{place:02}"] = vote(1, VOTING + 500, 3, first + 200 * place)

    def leave_out(told: dict[str, Arrived]) -> None:
        del told["thin"]  # these votes carry stake, and count

    def at_once(told: dict[str, Arrived]) -> None:
        leave_out(told)
        words = "21 votes of 24 not revealed yet (cycle 5)\n1 of 3 candidates has no revealed vote.\n"
        text = words + last("revealing a vote", ELECTED, first + 150)
        told["unrevealed"] = replace(told["unrevealed"], block=first + 150, text=text)

    def never(told: dict[str, Arrived]) -> None:
        leave_out(told)
        del told["unrevealed"]

    assert blamed(judge(evidence(at_once, truth=told))) == {}
    assert blamed(judge(evidence(never, truth=told))) == {"missed": {"E4": 1}}


def test_what_need_not_be_said_is_in_time_whenever_it_is_said() -> None:
    """A fourth stands, until a withdrawal after the step leaves exactly enough: no step calls for words, and they help."""
    told = truth()
    told["elections"][-1]["candidacies"] += [candidacy(6, VOTING - 29_000, VOTING - 9_000)]

    def later(texts: dict[str, Arrived]) -> None:
        words = f"3 candidates, exactly as many as needed (cycle 5)\n{last('a candidacy', VOTING, VOTING - 8_900)}"
        texts["enough"] = replace(texts["enough"], block=VOTING - 8_900, text=words)

    def never(texts: dict[str, Arrived]) -> None:
        del texts["enough"]

    assert blamed(judge(evidence(later, truth=told))) == {}
    assert blamed(judge(evidence(never, truth=told))) == {}
    assert counted(judge(evidence(later, truth=told)), "occasions")["E3"] == 4
    assert counted(judge(evidence(never, truth=told)), "occasions")["E3"] == 3


def swapped(text: str) -> str:
    """Put the first of a list's people last."""
    lines = text.splitlines()
    named = [number for number, line in enumerate(lines) if "(member id" in line]
    first = lines.pop(named[0])
    lines.insert(named[-1], first)
    return "\n".join(lines)


NOT_NEUTRAL: list[tuple[str, Any]] = [
    ("elected", swapped),
    ("voting, thread", swapped),
    ("voting, thread", lambda text: text.replace("edda\\*moss", "edda*moss")),
    ("voting, thread", lambda text: text.replace("edda\\*moss", "eddamoss the great")),
    ("voting, thread", lambda text: text.replace("(member id 5)", "(member id 5), a good one")),
    ("elected", lambda text: text.replace("- hugo (member id 5)\n", "")),
    ("elected", lambda text: text.replace("ab" * 32, "cd" * 32)),
    ("unrevealed", lambda text: f"{text}\nleon_park has voted."),
    ("few", lambda text: f"{text}\n- hugo (member id 5)"),
    ("few", lambda text: f"{text}\n[here](//e.invalid)"),
    ("few", lambda text: f"{text}\n@everyone"),
    ("few", lambda text: f"{text}\n<img src=x>"),
    ("few", lambda text: f"{text}\nadmin\u202enimda"),
]


@pytest.mark.parametrize(("name", "change"), NOT_NEUTRAL)
def test_what_is_not_neutral_or_not_harmless_is_wrong(name: str, change: Any) -> None:
    def spoil(told: dict[str, Arrived]) -> None:
        text = change(told[name].text)
        assert text != told[name].text
        told[name] = replace(told[name], text=text)

    assert blamed(judge(evidence(spoil))) == {"wrong": {"B12": 1}}


@pytest.mark.parametrize(
    ("name", "mentions"),
    [("few", ("77",)), ("few", ("everyone",)), ("voting, 3600", ()), ("voting, 3600", ("77", "78"))],
)
def test_only_reminders_ring_and_only_the_role(name: str, mentions: tuple[str, ...]) -> None:
    def ring(told: dict[str, Arrived]) -> None:
        told[name] = replace(told[name], mentions=mentions)

    assert blamed(judge(evidence(ring))) == {"wrong": {"B12": 1}}


@pytest.mark.parametrize(
    ("left_out", "row"),
    [("A seat gets 0.5 JOY a block, about 7,200.00 JOY in 14,400 blocks.", "E5"), ("- Say what you did.", "E6")],
)
def test_a_thread_without_benefits_or_checklist_misses_them(left_out: str, row: str) -> None:
    def leave_out(told: dict[str, Arrived]) -> None:
        told["introductions"] = replace(told["introductions"], text=told["introductions"].text.replace(left_out, ""))

    assert blamed(judge(evidence(leave_out))) == {"missed": {row: 1}}


def test_what_the_world_let_the_secretary_write_serves_and_is_not_judged() -> None:
    def by_hand(told: dict[str, Arrived]) -> None:
        told["introductions"] = replace(told["introductions"], text="Who stands?", by_hand=True)

    found = judge(evidence(by_hand))
    assert found.well
    assert counted(found, "occasions")["E1"] == 1
