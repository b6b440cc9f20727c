"""Labelled texts and how well the lexicon does on them: counts for each kind, with Wilson intervals."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from secretariat.desk.neutrality.families.family import KINDS, Kind
from secretariat.desk.neutrality.learned import Weights
from secretariat.desk.neutrality.lexicon import worded

SENTENCES = Path(__file__).parent / "sentences"
KNOWN = SENTENCES / "known.jsonl"
TAUGHT = SENTENCES / "taught.jsonl"
"""Texts in batches of several authors, which the families were not made with; the weights are learned from these and the known ones."""

UNSEEN = SENTENCES / "unseen.jsonl"

RECALL, PRECISION = 0.85, 0.80
"""The goals for the lower bounds on texts that somebody else wrote."""


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A text, the people it may name, and the kinds a person says it holds; none for an ordinary text. ``batch`` is its author."""

    text: str
    people: tuple[str, ...]
    kinds: frozenset[str]
    batch: str = ""


def labelled(path: Path) -> list[Labelled]:
    """Read labelled texts."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Labelled(
            text=row["text"],
            people=tuple(row["people"]),
            kinds=frozenset(row["kinds"]),
            batch=row.get("batch", ""),
        )
        for row in rows
    ]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How one kind was found: rightly, where it was not, and not where it was."""

    kind: str
    right: int
    wrong: int
    missed: int
    neither: int

    @property
    def recall(self) -> tuple[float, float]:
        """Give the Wilson interval of the share that was found of what there is."""
        return wilson(self.right, self.right + self.missed)

    @property
    def precision(self) -> tuple[float, float]:
        """Give the Wilson interval of the share that is there of what was found."""
        return wilson(self.right, self.right + self.wrong)


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """Give the 95 % Wilson score interval of a share; (0, 1) where there is nothing."""
    if not of:
        return (0.0, 1.0)
    share, wide = hits / of, z * z / of
    middle = share + wide / 2
    reach = z * sqrt(share * (1 - share) / of + wide / (4 * of))
    return (max(0.0, (middle - reach) / (1 + wide)), min(1.0, (middle + reach) / (1 + wide)))


def found_in(texts: Iterable[Labelled], weights: Weights | None = None) -> list[frozenset[Kind]]:
    """Give the kinds that the lexicon finds in each text."""
    return [frozenset(one.kind for one in worded(each.text, each.people, weights)) for each in texts]


def counts(texts: Sequence[Labelled], found: Sequence[frozenset[Kind]]) -> list[Counts]:
    """Count for each kind what was found in each text."""
    return [
        Counts(
            kind=kind,
            right=sum(kind in got and kind in each.kinds for each, got in zip(texts, found, strict=True)),
            wrong=sum(kind in got and kind not in each.kinds for each, got in zip(texts, found, strict=True)),
            missed=sum(kind not in got and kind in each.kinds for each, got in zip(texts, found, strict=True)),
            neither=sum(kind not in got and kind not in each.kinds for each, got in zip(texts, found, strict=True)),
        )
        for kind in KINDS
    ]


def stopped(texts: Sequence[Labelled], found: Sequence[frozenset[Kind]]) -> Counts:
    """Count the texts in which anything was found, whatever kind it is called: those a person is stopped at."""
    pairs = [(bool(got), bool(each.kinds)) for each, got in zip(texts, found, strict=True)]
    return Counts(
        kind="any of them",
        right=pairs.count((True, True)),
        wrong=pairs.count((True, False)),
        missed=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    )


def ordinary_flagged(texts: Sequence[Labelled], found: Sequence[frozenset[Kind]]) -> tuple[int, int]:
    """Give in how many ordinary texts something was found, and how many there are."""
    ordinary = [bool(got) for each, got in zip(texts, found, strict=True) if not each.kinds]
    return (sum(ordinary), len(ordinary))


def matrix(name: str, texts: Sequence[Labelled], found: Sequence[frozenset[Kind]]) -> str:
    """Give the confusion matrix of each kind as lines for a person."""
    lines = [
        f"{name}: {len(texts)} texts",
        f"{'kind':<15}{'right':>6}{'wrong':>6}{'missed':>7}{'neither':>8}  recall (95 %)       precision (95 %)    goals",
    ]
    for one in (*counts(texts, found), stopped(texts, found)):
        met = one.recall[0] >= RECALL and one.precision[0] >= PRECISION
        lines.append(
            f"{one.kind:<15}{one.right:>6}{one.wrong:>6}{one.missed:>7}{one.neither:>8}  "
            f"{_share(one.right, one.right + one.missed, one.recall)}  {_share(one.right, one.right + one.wrong, one.precision)}  "
            f"{'met' if met else 'not met'}"
        )
    flagged, of = ordinary_flagged(texts, found)
    return "\n".join([*lines, f"ordinary texts with a concern: {flagged} of {of}"])


def _share(hits: int, of: int, interval: tuple[float, float]) -> str:
    share = f"{hits / of:.2f}" if of else "  - "
    return f"{share} ({interval[0]:.2f} to {interval[1]:.2f})"
