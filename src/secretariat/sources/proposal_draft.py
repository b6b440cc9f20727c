"""A proposal that somebody means to file: JSON text, checked against the published schema, as a draft."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from importlib.resources import files
from typing import Any

from secretariat.errors import SecretariatError
from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.live_groups import GROUP_NAMES, GROUP_WORDS
from secretariat.facts.proposal_drafts import By, Milestone, Payee, ProposalDraft
from secretariat.facts.proposal_types import BY_NAME, BY_VARIANT, ProposalType
from secretariat.sources.json_file import read_json
from secretariat.sources.schema_words import shown
from secretariat.sources.written_days import DAY_PATTERN, day_written

SCHEMA_FILE = "proposal-draft.schema.json"
AMOUNT_PATTERN = r"^-?0*[0-9]{1,61}(?:\.[0-9]{1,10}0*)?$(?!\n)"
"""How a text says an amount, for a schema: to ten decimals, and noughts."""

_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NUMBERS = ("member_id", "exact_execution_block", "lead", "opening", "application", "proposal", "figure")


class DraftUnreadable(SecretariatError):
    """The draft is not what the schema asks for. The message has the JSON path of what is wrong and what to give."""


def _form() -> dict[str, Any]:
    """Give the schema of a draft's form; what its words can be is looked at beside it, with messages of its own."""
    loaded: dict[str, Any] = json.loads(files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    return loaded


def schema_text() -> str:
    """Give the published schema's text: the form with the words that types and groups have, and how days and amounts are written.

    Types and groups are taken in other letters and with blanks as well; the schema has them as they are to be written.
    """
    made = _form()
    given, definitions = made["properties"], made["$defs"]
    given["type"] |= {"enum": [*BY_NAME, *BY_VARIANT]}
    named = {word: None for name, called in GROUP_NAMES.items() for word in (name, GROUP_WORDS[name], called)}
    given["group"] |= {"enum": list(named)}
    definitions["amount"] |= {"pattern": AMOUNT_PATTERN}
    definitions["by"]["properties"]["date"] |= {"pattern": DAY_PATTERN}
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def read_draft(text: str) -> ProposalDraft:
    """Read a draft from JSON text. Raises DraftUnreadable with JSON paths and what to give."""
    given = read_json(text, _form(), DraftUnreadable)
    for name in ("title", "description", "rationale", "text"):
        _encodable(given.get(name, ""), f"$.{name}")
    return ProposalDraft(
        type=_type(given["type"]),
        title=given["title"],
        description=given["description"],
        rationale=given.get("rationale", ""),
        text=given.get("text"),
        staking_account=given.get("staking_account"),
        deadline=_by(given.get("deadline"), "$.deadline"),
        payees=tuple(_payee(each, f"$.payees[{place}]") for place, each in enumerate(given.get("payees", ()))),
        milestones=tuple(
            Milestone(what=each["what"], by=_by(each.get("by"), f"$.milestones[{place}].by"))
            for place, each in enumerate(given.get("milestones", ()))
        ),
        group=None if "group" not in given else _group(given["group"]),
        amount=None if "amount" not in given else _amount(given["amount"], "$.amount"),
        **{name: given.get(name) for name in _NUMBERS},
    )


def _encodable(text: str, place: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise DraftUnreadable(
            f"{place}: half a character (a surrogate) stands at {error.start:,}; write it whole"
        ) from error


def _type(given: str) -> ProposalType:
    folded = given.strip()
    found = BY_NAME.get(folded.lower()) or BY_VARIANT.get(folded)
    if found is None:
        near = get_close_matches(folded.lower(), list(BY_NAME), n=1) or get_close_matches(folded, list(BY_VARIANT), n=1)
        mean = f"Did you mean {near[0]!r}?" if near else f"Known are {', '.join(BY_NAME)}."
        raise DraftUnreadable(f"$.type: {shown(given)} is no type of proposal. {mean}")
    return found


def _group(given: str) -> str:
    """Find a working group by the query node's word, with or without its end, the chain's word, or the name people use."""
    folded = _folded(given)
    for name, called in GROUP_NAMES.items():
        if folded in (_folded(name), _folded(called), _folded(GROUP_WORDS[name])):
            return name
    known = (f"{name} ({', '.join(_others(name))})" for name in GROUP_NAMES)
    raise DraftUnreadable(f"$.group: {shown(given)} is no working group; known are {', '.join(known)}")


def _folded(name: str) -> str:
    """Fold a group's name: without blanks, hyphens, case, and the words for what it is."""
    return re.sub(r"[\s_-]", "", name).casefold().removesuffix("group").removesuffix("working")


def _others(name: str) -> tuple[str, ...]:
    """Give what else a group is called: the chain's word, and that of people where it is another."""
    word, called = GROUP_WORDS[name], GROUP_NAMES[name]
    return (word,) if word.casefold() == called else (word, called)


def _payee(given: Mapping[str, Any], place: str) -> Payee:
    return Payee(
        account=given["account"], amount=_amount(given["amount"], f"{place}.amount"), member_id=given.get("member_id")
    )


def _amount(given: str | int | Decimal, place: str) -> Amount:
    if isinstance(given, str) and not _AMOUNT.fullmatch(given):
        raise DraftUnreadable(f'{place}: {shown(given)} is no amount; give JOY in digits, such as "1234.5"')
    try:
        return tokens(given)
    except ValueError as error:
        raise DraftUnreadable(f'{place}: {error}; give JOY in digits, such as "1234.5"') from error


def _by(given: Mapping[str, Any] | None, place: str) -> By | None:
    if given is None:
        return None
    if "block" in given:
        return By(block=given["block"])
    try:
        return By(date=day_written(given["date"]))
    except ValueError as error:
        raise DraftUnreadable(f"{place}.date: {shown(given['date'])} is no day; give one such as 2026-05-31") from error
