"""One tokenomics report as it is gathered: the figures of its term and of its working groups, and what was noted."""

from dataclasses import dataclass, field

from secretariat.facts.terms import TermFigures
from secretariat.facts.texts import quoted
from secretariat.facts.working_groups import GroupTerm
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.findings import Findings
from secretariat.sources.archives.reports.layout import Labelled, Section, label_key
from secretariat.sources.archives.tokenomics.labels import (
    UNNAMED,
    close_group,
    group_slug,
    is_code_name,
    is_known_group,
    minted_by,
    names_role,
)


@dataclass
class Group:
    """A working group as it is gathered: its findings, the label it is printed with, and whether a heading gave it."""

    findings: Findings
    label: str
    line: int
    headed: bool = False


@dataclass
class Report:
    """One report as it is gathered. ``checked`` holds lines and rows that are only compared with others."""

    reading: Reading
    key: str
    term: Findings
    groups: dict[str, Group] = field(default_factory=dict)
    checked: dict[str, Labelled] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    rounded: bool = False


def new_report(reading: Reading, key: str) -> Report:
    """Begin a report whose term has this key."""
    return Report(reading, key, Findings(reading, TermFigures.KIND, key))


def group_of(report: Report, slug: str, label: str, line: int, *, headed: bool = False) -> Group:
    """Give the group of a name, new at its first mention; a heading's label goes before a row's."""
    group = report.groups.get(slug)
    if group is None:
        group = Group(Findings(report.reading, GroupTerm.KIND, f"{report.key}/{slug}"), label, line, headed)
        report.groups[slug] = group
    elif headed and not group.headed:
        group.label, group.line, group.headed = label, line, True
    _note_name(report, slug, label, line)
    return group


def _note_name(report: Report, slug: str, label: str, line: int) -> None:
    """Report a group's name that is not the usual one, or that of no group that is known."""
    key = label_key(label)
    if is_code_name(key):
        what = f"The group {slug} is called {quoted(label)} here."
    elif slug == UNNAMED or is_known_group(key):
        return
    elif is_known_group(slug):
        what = f"The group's name {quoted(label)} is a misspelling of that of the group {slug}, and of no other's."
    else:
        what = f"The group's name {quoted(label)} is that of none of the known working groups."
        repair = (
            f"Mend the name if it is misspelled, and import the file again; until then it stands as the group {slug}."
        )
        note_once(report, "value-unknown-label", line, slug, what, repair)
        return
    note_once(report, "label-drift", line, label, what, f"Read as {slug}.")


def note_once(report: Report, code: str, line: int, label: str, what: str, repair: str) -> None:
    """Report what is wrong with a label once, however often it stands in the report."""
    mark = f"{code} {label_key(label)}"
    if mark not in report.noted:
        report.noted.add(mark)
        report.reading.problem(
            code, line, subject=label_key(label), what=what, repair=repair, applied=code == "label-drift"
        )


def unknown_label(report: Report, label: str, line: int) -> None:
    """Note, once for each label, that it has no known meaning."""
    note_once(
        report,
        "value-unknown-label",
        line,
        label,
        f"The field {quoted(label)} has no known meaning here and was left out.",
        "Add the label to the reader if the figure is wanted.",
    )


def section_group(part: Section) -> str | None:
    """Tell which working group a section is about; None for any other section."""
    if not part.key or part.level < 2 or "validator" in part.key or minted_by(part.key):
        return None
    inside_roles = any(parent.startswith(("role", "working group")) for parent in part.parents)
    if inside_roles or names_role(part.key) or (_names_group(part.key) and "forum" not in part.key):
        return group_slug(part.key) or None
    return None


def _names_group(key: str) -> bool:
    return is_known_group(key) or close_group(key) is not None
