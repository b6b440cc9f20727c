"""What a tokenomics report lacks of all that the reports of its template generation have: sections, groups, figures.

Which generation it is of is told by what it does have, so that no report is asked for what came with a later one.
"""

from dataclasses import dataclass

from secretariat.facts.texts import quoted
from secretariat.sources.archives.reports.layout import Section, label_key
from secretariat.sources.archives.tokenomics.gathered import Group, Report
from secretariat.sources.archives.tokenomics.header import Header
from secretariat.sources.archives.tokenomics.labels import is_known_group

BREAKDOWN, MINTS = "token generation breakdown", "mints"
_BASIC, _POOL, _INFLATION = "basic information", "fiat pool", "tjoy inflation"
_PRINTED = {
    _BASIC: {"blocks": "Block range", "dates": "Date range"},
    BREAKDOWN: {
        "issuance": "Total Tokens Minted",
        "usd_pool": "USD Pool",
        "burned": "Total Tokens Burned",
        "spending_executed": "Spending Proposals (Executed)",
        "bounties_paid": "Bounties paid",
        "validator_rewards": "Validator Role",
    },
    _POOL: {},
    MINTS: {"council_minted": "Council Mint Total Minted"},
    _INFLATION: {"rate_start": "Start Block Exchange Rate", "rate_end": "End Block Exchange Rate"},
    "council": {
        "seats": "Number of council members",
        "proposals": "Total number of proposals",
        "proposals_approved": "Total number of Approved proposals",
    },
    "elections": {
        "applicants": "Total Applicants",
        "applicant_stake": "Total Applicant Stake",
        "votes": "Total Votes",
    },
    "validator information": {
        "validators": "Number of Validators",
        "validator_stake": "Validator Total Stake",
        "block_time": "Block generation time",
    },
    "membership information": {"members": "Number of members"},
    "media & uploads": {
        "uploads": "Number of uploads",
        "content_bytes": "Size of content",
        "channels": "Number of channels",
    },
    "forum activity": {
        "categories": "Number of categories",
        "threads": "Number of threads",
        "posts": "Number of posts",
    },
}
"""The sections in their order, each with its figures by name and the label that the reports print."""

_TOGETHER = (frozenset({"spending_executed", "bounties_paid"}), frozenset({"usd_pool"}))
"""Figures that not every generation has: one of them is asked for where the report has another one, or its section."""


_PRINTED_TWICE = frozenset({"block_time"})
"""Figures that other sections print too, so that they do not show that their own section is there."""


@dataclass(frozen=True, slots=True)
class _Present:
    """The sections that a report has, with the line of each, and the names of its term's figures that have a row or line."""

    lines: dict[str, int]
    seen: frozenset[str]

    def line_before(self, title: str) -> int:
        """Give the line of the last section that stands before the place of a missing one; 1 without any."""
        titles = list(_PRINTED)
        return max((self.lines[each] for each in titles[: titles.index(title)] if each in self.lines), default=1)


def note_missing(report: Report, header: Header, parts: list[Section]) -> None:
    """Report every section, every group's part and every figure that the report lacks; an empty cell is told by its row."""
    present = _present(report, header, parts)
    for title in _expected(present):
        if title not in present.lines and not present.seen & set(_PRINTED[title]) - _PRINTED_TWICE:
            _note_section(report, present, title)
        else:
            _note_figures(report, present, title)
    known = {slug: group for slug, group in report.groups.items() if is_known_group(slug)}
    for name, title, words in (("spent", BREAKDOWN, "cost"), ("minted", MINTS, "mint")):
        if title in present.lines:
            _note_unlisted(
                report, present.lines[title], known, name, f"{quoted(title.capitalize())} has no row of the {words} of"
            )
    by_role = any(label_key(group.label).endswith("role") for group in known.values())
    for slug, group in known.items():
        if group.headed:
            _note_section_rows(report, group, slug, stake=slug != "curators" or not by_role)
        else:
            what = f"{quoted(group.label)} has no section of its own, with its workers and their stake, as such reports have."
            _note_lacking(report, group.line, f"{slug} section", what)


def _present(report: Report, header: Header, parts: list[Section]) -> _Present:
    lines: dict[str, int] = {}
    for part in parts:
        if part.key in _PRINTED:
            lines.setdefault(part.key, part.line)
    heads = (("blocks", header.blocks_line), ("dates", header.dates_line))
    return _Present(lines, frozenset(report.term.seen | {name for name, line in heads if line is not None}))


def _expected(present: _Present) -> list[str]:
    """Name the sections that a report of this generation has: pool and inflation came together with the row of the pool."""
    later = {_POOL, _INFLATION}
    has_pool = "usd_pool" in present.seen or bool(later & present.lines.keys())
    return [title for title in _PRINTED if has_pool or title not in later]


def _note_section(report: Report, present: _Present, title: str) -> None:
    figures = ", ".join(_PRINTED[title].values())
    report.reading.problem(
        "heading-lost",
        present.line_before(title),
        subject=f"{report.key} no section {title}",
        what=f"The report has no section {quoted(title.capitalize())}, as such reports have"
        + (f", with {figures}." if figures else "."),
        repair="Add the section, or write its heading as in the other reports, and import the file again.",
    )


def _note_figures(report: Report, present: _Present, title: str) -> None:
    for name, label in _PRINTED[title].items():
        if name not in present.seen and _is_asked_for(name, present):
            _note_figure(report, present.lines.get(title) or present.line_before(title), name, label, title)


def _is_asked_for(name: str, present: _Present) -> bool:
    if name == "usd_pool":
        return _POOL in present.lines
    group = next((names for names in _TOGETHER if name in names), None)
    return group is None or bool(group & present.seen)


def _note_figure(report: Report, line: int, name: str, label: str, title: str) -> None:
    report.reading.problem(
        "figure-missing",
        line,
        subject=f"{report.key} no row {name}",
        what=f"The report does not print {quoted(label)}, as such reports do in the section {quoted(title.capitalize())}.",
        repair="Add it and import the file again; until then it is unknown.",
    )


def _note_unlisted(report: Report, line: int, known: dict[str, Group], name: str, words: str) -> None:
    """Tell which groups a section does not list that stand elsewhere in the report."""
    labels = [quoted(group.label) for group in known.values() if name not in group.findings.seen]
    if labels:
        what = f"The section {words} {', '.join(labels)}, which the report names elsewhere."
        _note_lacking(report, line, f"groups {name}", what)


def _note_section_rows(report: Report, group: Group, slug: str, *, stake: bool) -> None:
    """Tell what a group's own section does not say. Reports that call the groups roles never had the curators' stake."""
    for name, words in (("workers", "how many workers"), *((("stake", "what stake"),) if stake else ())):
        if name not in group.findings.seen:
            what = f"The section {quoted(group.label)} does not say {words} the group has, as such reports do."
            _note_lacking(report, group.line, f"{slug} {name}", what)


def _note_lacking(report: Report, line: int, subject: str, what: str) -> None:
    report.reading.problem(
        "figure-missing",
        line,
        subject=f"{report.key} lacks {subject}",
        what=what,
        repair="Add what is missing, or mend the name of the group, and import the file again; until then it is unknown.",
    )
