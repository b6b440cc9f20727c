"""What the adviser learns from threads and categories: how often words stand in each (naive Bayes), and which threads are near (BM25)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

from secretariat.duties.forum.adviser.wording import features

SMOOTHING = 0.2
"""What every word counts in every category, seen or not: below 1, since titles are short and few."""
TITLE_WEIGHT, DESCRIPTION_WEIGHT = 3, 1
"""How many threads' titles a category's own title and description count as."""
NEAREST = 5
"""So many nearest threads are asked which category they are in."""
SATURATION, LENGTH_SHARE = 1.2, 0.75
"""The usual constants of BM25."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """A category in which threads can be opened. ``parent`` is the number of the one that it is in."""

    number: int
    title: str
    description: str = ""
    parent: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """A thread by its number, title and category, with its author's member id where it is known."""

    number: int
    title: str
    category: int
    author: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Near:
    """A thread near a text, with its weight by BM25."""

    thread: Thread
    weight: float


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Counts of words by category, over the titles of threads, and of categories with their descriptions.

    All categories are candidates, also those without threads; threads of others are passed over.
    """

    categories: Mapping[int, Category]
    threads: Sequence[Thread]

    @cached_property
    def known(self) -> tuple[tuple[Thread, frozenset[str]], ...]:
        """Give the threads of the categories with what their titles are known by."""
        return tuple((one, features(one.title)) for one in self.threads if one.category in self.categories)

    @cached_property
    def counts(self) -> Mapping[int, Counter[str]]:
        """Count, by category, in how many titles each word stands."""
        found: dict[int, Counter[str]] = {number: Counter() for number in self.categories}
        for thread, told in self.known:
            found[thread.category].update(told)
        for number, one in self.categories.items():
            found[number].update(dict.fromkeys(features(one.title), TITLE_WEIGHT))
            found[number].update(dict.fromkeys(features(one.description), DESCRIPTION_WEIGHT))
        return found

    @cached_property
    def sums(self) -> Mapping[int, int]:
        """Sum the counts of each category."""
        return {number: count.total() for number, count in self.counts.items()}

    @cached_property
    def by_word(self) -> Counter[str]:
        """Sum the counts of each word over all categories."""
        found: Counter[str] = Counter()
        for count in self.counts.values():
            found.update(count)
        return found

    @cached_property
    def sizes(self) -> Counter[int]:
        """Count the threads of each category."""
        return Counter(thread.category for thread, _ in self.known)

    @cached_property
    def _index(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, (_, told) in enumerate(self.known):
            for word in told:
                found[word].append(place)
        return found

    def without(self, number: int) -> "Learned":
        """Give the same without one thread: what is learned when that one is to be judged.

        Its words are taken off the counts that are there, since counting anew for each of many threads takes long.
        """
        found = Learned(categories=self.categories, threads=[one for one in self.threads if one.number != number])
        gone = next((each for each in self.known if each[0].number == number), None)
        if gone is None:
            return found
        thread, told = gone
        counts = {**self.counts, thread.category: _less(self.counts[thread.category], told)}
        found.__dict__.update(  # where cached_property keeps what was worked out
            known=tuple(each for each in self.known if each is not gone),
            counts=counts,
            sums={**self.sums, thread.category: counts[thread.category].total()},
            by_word=_less(self.by_word, told),
        )
        return found

    def speaks(self, word: str, category: int) -> float:
        """Tell how much a word speaks for a category: the logarithm of how likely it stands there."""
        vocabulary = SMOOTHING * len(self.by_word)
        return log((self.counts[category][word] + SMOOTHING) / (self.sums[category] + vocabulary))

    def shares(self, text: str) -> dict[int, float]:
        """Give how likely each category is for a text, from 0 to 1; their sum is 1."""
        told = sorted(word for word in features(text) if word in self.by_word)
        all_, kinds = len(self.known), len(self.categories)
        scores = {
            number: log((self.sizes[number] + 1) / (all_ + kinds)) + sum(self.speaks(word, number) for word in told)
            for number in self.categories
        }
        highest = max(scores.values())
        weights = {number: exp(score - highest) for number, score in scores.items()}
        sum_ = sum(weights.values())
        return {number: weight / sum_ for number, weight in weights.items()}

    def reasons(self, text: str, category: int, most: int) -> tuple[str, ...]:
        """Name the words of a text that stand in a category and speak most for it, against how they stand everywhere."""
        all_ = sum(self.sums.values())
        told = {
            word: self.speaks(word, category) - log(self.by_word[word] / all_)
            for word in features(text)
            if self.counts[category][word]
        }
        found: list[str] = []
        for word in sorted(told, key=lambda one: (-told[one], one)):
            if told[word] > 0 and not any(set(word.split()) <= set(one.split()) for one in found):
                found.append(word)
        return tuple(found[:most])

    def nearest(self, text: str, most: int = NEAREST) -> tuple[Near, ...]:
        """Give the threads whose titles are nearest to a text by their words (BM25), the nearest first."""
        weights: dict[int, float] = defaultdict(float)
        count = len(self.known)
        middle = sum(len(told) for _, told in self.known) / count if count else 1.0
        for word in features(text):
            places = self._index.get(word, ())
            rare = log(1 + (count - len(places) + 0.5) / (len(places) + 0.5))
            for place in places:
                length = LENGTH_SHARE * len(self.known[place][1]) / middle
                weights[place] += rare * (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH_SHARE + length))
        ordered = sorted(weights, key=lambda place: (-weights[place], self.known[place][0].number))
        return tuple(Near(thread=self.known[place][0], weight=weights[place]) for place in ordered[:most])


def _less(counts: Counter[str], told: frozenset[str]) -> Counter[str]:
    """Take one of each word off its count; a word that is counted no more is gone."""
    found = counts.copy()
    for word in told:
        found[word] -= 1
        if not found[word]:
            del found[word]
    return found


def category_of_most(near: Iterable[Near]) -> int | None:
    """Give the category that the nearest threads speak for most; None without any."""
    weights: dict[int, float] = defaultdict(float)
    for one in near:
        weights[one.thread.category] += one.weight
    return max(sorted(weights), key=lambda number: weights[number], default=None)
