"""The judge counts what is missing, said twice, wrong and late about the forum, the day, and the types of proposals."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.cli.term.judge.calendar import calendar_of_lists
from secretariat.cli.term.judge.evidence import Arrived, Evidence, Sample, Wrote
from secretariat.cli.term.judge.forum.asking import asks, may_ask, tells
from secretariat.cli.term.judge.forum.occasions import about_forum
from secretariat.cli.term.judge.forum.talk import Talk
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import ELECTED, HANDLES, blamed, counted, said
from tests.demo.term.invented_forum import (
    BAKERS,
    BEGAN,
    BORDER,
    BULLETIN,
    CLOCK,
    HALL,
    KEYS,
    NEXT_DAY,
    OFFICE,
    OVER,
    PAINT,
    READING,
    TYPES,
    WROTE,
    forum_evidence,
    forum_texts,
    forum_truth,
)

NAMES = tuple(forum_texts())


def home(name: str) -> str:
    """Give the row of a text."""
    return "B5" if name in ("bulletin", "guides") else "B1" if name.endswith("day") else "B8"


def test_a_forum_with_every_message_in_time_is_well() -> None:
    found = judge(forum_evidence(forum_texts()))
    assert (found.wrong, found.doubled) == ([], [])
    assert blamed(found) == {}
    assert counted(found, "occasions") == {"B1": 4, "B5": 2, "B8": 7}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_missing_is_missed_in_its_row(name: str) -> None:
    told = forum_texts()
    del told[name]
    assert blamed(judge(forum_evidence(told))) == {"missed": {home(name): 1}}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "guides"])
def test_what_is_said_twice_is_doubled_in_its_row(name: str) -> None:
    one = forum_texts()[name]
    told = {**forum_texts(), "again": replace(one, block=one.block + 15, receipt="again")}
    assert blamed(judge(forum_evidence(told))) == {"doubled": {home(name): 1}}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_late_is_late(name: str) -> None:
    told = forum_texts()
    late = {
        "hint": 15_100,
        "lamp": 2_000,
        "first week": 700,
        "first day": 700,
        "day": 900,
        "guides": 700,
        "bulletin": 900,
    }.get(name, 800)
    told[name] = replace(told[name], block=told[name].block + late)
    looks = tuple(Sample(head=at, query_node=at - 3, stage="", ends_at=0) for at in range(BEGAN, OVER, 600))
    found = blamed(judge(forum_evidence(told, samples=looks)))
    assert found["late_by_product"] == {home(name): 1}
    assert set(found) <= {"late_by_product", "wrong"}


@pytest.mark.parametrize(("stands", "verdict"), [(True, "late_by_source"), (False, "late_by_product")])
def test_guides_are_not_published_while_the_query_node_stands(verdict: str, *, stands: bool) -> None:
    told = forum_texts()
    told["guides"] = replace(told["guides"], block=told["guides"].block + 700)
    looks = tuple(
        Sample(head=at, query_node=BEGAN - 10 if stands and at < told["guides"].block else at - 3, stage="", ends_at=0)
        for at in range(BEGAN, OVER, 50)
    )
    assert blamed(judge(forum_evidence(told, samples=looks))).get(verdict, {}).get("B5") == 1


def asked_before_the_desk(block: int) -> Evidence:
    """Give a forum in which one more question was asked long ago, in a block, that nobody has answered; nothing was said of it."""
    one = replace(next(one for one in WROTE if one.title), number=90, post=900, block=block, author=3, gone=None)
    asks = replace(one, title="The old mill", text="When will the old mill be repaired by somebody?")
    return forum_evidence(forum_texts(), wrote=(*WROTE, asks))


@pytest.mark.parametrize(("after", "missed"), [(-1, 0), (0, 1)], ids=["due before the term", "due in its first block"])
def test_a_question_that_was_due_before_the_term_is_not_the_desks(after: int, missed: int) -> None:
    found = counted(judge(asked_before_the_desk(ELECTED + after - 28_800)), "missed")
    assert found.get("B8", 0) == missed


def test_a_question_is_the_desks_until_a_term_begins_before_which_it_was_due() -> None:
    shown = asked_before_the_desk(ELECTED + 1_000 - 28_800)
    told = {**shown.truth, "councils": [*shown.truth["councils"], {"number": 9, "elected": ELECTED + 2_000}]}
    talk = Talk(History(told), shown.wrote, shown.configured, shown.office)
    (one,) = (each for each in about_forum(talk) if "thread 90," in each.subject and each.kinds == ("question",))
    assert (one.closes, one.needed) == (ELECTED + 1_999, True)


WRONG: list[tuple[str, str, str]] = [
    ("lamp", "Asked in block 287,500", "Asked in block 287,501"),
    ("lamp", "Lamps of the hall", "Lamps of the house"),
    ("lamp", f"forum thread {HALL}", "forum thread 62"),
    ("lamp", "- Post it there", "- 7 have asked. Post it there"),
    ("keys", f": forum thread {KEYS}", ": here"),
    ("keys", "2 keys", "3 keys"),
    ("cost", f"there: proposal {PAINT}", "there: proposal 4"),
    ("week", "New threads: 8", "New threads: 9"),
    ("week", "- and 5 more", "- and 4 more"),
    ("week", "part two", "part ten"),
    ("week", "council's votes: 1\n", "council's votes: 2\n"),
    ("week", "Questions without an answer: 1", "Questions without an answer: 3"),
    ("week", "storageWorkingGroup-3", "storageWorkingGroup-4"),
    ("week", "Each is listed once.", "Each of 12 is listed once."),
    ("first week", "A bridge", "A ridge"),
    ("day", "began on 1", "began on 2"),
    ("day", "2 threads", "3 threads"),
    ("day", ", 1 opening in a working group", ""),
    ("day", "1 of 3 council members", "2 of 3 council members"),
    ("day", "the council's votes: 1", "the council's votes: 2"),
    ("day", "Last block in which a vote counts: 344,999", "Last block in which a vote counts: 345,000"),
    ("day", "can be announced from block 503,200", "can be announced from block 503,201"),
    ("day", "Candidacies can be announced from", "Candidacies can be announced until"),
    ("next day", "“Paint for ten doors”, by", "“Paint for two doors”, by"),
    ("next day", "14,400 blocks before", "14,000 blocks before"),
    ("hint", "category “Food”", "category “General”"),
    ("hint", "category “Food”", "category “Drinks”"),
    ("hint", "stands in “General”", "stands in “Food”"),
    ("hint", ": 5 threads", ": 6 threads"),
    ("dormant", "in block 100,900", "in block 100,901"),
    ("dormant", "and no proposal", "and for 9 weeks no proposal"),
    ("bulletin", "Set referral cut: 0", "Set referral cut: 1"),
    ("bulletin", "before that block 5".capitalize(), "Before that block 6"),
    ("bulletin", "4 of them", "3 of them"),
    ("bulletin", "Slash working group lead: 1, in the term before 0", "Slash working group lead: 1, in the term before 1"),
    ("bulletin", "Slash working group lead: 1, in the term before 0", "Slash working group lead: 1, in the term before 0. Do not fear it."),
    ("bulletin", "- Set referral cut: 0, in the term before 0. It changes something.\n", ""),
    ("bulletin", "Update global nft limit cannot", "Set referral cut cannot"),
    ("bulletin", "It changes something.", "It changes 3 things."),
    ("bulletin", "Council 4 took office in block 301,600", "Council 4 took office in block 301,601"),
    ("guides", "== signal\n", "== signals\n"),
    ("guides", "Stake: 70 JOY. Rejected: 8 JOY", "Stake: 71 JOY. Rejected: 8 JOY"),
    ("guides", "Rejected: 8 JOY. ", ""),
    ("guides", "Voting period: 43,200 blocks", "Voting period: 43,201 blocks"),
    ("guides", "Grace period: none", "Grace period: short"),
    ("guides", "2 councils in a row must approve it", "3 councils in a row must approve it"),
    ("guides", "2 of 3 council members must approve", "3 of 3 council members must approve"),
    ("guides", "3 times among 5 proposals", "4 times among 5 proposals"),
    ("guides", "nobody can file one", "somebody can file one"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), WRONG)
def test_a_claim_that_is_not_so_is_wrong(name: str, old: str, new: str) -> None:
    told = forum_texts()
    assert old in told[name].text
    changed = told[name].text.replace(old, new).replace("Nobody can file it: ", "")
    told[name] = replace(told[name], text=changed)
    found = judge(forum_evidence(told))
    assert {row for row, _ in found.wrong} == {home(name)}


UNCALLED: list[tuple[str, Arrived]] = [
    ("B8", said("discord", 311_000, "**A question waits for an answer**\nIn the thread “A plan of it”.\n- Asked in block 296,000\n- Post: forum thread 62")),
    ("B8", said("discord", OVER - 10, "**A question waits for an answer**\nIn the thread “From the office”.\n- Asked in block 318,000\n- Post: forum thread 63")),
    ("B8", said("discord", 311_000, f"**Taking part: the week up to block {BORDER - 14_400:,}**\nNew threads: 8")),
    ("B8", said("forum", BORDER + 900, "Is this still planned? The last post here was in block 101,000.", thread=31)),
    ("B1", said("discord", 311_000, "**The council and its proposals: the day up to block 302,401**")),
    ("B5", said("discord", BULLETIN + 500, "**Types of proposals that are seldom used**\nCouncil 3 took office in block 301,600.")),
    ("B5", said("discord", BULLETIN + 500, "**The chain runs another runtime: spec version 2005, before 2004**")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "text"), UNCALLED)
def test_what_nothing_calls_for_is_wrong(row: str, text: Arrived) -> None:
    found = judge(forum_evidence({**forum_texts(), "more": text}))
    assert set(blamed(found)) == {"wrong"}
    assert [each for each, why in found.wrong] == [row]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "guides"])
def test_a_text_that_names_somebody_or_rings_is_not_neutral(name: str) -> None:
    for change in (f"\n{HANDLES[7]} wrote it.", "\n<@123456>"):
        told = forum_texts()
        told[name] = replace(told[name], text=told[name].text + change)
        assert ("B12" in {row for row, _ in judge(forum_evidence(told)).wrong}) is True


def answered(block: int, text: str, **more: Any) -> tuple[Wrote, ...]:
    """Give what was written, with an answer to the question about keys."""
    return (*WROTE, Wrote(where="thread", number=KEYS, post=999, block=block, author=6, text=text, **more))


def test_an_answer_makes_a_message_uncalled_for_and_what_may_be_one_leaves_it_open() -> None:
    told = forum_texts()
    early = answered(300_000, "They are with the cook.")
    assert blamed(judge(forum_evidence(told, wrote=early))) == {"wrong": {"B8": 1}}
    del told["keys"]
    assert blamed(judge(forum_evidence(told, wrote=early))) == {}
    for doubtful in (answered(300_000, "Which keys?"), answered(300_000, "No."), answered(300_000, "With the cook, all of them.", replies_to=5)):  # fmt: skip
        assert blamed(judge(forum_evidence(told, wrote=doubtful))) == {}, "nobody is asked to say it"
        assert blamed(judge(forum_evidence(forum_texts(), wrote=doubtful))) == {}, "nor wrong to"


def test_who_says_that_nobody_wrote_is_held_to_it() -> None:
    told = forum_texts()
    told["keys"] = replace(told["keys"], text=told["keys"].text + "\nNobody else has posted there since.".lower())
    assert blamed(judge(forum_evidence(told))) == {}
    doubtful = answered(300_000, "Which keys?")
    assert blamed(judge(forum_evidence(told, wrote=doubtful))) == {"wrong": {"B8": 1}}


def test_a_question_that_was_taken_away_or_is_another_of_the_same_member_is_asked_of_nobody() -> None:
    told = forum_texts()
    del told["keys"]
    gone = tuple(replace(one, gone=300_000) if one.number == KEYS else one for one in WROTE)
    assert "B8" not in blamed(judge(forum_evidence(told, wrote=gone))).get("missed", {})
    again = (*WROTE, Wrote(where="thread", number=KEYS, post=999, block=296_500, author=4, text="Does nobody know it?"))
    assert blamed(judge(forum_evidence(forum_texts(), wrote=again))) == {}


def test_a_thread_in_its_place_a_followed_and_a_woken_one_call_for_nothing() -> None:
    told = forum_texts()
    for name in ("hint", "dormant"):
        del told[name]
    wrote = tuple(replace(one, category=6) if one.number == BAKERS else one for one in WROTE)
    woken = Wrote(where="thread", number=CLOCK, post=998, block=200_000, author=4, text="It goes on.")
    assert blamed(judge(forum_evidence(told, wrote=(*wrote, woken)))) == {}
    truth = forum_truth()
    truth["proposals"][1] |= {"created": 150_500, "title": "The clock for a tower"}
    assert "missed" not in blamed(judge(forum_evidence(told, wrote=wrote, truth=truth)))
    asked = Wrote(where="thread", number=CLOCK, post=997, block=200_000, author=OFFICE, text="Is it planned?")
    assert blamed(judge(forum_evidence(told, wrote=(*wrote, asked)))) == {}, "the office has asked already"


@pytest.mark.parametrize(
    ("filed", "missed"),
    [
        ("Report on council minutes", {}),
        ("Report on council tables", {"missed": {"B8": 1}}),
        ("Minutes", {"missed": {"B8": 1}}),
    ],
)
def test_a_thread_of_everyday_words_may_have_been_followed_by_what_shares_two(
    filed: str, missed: dict[str, dict[str, int]]
) -> None:
    told, truth = forum_texts(), forum_truth()
    del told["dormant"]
    wrote = tuple(
        replace(one, title="Ideas for council minutes") if one.title and one.number == CLOCK else one for one in WROTE
    )
    truth["proposals"][1] |= {"created": 150_500, "title": filed}
    found = blamed(judge(forum_evidence(told, wrote=wrote, truth=truth)))
    assert {what: rows for what, rows in found.items() if what == "missed"} == missed


def test_a_runtime_that_changes_what_proposals_need_is_told_with_its_figures() -> None:
    truth = forum_truth()
    after = {**truth["rules"][0], "from": BORDER + 5_000, "spec_version": 2005}
    after["proposal_types"] = {**TYPES, "Signal": {**TYPES["Signal"], "voting_period": 57_600}}
    truth["rules"].append(after)
    words = "**The chain runs another runtime: spec version 2005, before 2004**\n\n- Voting period in blocks 43,200, now 57,600: Signal"
    told = {**forum_texts(), "runtime": said("discord", BORDER + 5_100, words)}
    assert blamed(judge(forum_evidence(told, truth=truth))) == {}
    assert blamed(judge(forum_evidence(forum_texts(), truth=truth))) == {"missed": {"B5": 1}}
    told["runtime"] = replace(told["runtime"], text=words.replace("57,600", "57,601"))
    assert blamed(judge(forum_evidence(told, truth=truth))) == {"wrong": {"B5": 1}}


@pytest.mark.parametrize(
    ("text", "sure", "may", "answer"),
    [
        ("Where is the list?", True, True, False),
        ("Where?", False, True, False),
        ("I would like to know where the list is.", False, True, False),
        ("It is there. Do you see it now?", True, True, True),
        ("Why does this matter? Because uploads doubled.", False, True, True),
        ("Why does this not count? I voted yesterday.", True, True, True),
        ("> Where is the list?\nOn the page of groups.", False, True, True),
        ("See https://example.org/?page=2", False, True, False),
        ("It is on the page of groups.", False, False, True),
        ("Hi all, what is the deadline for applications", False, True, False),
        ("I was wondering if it can be changed", False, True, False),
        ("Thanks.", False, False, False),
        ("", False, False, False),
    ],
)
def test_what_asks_for_sure_what_may_and_what_answers(text: str, sure: bool, may: bool, answer: bool) -> None:
    assert (asks(text), may_ask(text), tells(text)) == (sure, may, answer)


def test_the_calendar_names_when_questions_days_weeks_and_the_bulletin_come() -> None:
    history = History(forum_truth())
    blocks = calendar_of_lists(Talk(history, WROTE, READING, OFFICE), BEGAN)
    assert {301_900, BORDER, 302_500, 309_400, 316_300, BULLETIN} <= set(blocks)
    assert min(blocks) > BEGAN
    assert NEXT_DAY in calendar_of_lists(Talk(history, WROTE, READING, OFFICE), BORDER)
    none = replace(READING, duties=("elections",))
    assert not {BORDER, 302_500} & set(calendar_of_lists(Talk(history, WROTE, none, OFFICE), BEGAN))


def test_titles_that_mean_harm_are_read_as_what_they_are() -> None:
    title = "a” (b): forum thread 9 “c*"
    wrote = tuple(replace(one, title=title) if one.number == KEYS else one for one in WROTE)
    wrote = tuple(replace(one, text="Who keeps the keys?") if one.number == KEYS else one for one in wrote)
    told = forum_texts()
    told["keys"] = replace(
        told["keys"], text=told["keys"].text.replace("Who keeps the 2 keys?", title.replace("*", r"\*"))
    )
    assert blamed(judge(forum_evidence(told, wrote=wrote))) == {}
    told["keys"] = replace(told["keys"], text=told["keys"].text.replace("“c", "“d"))
    assert blamed(judge(forum_evidence(told, wrote=wrote))) == {"wrong": {"B8": 1}}
