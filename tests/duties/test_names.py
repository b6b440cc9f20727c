"""A handle may be any words: in a place where a template puts somebody's name none of them is the program's word."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secretariat.desk.acts import Destination
from secretariat.desk.filling import Template, fill, joined
from secretariat.desk.findings import Wanted
from secretariat.desk.neutrality.gate import Concern, concerns
from secretariat.desk.proposal_words import figures_of
from secretariat.duties.digests import texts as of_digests
from secretariat.duties.elections import texts as of_elections
from secretariat.duties.guidance import texts as of_guidance
from secretariat.duties.proposals import texts as of_proposals
from secretariat.duties.terms import texts as of_terms
from secretariat.facts.chain_proposals import Proposal
from tests.duties.elections import invented as elections
from tests.duties.terms import invented as terms

LOUD = (
    *("vote", "now", "hurry", "best", "reject", "approve", "urgent", "must", "you", "don't", "wait", "trust", "no", "yes", "winner", "deadline"),
    *("candidate", "the", "for", "act", "last", "chance", "bad", "worst", "support", "please", "everybody", "by", "It takes", "member id"),
)  # fmt: skip
HANDLES = st.one_of(
    st.lists(st.sampled_from(LOUD), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(LOUD), min_size=1, max_size=4).map("_".join),
    st.lists(st.sampled_from(LOUD), min_size=1, max_size=3).map(lambda said: f"{'. '.join(said).upper()}!"),
    st.text(min_size=1, max_size=60),
)
TITLES = (None, "Subtitles for ten films")
INNER: dict[object, dict[str, tuple[str, str]]] = {
    of_proposals: {"line": ("digest", "lines")},
    of_digests: {"line": ("council", "line"), "open-vote": ("community", "open_vote")},
}
"""Templates of a line, with the one in which it stands and its place there."""


def naming(module: object) -> list[Template]:
    """List a duty's templates that say who filed a proposal."""
    return [one for name in module.NAMES if "proposer" in (one := module.template(name)).places]  # type: ignore[attr-defined]


NAMING = [*((of_proposals, one) for one in naming(of_proposals)), *((of_digests, one) for one in naming(of_digests))]


def test_the_templates_that_name_somebody_are_all_looked_at() -> None:
    """Only a proposal's proposer, those who are listed, and those of a Signal are named."""
    people = {"proposer", "entries", "entry", "secretary", "deputy", "github"}
    duties = (of_proposals, of_digests, of_elections, of_terms, of_guidance)
    found = {
        (one.rsplit(".", 2)[1], name)
        for module in duties
        for name in module.NAMES
        if module.template(name).places & people
        for one in [module.__name__]
    }
    assert found == {
        *(
            ("proposals", one)
            for one in ("budget", "budget-group", "council-change", "line", "lost", "open", "reminder")
        ),
        *(("digests", one) for one in ("line", "open-vote")),
        *(("elections", one) for one in ("candidates", "elected")),
        *(("terms", one) for one in ("feedback-summary", "signal", "signal-entry", "willing")),
    }
    assert len(NAMING) == 9


def said(module: object, template: Template, handle: str, title: str | None) -> Wanted:
    """Fill a template, and the one in which its line stands, with a proposal by somebody of this handle."""
    told = None if title is None else Proposal(number=14, title=title, type="signal", creator_id=7)
    values = figures_of(14, told, 7, {7: handle}, "proposal 14")
    rest = {**dict.fromkeys(template.places, "428,401"), **values}
    words = fill(template, rest)
    if (inner := template.name.rsplit("/", 1)[-1]) in INNER[module]:
        name, place = INNER[module][inner]
        outer = module.template(name)  # type: ignore[attr-defined]
        two = {place: joined([words, words])}
        words = fill(outer, {**dict.fromkeys(outer.places, ""), "proposals_count": "2", **two})
    return Wanted(
        part="discord",
        kind="message",
        channel="discord",
        destination=Destination(place="council"),
        template=template.name,
        template_digest=template.digest,
        text=str(words),
        form=words.form,
    )


def alarms(wanted: Wanted) -> list[Concern]:
    return list(concerns(wanted, (), program=True))


@pytest.mark.parametrize(
    ("module", "template"), NAMING, ids=lambda one: getattr(one, "name", getattr(one, "__name__", ""))
)
@settings(max_examples=40, deadline=None)
@example(handle="vote")
@example(handle="You must vote now")
@example(handle="Vote no")
@example(handle="a. It takes 5")
@given(handle=HANDLES)
def test_whoever_filed_a_proposal_is_called_whatever_they_like(module: object, template: Template, handle: str) -> None:
    for title in TITLES:
        made = said(module, template, handle, title)
        assert alarms(made) == [], made.text
        assert len(made.text) > 40


def listed(handle: str) -> Iterator[Wanted]:
    """Give every text of an election and a term that lists people, with one of this handle beside another."""
    handles = {31: handle, 32: "ada", 33: "bert"}
    came = ((elections.BEGAN - 20, 31), (elections.BEGAN - 20, 32), (elections.BEGAN - 20, 33))
    voting = elections.World(
        stage="voting", came=came, handles=handles, more=[elections.thread(block=elections.BEGAN - 9)]
    )
    idle = elections.World(stage="idle", head=elections.BEGAN + 5, councils=7, handles=handles)
    for world in (voting, idle):
        for finding in elections.concluded(world).values():
            yield from (one for one in finding.wanted if one.entries)
    more = [
        terms.willing(31, asks=True, deputy_id=32, github="vote-now"),
        terms.willing(32, 2, asks=True, deputy_id=31, github="b"),
    ]
    over = terms.World(head=terms.BEGAN + 7_300, handles=handles, more=more)
    for finding in terms.concluded(over).values():
        yield from (one for one in finding.wanted if one.entries)


@settings(max_examples=60, deadline=None)
@example(handle="You must vote now")
@example(handle="the best candidate")
@given(handle=HANDLES)
def test_who_is_listed_or_to_be_elected_is_called_whatever_they_like(handle: str) -> None:
    made = list(listed(handle))
    assert {one.template for one in made} == {"elections/elected", "elections/voting", "terms/willing", "terms/signal"}
    for one in made:
        assert alarms(one) == [], one.text


def test_the_same_words_outside_a_name_s_place_are_still_the_program_s() -> None:
    """What was looked at is the place, not the words: said by the template's other values they are a concern."""
    made = said(of_proposals, of_proposals.template("open"), "You must vote now", None)
    beside = replace(made, text=f"{made.text}\n\nYou must vote now!")
    assert alarms(made) == []
    assert [one.words for one in alarms(beside)] != []
