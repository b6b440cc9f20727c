"""A figure of a council report that no column holds: it is named with what is printed, so that nobody takes it for read."""

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.layout import Labelled


def note_unread_figure(reading: Reading, line: Labelled, where: str) -> None:
    """Report one line with its figure. ``where`` tells apart sections that use the same label."""
    reading.problem(
        "value-unknown-label",
        line.line,
        subject=f"{where} {line.key[:80]} at {line.line}",
        what=f"The field {quoted(line.label)} is written {quoted(line.value)}; no column holds it, and it was left out.",
        repair="Add the label to the reader if the figure is wanted.",
    )
