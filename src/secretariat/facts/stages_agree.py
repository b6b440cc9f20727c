"""Whether chain and query node tell the same stages of council and referendum."""

from collections.abc import Iterable

from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ReferendumStage
from secretariat.facts.stored_council import StoredCouncil


def stages_agree(
    stored: StoredCouncil | None, updates: Iterable[StageUpdate], referendums: Iterable[ReferendumStage]
) -> bool | None:
    """Tell whether both sources are in the same stages, begun and ending at the same blocks; None where one is unknown.

    The query node writes a row per stage, the referendum's while the council is in election (pallets council and
    referendum; mappings council.ts). The newest row of each is compared.
    """
    newest = max(updates, key=lambda update: update.changed_block or -1, default=None)
    if stored is None or stored.stage is None or newest is None or newest.stage is None:
        return None
    if (newest.stage, newest.changed_block) != (stored.stage, stored.stage_changed_at):
        return False
    if stored.stage != "election":
        return newest.ends_at is None or newest.ends_at == stored.stage_ends_at
    referendum = max(referendums, key=lambda stage: stage.started_block or -1, default=None)
    if stored.referendum is None or referendum is None:
        return None
    return (referendum.stage, referendum.started_block, referendum.ends_at) == (
        stored.referendum,
        stored.referendum_started,
        stored.referendum_ends_at,
    )
