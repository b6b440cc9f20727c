"""What is on its way: drafts of findings whose words can take the place of others, and when words of them went out."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from secretariat.desk.findings import Finding
from secretariat.desk.known import KnownFinding
from secretariat.desk.one_list import OnItsWay, named, one_list
from secretariat.flow.desk_state import DeskState, desk_of_findings
from secretariat.store import desk as store_desk


def said_once(connection: Connection, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings without the words that another one's say, by what is on the desk and what went out."""
    found = tuple(findings)
    keys = named(found)
    if not keys:
        return found
    others = tuple(one for one in store_desk.open_findings(connection) if one.finding.key in keys)
    state = desk_of_findings(connection, others)
    return one_list(found, {one.finding.key: _of(state, one) for one in others})


def _of(state: DeskState, known: KnownFinding) -> OnItsWay:
    drafts = tuple(each for each in state.on_desk if each.draft.finding == known.number)
    return OnItsWay(drafts=drafts, out=max(_blocks(state, {each.draft.number for each in drafts}), default=None))


def _blocks(state: DeskState, drafts: set[int]) -> Iterator[int]:
    """Give the blocks at which words went out, or may have; of those sent before this was kept there is none."""
    for item in state.items:
        if item.draft in drafts and item.words_out is not None and item.words_out.block is not None:
            yield item.words_out.block
