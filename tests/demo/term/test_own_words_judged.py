"""The desk's own words pass the judge where their figures are right, and none passes with another figure: what it reads is what is written."""

import hashlib
import re
from collections.abc import Iterator

import pytest

from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.private.incident_claims import wrong_of_incident
from secretariat.cli.term.judge.private.reading import whats_of, with_marks
from secretariat.cli.term.judge.terms.term import Known
from secretariat.desk.filling import fill
from secretariat.duties.terms import incident_words as words
from secretariat.duties.terms.texts import template
from tests.demo.term.invented import ELECTED, GENESIS, HANDLES, at, cycle, past, played, truth
from tests.demo.term.invented_private import MEMBER, NEXT_REPORT, PLAN_DUE, REPORT_DUE, private_truth
from tests.demo.term.invented_term import FEEDBACK, FIRST
from tests.demo.term.invented_votes import EXECUTED, TITLES
from tests.demo.term.test_summary_judged import SEED, wrong

OWN = {
    "expired 7": words.expired(7, TITLES[7], 163_200),
    "lost 8": words.lost(8, TITLES[8], ELECTED),
    "failed 9": words.failed(9, TITLES[9], EXECUTED, "InsufficientFundsForFundingRequest"),
}
OF_4 = {
    "group-report storage": words.report_missing(
        words.report_name("group-report", 4, "storageWorkingGroup"), REPORT_DUE, REPORT_DUE
    ),
    "group-plan storage": words.report_missing(
        words.report_name("group-plan", 4, "storageWorkingGroup"), PLAN_DUE, PLAN_DUE
    ),
    "council-report": words.report_missing(words.report_name("council-report", 4), ELECTED + DAY, ELECTED + DAY),
    "council-plan": words.report_missing(words.report_name("council-plan", 4), ELECTED + 2 * DAY, ELECTED + 2 * DAY),
    "rewards storage": words.group_rewards("storageWorkingGroup"),
    "rewards council": words.council_rewards(4),
}


def written(council: int, due: int, *said: words.Said) -> str:
    """Write what the desk writes of incidents: one alone, or a list."""
    figures = {"council": str(council), "due": f"{due:,}", "due_time": at(due)}
    if len(said) == 1:
        return str(fill(template("incident"), {**figures, "says": said[0].marked}))
    lines = "\n".join(fill(template("agenda-entry"), {"told": one.marked}) for one in said)
    return str(fill(template("incidents-together"), {**figures, "listed": lines}))


def judged(text: str, block: int, told: History) -> list[str]:
    """Judge it, as a mail to a council member."""
    one = with_marks(Arrived(place="private", block=block, text=text.replace("**", ""), member=MEMBER))
    return list(wrong_of_incident(one, told, Known(), range(block, block - 20, -1)))


def others(text: str) -> Iterator[str]:
    """Give a text once for each of its numbers before the first time, with another one there."""
    for found in re.finditer(r"\d+(?:,\d{3})*", text[: re.search(r" \(\d{4}-", text).start()]):  # type: ignore[union-attr]
        yield f"{text[: found.start()]}{int(found[0].replace(',', '')) + 1:,}{text[found.end() :]}"


def cases() -> Iterator[tuple[str, int, dict[str, words.Said]]]:
    """Give by council what is told, alone and together, and the block by which the report on its term is due."""
    for council, due, known in ((3, ELECTED + DAY, OWN), (4, NEXT_REPORT, OF_4)):
        yield from ((name, council, {name: said}) for name, said in known.items())
        yield f"all of {council}, {due:,}", council, known


@pytest.mark.parametrize(("name", "council", "said"), [*cases()], ids=lambda one: one if isinstance(one, str) else "")
def test_incidents_in_the_desk_s_words_pass_and_with_any_other_number_they_do_not(
    name: str, council: int, said: dict[str, words.Said]
) -> None:
    due, history = (ELECTED + DAY, NEXT_REPORT)[council - 3], History(private_truth())
    block = ELECTED + 150 if council == 3 else PLAN_DUE + 100
    text = written(council, due, *said.values())
    assert whats_of(with_marks(Arrived(place="private", block=block, text=text)).text) == tuple(said)
    assert judged(text, block, history) == []
    changed = list(others(text))
    assert len(changed) >= 2
    assert [each for each in changed if not judged(each, block, history)] == []


def test_a_failed_election_in_the_desk_s_words_passes() -> None:
    failed = {**played(), "outcome": "too-few-revealed", "ended": ELECTED, "winners": []}
    told = truth(*past(), failed, cycle(6, ELECTED), block=ELECTED + 900)
    due = ELECTED + sum(told["rules"][0][name] for name in ("announcing", "voting", "revealing")) + DAY
    said, history = words.election(5, ELECTED), History(told)
    assert judged(written(3, due, said), ELECTED + 100, history) == []
    assert judged(written(3, due, words.election(4, ELECTED)), ELECTED + 100, history)
    assert judged(written(3, due, words.election(5, ELECTED - 1)), ELECTED + 100, history)
    assert judged(written(3, due + DAY, said), ELECTED + 100, history)


def summed_up(**other: str) -> str:
    """Write the summary of feedback in the desk's words."""
    posts = {5: ("1", "post 82"), 7: ("2", "post 81")}
    drawn = sorted(posts, key=lambda one: hashlib.sha256(f"{SEED}/{one}".encode()).hexdigest())
    lines = [
        fill(
            template("feedback-entry"),
            {
                "name": HANDLES[one].replace("_", "\\_"),
                "member": str(one),
                "posts": posts[one][0],
                "link": posts[one][1],
            },
        )
        for one in drawn
    ]
    values = {
        **dict.fromkeys(("feedback_nobody", "feedback_more", "next_council", "next_thread"), ""),
        "council": "3",
        "ended": f"{FIRST - 1:,}",
        "posts": "3",
        "members": "2",
        "shown": "2",
        "entries": "\n".join(lines),
        "links": "post 81, post 82, post 83",
        "order": fill(template("order"), {"seed": f"{GENESIS}/feedback-3"}),
    }
    return str(fill(template("feedback-summary"), {**values, **other}))


def test_the_summary_of_feedback_in_the_desk_s_words_passes_and_with_another_figure_it_does_not() -> None:
    assert wrong(summed_up()) == []
    for name, value in (
        ("posts", "4"),
        ("members", "3"),
        ("shown", "3"),
        ("ended", f"{FIRST:,}"),
        ("council", "4"),
        ("links", "post 81, post 82"),
        ("links", "post 81, post 82, post 84"),
        ("links", f"forum thread {FEEDBACK}"),
        ("entries", ""),
        ("order", ""),
    ):
        assert wrong(summed_up(**{name: value})), (name, value)
