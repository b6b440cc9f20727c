"""Values of every kind for the places of the duties' texts, drawn at random: figures, names of the field, other texts of the program."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from secretariat.desk.filling import Template, as_name, fill, joined
from secretariat.desk.marks import count_of
from secretariat.desk.proposal_words import figures_of
from secretariat.desk.saying import count, joy
from secretariat.duties.digests.rules_community import Fresh
from secretariat.duties.digests.rules_leads import REPORTS, STATES
from secretariat.duties.elections.saying import came_late, cast_with, of_needed, of_size, stand, to_fill, without_vote
from secretariat.duties.elections.texts import template as of_elections
from secretariat.duties.forum.rules_hints import reason
from secretariat.duties.forum.rules_questions import asked_in
from secretariat.duties.guidance.bulletin import refused_words
from secretariat.duties.guidance.pages import alike_words
from secretariat.duties.guidance.rules_runtime import AMOUNTS, FIELDS, NUMBERS
from secretariat.duties.guidance.texts import template as of_guides
from secretariat.duties.leaderboard.movements import Movement
from secretariat.duties.leaderboard.rules_term import length_words
from secretariat.duties.leaderboard.texts import template as of_leaderboard
from secretariat.duties.proposals.rules_budget import APPROVED, BEFORE_REFILL, BY_LAST_VOTE
from secretariat.duties.proposals.texts import template as of_proposals
from secretariat.duties.terms.handing_over import WAITS
from secretariat.duties.terms.incident_words import report_name
from secretariat.duties.terms.texts import template as of_terms
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.published_terms import FIGURES, PublishedFigure
from secretariat.facts.reporting_cycle import REPORTS as EVERY_REPORT
from secretariat.facts.reporting_cycle import WINDOWS
from secretariat.facts.votes_needed import VotesNeeded
from tests.duties.own_incidents import MAKERS, incident

TYPES = tuple(one.words for one in PROPOSAL_TYPES)
TITLES = (None, "Keep the best lead", "Fire hugo")
EARLIER = ("earlier-announcing", "earlier-reveal", "earlier-failed")
COUNCIL_REPORTS = tuple(one for one in EVERY_REPORT if not WINDOWS[one].of_groups)
WHATS = tuple(one.what for one in FIGURES.values())


class Values(dict[str, str]):
    """Values for any place, drawn when first asked for; for a place that no drawing knows it raises KeyError."""

    def __init__(self, drawn_by: str, texts: dict[str, Template], /, **given: str) -> None:
        """Draw by ``drawn_by``; ``texts`` are a duty's own by name, which fill places of theirs, and ``given`` stand as they are."""
        super().__init__(given)
        self.chance, self.texts = random.Random(drawn_by), texts

    def __missing__(self, place: str) -> str:
        """Draw a value."""
        own = self.texts.get(place.replace("_", "-"))
        if own is not None:
            self[place] = fill(own, self) if self.chance.random() < 0.8 else ""
        else:
            self[place] = DRAWN[place](self.chance)
        return self[place]


def figure(chance: random.Random) -> str:
    """Draw a figure of any length, as texts have it."""
    return f"{int(10 ** chance.uniform(0, 9)):,}"


def small(chance: random.Random) -> int:
    """Draw a small number: words turn on whether it is one."""
    return chance.choice((0, 1, 2, 3, 5, 19, 1_204))


def money(chance: random.Random) -> str:
    """Draw tokens with and without decimals."""
    return joy(Amount(int(10 ** chance.uniform(0, 18))))


def names(chance: random.Random, of: Sequence[str]) -> list[str]:
    """Draw some of the names of the field, in any order."""
    return chance.sample(list(of), chance.randint(1, len(of)))


def by_use(chance: random.Random, types: Iterable[str] = TYPES) -> str:
    """Draw a list of types by their use, as the bulletin has it."""
    left, lines = names(chance, tuple(types)), []
    while left:
        many = chance.randint(1, len(left))
        lines.append(f"- {', '.join(left[:many])}: {figure(chance)}, in the term before {small(chance)}")
        left = left[many:]
    return "\n".join(lines)


def seldom(chance: random.Random) -> str:
    """Draw a list of types with what each does, or by their use where that is too long, as the bulletin has it."""
    if chance.random() < 0.5:
        return by_use(chance)
    lines = []
    for one in chance.sample(PROPOSAL_TYPES, 5):
        does = fill(of_guides(f"type-{one.name}"), defaultdict(lambda: "12")).partition(". ")[0]
        lines.append(f"- {one.words}: {figure(chance)}, in the term before {small(chance)}. {does}.")
    return "\n".join(lines)


def moved(chance: random.Random) -> str:
    """Draw lines about figures of a term that moved."""
    return joined(fill(of_leaderboard("line"), {"figure": movement(chance)}) for _ in range(chance.randint(1, 20)))


def movement(chance: random.Random) -> str:
    """Draw a figure of a term that moved."""
    before, now = (PublishedFigure(value=int(10 ** chance.uniform(0, 17)), source="x") for _ in range(2))
    name, measured = chance.choice(list(FIGURES.items()))
    return Movement(name=name, measured=measured, before=before, now=now).words


def report(chance: random.Random) -> str:
    """Draw the name of a report."""
    return chance.choice(list(REPORTS.values())).format(past=small(chance), now=small(chance))


def of_agenda(chance: random.Random) -> str:
    """Draw entries of the agenda of a handover."""
    group = chance.choice(list(GROUP_NAMES.values()))
    told = (
        f"Proposal {figure(chance)} “Keep the best lead”: {chance.choice([*WAITS.values(), 'block 1,200'])}",
        f"{group}: {report(chance).lower()}: {chance.choice(('due', 'overdue', 'incomplete'))}, block {figure(chance)}",
        f"term summaries of council {small(chance)}: block {figure(chance)}",
    )
    return "\n".join(f"- {each}" for each in told)


def changes(chance: random.Random) -> str:
    """Draw what a runtime changed, of which types."""
    said = [f"Stake {money(chance)}, now {money(chance)}", "Can be filed now", "Cannot be filed any more"]
    said += [f"{words[:1].upper()}{words[1:]} {figure(chance)}, now {figure(chance)}" for words in FIELDS.values()]
    lines = [f"- {one}: {', '.join(names(chance, TYPES))}" for one in said]
    lines += [f"- {words[:1].upper()}{words[1:]}: {money(chance)}, now {money(chance)}" for words in AMOUNTS.values()]
    lines += [f"- {words[:1].upper()}{words[1:]}: {figure(chance)}, now {figure(chance)}" for words in NUMBERS.values()]
    return "\n".join(lines)


def of_proposal(place: str) -> Callable[[random.Random], str]:
    """Draw the type, the title or the proposer of a proposal, known or not."""

    def drawn(chance: random.Random) -> str:
        types = [one.name for one in PROPOSAL_TYPES]
        told = Proposal(
            title=chance.choice(TITLES), type=chance.choice((None, *types)), creator_id=chance.choice((None, 12))
        )
        return figures_of(12, told, None, {12: "edda_moss"}, "")[place]

    return drawn


def fresh(chance: random.Random) -> str:
    """Draw what began in a day."""
    return Fresh(votes=small(chance), threads=small(chance), openings=small(chance), stage=False).words


def votes_needed(chance: random.Random) -> str:
    """Draw how many votes a proposal needs."""
    votes, all_ = sorted((chance.randint(1, 9), chance.randint(1, 9)))
    return alike_words(VotesNeeded(votes=votes, of_votes=votes, of_all=all_, against=1), 9)


def time_and_band(chance: random.Random) -> str:
    """Draw a time as texts have it."""
    day = f"20{chance.randint(22, 39)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return f"{day} {chance.randint(0, 23):02}:{chance.randint(0, 59):02} UTC ± {chance.randint(1, 99)} min"


def left(chance: random.Random) -> str:
    """Draw a time that is left."""
    return f"{chance.randint(1, 9)} d {chance.randint(0, 23)} h ± {chance.randint(1, 99)} min"


def _counted(noun: str, plural: str = "") -> Callable[[random.Random], str]:
    return lambda chance: count(small(chance), noun, plural)


def _one_of(*words: str) -> Callable[[random.Random], str]:
    return lambda chance: chance.choice(words)


def _sized(place: str) -> Callable[[random.Random], str]:
    return lambda chance: (of_size(chance.randint(1, 19)) | of_needed(chance.randint(1, 21)))[place]


TIMES = "block_time covered_time call_last_time due_time election_time end_time ended_time ends_time last_time later_time limit_time short_time asked newest"
LEFTS = "left ends_left short_left median after voting longest exact"
MONEY = (
    "amount bind_stake budget cancel cancellation_fee candidate_stake expected fee least_tokens most_total now refills rejection_fee "
    "reward_block reward_day rewards short stake vote_stake"
)
ADDRESSES = "answers feedback_at role source tables thread where"
SIZED = "fewer_have fewer_stand most_elected needed needed_are size size_candidates such_candidates with_vote_needed"

COUNTS = (
    "deputy_id secretary_id "
    "announcing_blocks approval_quorum approval_threshold before began block border call_last change councils covered cycle date day_blocks due "
    "election elections_count end ended ends ends_at every failed_cycle first further_count head idle_blocks incidents_count known "
    "largest_count last last_block last_term later_block least_bytes least_count limit most_accounts most_referral most_validators n "
    "notes_count number opened openings_count past period proposals_count questions_count reports_count revealed revealing_blocks "
    "salt_bytes secret_count seed short_block slashing_quorum slashing_threshold small_count spare spec standing_count threads_count "
    "unconfirmed_count until voting_blocks with_votes"
)
"""Places of figures alone: of blocks, counts and numbers."""

DRAWN: dict[str, Callable[[random.Random], str]] = {
    **dict.fromkeys(COUNTS.split(), figure),
    **dict.fromkeys(TIMES.split(), time_and_band),
    **dict.fromkeys(LEFTS.split(), left),
    **dict.fromkeys(MONEY.split(), money),
    **dict.fromkeys(ADDRESSES.split(), _one_of("", "https://example.org/#/forum/thread/12", "forum thread 67")),
    **{place: _sized(place) for place in SIZED.split()},
    "again": _one_of("", "1 of 2"),
    "earlier": lambda chance: joined(
        fill(of_elections(chance.choice(EARLIER)), Values(str(chance.random()), {}))
        for _ in range(chance.randint(1, 3))
    ),
    "entries": _one_of("- ada (member id 12)"),
    "lines": lambda chance: joined(
        fill(of_proposals("line"), Values(str(chance.random()), {})) for _ in range(chance.randint(1, 9))
    ),
    "all": _counted("proposal"),
    "approve": lambda chance: f"{votes_needed(chance)} must approve.",
    "slash": lambda chance: f"{votes_needed(chance)} must say so",
    "against": _counted("vote"),
    "quorum_votes": _counted("council member"),
    "slash_quorum": _counted("council member"),
    "fresh": fresh,
    "candidacies": _counted("candidacy", "candidacies"),
    "cast": lambda chance: cast_with(small(chance), Amount(10**12)),
    **dict.fromkeys(
        ("past_thread", "next_thread"), _one_of("", "https://example.org/#/forum/thread/12", "forum thread 67")
    ),
    **dict.fromkeys(("member", "past_council", "next_council"), lambda chance: str(small(chance))),
    **dict.fromkeys(("members", "posts", "shown"), figure),
    "feedback_so_far": _one_of(
        "- The forum has no thread for it.",
        "- forum thread 67: 1 post by 1 member by now. When the term has ended they are listed there.",
    ),
    "link": _one_of("https://example.org/#/forum/thread/12?post=7"),
    "links": _one_of(
        "https://example.org/#/forum/thread/12?post=7, https://example.org/#/forum/thread/12?post=9, and 12 more",
    ),
    "listed": lambda chance: "\n".join(f"- {make(chance).marked}" for make in MAKERS.values()),
    "changes": changes,
    "checklist": _one_of(""),
    "candidates_are": _one_of("The candidate", "The candidates, in an order that was drawn"),
    "members_are": _one_of("Its member", "Its members, in an order that was drawn"),
    "report": lambda chance: report_name(chance.choice(COUNCIL_REPORTS), chance.randint(2, 99)),
    "when_due": _one_of("due by block 12", "due by block 12, announced late for block 14,412"),
    "proposal": lambda chance: chance.choice((figure(chance), "Proposal 12 “Keep the best lead”")),
    "error": _one_of("InsufficientBalance"),
    "figure": movement,
    "told": lambda chance: of_agenda(chance).splitlines()[0].removeprefix("- "),
    "grace": lambda chance: chance.choice(
        ("not known", "none, it is carried out in the block in which it is approved", left(chance))
    ),
    "council": lambda chance: str(small(chance)),
    "deadlines": of_agenda,
    "elections": _counted("election"),
    "eligibility": _one_of(""),
    "entry": _one_of("“Keep the best lead”", "“Vote hugo” (Content)"),
    "group": _one_of(*GROUP_NAMES.values()),
    "incidents": lambda chance: joined(
        fill(of_terms("agenda-entry"), {"told": incident(chance).marked}) for _ in range(chance.randint(1, 9))
    ),
    "items": _one_of("- Whoever serves has a membership."),
    "length": lambda chance: length_words(chance.choice((None, 1, 201_600))),
    "length_before": lambda chance: length_words(chance.choice((None, 1, 201_600))),
    "largest": moved,
    "further": moved,
    "small": moved,
    "late_ones": lambda chance: came_late(small(chance), chance.choice((None, small(chance)))),
    "name": report,
    "not_revealed": lambda chance: f"{count(small(chance), 'vote')} of {small(chance)}",
    "notes": _one_of(""),
    "openings": _one_of("", "- “Keep the best lead” (Content): opening 5"),
    "others": lambda chance: chance.choice(("", f"And {count(small(chance), 'further change')}.")),
    "periods": _counted("announcing period"),
    "personnel": by_use,
    "place": lambda chance: asked_in(chance.choice((None, small(chance)))),
    "proposals": of_agenda,
    "proposer": of_proposal("proposer"),
    "questions": _one_of("", "- “Who is the best lead?”: forum thread 5"),
    "reached_late": lambda chance: str(small(chance) or "none"),
    "refused": lambda chance: refused_words(chance.sample(TYPES, 2)),
    "reports": of_agenda,
    "same": lambda chance: ", ".join(names(chance, WHATS)),
    "seats": _counted("seat"),
    "sections": _one_of("Budget; Plan"),
    "secret": _one_of(""),
    "seldom": seldom,
    "standing": _one_of("", "- `s3`: elections/stage, discord, place town, until block 12"),
    "stand": lambda chance: stand(small(chance)),
    "stood": lambda chance: stand(small(chance)),
    "state": _one_of(*STATES.values()),
    "says": lambda chance: incident(chance).marked,
    "secretary": lambda _: as_name("ada"),
    "deputy": lambda chance: as_name(chance.choice(("bob", "Act now"))),
    "github": lambda chance: as_name(chance.choice(("ada-codes", "vote"))),
    "owed": money,
    "suggested": _one_of("Proposals", "The best of all"),
    "category": _one_of("General"),
    "reasons": lambda chance: reason(small(chance)),
    "threads": _one_of("", "- “Keep the best lead”: forum thread 5"),
    "title": of_proposal("title"),
    "to_fill": lambda chance: to_fill(chance.randint(1, 19)),
    "type": of_proposal("type"),
    "unconfirmed": _one_of("", "- `o12`: message by discord"),
    "unknown": lambda chance: ", ".join(names(chance, WHATS)),
    "voted": lambda chance: count_of(f"voted-{chance.choice('abc')}"),
    "when": _one_of(APPROVED, BY_LAST_VOTE, BEFORE_REFILL),
    "withdrew": _counted("candidate"),
    "without": lambda chance: without_vote(small(chance), 1_204),
    "workers": _counted("worker"),
}
"""How the value of a place is drawn; what people wrote (notes, incidents, configured words) is left out, and judged by tests of its own."""
