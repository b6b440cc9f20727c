"""The judge counts what is missing, said twice, wrong and late about a council's term, in messages, threads and at the desk."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Noted, Post
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.rows import judge
from secretariat.cli.term.judge.terms.reading import kind_of_task
from secretariat.cli.term.judge.terms.term import Known, calendar, terms
from tests.demo.term.invented import (
    ANNOUNCING,
    HANDLES,
    IDLE,
    VOTING,
    at,
    blamed,
    counted,
    cycle,
    past,
    played,
    said,
    truth,
)
from tests.demo.term.invented_term import (
    AGAIN,
    APPROVED,
    BEGAN,
    CALL,
    CALL_LAST,
    CREATED,
    DEADLINE,
    EXECUTED,
    FEEDBACK,
    FIRST,
    LIMIT,
    NEAR,
    NOTED,
    POSTS,
    SIGNAL,
    SUMMARIES,
    TASKS,
    left,
    staffed,
    summary,
    task,
    term_evidence,
    term_texts,
    term_truth,
)

NAMES = tuple(term_texts())
AT_DESK = frozenset(name for name, *_ in TASKS)
ASKS = {"which": 2, "mandate": 3, "permission": 4}
"""Tasks that a note answers, with how much was noted before."""

OPENED = {"feedback 3": FEEDBACK, "summaries": SUMMARIES, "call, thread": CALL, "feedback 4": AGAIN}


def home(name: str) -> str:
    """Give the row of a text or task."""
    if name.startswith(("group-", "council-")):
        return "B1"
    if name.startswith("feedback"):
        return "C4"
    return "T1" if name.startswith(("summaries", "deadline", "reminder", "not-posted", "untold")) else "C1"


def test_a_term_with_every_message_in_time_is_well() -> None:
    found = judge(term_evidence(term_texts()))
    assert (found.wrong, found.doubled) == ([], [])
    assert blamed(found) == {}
    assert counted(found, "occasions") == {"B1": 12, "B12": 3, "C1": 11, "C4": 5, "T1": 9}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ASKS])
def test_what_is_missing_is_missed_in_its_row(name: str) -> None:
    told = term_texts()
    del told[name]
    if name in OPENED:  # nothing tells of a thread that is not there, and nothing is posted into it
        number = OPENED[name]
        told = {
            other: one for other, one in told.items() if one.thread != number and f"thread {number}" not in one.text
        }
        if name == "call, thread":
            told |= {
                other: replace(
                    term_texts()[other], text=term_texts()[other].text.replace(f"forum thread {CALL}", "here")
                )
                for other in ("call", "willing")
            }
        if name == "feedback 3":
            told["summaries"] = replace(
                term_texts()["summaries"], text=term_texts()["summaries"].text.split("\nFeedback")[0]
            )
            told |= {
                other: term_texts()[other]
                for other in ("summaries-open", "deadline", "reminder 14400", "reminder 3600")
            }
        if name == "summaries":
            for other in ("not-posted", "untold 12", "untold 13"):
                del told[other]
    found = blamed(judge(term_evidence(told)))
    assert set(found) == {"missed"}
    assert found["missed"][home(name)] == 1


@pytest.mark.parametrize("name", ASKS)
def test_a_task_that_asks_for_a_note_is_missed_while_nothing_is_noted(name: str) -> None:
    told = term_texts()
    later = ["which", "clock-created", "clock-in-time", "mandate", "permission"]
    for other in later[later.index(name) :]:
        del told[other]
    if name == "which":
        words = "No proposal elects the secretary of council 4, and the time for it is over"
        told["clock"] = task(LIMIT + 10, words, alert=True)
    found = judge(term_evidence(told, noted=NOTED[: ASKS[name]]))
    assert blamed(found) == {"missed": {"C1": 1}}
    assert [one.occasion.split(",")[0] for one in found.occasions if one.verdict == "missed"] == [name]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in AT_DESK])
def test_a_message_said_twice_is_doubled_in_its_row(name: str) -> None:
    told = term_texts()
    told["again"] = replace(told[name], block=told[name].block + 5, receipt="again")
    assert blamed(judge(term_evidence(told))) == {"doubled": {home(name): 1}}


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OPENED])
def test_what_comes_an_hour_too_late_is_late(name: str) -> None:
    told = term_texts()
    told[name] = replace(told[name], block=told[name].block + (1_200 if name.startswith("call") else 610))
    found = {what: rows for what, rows in blamed(judge(term_evidence(told))).items() if what != "wrong"}
    late = {"late_by_product": {home(name): 1}}
    if name.startswith(("willing", "feedback-summary")):
        late["late_by_product"]["B12"] = 1
    assert found == late


WRONG: list[tuple[str, str, str]] = [
    ("feedback 3", f"{FIRST - 1:,}", f"{FIRST:,}"),
    ("feedback-open 3", f"thread {FEEDBACK}", f"thread {SUMMARIES}"),
    ("feedback 4", "with block", "after 4 weeks, with block"),
    ("feedback-summary", "council 3 ended", "council 4 ended"),
    ("feedback-summary", f"block {FIRST - 1:,}", f"block {FIRST:,}"),
    ("feedback-summary", "opened it: 3", "opened it: 4"),
    ("feedback-summary", "wrote them: 2", "wrote them: 3"),
    ("feedback-summary", "post 83", "post 84"),
    ("feedback-summary", "(2), in", "(3), in"),
    ("summaries", "28,800 blocks", "14,400 blocks"),
    ("summaries", f"is then block {DEADLINE:,}", f"is then block {DEADLINE + 1:,}"),
    ("summaries", at(DEADLINE), at(DEADLINE + 9_000)),
    ("summaries-open", f"thread {SUMMARIES}", f"thread {FEEDBACK}"),
    ("deadline", f"{DEADLINE:,}", f"{DEADLINE - 1:,}"),
    ("deadline, thread", "due**\n", "due in 2 days**\n"),
    ("reminder 14400", "in 23 h", "in 29 h"),
    ("reminder 3600", f"{DEADLINE:,}", f"{DEADLINE + 14_400:,}"),
    ("call, thread", f"{CALL_LAST:,}", f"{CALL_LAST + 1:,}"),
    ("call", f"{LIMIT:,}", f"{LIMIT + 1:,}"),
    ("call", f"thread {CALL}", f"thread {AGAIN}"),
    ("call", "- Has 1 name.", "- Has a name."),
    ("willing", f"{LIMIT:,}", f"{LIMIT - 1:,}"),
    ("clock-in-time", "in time and waits", "in time after 2 hours and waits"),
    ("group-plan", "9 of 9", "10 of 10"),
    ("not-posted", "2 of 3", "3 of 3"),
    ("not-posted", "2 of 3", "2 of 4"),
]


@pytest.mark.parametrize(("name", "true", "false"), WRONG)
def test_a_claim_that_is_not_so_is_wrong_in_its_row(name: str, true: str, false: str) -> None:
    told = term_texts()
    assert true in told[name].text
    told[name] = replace(told[name], text=told[name].text.replace(true, false, 1))
    found = judge(term_evidence(told))
    assert blamed(found) == {"wrong": {home(name): 1}}, found.wrong


UNCALLED: list[tuple[str, Arrived]] = [
    ("C1", said("discord", LIMIT + 100, "**Council 4: nobody has said that they are willing**")),
    ("C1", said("discord", CALL_LAST + 500, "**Council 5: who is willing to serve?**")),
    ("C4", said("discord", BEGAN + 50, "**Council 3: how is this term going?**")),
    ("T1", said("discord", NEAR - 100, "**Council 3: the thread for term summaries is open**")),
    ("T1", replace(term_texts()["reminder 3600"], block=DEADLINE - 20_000, receipt="early")),
    ("C1", task(CREATED + 10, f"Does proposal {SIGNAL + 1} elect the secretary?")),
    ("C1", task(CREATED + 130, f"Proposal {SIGNAL}, which elects the secretary of council 4, was approved late and waits")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "text"), UNCALLED)
def test_what_nothing_calls_for_is_wrong(row: str, text: Arrived) -> None:
    told = {**term_texts(), "more": text}
    found = judge(term_evidence(told))
    assert set(blamed(found)) <= {"wrong", "doubled"}
    assert [each for each, why in (*found.wrong, *found.doubled) if "B12" not in each] == [row]


def test_where_nobody_is_willing_the_council_is_told_and_no_list_is_asked_for() -> None:
    told = term_texts()
    for name in ("willing", "willing, thread", "clock-created", "clock-in-time", "mandate", "permission"):
        del told[name]
    words = f"**Council 4: nobody has said yet that they are willing to serve**\nIn time when approved in block {LIMIT:,} ({at(LIMIT)})"
    block = CALL_LAST + 100
    alone = term_evidence(told, noted=())
    assert blamed(judge(alone)) == {"missed": {"C1": 2}}, "the alert, and that the time is over"
    told["nobody"] = said("discord", block, f"{words}, {left(LIMIT, block)}.")
    told["clock"] = task(
        LIMIT + 10, "No proposal elects the secretary of council 4, and the time for it is over", alert=True
    )
    assert blamed(judge(term_evidence(told, noted=()))) == {}


def test_a_list_that_changed_after_the_call_is_told_anew() -> None:
    noted = (*NOTED, Noted(block=CALL_LAST + 400, what="willing", number=7))
    assert blamed(judge(term_evidence(term_texts(), noted=noted))) == {"missed": {"B12": 2, "C1": 2}}


NOT_NEUTRAL: list[Callable[[str], str]] = [
    lambda text: text.replace("(member id 3)", "(member id 3), who did well"),
    lambda text: text.replace("/secretary-4", "/secretary-5"),
    lambda text: text.replace("(member id 4)", "(member id 5)"),
    lambda text: "\n".join(sorted(text.splitlines(), key=lambda line: ("member id" in line, line), reverse=True)),
    lambda text: f"{text}\n{HANDLES[7]} is not on it.",
]
NOT_ALIKE: list[Callable[[str], str]] = [
    lambda text: text.replace("(member id 5), posts", "(member id 5), good posts"),
    lambda text: text.replace("/feedback-3", "/feedback-4"),
    lambda text: text.replace("(member id 5)", "(member id 4)"),
    lambda text: "\n".join(line for line in text.splitlines() if "member id 5" not in line),
    lambda text: f"{text}\n{HANDLES[7]} said most.",
]


@pytest.mark.parametrize("change", NOT_NEUTRAL)
def test_a_list_that_is_not_alike_for_all_is_wrong(change: Callable[[str], str]) -> None:
    told = term_texts()
    told["willing"] = replace(told["willing"], text=change(told["willing"].text))
    assert "B12" in blamed(judge(term_evidence(told)))["wrong"]


@pytest.mark.parametrize("change", NOT_ALIKE)
def test_a_list_of_who_gave_feedback_that_is_not_alike_for_all_is_wrong(change: Callable[[str], str]) -> None:
    told = term_texts()
    told["feedback-summary"] = replace(told["feedback-summary"], text=change(told["feedback-summary"].text))
    assert "B12" in blamed(judge(term_evidence(told)))["wrong"]


def test_where_nobody_gave_feedback_the_words_say_so_and_list_nobody() -> None:
    told = term_texts()
    head = summary().split("\n\nPosts")[0]
    words = f"{head}\n\nUp to that block ({FIRST - 1:,}) nobody posted in this thread."
    told["feedback-summary"] = replace(told["feedback-summary"], text=words)
    nobody = tuple(one for one in POSTS if one.thread != FEEDBACK)
    assert blamed(judge(term_evidence(told, posts=nobody))) == {}
    assert set(blamed(judge(term_evidence(told)))) == {"wrong"}


def test_the_reminders_ring_the_role_and_nobody_is_reminded_when_all_have_posted() -> None:
    told = term_texts()
    told["reminder 3600"] = replace(told["reminder 3600"], mentions=())
    assert blamed(judge(term_evidence(told))) == {"wrong": {"B12": 1}}
    everybody = (*POSTS, *(Post(thread=SUMMARIES, author=one, block=DEADLINE - 9_000) for one in (12, 13)))
    told["reminder 3600"] = term_texts()["reminder 3600"]
    assert blamed(judge(term_evidence(told, posts=everybody))) == {"doubled": {"T1": 1}}
    del told["reminder 3600"]
    assert blamed(judge(term_evidence(told, posts=everybody))) == {}


def test_an_approval_after_the_limit_is_late_and_a_rejection_is_told() -> None:
    late, rejected = term_truth(), term_truth()
    late["proposals"][0]["rounds"][0]["closed"] = LIMIT + 5
    late["proposals"][0]["executed"] = LIMIT + 1_205
    rejected["proposals"][0] |= {"executed": None}
    rejected["proposals"][0]["rounds"][0]["ended"] = "rejected"
    for told, kind in ((late, "clock-late"), (rejected, "clock-rejected")):
        found = judge(term_evidence(term_texts(), truth=told))
        assert [one.verdict for one in found.occasions if one.occasion.startswith(kind)] == ["missed"]
        assert any("approved in time" in why or "clock-in-time" in why for _, why in found.wrong)


def test_a_second_signal_after_a_rejected_one_has_the_clock() -> None:
    """The furthest one has it: the rejected one until the second is noted, which is then approved late."""
    told, texts, second = term_truth(), term_texts(), SIGNAL + 1
    (first,) = told["proposals"]
    again = {**first, "id": second, "created": APPROVED + 3_000, "executed": LIMIT + 1_201}
    again["rounds"] = [{**first["rounds"][0], "opened": APPROVED + 3_000, "closed": LIMIT + 1}]
    first["executed"] = None
    first["rounds"][0]["ended"] = "rejected"
    told["proposals"].append(again)
    noted = [one for one in NOTED if one.block < EXECUTED]
    noted.append(Noted(block=APPROVED + 3_110, what="proposal", number=second))
    for name in ("clock-in-time", "mandate", "permission"):
        del texts[name]
    elects = "which elects the secretary of council 4,"
    texts |= {
        "rejected": task(APPROVED + 10, f"Proposal {SIGNAL}, {elects} ended as rejected", alert=True),
        "which again": task(APPROVED + 3_010, f"Does proposal {second} elect the secretary?"),
        "created again": task(APPROVED + 3_120, f"Proposal {second}, {elects} is being voted on"),
        "late": task(LIMIT + 10, f"Proposal {second}, {elects} was approved late and waits for its execution"),
        "mandate again": task(LIMIT + 1_210, f"Record the mandate that proposal {second} gives"),
    }
    assert blamed(judge(term_evidence(texts, truth=told, noted=tuple(noted)))) == {}
    del texts["late"]
    assert blamed(judge(term_evidence(texts, truth=told, noted=tuple(noted)))) == {"missed": {"C1": 1}}


def test_the_calendar_names_the_blocks_of_a_term() -> None:
    blocks = set(calendar(History(term_truth()), FIRST))
    first_days = {FIRST + after for after in (1_200, 7_200, 7_201, 14_400, 14_401, 28_800, 28_801, 43_200, 43_201)}
    assert first_days | {DEADLINE - 14_400, DEADLINE - 3_600, DEADLINE} <= blocks
    assert min(blocks) > FIRST
    assert NEAR in set(calendar(History(term_truth()), BEGAN))


@pytest.mark.parametrize(("revealing", "near"), [(14_400, VOTING - 1), (14_401, VOTING + 86_400)])
def test_the_end_was_near_before_a_failed_announcing_only_where_it_was_near_in_its_last_block(
    revealing: int, near: int
) -> None:
    """In that block voting, revealing and one block more are ahead: 28,800 or 28,801."""
    failed = {**played(), "outcome": "too-few-candidates", "ended": VOTING, "winners": []}
    failed |= {f"{name}_{end}": None for name in ("voting", "revealing") for end in ("from", "ends")}
    again = VOTING + 86_400
    voted = {"voting_from": again, "voting_ends": again + 14_399, "revealing_from": again + 14_399}
    second = {**cycle(6, VOTING), **voted, "revealing_ends": again + 14_399 + revealing}
    before = {**past()[-1], "ended": ANNOUNCING - IDLE}
    told = truth(before, failed, second, block=again + 14_399 + 10)
    told["rules"][0] |= {"voting": 14_399, "revealing": revealing}
    assert terms(History(told), Known())[-1].summaries_from == near


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Not there yet: the report of council 3 on its term", "council-report"),
        (
            "Say whether it enters the report on the term of council 4: the report of council 3 on its term came late",
            "",
        ),
    ],
)
def test_an_incident_is_not_taken_for_the_report_that_it_tells_of(title: str, kind: str) -> None:
    assert kind_of_task(task(BEGAN + 20_000, title)) == kind


OF_GROUPS = ("group-report 3", "group-plan 3", "group-report", "group-report over", "group-plan", "group-plan over")


@pytest.mark.parametrize(
    ("leads", "owing"),
    [
        (((0, None),), ()),
        (((0, 30), (FIRST, None)), ("group-report 3", "group-plan 3")),
        (((0, None), (FIRST, 30), (FIRST + 7_000, None)), ("group-report",)),
        (((0, None), (FIRST + 25_000, 30)), ("group-report over", "group-plan", "group-plan over")),
        (((0, 30), (FIRST + 3_000, None), (FIRST + 4_000, 31)), OF_GROUPS),
        (((0, 30), (FIRST + 7_201, None)), OF_GROUPS[:4]),  # what is overdue as the lead leaves stays
        (((0, 30), (FIRST + 7_200, None)), OF_GROUPS[:3]),
    ],
)
def test_a_group_without_a_lead_owes_no_report(
    leads: tuple[tuple[int, int | None], ...], owing: tuple[str, ...]
) -> None:
    """What is owed is asked for, and what nobody owes is not to be told."""
    truth_, told = term_truth(), term_texts()
    staffed(truth_, *leads)
    over = told["group-report over"]
    if leads[-1][0] == FIRST + 25_000:
        told["group-report over"] = replace(over, block=FIRST + 25_010)
    called = {name: one for name, one in told.items() if name not in OF_GROUPS or name in owing}
    assert blamed(judge(term_evidence(called, truth=truth_))) == {}
    for name in owing:
        without = {other: one for other, one in called.items() if other != name}
        assert blamed(judge(term_evidence(without, truth=truth_))) == {"missed": {"B1": 1}}
    for name in set(OF_GROUPS) - set(owing):
        found = judge(term_evidence({**called, name: told[name]}, truth=truth_))
        assert set(blamed(found)) == {"wrong"}, name


def test_the_desk_counts_the_groups_that_have_a_lead() -> None:
    truth_, told = term_truth(), term_texts()
    staffed(truth_, (0, None), of=("ForumWorkingGroup",))
    assert blamed(judge(term_evidence(told, truth=truth_))) == {"wrong": {"B1": len(OF_GROUPS)}}
    eight = {name: replace(one, text=one.text.replace("9 of 9", "8 of 8")) for name, one in told.items()}
    assert blamed(judge(term_evidence(eight, truth=truth_))) == {}


def test_the_desk_counts_a_group_whose_lead_left_after_its_report_was_due() -> None:
    truth_, told = term_truth(), term_texts()
    staffed(truth_, (0, 30), (FIRST + 7_205, None), of=("ForumWorkingGroup",))
    told["group-report over"] = replace(told["group-report over"], block=FIRST + 7_700)
    plans = {"group-plan", "group-plan over"}
    seen = {one: replace(told[one], text=told[one].text.replace("9 of 9", "8 of 8")) for one in plans}
    assert blamed(judge(term_evidence({**told, **seen}, truth=truth_))) == {}
    over = told["group-report over"]
    for count in ("8 of 8", "7 of 7"):
        less = replace(over, text=over.text.replace("9 of 9", count))
        found = judge(term_evidence({**told, **seen, "group-report over": less}, truth=truth_))
        assert blamed(found) == {"wrong": {"B1": 1}}
    for one in plans:  # what was due after the lead left that group does not owe
        assert blamed(judge(term_evidence({**told, **seen, one: told[one]}, truth=truth_))) == {"wrong": {"B1": 1}}
