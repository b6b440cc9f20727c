"""Read a text with one parser, as the walk would."""

from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.subjects import tell_apart


def read(format_: Format, text: str, path: str = "example") -> Reading:
    """Parse ``text`` as a document of ``format_`` at ``path``, and tell its problems apart."""
    reading = Reading(path, format_.name)
    format_.parse(Document(path=path, text=text), reading)
    tell_apart(reading)
    return reading


def facts(reading: Reading, cls: type) -> list[object]:
    """List the facts of one class in order."""
    return [record.fact for record in reading.records.values() if isinstance(record.fact, cls)]


def codes(reading: Reading) -> list[str]:
    """List the codes of the problems found, in order."""
    return [problem.code for problem in reading.problems]
