"""The amount of a proposal in a council report: a sure reading, or none and the reason."""

import re
from decimal import Decimal

from secretariat.facts.amounts import Amount, tokens
from secretariat.facts.problems import Target
from secretariat.facts.proposals import ReportedProposal
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.amounts import Figure, token_figure
from secretariat.sources.archives.reports.layout import Labelled

_NAME = re.compile(r"@?[A-Za-z][A-Za-z0-9_.\-]{1,39}", re.ASCII)
_NOTHING = frozenset({"", "n/a", "na", "none", "-", "n/a tokens"})
_NO_NAMES = frozenset({"tbd", "tba", "unknown", "unclear", "various", "variable", "several", "pending", "yes", "no"})
_COUNTS_NOT_TOKENS = frozenset({"setvalidatorcount", "setmaxvalidatorcount"})
"""Types whose amount is a number of validators."""


def proposal_amount(
    reading: Reading, key: str, line: Labelled | None, *, type_: str, destination: str, handles: frozenset[str]
) -> Amount | None:
    """Read the amount of the proposal with this key, and report what stands there instead of one.

    ``N/A`` and nothing mean that the proposal has no amount, or that the reporter did not look it up: unknown, no
    problem. A name belongs to another field (``destination`` or ``handles`` of the report).
    """
    if line is None or line.value.strip("`* ").lower() in _NOTHING:
        return None
    printed = line.value.strip("`* ")
    figure = token_figure(printed)
    wrong = _wrong(figure, printed, type_, destination, handles)
    if wrong is not None:
        _report(reading, key, line, *wrong, "")
        return None
    value = figure.value or Decimal(0)
    if figure.repair:
        code = "alias" if figure.spelled else "spreadsheet-damage"
        _report(reading, key, line, code, "not a plain number", f"{figure.repair.capitalize()}: {value:f} tokens.")
    return tokens(value)


def _wrong(
    figure: Figure, printed: str, type_: str, destination: str, handles: frozenset[str]
) -> tuple[str, str] | None:
    """Say with code and words why a text is no amount; None when it is one."""
    if figure.value is None and _is_name(printed, destination, handles):
        return "amount-unparsable", "a name, which belongs to another field"
    if figure.value is None:
        return "amount-unparsable", figure.doubt or "not one number"
    if type_.lower() in _COUNTS_NOT_TOKENS:
        return "field-shifted", "a number of validators, not of tokens"
    if figure.value < 0:
        return "amount-unparsable", "less than nothing"
    try:
        tokens(figure.value)
    except ValueError:
        return "amount-unparsable", "finer than the chain counts"
    return None


def _is_name(text: str, destination: str, handles: frozenset[str]) -> bool:
    """Say whether a text is a member's or a fund's name: one that the report uses, or one word that is no excuse."""
    known = {destination.lstrip("@").lower()} | {handle.lower() for handle in handles}
    bare = text.lstrip("@").lower()
    return bool(bare) and (bare in known or (bool(_NAME.fullmatch(text)) and bare not in _NO_NAMES))


def _report(reading: Reading, key: str, line: Labelled, code: str, doubt: str, repair: str) -> None:
    reading.problem(
        code,
        line.line,
        subject=f"{key} amount",
        what=f"The amount of proposal {key.rsplit('/', 1)[-1]} is written {quoted(line.value)}: {doubt}.",
        repair=repair or "Give the amount in tokens; until then it is unknown.",
        applied=bool(repair),
        target=Target(kind=ReportedProposal.KIND, key=key, field="amount"),
    )
