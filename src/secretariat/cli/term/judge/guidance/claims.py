"""Claims of the bulletin on seldom used types, and of words on a new runtime."""

import re
from collections.abc import Iterator, Mapping

from secretariat.cli.term.judge.checks import base_units, number
from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.guidance.types import ABOUT_PEOPLE, AGAINST, REFUSED, filed, named
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.plain_words import plain

FAR = 10**9
FEWEST = 5
"""So many of the types that are used least are told of."""

_LINE = re.compile(
    r"(?m)^- (?P<names>[A-Z][^:\n]*): (?P<all>[\d,]+), in the term before (?P<before>[\d,]+)(?P<more>[^\n]*)$"
)
_BEFORE = re.compile(
    r"[Cc]ouncil (\d+) took office in block ([\d,]+)\. Before that block ([\d,]+) proposals? had been filed, ([\d,]+) of them in the term before"
)


def wrong_of_guidance(one: Arrived, kind: str, history: History) -> Iterator[str]:
    """Say what a text about types of proposals claims that is not so."""
    words = re.sub(r"https?://\S+", "", plain(one.text))
    yield from _bulletin(words, one.block, history) if kind == "bulletin" else _runtime(words, history)


def _bulletin(words: str, block: int, history: History) -> Iterator[str]:
    head = _BEFORE.search(words)
    councils = {int(one["number"]): int(one["elected"]) for one in history.truth["councils"]}
    council = 0 if head is None else number(head[1])
    if head is None or number(head[2]) != councils.get(council):
        yield "does not say in which block which council took office"
        return
    first = councils[council]
    ever, before = filed(history, -FAR, first), filed(history, councils.get(council - 1, -FAR), first)
    if (number(head[3]), number(head[4])) != (sum(ever.values()), sum(before.values())):
        yield f"says {head[0]!r}, which was not so"
    told: dict[str, int] = {}
    for line in _LINE.finditer(words):
        yield from _line(line, block, history, ever, before, told)
    yield from _least(told, ever, history, block)
    for name in re.findall(r"(?m)^([A-Z][a-z ]+) cannot be filed", words):
        if named(history, block, name) not in REFUSED:
            yield f"says that {name!r} cannot be filed"
    rest = _LINE.sub("", _BEFORE.sub("", words))
    yield from (f"says {unread!r}, which the judge cannot account for" for unread in re.findall(r"\d[\d,.]*", rest))


def _line(
    line: "re.Match[str]",
    block: int,
    history: History,
    ever: Mapping[str, int],
    before: Mapping[str, int],
    told: dict[str, int],
) -> Iterator[str]:
    """Hold the types of one line, all with the same figures, and keep them."""
    figures = number(line["all"]), number(line["before"])
    for name in line["names"].split(", "):
        kind = named(history, block, name)
        if kind is None or figures != (ever.get(kind, 0), before.get(kind, 0)):
            yield f"says of {name!r} {figures[0]} and {figures[1]}, which was not so"
            continue
        if kind in told:
            yield f"tells of {name!r} twice"
        told[kind] = figures[0]
        if kind in AGAINST and line["more"].strip(" ."):
            yield f"says more than figures of {name!r}, which is about a person"
    yield from (f"says {each!r}, which the judge cannot account for" for each in re.findall(r"\d[\d,.]*", line["more"]))


def _least(told: Mapping[str, int], ever: Mapping[str, int], history: History, block: int) -> Iterator[str]:
    """Say where a type is left out that is used as seldom as one that is told of, or too few are told of."""
    listed = [count for kind, count in told.items() if kind not in ABOUT_PEOPLE]
    if len(listed) < FEWEST:
        yield f"tells of {len(listed)} types beside those about a person"
        return
    for kind in history.rules(block)["proposal_types"]:
        if kind not in told and kind not in REFUSED | ABOUT_PEOPLE and ever.get(kind, 0) <= max(listed):
            yield f"leaves out {kind}, which was used as seldom"
    yield from (f"leaves out the figures of {kind}" for kind in sorted(AGAINST - set(told)))


def _runtime(words: str, history: History) -> Iterator[str]:
    """Hold the versions, and every amount and number of what changed against the rules before and after."""
    found = re.search(r"spec version (\d+), before (\d+)", words)
    rules = {int(one["spec_version"]): one for one in history.truth["rules"]}
    if found is None or not {number(found[1]), number(found[2])} <= set(rules):
        yield "does not say which runtime is in force, and which was before"
        return
    sides = [rules[number(found[place])] for place in (2, 1)]
    known = [{*_figures(side)} for side in sides]
    for was, now in re.findall(r"([\d,]+(?:\.\d+)?(?: JOY)?), now ([\d,]+(?:\.\d+)?(?: JOY)?)", words):
        for said, side in ((was, known[0]), (now, known[1])):
            value = base_units(said.removesuffix(" JOY")) if said.endswith(" JOY") else number(said)
            if value not in side:
                yield f"says {said!r}, which was in no rule"


def _figures(rules: Mapping[str, object]) -> Iterator[int]:
    for value in rules.values():
        if isinstance(value, dict):
            yield from _figures(value)
        elif isinstance(value, int | str) and str(value).isdigit():
            yield int(value)
