"""The gate: what is not neutral in outgoing words, as data with its place in the text.

This part looks at the structure: who is named, in which order, with which fields and how much space, and that nobody is named
anywhere else, so that swapped names give the same text with the names swapped. The words themselves are looked at by the lexicon.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from secretariat.desk.findings import Entry, Wanted
from secretariat.desk.neutrality.families.family import Kind
from secretariat.desk.neutrality.lexicon import worded
from secretariat.desk.neutrality.named import Person, named_in
from secretariat.desk.neutrality.order import drawn
from secretariat.desk.neutrality.own_words import as_facts, covered, free_words, in_template, values_of
from secretariat.desk.quoting import plain_line

Structure = Literal["no-seed", "named-twice", "missing", "order", "fields", "space", "named-elsewhere"]
Code = Structure | Kind
Where = Literal["title", "text"]

LONGEST_SAID = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """One thing that is not neutral, and where: characters ``start`` to ``end`` (not included) of the title or the text.

    A concern about what is missing, or about all, has the whole text as its place. ``words`` are those that a concern of the
    lexicon is about, as they are written.
    """

    code: Code
    says: str
    where: Where = "text"
    start: int = 0
    end: int = 0
    words: str = ""


def concerns(wanted: Wanted, people: Sequence[Person] = (), *, program: bool = False) -> tuple[Concern, ...]:
    """Find what is not neutral in outgoing words, title and text; nothing found is an empty tuple.

    ``people`` are those who stand, for words of a person's own: they are named only in a list that the program makes. ``program`` tells
    that the words are the program's: what stands between “ and ” in them is the title that a stranger gave to something, figures and names of the field say
    nothing, and nobody is named by what the template says. A name that the template puts in says nothing either, whatever its words.
    """
    places = _places(wanted)
    rest = _without_list(wanted, places)
    form = wanted.form if program else ""
    # Of a person who is listed the template may say the name itself, which is covered in the rest.
    there = (in_template(rest, form) or in_template(wanted.text, form)) if form else None
    values = None if there is None else values_of(rest, there)
    found = [
        *_elsewhere(wanted, rest if values is None else values, people),
        *_of_structure(wanted, places),
        *_of_words(wanted, people, program=program, values=values, names=() if there is None else there.names),
    ]
    return tuple(sorted(found, key=lambda one: (one.where != "title", one.start, one.end, one.code)))


def _of_structure(wanted: Wanted, places: Sequence[tuple[int, int] | None]) -> Iterator[Concern]:
    if wanted.entries:
        yield from _of_list(wanted)
        yield from _of_places(wanted, places)
        yield from _of_fields(wanted, places)


def _of_words(
    wanted: Wanted, people: Sequence[Person], *, program: bool, values: str | None, names: Sequence[tuple[int, int]]
) -> Iterator[Concern]:
    """Find what the words say. ``values`` is the text without what its template says, None where that is not known, ``names`` are places.

    Where it is known, those who are listed are mentions in their list and a concern of the structure elsewhere, and what the weights alone
    say counts only of sentences in which a value has words of its own: the template's were looked at when they were written.
    """
    listed = wanted.entries if values is None else ()
    known = tuple(sorted({entry.name for entry in listed} | {person.name for person in people}))
    read = _as_mentions(_without_listed_names(wanted), names)
    facts = as_facts(read) if program else read
    free = None if values is None else free_words(values, facts)
    texts: tuple[tuple[Where, str, str], ...] = (
        ("title", wanted.title, wanted.title),
        ("text", wanted.text, facts),
    )
    for where, text, words in texts:
        for one in worded(words, known, free=free if where == "text" else None):
            yield Concern(
                code=one.kind, says=one.says, where=where, start=one.start, end=one.end, words=text[one.start : one.end]
            )


def _without_listed_names(wanted: Wanted) -> str:
    """Give the text with a mention as long in the place of each name of the list: a handle may be any words, and says nothing."""
    text = wanted.text
    for entry, place in zip(wanted.entries, _places(wanted), strict=True):
        at = entry.text.find(entry.name)
        if place is not None and entry.name and at >= 0:
            text = _as_mentions(text, [(place[0] + at, place[0] + at + len(entry.name))])
    return text


def _as_mentions(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Give a text with a mention as long in the place of each name."""
    for start, end in places:
        text = f"{text[:start]}{_stand_in(end - start)}{text[end:]}"
    return text


def _stand_in(length: int) -> str:
    """Give a mention as long as what it stands for, which says nothing to the lexicon."""
    return f"@{'x' * (length - 1)}" if length > 2 else "x" * length


def _places(wanted: Wanted) -> tuple[tuple[int, int] | None, ...]:
    """Give start and end of each entry's own words; None for one whose words are not there.

    The longest is looked for first and its place is taken, so that an entry within another's words is not met there.
    """
    taken: list[tuple[int, int]] = []
    places: dict[int, tuple[int, int]] = {}
    for number, entry in sorted(enumerate(wanted.entries), key=lambda each: (-len(each[1].text), each[0])):
        for start in _starts(wanted.text, entry.text):
            end = start + len(entry.text)
            if all(end <= first or start >= last for first, last in taken):
                taken.append((start, end))
                places[number] = (start, end)
                break
    return tuple(places.get(number) for number in range(len(wanted.entries)))


def _starts(text: str, part: str) -> Iterator[int]:
    start = text.find(part) if part else -1
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _of_list(wanted: Wanted) -> Iterator[Concern]:
    """Find a list that was not drawn: without a seed, with somebody twice, in another order."""
    whole = len(wanted.text)
    subjects = [entry.subject for entry in wanted.entries]
    if len(wanted.entries) > 1 and not wanted.order_seed:
        yield Concern(code="no-seed", says="Several people are listed without the seed of a drawn order.", end=whole)
    elif subjects != list(drawn(subjects, wanted.order_seed, str)):
        yield Concern(code="order", says="The people are not listed in the drawn order.", end=whole)
    twice = sorted({subject for subject in subjects if subjects.count(subject) > 1})
    if twice:
        yield Concern(code="named-twice", says=f"Listed more than once: {', '.join(twice)}.", end=whole)


def _of_places(wanted: Wanted, places: Sequence[tuple[int, int] | None]) -> Iterator[Concern]:
    """Find entries that the text leaves out or changes, that stand in another order, or with unlike space between them."""
    whole = len(wanted.text)
    for entry, place in zip(wanted.entries, places, strict=True):
        if place is None:
            says = f"The words about {entry.name} are left out or not the same as about the others."
            yield Concern(code="missing", says=says, end=whole)
    known = [place for place in places if place is not None]
    for before, after in pairwise(known):
        if after[0] < before[0]:
            yield Concern(code="order", says="The text has the people in another order.", start=after[0], end=after[1])
    yield from _beside(wanted.text, known)
    ordered = sorted(known)
    between = [(a[1], b[0]) for a, b in pairwise(ordered)]
    if len({wanted.text[start:end] for start, end in between}) > 1:
        start, end = next(each for each in between if wanted.text[slice(*each)] != wanted.text[slice(*between[0])])
        yield Concern(code="space", says="Not the same stands between all who are listed.", start=start, end=end)


def _beside(text: str, known: Sequence[tuple[int, int]]) -> Iterator[Concern]:
    """Find what stands beside one entry on its line, or goes on below it, and not beside the others; beside a single one nothing may."""
    ordered = sorted(known)
    stops = [*(start for start, _ in ordered[1:]), len(text)][: len(ordered)]
    first = ("", "")
    for place, ((start, end), stop) in enumerate(zip(ordered, stops, strict=True)):
        begins, after = text.rfind("\n", 0, start) + 1, text[end:stop]
        if stop < len(text):
            after = after[: after.rfind("\n") + 1]  # what is on the next one's line is before that
        after = re.split(r"\n[^\S\n]*\n", after)[0]
        beside = (text[begins:start].strip(), after.strip())
        first = beside if place == 0 and len(ordered) > 1 else first
        if beside != first:
            says = "What stands beside an entry, or goes on below it, is not the same for all who are listed."
            yield Concern(code="space", says=says, start=begins, end=end + len(after.rstrip()))


def _of_fields(wanted: Wanted, places: Sequence[tuple[int, int] | None]) -> Iterator[Concern]:
    """Find entries that differ in more than name and numbers from the first one."""
    shapes = [_shapes(entry) for entry in wanted.entries]
    shared = frozenset.intersection(*shapes)
    for entry, of_entry, place in zip(wanted.entries, shapes, places, strict=True):
        if not shared and not of_entry & shapes[0]:
            start, end = place or (0, len(wanted.text))
            says = f"{entry.name} is told with other fields, or other words, than {wanted.entries[0].name}."
            yield Concern(code="fields", says=says, start=start, end=end)


def _shapes(entry: Entry) -> frozenset[str]:
    """Give an entry's words with the name taken out at each place where it could stand, and every number as one sign."""
    found = [
        f"{_numbers(entry.text[:start])}\0{_numbers(entry.text[start + len(entry.name) :])}"
        for start in _starts(entry.text, entry.name)
    ]
    return frozenset(found or [_numbers(entry.text)])


def _numbers(text: str) -> str:
    return re.sub(r"\d[\d,.]*(?<=\d)", "#", text)


def _without_list(wanted: Wanted, places: Sequence[tuple[int, int] | None]) -> str:
    """Give the text with the list and the seed of its order covered."""
    seeds = [(start, start + len(wanted.order_seed)) for start in _starts(wanted.text, wanted.order_seed)]
    return covered(wanted.text, (place for place in (*places, *seeds) if place is not None))


def _elsewhere(wanted: Wanted, rest: str, people: Sequence[Person]) -> Iterator[Concern]:
    """Find names outside the list: there nobody else would stand beside them. Names of ordinary words only are passed over.

    ``rest`` is the text with what names nobody covered: the list, and of the program's words what the template says, which is the same
    whatever those who are listed are called.
    """
    listed = {entry.subject: Person(subject=entry.subject, name=entry.name) for entry in wanted.entries}
    known = {person.subject: person for person in people} | listed
    texts: tuple[tuple[Where, str], ...] = (("title", wanted.title), ("text", rest))
    for where, text in texts:
        found = named_in(text, known.values())
        for one in found:
            yield Concern(
                code="named-elsewhere", says=_says(one.person, listed), where=where, start=one.start, end=one.end
            )


def _says(person: Person, listed: Mapping[str, Person]) -> str:
    if person.subject in listed:
        return f"{person.name} is named outside the list, where the others are not."
    name = plain_line(person.name, LONGEST_SAID)
    return (
        f"{name} (member id {person.subject}) stands and is named, and the others who stand are not: who stands for the council, or "
        "as secretary, is named only in a list that the desk makes, in the drawn order."
    )
