"""What members say on the chain of how they are reached: asked for when a person wants suggestions, and never kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.desk.addresses import is_email, is_telegram
from secretariat.desk.contacts import Reach
from secretariat.desk.quoting import plain_line
from secretariat.errors import SecretariatError
from secretariat.sources.query_node.lists import query_text
from secretariat.sources.query_node.pages import Ask

CALLED: Mapping[str, Reach] = {"DISCORD": "discord", "TELEGRAM": "telegram", "EMAIL": "email"}
MOST_MEMBERS = 500
LONGEST = 100


class SuggestionsUnknown(SecretariatError):
    """The query node's answer has another shape than its schema says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """What a member wrote about themselves on the chain: anybody could have, of anybody, so that it is never ``verified``.

    ``value`` is one line of visible characters; ``usable`` tells whether it has the form that a contacts file takes.
    """

    member_id: int
    handle: str
    reach: Reach
    value: str
    usable: bool
    verified: bool = False


def self_declared(ask: Ask, members: Sequence[int]) -> tuple[Suggestion, ...]:
    """Ask for what members say of themselves, by member id and channel. Raises SuggestionsUnknown, and what ``ask`` raises."""
    found: list[Suggestion] = []
    for start in range(0, len(members), MOST_MEMBERS):
        part = members[start : start + MOST_MEMBERS]
        answer = ask(query_text("self-declared"), {"ids": [str(one) for one in part], "first": len(part)})
        rows = answer.get("memberships")
        if not isinstance(rows, list):
            raise SuggestionsUnknown("The query node's list of members has another shape than its schema says.")
        found += [one for row in rows for one in _of(row, {str(one): one for one in part})]
    return tuple(sorted(found, key=lambda one: (one.member_id, one.reach, one.value)))


def _of(row: Any, asked: Mapping[str, int]) -> Iterator[Suggestion]:
    whole = row if isinstance(row, dict) else {}
    told, metadata = whole.get("id"), whole.get("metadata")
    if not isinstance(told, str) or told not in asked:
        return
    resources = metadata.get("externalResources") if isinstance(metadata, dict) else None
    for one in resources if isinstance(resources, list) else ():
        kind, value = (one.get("type"), one.get("value")) if isinstance(one, dict) else (None, None)
        reach = CALLED.get(kind) if isinstance(kind, str) else None
        if reach is not None and isinstance(value, str) and value.strip():
            yield Suggestion(
                member_id=asked[told],
                handle=plain_line(str(whole.get("handle") or "")),
                reach=reach,
                value=plain_line(value, LONGEST),
                usable=_usable(reach, value.strip()),
            )


def _usable(reach: Reach, value: str) -> bool:
    """Tell whether a contacts file takes it as it is: of Discord people write names, and a file wants the id too."""
    return {"telegram": is_telegram(value), "email": is_email(value), "discord": False}[reach]
