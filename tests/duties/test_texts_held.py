"""The digest of a template is that of every text that is said in it: another sentence there ends a yes given ahead, and is drafted anew."""

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from secretariat.desk.filling import Template
from secretariat.duties.digests import texts as digests
from secretariat.duties.elections import texts as elections
from secretariat.duties.forum import texts as forum
from secretariat.duties.leaderboard import texts as leaderboard
from secretariat.duties.proposals import texts as proposals
from secretariat.duties.terms import texts as terms
from tests.duties.terms.invented import SETTINGS, World, told, wanted
from tests.duties.terms.test_incidents import EXCUSED, HEAD

COUNCIL_READS = replace(SETTINGS, council="council")

WHOLE: dict[ModuleType, set[str]] = {
    digests: {"community", "council", "lead"},
    elections: {
        *("announcing", "elected", "failed", "introductions", "late-withdrawal", "low-candidacy", "questions"),
        *("reminder-revealing", "reminder-voting", "revealing", "thin-stake", "uncontested", "unrevealed", "voting"),
    },
    forum: {"dormant", "hint", "question", "taking-part"},
    leaderboard: {"term", "term-thread"},
    proposals: {"budget", "budget-group", "council-change", "digest", "lost", "open", "reminder"},
    terms: {
        *("call", "call-thread", "deadline", "feedback", "feedback-open", "feedback-summary", "handover", "incident"),
        *("incidents-together", "nobody", "signal", "summaries", "summaries-ahead", "summaries-open", "willing"),
        "summaries-reminder",
    },
}
"""Texts that stand in no other one."""

SAID_IN = [
    *(
        (whole, name)
        for whole in ("incident", "incidents-together")
        for name in terms.NAMES
        if name.startswith("incident-")
    ),
    ("incidents-together", "agenda-entry"),
    ("signal", "signal-entry"),
    ("handover", "agenda-entry"),
    ("feedback-summary", "feedback-entry"),
]


def within(one: Template) -> Iterator[str]:
    """Name the texts that are said in one."""
    for part in one.parts:
        yield part.name.rpartition("/")[2]
        yield from within(part)


def reworded(one: Template, name: str) -> Template:
    """Give a template with one more word in one of the texts that it is made of."""
    own = f"{one.text.rstrip()} Really.\n" if one.name.rpartition("/")[2] == name else one.text
    return replace(one, text=own, parts=tuple(reworded(part, name) for part in one.parts))


@pytest.mark.parametrize("module", WHOLE, ids=lambda one: one.__name__)
def test_every_text_stands_whole_or_is_a_part_of_one_that_does(module: ModuleType) -> None:
    parts = {name for whole in WHOLE[module] for name in within(module.template(whole))}
    assert parts | WHOLE[module] == {*module.NAMES}
    assert not parts & WHOLE[module]


@pytest.mark.parametrize(("whole", "name"), SAID_IN)
def test_another_sentence_makes_another_digest(whole: str, name: str) -> None:
    template = terms.template(whole)
    assert reworded(template, name).digest != template.digest
    assert reworded(template, "no-such-text").digest == template.digest


def test_words_about_an_incident_are_other_words_when_its_sentence_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A yes given ahead is bound to the digest of the template, and a draft is made anew where that of what is wanted differs."""
    world = World(head=HEAD, more=[*EXCUSED, told(12, "expired")])
    before = wanted(world, "incident", "council", COUNCIL_READS)
    assert before.template_digest == terms.template("incident").digest
    other = reworded(terms.template("incident"), "incident-expired")
    monkeypatch.setattr("secretariat.duties.terms.rules_incidents.template", lambda name: other)
    after = wanted(world, "incident", "council", COUNCIL_READS)
    assert after.text == before.text, "the sentence itself is filled elsewhere"
    assert after.template_digest != before.template_digest
    assert after.digest != before.digest
