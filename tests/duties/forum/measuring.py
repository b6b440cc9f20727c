"""Measuring the adviser: the real sample, its groups of nearly the same titles, and ten parts of whole groups."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from secretariat.duties.forum.adviser.advice import NEARLY_THE_SAME, categories_for
from secretariat.duties.forum.adviser.learned import Learned, Thread
from secretariat.duties.forum.adviser.wording import likeness
from secretariat.duties.forum.corpus import archived_forum
from secretariat.facts.snapshot import snapshot_of
from secretariat.sources.archives.walk import read_file

PARTS = 10
DUMPS = ("forum_categories.txt", "forum_threads.txt")


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How often the adviser was right, as shares of all titles; of those that it was sure of, their number and how many were right."""

    titles: int
    groups: int
    categories: int
    first: float
    three: float
    majority: float
    sure: int
    sure_right: int

    def told(self) -> str:
        """Say it in a line."""
        return (
            f"{self.titles} titles in {self.groups} groups, {self.categories} categories: top-1 {self.first:.3f}, "
            f"top-3 {self.three:.3f}, majority class {self.majority:.3f}; sure of {self.sure}, of which {self.sure_right} right"
        )


def sample(archive: Path) -> Learned:
    """Give the forum of the archive's dumps."""
    folder = "archives/giza_backup"
    found = [read_file(archive / folder / name, f"{folder}/{name}") for name in DUMPS]
    records = [one for each in found for one in each.records.values()]
    return archived_forum(snapshot_of(records))[1]


def groups(threads: Sequence[Thread]) -> list[int]:
    """Name each thread's group: what is nearly the same, by any number of steps, is in one."""
    group = list(range(len(threads)))
    for place, one in enumerate(threads):
        for other in range(place):
            if group[place] != group[other] and likeness(one.title, threads[other].title) >= NEARLY_THE_SAME:
                joined, kept = group[place], group[other]
                group = [kept if each == joined else each for each in group]
    return group


def folds(group: Sequence[int], parts: int = PARTS) -> list[int]:
    """Give each its part: whole groups, the largest first, each into the part that holds least."""
    held, part = [0] * parts, {}
    for name, size in sorted(Counter(group).items(), key=lambda one: (-one[1], one[0])):
        part[name] = min(range(parts), key=lambda number: (held[number], number))
        held[part[name]] += size
    return [part[name] for name in group]


def measured(forum: Learned) -> Measured:
    """Judge each title by what is learned from the other parts."""
    threads = [one for one, _ in forum.known]
    group = groups(threads)
    part = folds(group)
    first = three = majority = sure = right = 0
    for number in range(PARTS):
        learned = Learned(
            categories=forum.categories, threads=[one for one, of in zip(threads, part, strict=True) if of != number]
        )
        most = learned.sizes.most_common(1)[0][0]
        for one, of in zip(threads, part, strict=True):
            if of == number:
                suggested, unsure = categories_for(one.title, learned)
                best = [each.category for each in suggested]
                first += best[0] == one.category
                three += one.category in best
                majority += one.category == most
                sure += not unsure
                right += not unsure and best[0] == one.category
    count = len(threads)
    return Measured(
        titles=count,
        groups=len(set(group)),
        categories=len(forum.categories),
        first=first / count,
        three=three / count,
        majority=majority / count,
        sure=sure,
        sure_right=right,
    )
