"""Claims of texts about proposals: each number, title and name is held against the truth of that vote."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from secretariat.cli.term.judge.checks import base_units, number, pair, time_fits, time_left_fits
from secretariat.cli.term.judge.claiming import JOY, LEFT, TIME, Claim, held
from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.names import same_letters
from secretariat.cli.term.judge.plain_words import plain
from secretariat.cli.term.judge.proposals.moment import VoteMoment, moments_of
from secretariat.cli.term.judge.proposals.reading import NAMED, rung_member
from secretariat.cli.term.judge.proposals.rewards import reward_changes, rewards_due

SHORT = {"VetoProposal": "veto", "SetPalletFozenStatus": "updatepalletfrozenstatus"}
"""Types that the chain names otherwise than people do."""

NOT_KNOWN = ("Type not known yet", "title not known yet")


def _named(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold type, title and proposer against the truth; what is said to be unknown claims nothing.

    The chain tells a proposer's number alone, and that is right where the query node had not come to the proposal.
    """
    one = at.proposal
    types = {"".join(filter(str.isalpha, found["type"])).casefold()}
    type_fits = found["type"] == NOT_KNOWN[0] or types <= {one["type"].casefold(), SHORT.get(one["type"], "")}
    title_fits = found["title"] == NOT_KNOWN[1] or same_letters(found["title"][1:-1], one["title"])
    by_number = f"member {one['proposer']}"
    by_fits = same_letters(found["by"], at.history.handle(one["proposer"]) or by_number)
    by_fits = by_fits or (at.untold and found["by"] == by_number)
    own = found["number"] is None or number(found["number"]) == at.round.number
    return own and type_fits and title_fits and by_fits


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


def _covered(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold what is said to be covered by the last vote that counts: its block, and that all that can come in until then is enough."""
    return at.before_refill and number(found[1]) == at.late and at.most_by(at.late) >= at.takes


def _group_expected(found: "re.Match[str]", at: VoteMoment) -> bool:
    """Hold what a group's budget lacks against what is asked of it; the sum of the parts is held apart."""
    return base_units(found[2]) == at.brings - base_units(found[1])


CLAIMS: tuple[Claim, ...] = (
    Claim("named", NAMED.pattern, _named),
    Claim("left", LEFT, lambda found, at: time_left_fits(found, at.last, at.block)),
    Claim("time", TIME, time_fits, keeps=1),
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
    Claim("covered", r"carried out in block ([\d,]+), after the refill, and the budget covers", _covered),
    Claim("carried-out", r"carried out (?:in|by) block ([\d,]+)", _block(lambda at: at.execution)),
    Claim("expected", rf"stored, {JOY} is in the budget then: {JOY} too little", _expected),
    Claim("budget-now", rf"Budget now: {JOY}", _tokens(lambda at: at.budget(at.block))),
    Claim("brings", rf"\bIt brings {JOY}", _tokens(lambda at: at.brings)),
    Claim("group-expected", rf"stored, {JOY} is in the group's budget then: {JOY} too little", _group_expected),
    Claim("group-now", rf"group's budget now: {JOY}", _tokens(lambda at: at.group_budget(at.block))),
    Claim("refills", rf"Refills until then: {JOY}", _tokens(lambda at: at.refills)),
    Claim("read-at", r"last read at block ([\d,]+)", lambda found, at: number(found[1]) <= at.block),
    Claim("proposal", r"\b[Pp]roposal (\d+)", _block(lambda at: at.round.number)),
)

SUM = re.compile(
    rf"(?s){JOY} is in the budget then.*Budget now: {JOY}.*Refills until then: {JOY}.*"
    rf"Council rewards until then: (-?){JOY}.*Other proposals until then: (-?){JOY}"
)
"""What is expected, and the parts that it is the sum of."""

BEFORE_REFILL = re.compile(r"carried out\s+before\s+the\s+next\s+refill")
"""A way of its own on which a proposal is carried out: approved earlier than by the last vote that counts."""

GROUP_SUM = re.compile(
    rf"(?s){JOY} is in the group's budget then.*group's budget now: {JOY}.*"
    rf"Rewards of its workers until then: (-?){JOY}.*Other proposals until then: (-?){JOY}"
)
"""The same of a group, which has no refills."""

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "digest": ("named", "last", "left"),
    "open": ("named", "last", "time"),
    "vote-ends": ("named", "last", "left"),
    "council-change": ("named", "election", "until", "left", "rejection"),
    "lost": ("named", "election", "rejection"),
    "budget": ("named", "takes", "carried-out", "expected", "budget-now", "refills"),
    "group-budget": ("named", "brings", "carried-out", "group-expected", "group-now"),
}


def wrong_of_proposals(
    one: Arrived, kind: str, history: History, configured: Configured, slack: int, node: int
) -> Iterator[str]:
    """Say what a text about proposals claims that was so at none of the last blocks, and what it leaves out.

    ``node`` is the block to which the query node had come when the text was written.
    """
    blocks = range(one.block, max(0, one.block - slack) - 1, -1)
    words = re.sub(r"<@&?\d+>", "", plain(one.text))
    if kind != "digest":
        found = re.search(r"[Pp]roposal (\d+)", words)
        moments = moments_of(history, int(found[1]), blocks, node=node) if found else []
        yield from wrong_of_line(words, kind, moments)
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
        moments = moments_of(history, int(found["number"]), blocks, member, node)
        yield from wrong_of_line(line, kind, moments)
        if not any(at.waits for at in moments):
            yield f"lists proposal {found['number']}, which did not wait for the vote of member {member}"


def wrong_of_line(words: str, kind: str, moments: list[VoteMoment]) -> Iterator[str]:
    """Say what words about one vote claim that was so at none of its moments, and what they leave out."""
    if not moments:
        yield "is about a proposal that was not there"
        return
    if kind == "budget" and moments[0].brings:
        kind = "group-budget"
    if kind == "budget" and BEFORE_REFILL.search(words):
        moments = [replace(at, before_refill=True) for at in moments if at.can_come_before_refill]
        if not moments:
            yield "says that it can be carried out before the next refill, and not only after it, which was not so"
            return
    said = words
    if kind in ("budget", "group-budget"):
        yield from _sum(words)
        yield from _others(words, moments)
        yield from _rewards(words, moments) if kind == "budget" else ()
        said = re.sub(rf"- (?:Council rewards|Rewards of its workers|Other proposals) until then: -?{JOY}", "", words)
    names, wrong = held(said, CLAIMS, moments)
    yield from wrong
    for name in REQUIRED[kind]:
        if name not in names:
            yield f"leaves out its claim {name!r}"


def _sum(words: str) -> Iterator[str]:
    """Say where the parts of a budget do not add up to what is expected."""
    found, of_group = SUM.search(words), GROUP_SUM.search(words)
    if found is not None:
        expected, now, refills = (base_units(found[place]) for place in (1, 2, 3))
        total = now + refills + _signed(found, 4) + _signed(found, 6)
    elif of_group is not None:
        expected, now = base_units(of_group[1]), base_units(of_group[2])
        total = now + _signed(of_group, 3) + _signed(of_group, 5)
    else:
        return
    if total != expected:
        yield "has parts of the budget that do not add up"


def _others(words: str, moments: list[VoteMoment]) -> Iterator[str]:
    """Say where other proposals are said to move more than all that are voted on, or approved and not carried out, ask for."""
    found, of_group = SUM.search(words), GROUP_SUM.search(words)
    said = _signed(found, 6) if found else _signed(of_group, 5) if of_group else 0
    if abs(said) > max(at.asked_by_others for at in moments):
        yield f"says that other proposals move {abs(said)} base units until then, which is more than they ask for"


def _rewards(words: str, moments: list[VoteMoment]) -> Iterator[str]:
    """Say where the council's rewards until an execution are not those that are due; what a budget does not cover is paid in part."""
    found = SUM.search(words)
    if found is None:
        yield "leaves out of which parts the budget is the sum"
        return
    if any(reward_changes(at.history, at.block, at.execution) for at in moments):
        return
    said, least = -_signed(found, 4), base_units(found[2]) + min(0, _signed(found, 6))
    due = {rewards_due(at.history, at.block, at.execution) for at in moments}
    if said not in due and not any(0 <= said < each and each > least for each in due):
        yield f"says that {said} base units of rewards are paid until then, and due are {sorted(due)}"


def _signed(found: "re.Match[str]", place: int) -> int:
    return base_units(found[place + 1]) * (-1 if found[place] else 1)
