"""Values of every kind for the places of the duties' texts, drawn at random: figures, names of the field, other texts of the program."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from secretariat.desk.filling import Template, fill
from secretariat.desk.marks import count_of
from secretariat.desk.saying import count, joy
from secretariat.duties.digests.rules_leads import REPORTS, STATES
from secretariat.duties.elections.saying import cast_with, of_needed, of_size, stand, to_fill, without_vote
from secretariat.duties.guidance.pages import alike_words
from secretariat.duties.guidance.texts import template as of_guides
from secretariat.duties.terms.handing_over import WAITS
from secretariat.facts.amounts import Amount
from secretariat.facts.live_groups import GROUP_NAMES
from secretariat.facts.proposal_types import PROPOSAL_TYPES
from secretariat.facts.published_terms import FIGURES
from secretariat.facts.votes_needed import VotesNeeded

TYPES = tuple(one.words for one in PROPOSAL_TYPES)
WHATS = tuple(one.what for one in FIGURES.values())


class Values(dict[str, str]):
    """Values for any place, drawn when first asked for; a place that no drawing knows gets a figure."""

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
            self[place] = DRAWN.get(place, figure)(self.chance)
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
    lines = []
    for what in names(chance, WHATS):
        now, before = chance.choice(((money, money), (figure, figure)))
        share = chance.choice(("", f", {chance.uniform(-99, 900):+,.2f} % of {before(chance)}"))
        at = chance.choice(("", ", at the end of the term"))
        sign = chance.choice("+-")
        lines.append(f"- {what}{at}: {now(chance)}, in the term before {before(chance)} ({sign}{now(chance)}{share})")
    return "\n".join(lines)


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
    said = (f"Stake {money(chance)}, now {money(chance)}", "Can be filed now", "Cannot be filed any more")
    return "\n".join(f"- {one}: {', '.join(names(chance, TYPES))}" for one in said)


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


TIMES = "block_time call_last_time due_time election_time end_time ended_time ends_time last_time limit_time short_time asked newest"
LEFTS = "left ends_left short_left median after length length_before voting grace longest exact"
MONEY = (
    "amount bind_stake budget cancel cancellation_fee candidate_stake expected fee least_tokens most_total now refills rejection_fee "
    "reward_block reward_day rewards short stake vote_stake"
)
ADDRESSES = "answers feedback_at role source tables thread where"
SIZED = "fewer_have fewer_stand most_elected needed needed_are size size_candidates such_candidates with_vote_needed"

DRAWN: dict[str, Callable[[random.Random], str]] = {
    **dict.fromkeys(TIMES.split(), time_and_band),
    **dict.fromkeys(LEFTS.split(), left),
    **dict.fromkeys(MONEY.split(), money),
    **dict.fromkeys(ADDRESSES.split(), _one_of("", "https://example.org/#/forum/thread/12", "forum thread 67")),
    **{place: _sized(place) for place in SIZED.split()},
    "all": _counted("proposal"),
    "approve": lambda chance: f"{votes_needed(chance)} must approve.",
    "slash": lambda chance: f"{votes_needed(chance)} must say so",
    "against": _counted("vote"),
    "quorum_votes": _counted("council member"),
    "slash_quorum": _counted("council member"),
    "began": figure,
    "candidacies": _counted("candidacy", "candidacies"),
    "cast": lambda chance: cast_with(small(chance), Amount(10**12)),
    "changes": changes,
    "checklist": _one_of(""),
    "council": lambda chance: str(small(chance)),
    "deadlines": of_agenda,
    "elections": _counted("election"),
    "eligibility": _one_of(""),
    "entry": _one_of("“Keep the best lead”", "“Vote hugo” (Content)"),
    "group": _one_of(*GROUP_NAMES.values()),
    "incidents": _one_of(""),
    "items": _one_of("- Whoever serves has a membership."),
    "largest": moved,
    "further": moved,
    "small": moved,
    "late_ones": lambda chance: f"{small(chance) or 'none'} came in the last 24 hours before the end",
    "name": report,
    "not_revealed": lambda chance: f"{count(small(chance), 'vote')} of {small(chance)}",
    "notes": _one_of(""),
    "openings": _one_of("", "- “Keep the best lead” (Content): opening 5"),
    "others": lambda chance: chance.choice(("", f"And {count(small(chance), 'further change')}.")),
    "periods": _counted("announcing period"),
    "personnel": by_use,
    "place": _one_of("the thread", "the discussion of proposal"),
    "proposals": of_agenda,
    "proposer": _one_of("hugo", "edda\\_moss", "member 12"),
    "questions": _one_of("", "- “Who is the best lead?”: forum thread 5"),
    "reached_late": lambda chance: str(small(chance) or "none"),
    "refused": lambda chance: f"{chance.choice(TYPES)} cannot be filed: the runtime refuses it.",
    "reports": of_agenda,
    "same": lambda chance: ", ".join(names(chance, WHATS)),
    "seats": _counted("seat"),
    "sections": _one_of("Budget; Plan"),
    "secret": _one_of(""),
    "seldom": seldom,
    "standing": _one_of(""),
    "stand": lambda chance: stand(small(chance)),
    "stood": lambda chance: stand(small(chance)),
    "state": _one_of(*STATES.values()),
    "says": _one_of("12 proposals expired."),
    "suggested": _one_of("Proposals"),
    "category": _one_of("General"),
    "reasons": _one_of("3 threads with words like these are there."),
    "threads": _one_of("", "- “Keep the best lead”: forum thread 5"),
    "title": _one_of("“Keep the best lead”", "“Fire hugo”"),
    "to_fill": lambda chance: to_fill(chance.randint(1, 19)),
    "type": _one_of(*TYPES),
    "unconfirmed": _one_of(""),
    "unknown": lambda chance: ", ".join(names(chance, WHATS)),
    "voted": lambda chance: count_of(f"voted-{chance.choice('abc')}"),
    "when": _one_of("It is approved and is carried out in"),
    "withdrew": _counted("candidate"),
    "without": lambda chance: without_vote(small(chance), 1_204),
    "workers": _counted("worker"),
}
"""How the value of a place is drawn; what people wrote (notes, incidents, configured words) is left out, and judged by tests of its own."""
