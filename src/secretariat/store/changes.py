"""What an import would change: a reading compared with what the store knows of its document, row by row."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from secretariat.facts.archive import ArchiveFile
from secretariat.facts.changes import Change, DocumentChange, ProblemChange, RowChange
from secretariat.facts.fields import field_types, text_of_value
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated
from secretariat.facts.texts import short
from secretariat.store.facts import adapter_of, body_of, document_at, known_problems, known_records

SHOWN = 80
_SHOWN_BEFORE = 20


def compare(
    connection: Connection,
    path: str,
    format_: str,
    sha256: str,
    found: Iterable[AnyStated],
    problems: Iterable[Problem],
    *,
    keep_missing: bool = False,
) -> DocumentChange:
    """Tell what writing a reading of a document would change. ``path`` is the one the store knows it by."""
    document = document_at(connection, path)
    return DocumentChange(
        path=path,
        format=format_,
        known=document is not None,
        same=document is not None and document.sha256 == sha256,
        rows=tuple(_rows(connection, path, found, keep_missing=keep_missing)),
        problems=tuple(_problems(known_problems(connection, path), problems)),
    )


def _rows(connection: Connection, path: str, found: Iterable[AnyStated], *, keep_missing: bool) -> Iterator[RowChange]:
    known = known_records(connection, path)
    for stated in found:
        before = known.pop((stated.kind, stated.key), None)
        body = body_of(stated)
        change: Change = "added" if before is None else "unchanged" if before[1] == body else "changed"
        fields = tuple(_differences(stated.kind, before[1], body)) if before and change == "changed" else ()
        yield RowChange(change=change, kind=stated.kind, key=stated.key, line=stated.line, fields=fields)
    for (kind, key), (line, _) in sorted(known.items()):
        if not keep_missing and kind != ArchiveFile.KIND:
            yield RowChange(change="removed", kind=kind, key=key, line=line)


def _problems(before: Iterable[Problem], now: Iterable[Problem]) -> Iterator[tuple[ProblemChange, Problem]]:
    """Pair problems by code and subject: a document that moved has other ids for the same ones."""
    known = {(problem.code, problem.subject): problem for problem in before}
    for problem in now:
        stood = known.pop((problem.code, problem.subject), None)
        yield "new" if stood is None else "standing", problem
    for problem in known.values():
        yield "gone", problem


def _differences(kind: str, before: str, now: str) -> Iterator[tuple[str, str, str]]:
    old, new = adapter_of(kind).validate_json(before), adapter_of(kind).validate_json(now)
    for name, type_ in field_types(KINDS[kind]).items():
        was, is_ = getattr(old, name), getattr(new, name)
        if was != is_:
            yield name, *_cut(text_of_value(type_, was), text_of_value(type_, is_))


def _cut(was: str, now: str) -> tuple[str, str]:
    """Cut two texts so that what differs can be seen."""
    alike = next(
        (at for at, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), min(len(was), len(now))
    )
    if alike < SHOWN - _SHOWN_BEFORE:
        return short(was, SHOWN), short(now, SHOWN)
    start = alike - _SHOWN_BEFORE
    return short("\u2026" + was[start:], SHOWN), short("\u2026" + now[start:], SHOWN)
