"""Whether chain and query node tell the same stages of council and referendum."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ReferendumStage
from secretariat.facts.stored_council import StoredCouncil

ToldStage = tuple[str | None, int | None, int | None]
"""A stage, the block in which it began, and the block in which it ends; None where that is not told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StagePair:
    """One stage as both sources tell it; ``of`` is council or referendum."""

    of: str
    chain: ToldStage
    query_node: ToldStage

    @property
    def agrees(self) -> bool:
        """Tell whether both are the same; an end that the query node does not tell of the council's stage is no other one."""
        if self.of == "council" and self.query_node[2] is None:
            return self.chain[:2] == self.query_node[:2]
        return self.chain == self.query_node


def council_stages(stored: StoredCouncil | None, updates: Iterable[StageUpdate]) -> StagePair | None:
    """Put the chain's stage of the council beside the newest that the query node tells; None where one is unknown."""
    newest = max(updates, key=lambda update: update.changed_block or -1, default=None)
    if stored is None or stored.stage is None or newest is None or newest.stage is None:
        return None
    ends = None if stored.stage == "election" else stored.stage_ends_at
    return StagePair(
        of="council",
        chain=(stored.stage, stored.stage_changed_at, ends),
        query_node=(newest.stage, newest.changed_block, newest.ends_at),
    )


def referendum_stages(stored: StoredCouncil | None, stages: Iterable[ReferendumStage]) -> StagePair | None:
    """Put the chain's stage of the referendum beside the query node's, which writes one only while the council is in election."""
    newest = max(stages, key=lambda stage: stage.started_block or -1, default=None)
    if stored is None or stored.stage != "election" or stored.referendum is None or newest is None:
        return None
    return StagePair(
        of="referendum",
        chain=(stored.referendum, stored.referendum_started, stored.referendum_ends_at),
        query_node=(newest.stage, newest.started_block, newest.ends_at),
    )


def stages_agree(
    stored: StoredCouncil | None, updates: Iterable[StageUpdate], referendums: Iterable[ReferendumStage]
) -> bool | None:
    """Tell whether both sources are in the same stages, begun and ending at the same blocks; None where one is unknown.

    The query node writes a row per stage, the referendum's while the council is in election (pallets council and
    referendum; mappings council.ts). The newest row of each is compared.
    """
    council = council_stages(stored, updates)
    if council is None or not council.agrees:
        return None if council is None else False
    if council.chain[0] != "election":
        return True
    referendum = referendum_stages(stored, referendums)
    return None if referendum is None else referendum.agrees


def began_untold(stored: StoredCouncil | None, updates: Iterable[StageUpdate], read_to: int | None) -> int | None:
    """Give the block in which the chain's stage of the council began where a query node that was read past it does not tell of it; else None.

    The query node writes a row for each stage, also for one that begins anew, with the block that the chain stores; so a node and a
    query node that are behind one another differ for a while, and never in this. At genesis no stage has begun.
    """
    if stored is None or not stored.cycle or stored.stage is None or stored.stage_changed_at is None:
        return None
    began = stored.stage_changed_at
    told = [(update.stage, update.changed_block) for update in updates]
    if read_to is None or read_to <= began or not told:
        return None
    if any(block is None or (block == began and stage is None) for stage, block in told):
        return None  # what cannot be read may be this one
    return None if (stored.stage, began) in told else began
