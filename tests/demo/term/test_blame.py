"""What is late, old or met by accident is told apart by what explains it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from secretariat.cli.term.judge.evidence import Arrived, Sample, Seen
from secretariat.cli.term.judge.rows import judge
from tests.demo.term.invented import ANNOUNCING, ELECTED, REVEALING, VOTING, blamed, evidence, last, texts, truth, vote


def late(name: str, begins: int) -> Callable[[dict[str, Arrived]], None]:
    """Let a message come two hours after it was called for, with the time that is left then."""

    def delay(told: dict[str, Arrived]) -> None:
        words, ends = told[name].text.split("- Last block for ")[0], ELECTED
        text = f"{words}{last('revealing a vote', ends, begins + 1_200)}"
        told[name] = replace(told[name], block=begins + 1_200, text=text)

    return delay


LAST_DAY = ELECTED - 1 - 14_400


@pytest.mark.parametrize(
    ("name", "begins", "seen", "source", "stands", "verdict"),
    [
        ("revealing", REVEALING, None, "", 0, "late_by_product"),
        ("revealing", REVEALING, 1_150, "", 0, "late_by_product"),
        ("revealing", REVEALING, 20, "", 0, "late_by_person"),
        ("revealing", REVEALING, None, "final", 700, "late_by_source"),
        ("revealing", REVEALING, None, "final", 200, "late_by_product"),
        ("revealing", REVEALING, 800, "final", 700, "late_by_source"),
        ("revealing", REVEALING, None, "query_node", 700, "late_by_product"),
        ("unrevealed", LAST_DAY, None, "", 0, "late_by_product"),
        ("unrevealed", LAST_DAY, None, "query_node", 700, "late_by_source"),
        ("unrevealed", LAST_DAY, None, "final", 700, "late_by_source"),
        ("unrevealed", LAST_DAY, None, "query_node", 200, "late_by_product"),
        ("unrevealed", LAST_DAY, 800, "query_node", 700, "late_by_source"),
    ],
)
def test_what_is_late_is_told_apart_by_what_explains_it(
    name: str, begins: int, seen: int | None, source: str, stands: int, verdict: str
) -> None:
    """A source stands still for so many blocks from when it was called for; the person saw the text so many blocks after that.

    What the chain alone tells is not late by the query node.
    """
    shown: tuple[Seen, ...] = ()
    if seen is not None:
        one = texts()[name]
        shown = (
            Seen(
                name="d1.1",
                place="discord",
                seen=begins + seen,
                approved=begins + 1_200,
                text=one.text,
                receipt=one.receipt,
            ),
        )

    def at(block: int) -> Sample:
        fresh = {"query_node": block - 5, "final": block - 5}
        stood = {source: begins - 10} if source and block <= begins + stands else {}
        return Sample(head=block, stage="", ends_at=0, **(fresh | stood))

    looks = tuple(at(block) for block in range(begins, begins + 2_000, 100))
    assert blamed(judge(evidence(late(name, begins), seen=shown, samples=looks))) == {verdict: {"E4": 1}}


@pytest.mark.parametrize(
    ("come_to", "verdict"),
    [(-199_996, "late_by_product"), (-199_997, "late_by_source"), (ANNOUNCING - 1, "late_by_product")],
)
def test_that_candidacies_are_open_waits_for_a_query_node_that_does_not_know_the_council_before(
    come_to: int, verdict: str
) -> None:
    """The council before was elected in block -199,996: who knows that knows that no election failed since."""

    def delay(told: dict[str, Arrived]) -> None:
        told["announcing"] = replace(told["announcing"], block=ANNOUNCING + 1_200)

    looks = tuple(
        Sample(head=block, query_node=come_to if block < ANNOUNCING + 1_200 else block, stage="", ends_at=0)
        for block in range(ANNOUNCING, ELECTED, 100)
    )
    late_ones = [
        one for one in judge(evidence(delay, samples=looks)).occasions if one.occasion.startswith("announcing")
    ]
    assert [one.verdict for one in late_ones] == [verdict]


@pytest.mark.parametrize(("behind", "wrong"), [(5, 1), (400, 0)])
def test_a_number_may_be_as_old_as_the_query_node_that_tells_it(behind: int, wrong: int) -> None:
    told = truth()
    block = LAST_DAY + 30
    told["elections"][-1]["votes"]["0x05"] = vote(1, VOTING + 500, 3, block - 300)
    looks = tuple(Sample(head=each, query_node=each - behind, stage="", ends_at=0) for each in (block - 500, block))

    def as_before(texts: dict[str, Arrived]) -> None:
        del texts["thin"]  # the vote carries stake
        texts["unrevealed"] = replace(
            texts["unrevealed"], text=texts["unrevealed"].text.replace("2 votes of 4", "3 votes of 5")
        )

    found = blamed(judge(evidence(as_before, truth=told, samples=looks)))
    assert found.get("wrong", {}).get("E4", 0) == wrong


@pytest.mark.parametrize(
    ("handle", "words", "met"),
    [
        ("smallest first", "Drawn by the digest, smallest first.", False),
        ("last block", "The last block is near.", False),
        ("in 2 days", "It ends in 2 days.", False),
        ("smallest_first", "Vote for smallest_first.", True),
        ("smallest mira", "Vote for smallest mira.", True),
        ("Smallest First", "Vote for Smallest First.", True),
    ],
)
def test_a_name_of_common_words_is_not_met_in_words_that_name_nobody(handle: str, words: str, met: bool) -> None:
    told = truth()
    told["members"]["8"] = handle

    def add(texts: dict[str, Arrived]) -> None:
        texts["enough"] = replace(texts["enough"], text=f"{texts['enough'].text}\n{words}")

    found = judge(evidence(add, truth=told))
    assert [row for row, why in found.wrong if "names" in why] == (["B12"] if met else [])
