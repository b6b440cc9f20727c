"""``secretariat advise``: where a draft of a post fits, and what is nearly the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli.json_out import AsJson, print_json
from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.flow.advise import Advised


def advise(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A draft of a post, as JSON (docs/contracts/advise.md).")
    ],
    as_json: AsJson = False,
) -> None:
    """Say which categories of the forum a draft fits and why, which threads are nearly the same, and whether it needs a pre-proposal."""
    from secretariat.flow.advise import advice_json, advise_on
    from secretariat.flow.context import open_context

    found = advise_on(open_context(writes=False), file)
    if as_json:
        print_json("secretariat.advice/1", dict(advice_json(found)))
        return
    for line in _lines(found):
        say(line)


def _lines(found: "Advised") -> Iterator[str]:
    advice = found.advice
    yield "Sure of the first category." if advice.sure else f"Not sure. {advice.why_unsure}"
    for one in advice.suggestions:
        yield f"{one.share:6.1%}  category {one.category}, {one.title}"
        if one.by_kind:
            yield "        by the kind of the draft: proposals are talked over there first"
        if one.words:
            yield f"        its words: {', '.join(one.words)}"
        for thread in one.threads:
            yield f"        near: thread {thread.number}, {thread.title}"
    yield "Nearly the same:" if advice.duplicates else "No thread has nearly this title."
    for near in advice.duplicates:
        which = "but for its numbers, " if near.series else ""
        link = found.link(near.thread)
        yield f"  {near.likeness:.2f}  {which}thread {near.thread.number}, {near.thread.title}{f'  {link}' if link else ''}"
    needs = advice.pre_proposal
    there = f" Thread {needs.thread.number}, {needs.thread.title}." if needs.thread else ""
    yield f"Pre-proposal thread needed: {needs.needed}. {needs.why}{there}"
    yield f"Learned from {found.source}: {len(found.learned.known):,} threads in {len(found.learned.categories):,} categories."
