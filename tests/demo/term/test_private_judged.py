"""The judge counts what is missing, said twice, wrong and late of what goes to one member alone, and of whom nothing reaches."""

from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.private.groups import groups
from secretariat.cli.term.judge.private.leads import about_leads, low_times
from secretariat.cli.term.judge.private.reading import whats_of
from secretariat.cli.term.judge.private.unreachable import merged
from secretariat.cli.term.judge.rows import judge
from secretariat.cli.term.judge.terms.term import Known
from tests.demo.term.invented import ANNOUNCING, ELECTED, said
from tests.demo.term.invented_private import (
    LEAD,
    MEMBER,
    OVER,
    PAY,
    REPORT_DUE,
    SHORT,
    UNTOLD_LEAD,
    WRITTEN,
    day_list,
    incident,
    private,
    private_evidence,
    private_texts,
    private_truth,
    report,
    step_list,
    to_lead,
)
from tests.demo.term.invented_votes import LAST, LOST, OPENED, POOR, RUNS_OUT

NAMES = tuple(private_texts())
TOLD_LATER = frozenset({"step 7", "report over", "near"})
"""What the next text of its kind says too, later."""


def test_every_private_word_in_time_is_well() -> None:
    found = judge(private_evidence(private_texts()))
    assert private(found) == {}
    own = [one for one in found.occasions if ", private, " in one.occasion]
    assert {row: sum(one.row == row for one in own) for row in ("B1", "B10")} == {"B1": 26, "B10": 2}
    assert [one.row for one in found.occasions if "unreachable" in one.occasion] == ["B10", "B10", "B1"]


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_mail_is_missed(name: str) -> None:
    told = private_texts()
    del told[name]
    found = private(judge(private_evidence(told)))
    assert set(found) <= {"missed", "late_by_product"} | ({"doubled"} if name in TOLD_LATER else set())
    later = name in TOLD_LATER
    assert len(found["late_by_product" if later else "missed"]) == 1, found


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_said_twice_is_doubled(name: str) -> None:
    told = private_texts()
    told["again"] = replace(told[name], block=told[name].block + 10, receipt="again")
    found = private(judge(private_evidence(told)))
    assert set(found) == {"doubled"}
    assert len(found["doubled"]) == 1


@pytest.mark.parametrize(
    "name", [name for name in NAMES if name not in ("step 9", "day", "low", "near") and not name.startswith("rewards")]
)
def test_a_mail_that_comes_more_than_an_hour_late_is_late(name: str) -> None:
    told = private_texts()
    told[name] = replace(told[name], block=told[name].block + 700)
    found = private(judge(private_evidence(told)))
    assert len(found["late_by_product"]) == 1
    assert "missed" not in found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("other", [11, 13, LEAD + MEMBER, None])
def test_a_mail_to_another_person_is_wrong_and_missed(name: str, other: int | None) -> None:
    told = private_texts()
    told[name] = replace(told[name], member=other)
    found = private(judge(private_evidence(told)))
    assert len(found["wrong"]) == 1, found
    assert found.get("missed") or name in TOLD_LATER


def test_a_list_of_a_day_in_the_place_of_one_at_a_step_is_wrong() -> None:
    told = private_texts()
    told["step 7"] = replace(told["step 7"], text=f"{told['step 7'].text}\nAt most once a day.")
    assert set(private(judge(private_evidence(told)))) >= {"wrong"}
    told = private_texts()
    told["day"] = replace(told["day"], text=told["day"].text.replace("At most once a day.", ""))
    found = private(judge(private_evidence(told)))
    assert (len(found["doubled"]), len(found["missed"])) == (1, 1)


@pytest.mark.parametrize(("came", "missed"), [(9 * DAY + 300, 0), (9 * DAY - 300, 1)])
def test_a_list_at_a_step_since_its_day_began_said_what_waits_though_the_vote_of_the_step_is_cast(
    came: int, missed: int
) -> None:
    """Its step was another vote's, which is cast: what stood on that list too needs no list of the day; one of the day before said nothing of it."""
    told, truth = private_texts(), private_truth()
    (short,) = (one for one in truth["proposals"] if one["id"] == POOR)
    short["created"] = short["rounds"][0]["opened"] = came - 100
    short["rounds"][0]["votes"] = [
        {"member": member, "vote": "Approve", "block": came + 500, "rationale": ""} for member in (11, MEMBER)
    ]
    short["rounds"][0]["closed"] = came + 501
    del told["day"]
    text = told.pop("step 9").text.replace("173,199", f"{came - 100 + 43_199:,}")
    told["step 9"] = replace(told["step 7"], block=came, text=text, receipt="step 9")
    lists = [one for one in judge(private_evidence(told, truth=truth)).occasions if one.occasion.startswith("day-list")]
    assert [one.verdict for one in lists if f"proposal {RUNS_OUT}," in one.occasion] == ["missed"] * missed


WRONG: list[tuple[str, Arrived]] = [
    ("a list on a day that a step has", day_list(LAST[RUNS_OUT] - 14_000, RUNS_OUT)),
    ("a list of what was voted on", day_list(LAST[RUNS_OUT] - 12_000, RUNS_OUT)),
    ("a list before its day", day_list(OPENED[RUNS_OUT] + 3_000, RUNS_OUT)),
    ("an overdue report before it is due", to_lead(ELECTED + 1_000, report("overdue since"))),
    ("a report of which the time has not come", to_lead(ELECTED - 1_000, report("due by"))),
    ("a budget that is not low", to_lead(SHORT - 14 * DAY - 500)),
    ("an incident before it", incident(MEMBER, ELECTED + 900, 4, "The report of council 3 on its term was due by block 316,000.", OVER)),
    ("words that nobody knows", replace(day_list(130_050, RUNS_OUT), text="Good morning.", receipt="?")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text"), WRONG)
def test_what_nothing_calls_for_is_wrong(what: str, text: Arrived) -> None:
    told = private_texts()
    told[what] = text
    assert private(judge(private_evidence(told)))["wrong"]


FALSE: list[tuple[str, str, str]] = [
    ("day", "12 films", "13 films"),
    ("day", "until block 186,399", "until block 186,400"),
    ("day", "163,199 (", "163,198 ("),
    ("step 9", "\n• Proposal 9", "\nProposal 9"),
    ("step 7 14400", "in 23 h", "in 29 h"),
    ("low", "has 187,200 JOY", "has 187,201 JOY"),
    ("low", "14,400 JOY every", "14,401 JOY every"),
    ("low", "its 1 worker", "its 2 workers"),
    ("low", "storage", "stores"),
    ("plan", "not paid yet: 14,400 JOY", "not paid yet: 14,401 JOY"),
    ("plan", "not paid yet: 14,400 JOY", "all is paid"),
    ("near", f"block {SHORT:,}", f"block {SHORT + 1:,}"),
    ("report", "Reports to come or to complete: 1", "Reports to come or to complete: 2"),
    ("report", "due by block 308,800", "due by block 308,801"),
    ("plan", "overdue since block 308,800", "due by block 308,800"),
    ("lost", f"{ELECTED:,}", f"{ELECTED + 1:,}"),
    ("expired", "in block 163,200", "in block 163,201"),
    ("no report 21", "before block", "after block"),
    ("no report 12", "council 3 was", "council 2 was"),
]


@pytest.mark.parametrize(("name", "true", "false"), FALSE)
def test_a_claim_that_is_not_so_is_wrong(name: str, true: str, false: str) -> None:
    told = private_texts()
    assert true in told[name].text
    told[name] = replace(told[name], text=told[name].text.replace(true, false, 1))
    assert len(private(judge(private_evidence(told)))["wrong"]) == 1


def test_a_list_that_leaves_out_a_vote_is_wrong() -> None:
    told = private_texts()
    told["step 9"] = step_list(OPENED[POOR] + 100, POOR)
    (wrong,) = private(judge(private_evidence(told)))["wrong"]
    assert "lists the votes [9], and for member 12 wait [7, 9]" in wrong


def test_who_wants_no_digests_gets_lists_at_the_steps_alone() -> None:
    quiet: Configured = replace(WRITTEN, no_digests=(MEMBER, LEAD))
    told = {
        name: one
        for name, one in private_texts().items()
        if name.startswith(("step", "no ", "expired", "failed", "lost", "rewards"))
    }
    assert private(judge(private_evidence(told, configured=quiet))) == {}
    told["day"], told["low"] = private_texts()["day"], private_texts()["low"]
    assert len(private(judge(private_evidence(told, configured=quiet)))["wrong"]) == 2


def test_whom_nothing_reaches_is_a_task_and_whom_something_reaches_is_none() -> None:
    one = private_evidence(private_texts())
    tasks = [each for each in one.arrived if "no working contact" in each.text]
    for task in tasks:
        rest = tuple(each for each in one.arrived if each is not task)
        assert len(private(judge(replace(one, arrived=rest)))["missed"]) == 1
    for member in (11, MEMBER, LEAD, UNTOLD_LEAD + 1):
        words = f"Member {member} has something due and no working contact\nDue: X has not voted on 1 proposal"
        more = (*one.arrived, said("desk", OPENED[LOST] + 200, words, title="task"))
        assert len(private(judge(replace(one, arrived=more)))["wrong"]) == 1
    assert len(tasks) == 3


@pytest.mark.parametrize(
    ("looks", "tasks"),
    [
        ([(100, 100), (160, 165), (300, 300)], [(100, 150), (200, 250)]),
        ([(151, 151)], [(100, 150), (200, 250)]),
        ([(199, 199)], [(100, 150), (200, 250)]),
        ([(100, 100), (150, 150), (200, 200)], [(100, 250)]),
        ([(199, 200)], [(100, 250)]),
        ([(150, 160)], [(100, 250)]),
        ([], [(100, 250)]),
    ],
)
def test_what_ended_and_began_again_between_two_looks_is_one_task(
    looks: list[tuple[int, int]], tasks: list[tuple[int, int]]
) -> None:
    assert merged([(200, 250), (300, 299), (100, 150)], looks) == tasks
    assert merged([(100, 150), (151, 250)], [*looks, (1_000, 1_000)]) == [(100, 250)]


def test_who_opted_out_is_rung_nowhere_and_is_a_task() -> None:
    out: Configured = replace(WRITTEN, opted_out=(11,))
    assert [WRITTEN.way(one) for one in (11, MEMBER, 13)] == ["council", "private", None]
    found = judge(private_evidence(private_texts(), configured=out))
    assert any("unreachable, desk, member 11" in one for one in private(found)["missed"])
    assert any("nothing calls for it" in words and "digest" in words for _, words in found.wrong)


def test_a_mail_rings_nobody_and_names_nobody() -> None:
    told = private_texts()
    told["day"] = replace(told["day"], mentions=("77",))
    told["low"] = replace(told["low"], text=f"{told['low'].text}\nkira_vale leads better.")
    found = judge(private_evidence(told))
    assert [row for row, words in found.wrong if words.startswith("private")] == ["B12", "B12"]


@pytest.mark.parametrize(("blocks", "asked"), [(4_000, 1), (DAY - 1, 1), (2 * DAY, 2)])
def test_a_budget_that_was_better_for_less_than_a_day_is_told_once(blocks: int, asked: int) -> None:
    told, again = private_truth(), 8 * DAY + 100 + blocks
    told["budgets"]["groups"]["StorageWorkingGroup"]["balances"] = [
        [0, "0"],
        [8 * DAY + 100, str(100 * PAY)],
        [again, "0"],
    ]
    found = about_leads(History(told), Known(began=ANNOUNCING), WRITTEN)
    first = [one for one in found if one.needed and "budget" in one.subject and one.opens < again + DAY]
    assert len({one.opens for one in first}) == asked


@pytest.mark.parametrize(("after", "owes"), [(0, True), (1, False), (500, False)])
def test_a_lead_who_came_after_a_report_was_due_does_not_owe_it(after: int, owes: bool) -> None:
    told, block = private_truth(), REPORT_DUE + after
    staffed = told["groups"]["StorageWorkingGroup"]["staffed"]
    place = next(at for at, one in enumerate(staffed) if one[0] > block)
    staffed.insert(place, [block, UNTOLD_LEAD + 1, *staffed[place - 1][2:]])
    staffed[place + 1 :] = [[one[0], UNTOLD_LEAD + 1, *one[2:]] for one in staffed[place + 1 :]]
    configured = replace(WRITTEN, written_to=(*WRITTEN.written_to, UNTOLD_LEAD + 1))
    found = [one.subject for one in about_leads(History(told), Known(began=ANNOUNCING), configured)]
    new = [one for one in found if f"to member {UNTOLD_LEAD + 1}" in one]
    assert any("group-report" in one and "overdue" in one for one in new) == owes
    group = next(one for one in groups(History(told)) if one.name == "storage")
    assert (group.led_since(block), group.led_since(10)) == (block, None)


def test_a_budget_is_low_from_fourteen_days_before_what_it_does_not_cover() -> None:
    group = next(one for one in groups(History(private_truth())) if one.name == "storage")
    assert [group.lead(block) for block in (49, 50)] == [None, LEAD]
    assert {group.short(block) for block in range(7 * DAY, SHORT, 1_000)} == {SHORT}
    assert min(at for at, _ in low_times(group, 7 * DAY, OVER)) == SHORT - 14 * DAY


def test_a_list_is_about_each_incident_in_it() -> None:
    text = (
        "For the report on the term of council 4: may these need an explanation?\n\n"
        "- The report of council 3 on its term was due by block 316,000, and is not\nnoted as received.\n"
        "- Rewards of the storage working group were not paid when they were due.\n- Proposal 8 “A network” expired in block 7.\n\nThey stand in no report."
    )
    assert whats_of(text) == ("council-report", "rewards storage", "expired 8")
    assert whats_of("May this?\n\nProposal 8 “A network” expired in block 7.") == ("expired 8",)
    assert whats_of("May this?\n\nWhatever it is.") == ("",)
    assert whats_of(text.replace("Rewards of", "Words of")) == ("council-report", "", "expired 8")


@pytest.mark.parametrize(("line", "wrong"), [(None, 0), ("The lead of the storage group was away.", 1)])
def test_a_line_of_a_list_that_tells_no_incident_is_wrong(line: str | None, wrong: int) -> None:
    told = private_texts()
    true, more = (
        "Proposal 7 “Help_for 12 films” expired in block 163,200: nothing decided.",
        "" if line is None else f"\n• {line}",
    )
    assert true in told["expired"].text
    told["expired"] = replace(told["expired"], text=told["expired"].text.replace(true, f"\n• {true}{more}\n"))
    assert len(private(judge(private_evidence(told))).get("wrong", ())) == wrong
