"""Claims of texts about proposals: each number, title and name is held against the truth of that vote."""

import re
from collections.abc import Callable, Iterator, Mapping

from secretariat.cli.term.judge.checks import base_units, number, pair, time_fits, time_left_fits
from secretariat.cli.term.judge.claiming import BAND, DURATION, JOY, TIME, Claim, held
from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.names import same_letters
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.proposals.moment import VoteMoment, moments_of
from secretariat.cli.term.judge.proposals.reading import NAMED, rung_member

SHORT = {"VetoProposal": "veto", "SetPalletFozenStatus": "updatepalletfrozenstatus"}
"""Types that the chain names otherwise than people do."""

NOT_KNOWN = ("Type not known yet", "title not known yet")


def _named(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold type, title and proposer against the truth; what is said to be unknown claims nothing."""
    one = at.proposal
    types = {"".join(filter(str.isalpha, found["type"])).casefold()}
    type_fits = found["type"] == NOT_KNOWN[0] or types <= {one["type"].casefold(), SHORT.get(one["type"], "")}
    title_fits = found["title"] == NOT_KNOWN[1] or same_letters(found["title"][1:-1], one["title"])
    handle = at.history.handle(one["proposer"]) or f"member {one['proposer']}"
    own = found["number"] is None or number(found["number"]) == at.round.number
    return own and type_fits and title_fits and same_letters(found["by"], handle)


def _block(value: Callable[[VoteMoment], int]) -> Callable[["re.Match[str]", VoteMoment], bool]:
    return lambda found, at: number(found[1]) == value(at)


def _tokens(value: Callable[[VoteMoment], int]) -> Callable[["re.Match[str]", VoteMoment], bool]:
    return lambda found, at: base_units(found[1]) == value(at)


def _councils(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold how many councils in a row have approved it, of how many that must."""
    return pair(found) == (int(at.round.told["number"]) - 1, int(at.proposal["parameters"]["constitutionality"]))


def _expected(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold the budget before an execution, and what it lacks, against the truth of the block before; the refill of its block comes first."""
    executed, short = at.proposal["executed"], at.takes - base_units(found[1])
    if base_units(found[2]) != short:
        return False
    if executed is None or int(executed) != at.execution:
        return True
    return base_units(found[1]) in {at.budget(int(executed)), at.budget(int(executed) - 1)}


CLAIMS: tuple[Claim, ...] = (
    Claim("named", NAMED.pattern, _named),
    Claim("time", TIME, time_fits, keeps=1),
    Claim("left", rf"\bin {DURATION} {BAND}", lambda found, at: time_left_fits(found, at.last - at.block)),
    Claim("last", r"[Ll]ast block in which a vote counts: ([\d,]+)", _block(lambda at: at.last)),
    Claim("until", r"vote counts until block ([\d,]+)", _block(lambda at: at.last)),
    Claim("anew", r"election begins anew: until block ([\d,]+)", _block(lambda at: at.later)),
    Claim(
        "election",
        r"(?:new council (?:takes|took) office|council may change) in block ([\d,]+)",
        _block(lambda at: at.election),
    ),
    Claim(
        "rejection", rf"(?:rejected proposal is|proposer paid:) {JOY}", _tokens(lambda at: at.figure("rejection_fee"))
    ),
    Claim("cancellation", rf"cancelled for {JOY}", _tokens(lambda at: at.figure("cancellation_fee"))),
    Claim("councils", r"have approved it: (\d+) of (\d+)", _councils),
    Claim("takes", rf"\bIt takes {JOY}", _tokens(lambda at: at.takes)),
    Claim("carried-out", r"carried out (?:in|by) block ([\d,]+)", _block(lambda at: at.execution)),
    Claim("expected", rf"stored, {JOY} is in the budget then: {JOY} too little", _expected),
    Claim("budget-now", rf"Budget now: {JOY}", _tokens(lambda at: at.budget(at.block))),
    Claim("refills", rf"Refills until then: {JOY}", _tokens(lambda at: at.refills)),
    Claim("read-at", r"last read at block ([\d,]+)", lambda found, at: number(found[1]) <= at.block),
    Claim("proposal", r"\b[Pp]roposal (\d+)", _block(lambda at: at.round.number)),
)

SUM = re.compile(
    rf"(?s){JOY} is in the budget then.*Budget now: {JOY}.*Refills until then: {JOY}.*"
    rf"Council rewards until then: (-?){JOY}.*Other approved proposals until then: (-?){JOY}"
)
"""What is expected, and the parts that it is the sum of."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "digest": ("named", "last", "left"),
    "open": ("named", "last", "time"),
    "vote-ends": ("named", "last", "left"),
    "council-change": ("named", "election", "until", "left", "rejection"),
    "lost": ("named", "election", "rejection"),
    "budget": ("named", "takes", "carried-out", "expected", "budget-now", "refills"),
}


def wrong_of_proposals(one: Arrived, kind: str, history: History, configured: Configured, slack: int) -> Iterator[str]:
    """Say what a text about proposals claims that was so at none of the last blocks, and what it leaves out."""
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    words = re.sub(r"<@&?\d+>", "", plain(one.text))
    if kind != "digest":
        found = re.search(r"[Pp]roposal (\d+)", words)
        moments = moments_of(history, int(found[1]), blocks) if found else []
        yield from _of_one(words, kind, moments)
        return
    member = rung_member(one, configured.mentions)
    if member is None:
        yield "rings nobody of the council, or more than one"
    lines = words.splitlines()
    for line in lines[1:]:
        found = NAMED.search(line)
        if found is None or found["number"] is None:
            yield from (
                f"says {unread!r}, which the judge cannot account for" for unread in re.findall(r"\d[\d,.]*", line)
            )
            continue
        moments = moments_of(history, int(found["number"]), blocks, member)
        yield from _of_one(line, kind, moments)
        if not any(at.waits for at in moments):
            yield f"lists proposal {found['number']}, which did not wait for the vote of member {member}"


def _of_one(words: str, kind: str, moments: list[VoteMoment]) -> Iterator[str]:
    if not moments:
        yield "is about a proposal that was not there"
        return
    total = SUM.search(words) if kind == "budget" else None
    said = words
    if total is not None:
        yield from _sum(total)
        said = re.sub(rf"- (?:Council rewards|Other approved proposals) until then: -?{JOY}", "", words)
    names, wrong = held(said, CLAIMS, moments)
    yield from wrong
    for name in REQUIRED[kind]:
        if name not in names:
            yield f"leaves out its claim {name!r}"


def _sum(found: "re.Match[str]") -> Iterator[str]:
    """Say where the parts of a budget do not add up to what is expected."""
    expected, now, refills = (base_units(found[place]) for place in (1, 2, 3))
    rewards = base_units(found[5]) * (-1 if found[4] else 1)
    others = base_units(found[7]) * (-1 if found[6] else 1)
    if now + refills + rewards + others != expected:
        yield "has parts of the budget that do not add up"
