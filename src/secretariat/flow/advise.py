"""Advise on a draft of a post in a file, by the forum as the store has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from secretariat.desk.threads import thread_address
from secretariat.duties.forum.adviser.advice import Advice, Draft, Kind, advise
from secretariat.duties.forum.adviser.learned import Learned, Thread
from secretariat.duties.forum.corpus import archived_forum, live_forum, pre_proposals
from secretariat.duties.forum.settings import Settings
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.council_constants import MAINNET_GENESIS
from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.flow.context import Context
from secretariat.flow.text_files import naming_contract, text_of_file
from secretariat.sources.draft_post import DraftPostUnreadable, read_draft_post
from secretariat.store.engine import reading
from secretariat.store.facts import load_records

LARGEST = 1_048_576
"""Bytes of a draft."""

KINDS = (LiveCategory.KIND, LiveThread.KIND, ForumCategory.KIND, ForumThread.KIND, ChainHead.KIND)


class NothingLearned(SecretariatError):
    """The store has no forum to learn from."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Advised:
    """Advice on a draft, and what it was learned from: the synced forum, or the archive's of a chain (then without links)."""

    advice: Advice
    learned: Learned
    source: str
    pre_proposals: int | None
    address: str

    def link(self, thread: Thread) -> str:
        """Give a thread's address in the app; empty where it has none: on a practice network, or in an archive."""
        return thread_address(thread.number, self.address) if self.address else ""


def advise_on(context: Context, path: Path) -> Advised:
    """Advise on the draft in a file. Raises TextUnreadable, DraftPostUnreadable, and NothingLearned without any forum."""
    draft = _draft(path)
    settings: Settings = context.config.settings.get("forum", Settings())
    with reading(context.engine) as connection:
        snapshot = snapshot_of(load_records(connection, KINDS))
    learned, source, address = live_forum(snapshot), "the synced forum", settings.pioneer
    if not learned.categories:
        chain, learned = archived_forum(snapshot)
        source, address = f"the archive's forum of {chain}", ""
    if not learned.categories:
        raise NothingLearned(
            "The store has no category of the forum to advise on. Configure [query_node] and run `secretariat sync`, or import an "
            "archive with a dump of the forum with `secretariat import`."
        )
    category = pre_proposals(learned, settings.pre_proposals if address else None)
    return Advised(
        advice=advise(draft, learned, pre_proposals=category),
        learned=learned,
        source=source,
        pre_proposals=category,
        address="" if _is_practice(snapshot) else address,
    )


def _is_practice(snapshot: Snapshot) -> bool:
    return any(one.fact.genesis != MAINNET_GENESIS for one in snapshot.of(ChainHead))


def _draft(path: Path) -> Draft:
    try:
        found = read_draft_post(text_of_file(path, LARGEST))
    except DraftPostUnreadable as error:
        raise DraftPostUnreadable(
            f"{path} cannot be used: {naming_contract(str(error), 'docs/contracts/advise.md')}"
        ) from error
    return Draft(title=found.title, text=found.text, author=found.author, kind=cast("Kind | None", found.kind))


def advice_json(found: Advised) -> Mapping[str, object]:
    """Give the members of ``secretariat.advice/1``, without its name (docs/contracts/advise.md)."""
    advice, needs = found.advice, found.advice.pre_proposal
    return {
        "sure": advice.sure,
        "why_unsure": advice.why_unsure,
        "categories": [
            {
                "category": one.category,
                "title": one.title,
                "share": round(one.share, 3),
                "by_kind": one.by_kind,
                "words": list(one.words),
                "threads": [_thread(found, thread) for thread in one.threads],
            }
            for one in advice.suggestions
        ],
        "near_duplicates": [
            {
                **_thread(found, one.thread),
                "likeness": round(one.likeness, 3),
                "series": one.series,
                "own": one.own,
            }
            for one in advice.duplicates
        ],
        "pre_proposal": {
            "needed": needs.needed,
            "why": needs.why,
            "category": found.pre_proposals,
            "thread": None if needs.thread is None else _thread(found, needs.thread),
        },
        "learned_from": {
            "source": found.source,
            "categories": len(found.learned.categories),
            "threads": len(found.learned.known),
        },
    }


def _thread(found: Advised, thread: Thread) -> dict[str, object]:
    category = found.learned.categories.get(thread.category)
    return {
        "thread": thread.number,
        "title": thread.title,
        "category": thread.category,
        "category_title": category.title if category else "",
        "link": found.link(thread),
    }
