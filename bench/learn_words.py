"""Learn how words weigh from the labelled texts: python -m bench.learn_words [--try] (needs scikit-learn; see CONTRIBUTING).

Writes ``weights.tsv`` beside the code that reads it. With --try nothing is written: each batch of texts is judged by what the
others teach, and it is printed how well that does.
"""

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tests.demo.term.test_counts_read import COUNTS, words_of
from tests.desk.neutrality.labelled import KNOWN, TAUGHT, Labelled, found_in, labelled
from tests.desk.neutrality.labelled import matrix as matrix_of
from tests.desk.neutrality.own_words import FIGURES, TEMPLATES, filled
from tests.duties.own_incidents import MAKERS

from secretariat.desk.neutrality.families.family import KINDS, Kind
from secretariat.desk.neutrality.joined import joined
from secretariat.desk.neutrality.learned import UNIT, features
from secretariat.desk.neutrality.sentences import read
from secretariat.duties.terms.incident_words import group_rewards
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.web.tour import STEPS

WEIGHTS = Path(__file__).parent.parent / "src/secretariat/desk/neutrality/weights.tsv"
STRICTNESS = 20.0
"""Scikit-learn's C: larger follows the texts more closely."""

EACH = 6
"""So many incidents of each kind are learned as ordinary words."""

LEAST_MET, LEAST_WEIGHT = 2, 50
"""A feature is weighed that so many sentences have; hundredths below which a weight is left out."""


@dataclass(frozen=True, kw_only=True)
class Sentences:
    """All sentences of labelled texts: the features of each, the text it is of, and the kinds of that text."""

    met: list[frozenset[str]]
    text: Any
    kinds: Any


def sentences(texts: Sequence[Labelled]) -> Sentences:
    """Read labelled texts."""
    met: list[frozenset[str]] = []
    text: list[int] = []
    for number, one in enumerate(texts):
        for each in read(one.text, one.people).sentences:
            met.append(frozenset(feature for feature, _, _ in features(joined(each.words).words)))
            text.append(number)
    kinds = np.array([[kind in one.kinds for kind in KINDS] for one in texts])
    return Sentences(met=met, text=np.array(text), kinds=kinds)


def vocabulary(met: Iterable[frozenset[str]]) -> dict[str, int]:
    """Give a number to each feature that is met often enough."""
    often = Counter(feature for each in met for feature in each)
    return {feature: number for number, feature in enumerate(sorted(p for p, n in often.items() if n >= LEAST_MET))}


def matrix(met: Sequence[frozenset[str]], known: dict[str, int]) -> Any:
    """Give a row for each sentence, of length one."""
    from scipy.sparse import csr_matrix

    rows, columns, values = [], [], []
    for row, each in enumerate(met):
        there = [known[feature] for feature in each if feature in known]
        rows += [row] * len(there)
        columns += there
        values += [1 / np.sqrt(max(1, len(there)))] * len(there)
    return csr_matrix((values, (rows, columns)), shape=(len(met), len(known)))


def learned(all_of: Sentences, rows: Any) -> tuple[Any, Any]:
    """Learn weights and where each kind begins: of a text of several sentences only the surest one is taken to be of its kind."""
    from sklearn.linear_model import LogisticRegression

    several = np.bincount(all_of.text)[all_of.text] > 1
    weights, starts = [], []
    for kind in range(len(KINDS)):
        is_kind = all_of.kinds[all_of.text, kind]
        sure = ~(several & is_kind)
        for _ in range(2):
            model = LogisticRegression(C=STRICTNESS, class_weight="balanced", solver="liblinear", max_iter=300)
            model.fit(rows[sure], is_kind[sure])
            scores, best = model.decision_function(rows), {}
            for row in np.flatnonzero(several & is_kind):
                text = all_of.text[row]
                if text not in best or scores[row] > scores[best[text]]:
                    best[text] = row
            sure = sure.copy()
            sure[list(best.values())] = True
        weights.append(model.coef_[0])
        starts.append(model.intercept_[0])
    return np.array(weights).T, np.array(starts)


def own_words() -> list[Labelled]:
    """Give the program's own words, filled with figures: they are ordinary, whatever words they have."""
    texts = [filled(one.read_text(encoding="utf-8"), figure) for one in TEMPLATES for figure in FIGURES]
    texts += [words_of(name, values, many) for name, values, *_ in COUNTS for many in (0, 1, 2)]
    chance = random.Random("incidents")
    texts += [make(chance).plain for make in MAKERS.values() for _ in range(EACH)]
    texts += [group_rewards(group).plain for group in GROUP_NAMES]
    steps = [f"{step.title}\n\n{step.how}" for step in STEPS]
    return [Labelled(text=one, people=("ada", "bob"), kinds=frozenset()) for one in (*texts, *steps)]


def digest() -> str:
    """Give the SHA-256 of the texts that are learned from."""
    return hashlib.sha256(KNOWN.read_bytes() + TAUGHT.read_bytes()).hexdigest()


def weights_of(texts: Sequence[Labelled]) -> dict[str, list[int]]:
    """Learn from texts: weights in hundredths, as ``desk.neutrality.learned`` reads them."""
    all_of = sentences(texts)
    known = vocabulary(all_of.met)
    learnt, starts = learned(all_of, matrix(all_of.met, known))
    table = {"": [round(float(one) * UNIT) for one in starts]}
    for feature, number in known.items():
        weights = [round(float(one) * UNIT) for one in learnt[number]]
        if max(map(abs, weights)) >= LEAST_WEIGHT:
            table[feature] = [one if abs(one) >= LEAST_WEIGHT else 0 for one in weights]
    return table


def write(texts: Sequence[Labelled]) -> None:
    """Learn from all texts and write the weights."""
    table = weights_of(texts)
    lines = [
        f"// What {len(texts)} labelled texts teach; made by bench/learn_words.py, not to be edited",
        f"// texts {digest()}",
        "// " + "\t".join(("feature", *KINDS)),
        *("\t".join((feature, *(str(one) if one else "" for one in weights))) for feature, weights in table.items()),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(table):,} features, {WEIGHTS.stat().st_size:,} bytes")


def judge_by_others(known: Sequence[Labelled], taught: Sequence[Labelled]) -> None:
    """Judge each batch of the taught texts by what all others teach, and print how well that does."""
    texts: list[Labelled] = []
    found: list[frozenset[Kind]] = []
    for batch in sorted({one.batch for one in taught}):
        own = [one for one in taught if one.batch == batch]
        texts += own
        found += found_in(own, weights_of([*known, *(one for one in taught if one.batch != batch)]))
    print(matrix_of("each batch by the others", texts, found))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--try", dest="tried", action="store_true", help="write nothing: judge each batch by the others")
    ordinary = [*labelled(KNOWN), *own_words()]
    if asked.parse_args().tried:
        judge_by_others(ordinary, labelled(TAUGHT))
    else:
        write([*ordinary, *labelled(TAUGHT)])
