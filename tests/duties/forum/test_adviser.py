"""The adviser: categories with reasons, when it is not sure, threads nearly the same, pre-proposals."""

import pytest

from secretariat.duties.forum.adviser.advice import Advice, Draft, Kind, advise
from secretariat.duties.forum.adviser.learned import Category, Learned, Thread
from secretariat.duties.forum.adviser.wording import likeness, numbers, words

CATEGORIES = {
    1: Category(
        number=1, title="Elections", description="Who stands for the council, and how voting and revealing go."
    ),
    2: Category(number=2, title="Storage", description="Servers and buckets of the storage working group."),
    3: Category(number=3, title="Pre-proposal threads", description="Talk here before a proposal is filed."),
    4: Category(number=4, title="Tea room"),
}
TITLES = {
    1: (
        "Introduction of candidates",
        "How to reveal a vote",
        "Council election in spring",
        "Candidates of the election",
    ),
    2: ("Storage server out of room", "Storage buckets moved", "Storage report", "New storage servers"),
    3: ("Pre-proposal: captions for videos", "Pre-proposal: a second test network", "Pre-proposal: translators"),
}
THREADS = [
    Thread(number=10 * category + place, title=title, category=category, author=category)
    for category, titles in TITLES.items()
    for place, title in enumerate(titles)
]
LEARNED = Learned(categories=CATEGORIES, threads=THREADS)


def advised(title: str, text: str = "", *, kind: Kind | None = None, author: int | None = None) -> Advice:
    return advise(Draft(title=title, text=text, kind=kind, author=author), LEARNED, pre_proposals=3)


def test_the_best_three_categories_come_with_their_reasons() -> None:
    found = advised("Two storage servers and their buckets")
    assert [one.category for one in found.suggestions][:1] == [2]
    assert len(found.suggestions) == 3
    first = found.suggestions[0]
    assert found.sure
    assert "storage server" in first.words
    assert {one.category for one in first.threads} == {2}
    assert sum(one.share for one in found.suggestions) <= 1.000_001


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Xylophone", "None of its words"),
        ("Storage of candidates", "The margin is thin"),
    ],
)
def test_it_says_that_it_is_not_sure_and_why(title: str, why: str) -> None:
    found = advised(title)
    assert not found.sure
    assert why in found.why_unsure


def test_where_the_nearest_threads_disagree_it_is_not_sure() -> None:
    threads = [
        *(Thread(number=n, title="Round table notes", category=1) for n in range(6)),
        Thread(number=9, title="Tea", category=4),
    ]
    categories = {
        1: Category(number=1, title="Notes"),
        4: Category(number=4, title="Tea room", description="tea " + "biscuit milk sugar"),
    }
    found = advise(Draft(title="Biscuit milk sugar room, round"), Learned(categories=categories, threads=threads))
    assert found.suggestions[0].category == 4
    assert "the nearest threads are in “Notes”" in found.why_unsure


def test_without_a_forum_nothing_is_suggested() -> None:
    found = advise(Draft(title="Storage"), Learned(categories={}, threads=()))
    assert (found.suggestions, found.sure) == ((), False)


def test_a_category_without_threads_is_found_by_its_title() -> None:
    assert advised("The tea room is open").suggestions[0].category == 4


def test_nearly_the_same_titles_are_found_and_series_are_told_apart() -> None:
    threads = [
        Thread(number=1, title="Council 7: KPIs", category=1, author=12),
        Thread(number=2, title="Tea", category=1),
    ]
    learned = Learned(categories=CATEGORIES, threads=threads)
    for title, series in {"council 7 - KPIs": False, "Council 8: KPIs": True}.items():
        (found,) = advise(Draft(title=title, author=12), learned).duplicates
        assert (found.thread.number, found.series, found.own) == (1, series, True)
        assert found.likeness >= 0.9
    assert advise(Draft(title="Storage"), learned).duplicates == ()


PROPOSED = (
    "Proposal to pay for a new kettle",
    "Proposal: translate the cookbook",
    "**Proposal** – translate the cookbook",
    "Spending proposal: painting the kitchen",
    "Proposal for a second cook",
    "Proposal: 5,000 JOY for a second cook",
    "Request for funding of 3000 JOY",
    "Request for 3,000 JOY",
    "My proposal",
    "Our proposal is to paint the kitchen",
    "Here is my proposal: paint the kitchen",
    "Proposal to pay the active translators",
    "Proposal to clear expired spices",
    "Proposal to open the kitchen at eight",
    "Proposal to pay the cooks who are still active",
    "Our proposal is to buy again what passed last year",
    "We propose raising cook rewards",
    "-   __Proposal__ :  translate the   cookbook",
)
NOT_PROPOSED = (
    "Proposal 612",
    "Proposal 612: a new kettle",
    "Proposal #612 to pay for a new kettle",
    "Proposal: 612 and what came of it",
    "Proposal to pay for a new kettle was rejected",
    "My proposal was rejected, and nobody says why",
    "My proposal for a kettle expired",
    "Rejected proposal: a new kettle",
    "Discussion of proposal 612",
    "What became of my proposal?",
    "Proposal to pay for a kettle: where is it?",
    "Proposal to pay for a kettle passed last week",
    "My proposal for a kettle failed, and nobody says why",
    "My proposal to buy a kettle, still open for comments",
    "Here is my rejected proposal: a new kettle",
    "Our proposal to buy a kettle has been approved",
    "How is a proposal filed?",
    "Proposals are hard to read",
    "Veto proposal 612",
    "The proposal to pay for a new kettle",
)
"""What speaks of a proposal that was filed already, or of proposals as such."""


@pytest.mark.parametrize(
    ("draft", "needed"),
    [
        (Draft(title="Where is the salt?"), "no"),
        (Draft(title="Captions", text="I plan to file a funding request with three milestones."), "yes"),
        (Draft(title="Captions for videos", kind="proposal"), "there is one"),
        (Draft(title="New microphones", kind="proposal"), "yes"),
        (Draft(title="New microphones", kind="pre-proposal"), "no"),
        (Draft(title="We suggest to raise the budget of storage"), "yes"),
        (Draft(title="I voted on the proposal"), "no"),
    ],
)
def test_whether_a_pre_proposal_thread_is_needed(draft: Draft, needed: str) -> None:
    found = advise(draft, LEARNED, pre_proposals=3).pre_proposal
    assert found.needed == needed
    assert found.why
    assert (found.thread is not None) == (needed == "there is one")


@pytest.mark.parametrize("title", PROPOSED)
def test_a_title_or_a_sentence_that_is_a_proposal_needs_one(title: str) -> None:
    for draft in (Draft(title=title), Draft(title="Good day", text=f"A greeting.\n\n{title}.")):
        assert advise(draft, LEARNED).pre_proposal.needed == "yes"


@pytest.mark.parametrize("title", NOT_PROPOSED)
def test_what_speaks_of_a_proposal_that_was_filed_needs_none(title: str) -> None:
    for draft in (Draft(title=title), Draft(title="Good day", text=f"{title} It is late.")):
        assert advise(draft, LEARNED).pre_proposal.needed == "no"


def test_the_kind_decides_where_a_proposal_is_talked_over() -> None:
    found = advised("New microphones", kind="proposal")
    assert (found.suggestions[0].category, found.suggestions[0].by_kind, found.sure) == (3, True, True)


def test_words_are_folded_and_common_ones_left_out() -> None:
    assert words("The Councils' budgets, 12 of them: https://example.org/a") == ["council", "budget"]
    assert numbers("KPI 20.1 of 3") == (20, 1, 3)
    assert likeness("Council 1", "Council 2") == pytest.approx(1)
    assert likeness("", "Council") == 0


@pytest.mark.parametrize("number", [one.number for one in THREADS])
def test_what_is_learned_without_a_thread_is_as_if_it_had_never_been(number: int) -> None:
    anew = Learned(categories=CATEGORIES, threads=[one for one in THREADS if one.number != number])
    found = LEARNED.without(number)
    assert (found.counts, found.sums, found.by_word, found.sizes) == (anew.counts, anew.sums, anew.by_word, anew.sizes)
    for one in THREADS:
        assert found.shares(one.title) == pytest.approx(anew.shares(one.title))
        assert found.nearest(one.title) == anew.nearest(one.title)


def test_what_is_learned_without_a_thread_lacks_it() -> None:
    assert {one.number for one in LEARNED.without(10).threads} == {one.number for one in THREADS} - {10}


FULL = 200_000
"""Signs of a draft that is full of one thing."""


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "filling",
    [
        "-",
        "- ",
        "a-",
        "a ",
        " ",
        "*",
        "? ",
        "proposal ",
        "a proposal ",
        "proposal:",
        "I want ",
        "that is ",
        "passed!",
        "1",
        "_",
        "…",
    ],
)
@pytest.mark.parametrize(("before", "after"), [("", ""), ("proposal", "x"), ("Proposal to buy it passed", "x")])
def test_a_draft_that_is_full_of_one_thing_is_read_once(before: str, filling: str, after: str) -> None:
    """The time grew with the square of signs in a row: 8,000 hyphens took 16 seconds."""
    text = before + filling * (FULL // len(filling)) + after
    assert advise(Draft(title="Good day", text=text), LEARNED).pre_proposal.needed in ("yes", "no")
