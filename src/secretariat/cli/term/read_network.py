"""What is read of the network and of what is published, for the judge: what people wrote, what arrived, and the words of guides."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secretariat.cli.devnet_asked import asked_at
from secretariat.cli.term.judge.evidence import Arrived, Wrote
from secretariat.cli.term.judge.history import MILLISECONDS
from secretariat.cli.term.place import COUNCIL, Place


def wrote(control: str) -> tuple[Wrote, ...]:
    """Read the forum and the discussions of proposals, each post with its words."""
    threads = asked_at(control, "GET", "/forum.json")
    discussed = asked_at(control, "GET", "/discussions.json")
    return (
        *(Wrote(where="thread", number=one.pop("thread"), **one) for one in threads),
        *(_of_proposal(one) for one in discussed if one["proposal"] is not None),
    )


def _of_proposal(one: dict[str, Any]) -> Wrote:
    return Wrote(where="proposal", number=one.pop("proposal"), **one)


def sent(control: str, place: Place, head: int, now: int) -> Iterator[Arrived]:
    """Read what arrived on Discord and by mail up to the head at ``now`` (milliseconds); a mail is that member's whose address is in the contacts."""
    for one in asked_at(control, "GET", "/arrived.json"):
        block = head - (now - one["milliseconds"]) // MILLISECONDS
        if one["sink"] == "discord":
            yield Arrived(
                place="council" if place.channels[one["to"]] == COUNCIL else "discord",
                block=block,
                text=one["text"],
                mentions=tuple(one["mentions"]),
                receipt=one["id"],
            )
        elif one["sink"] == "mail":
            member = place.addresses.get(one["to"])
            yield Arrived(
                place="private", block=block, text=one["text"].replace("\r\n", "\n"), receipt=one["id"], member=member
            )


def guide_words(folder: Path) -> str:
    """Read the pages of guides as words, each below a line with its name; empty where there are none."""
    pages = sorted(path for path in folder.glob("*.html") if path.stem != "index")
    return "\n".join(f"== {path.stem}\n{_words(path.read_text(encoding='utf-8'))}" for path in pages)


def _words(page: str) -> str:
    """Give the words of a page's main part, a line for each element."""
    main = re.search(r"(?s)<main\b.*?</main>", page)
    lines = html.unescape(re.sub(r"<[^>]+>", "\n", page if main is None else main[0])).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
