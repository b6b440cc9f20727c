"""Matching: which occasions an arrived text serves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.cli.term.judge.evidence import Arrived
from secretariat.cli.term.judge.occasions import Occasion


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What a text serves: occasions that nothing had served, those that something had, and whether something in it serves none."""

    fresh: tuple[Occasion, ...]
    again: tuple[Occasion, ...]
    uncalled: bool

    @property
    def first(self) -> Occasion | None:
        """Give the occasion by which the text is counted."""
        return next(iter((*self.fresh, *self.again)), None)


def match(
    one: Arrived, kind: str, subjects: Iterable[str], known: list[Occasion], served: Mapping[Occasion, Arrived]
) -> Match:
    """Find what a text serves, of each thing that it is about one occasion."""
    fresh: list[Occasion] = []
    again: list[Occasion] = []
    told = tuple(subjects)
    for subject in told:
        found, before = _occasion_of(one, kind, subject, known, served)
        if found is not None:
            (again if before else fresh).append(found)
    return Match(fresh=tuple(fresh), again=tuple(again), uncalled=len(fresh) + len(again) < max(1, len(told)))


def _occasion_of(
    one: Arrived, kind: str, subject: str, known: list[Occasion], served: Mapping[Occasion, Arrived]
) -> tuple[Occasion | None, bool]:
    """Find the occasion that a text serves, and whether another text had served it: first of those whose time it is."""
    fits = [
        each
        for each in known
        if kind in each.kinds
        and each.subject == subject
        and each.place == one.place
        and each.opens <= one.block
        and (each.thread in (None, one.thread))
    ]
    now = [each for each in fits if one.block <= each.closes]
    free = [each for each in now if each not in served] or [each for each in reversed(fits) if each not in served][:1]
    if now and all(each in served for each in now):
        return now[0], True
    if free:
        return free[0], False
    return (fits[-1], True) if fits else (None, False)
