"""Claims: every number in a text is held against the truth at the blocks in which it was written and sent.

A text claims something where a pattern of this table fits. A number that no pattern explains is itself wrong: the judge passes over nothing.
"""

from collections.abc import Iterator, Mapping

from secretariat.cli.term.judge.checks import (
    arrivals_are,
    base_units,
    council_size_is,
    cycle_is,
    each_needs,
    earlier_revealed,
    earlier_stood,
    failed_votes_are,
    figure_is,
    last_block_is,
    left_fits,
    median_is,
    number,
    of_failure,
    of_rules,
    pair,
    revealed_too_few,
    reward_is,
    seats_are,
    somebody_stood,
    stood_too_few,
    time_fits,
    tokens_are,
    usual_is,
    votes_were_cast,
    without_are,
)
from secretariat.cli.term.judge.claiming import DURATION, JOY, LEFT, TIME, Claim, N, held
from secretariat.cli.term.judge.evidence import Arrived, Configured
from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.moment import Moment
from secretariat.cli.term.judge.occasions import Threads
from secretariat.cli.term.judge.saying import claimed

SLACK = 20
"""So many blocks before it arrived a claim may have been true last: finality, the query node's lag, and the way into a block."""

HOUR = 600
"""Blocks."""


CLAIMS: tuple[Claim, ...] = (
    Claim("seed", r"0x[0-9a-f]{64}/(\d+)", figure_is(1, lambda at: at.cycle)),
    Claim("time", TIME, time_fits, keeps=1),
    Claim("left", LEFT, left_fits),
    Claim("last-block", r"[Ll]ast block for ([a-z ]+): ([\d,]+)", last_block_is),
    Claim("earlier", rf"[Cc]ycle (\d+) before it: [^.\n]*, {N} candidates? stood", earlier_stood),
    Claim(
        "earlier",
        rf"[Cc]ycle (\d+) before it: [^.\n]*, {N} of {N} candidates? had a revealed vote; "
        rf"{N} votes? had been cast, and {N} of them revealed",
        earlier_revealed,
    ),
    Claim("earlier", r"[Cc]ycle (\d+) before it\.", lambda found, at: number(found[1]) in at.failed_earlier),
    Claim("failed-reveal", rf"\b{N} of {N} candidates? had a revealed vote", revealed_too_few),
    Claim("failed-votes", rf"\b{N} votes? had been cast, and {N} of them revealed", failed_votes_are),
    Claim("failed-withdrew", rf"\b{N} candidates? had withdrawn", figure_is(1, of_failure("withdrew"))),
    Claim("failed-stood", rf"ended, {N} candidates? stood, and {N} (?:is|are) needed", stood_too_few),
    Claim("void", r"(?i)\ball candidacies of (cycle \d+) are void", somebody_stood, keeps=1),
    Claim(
        "stakes-of-candidacies", r"(?i)\bstakes? of [^.\n]*\bcandidac(?:y|ies) of (cycle \d+)", somebody_stood, keeps=1
    ),
    Claim("stakes-of-votes", r"(?i)\bstakes? of [^.\n]*\bvotes of (cycle \d+)", votes_were_cast, keeps=1),
    Claim("cycle", r"\b[Cc]ycle (\d+)", cycle_is),
    Claim("council-size", rf"council of ([\d,]+) needs {N} such", council_size_is),
    Claim("council", r"\b[Cc]ouncil (\d+)", figure_is(1, lambda at: at.council)),
    Claim("seats", r"\b([\d,]+) seats? (?:is|are) to be filled", figure_is(1, of_rules("seats"))),
    Claim("least", r"[Aa]t least ([\d,]+) (?:must stand|(?:is|are) needed)", figure_is(1, lambda at: at.needed)),
    Claim("fewer", r"[Ii]f fewer than ([\d,]+) stand", figure_is(1, lambda at: at.needed)),
    Claim("fewer", r"[Ii]f nobody stands", lambda found, at: at.needed == 1),
    Claim("since", r"announced from block ([\d,]+) on", figure_is(1, lambda at: at.stage.begins)),
    Claim("again-since", r"began anew in block ([\d,]+)", figure_is(1, lambda at: at.stage.begins)),
    Claim("office", r"took office in block ([\d,]+)", figure_is(1, lambda at: at.stage.begins)),
    Claim("next", r"expected in block ([\d,]+)", figure_is(1, lambda at: at.stage.ends)),
    Claim("reveal-from", r"revealed from block ([\d,]+) on", figure_is(1, lambda at: at.stage.ends)),
    Claim("read-at", r"last read at block ([\d,]+)", lambda found, at: number(found[1]) <= at.block),
    Claim("arrivals", rf"\bOf {N} candidac(?:y|ies) in the last {N} announcing periods?", arrivals_are),
    Claim("arrivals-late", rf"\b{N} came in the last 24 hours", figure_is(1, lambda at: at.arrivals.late)),
    Claim("arrivals-three-days", rf"\b{N} in the last 72\b", figure_is(1, lambda at: at.arrivals.late_three_days)),
    Claim("arrivals-median", rf"\(median about {DURATION} before it, n = {N}\)", median_is),
    Claim("arrivals-enough", rf"\b[Ii]n {N} of these periods", figure_is(1, lambda at: at.arrivals.enough_late)),
    Claim(
        "unrevealed",
        rf"\b{N} votes? of {N} not revealed",
        lambda found, at: pair(found) == (at.not_revealed, at.cast),
    ),
    Claim("without", rf"\b{N} of {N} candidates? (has|have) no revealed vote", without_are),
    Claim(
        "without",
        rf"(?i)\b(?:all|the) {N} candidates? ha(?:s|ve) a revealed vote",
        lambda found, at: (0, number(found[1])) == (at.without_vote, at.standing),
    ),
    Claim("council-needs", rf"council of {N} needs {N} candidates? with", seats_are),
    Claim("fails-now", r"(?i)as it stands,? nobody is elected", lambda found, at: at.fails),
    Claim(
        "with-one",
        rf"\b{N} (?:such )?candidates?,? with (?:one|a revealed vote) (?:is|are) needed",
        figure_is(1, of_rules("seats")),
    ),
    Claim(
        "thin-votes",
        rf"\b{N} votes? with {JOY}(?: together)?",
        lambda found, at: (number(found[1]), base_units(found[2])) == (at.cast, at.cast_stake),
    ),
    Claim("thin-votes", rf"\b{N} votes? (?:has|have) been cast", lambda found, at: number(found[1]) == at.cast == 0),
    Claim("thin-past", rf"last {N} elections? that elected a council\b", figure_is(1, lambda at: at.usual[1])),
    Claim(
        "thin-usual",
        rf"counted was (about )?{JOY} in the middle \(median, n = {N}\)",
        usual_is,
    ),
    Claim("each-needs", r"(?i)\b(?:each|every|all)\b[^.\n]*\bneeds? a revealed vote", each_needs),
    Claim("one-without", r"(?i)\bif (?:only )?(?:one|any|a candidate)\b[^.\n]*\bha(?:s|ve) none", each_needs),
    Claim(
        "to-spare",
        rf"\b{N} of them can be without a revealed vote",
        figure_is(1, lambda at: at.standing - at.figure("seats")),
    ),
    Claim(
        "for-seats",
        rf"\b{N} candidates? for ([\d,]+) seats?",
        lambda found, at: pair(found) == (at.standing, at.figure("seats")),
    ),
    Claim("stand", rf"\b{N} candidates?\b", figure_is(1, lambda at: at.standing)),
    Claim("needed", r"\b([\d,]+) needed", figure_is(1, lambda at: at.needed)),
    Claim("candidacy-stake", rf"[Ss]take of a candidacy: at least {JOY}", tokens_are(1, of_rules("candidate_stake"))),
    Claim("vote-stake", rf"stake of at least {JOY}", tokens_are(1, of_rules("vote_stake"))),
    Claim("reward", rf"gets {JOY} a block", tokens_are(1, of_rules("councilor_reward"))),
    Claim("reward-day", rf"about {JOY} in ([\d,]+) blocks", reward_is),
    Claim("thread", r"\bforum thread (\d+)", lambda found, at: number(found[1]) == at.thread),
    Claim("recipe", r"\bSHA-256\b", lambda found, at: True),
    Claim("day", r"\b(24|72) hours\b", lambda found, at: True),
)

QUESTIONS: tuple[Claim, ...] = (
    Claim("spec", r"spec version (\d+)", figure_is(1, of_rules("spec_version"))),
    Claim("announcing", r"Announcing, ([\d,]+) blocks", figure_is(1, of_rules("announcing"))),
    Claim("voting", r"Voting, ([\d,]+) blocks", figure_is(1, of_rules("voting"))),
    Claim("revealing", r"Revealing, ([\d,]+) blocks", figure_is(1, of_rules("revealing"))),
    Claim("idle", r"([\d,]+) blocks later", figure_is(1, of_rules("idle"))),
    Claim("most", r"The ([\d,]+) (?:candidates? )?with the most", figure_is(1, of_rules("seats"))),
    Claim("fewer", r"fewer than ([\d,]+) candidates", figure_is(1, of_rules("seats"))),
    Claim("fewer", r"if none of the candidates has a revealed vote", lambda found, at: at.figure("seats") == 1),
    Claim("holds", rf"holds at least {JOY}", tokens_are(1, of_rules("candidate_stake"))),
    Claim("binds", rf"needs {JOY} on it", tokens_are(1, of_rules("bind_stake"))),
    Claim("salt", r"at most ([\d,]+) bytes", figure_is(1, of_rules("salt_bytes"))),
    Claim("item", r"(?m)^(\d)\. ", lambda found, at: True),
)

_STAND = ("stand", "needed", "last-block", "left")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "introductions": ("council", "cycle", "seats", "least", "last-block", "candidacy-stake"),
    "announcing": ("cycle", "seats", "least", "last-block", "candidacy-stake"),
    "restart": ("cycle", "again-since", "last-block"),
    "few": ("cycle", "stand", "last-block", "left"),
    "withdrawal": ("cycle", *_STAND),
    "voting": ("cycle", "for-seats", "last-block", "vote-stake"),
    "revealing": ("cycle", "last-block", "with-one"),
    "reminder-voting": ("cycle", "last-block", "left"),
    "reminder-revealing": ("cycle", "last-block", "left"),
    "unrevealed": ("cycle", "unrevealed", "without", "last-block", "left"),
    "thin": ("cycle", "thin-votes", "thin-usual", "last-block", "left"),
    "elected": ("cycle", "office"),
    "questions": ("spec", "announcing", "voting", "revealing", "holds", "binds", "salt"),
}
"""What each kind of text has to claim: a message without its number helps nobody."""

STAGES = {
    "introductions": "announcing",
    "announcing": "announcing",
    "restart": "announcing",
    "few": "announcing",
    "withdrawal": "announcing",
    "voting": "voting",
    "reminder-voting": "voting",
    "thin": "voting",
    "revealing": "revealing",
    "reminder-revealing": "revealing",
    "unrevealed": "revealing",
    "elected": "idle",
}


def wrong_claims(
    one: Arrived, kind: str, history: History, threads: Threads, configured: Configured, slack: int = SLACK
) -> Iterator[str]:
    """Say which claims of a text were true at none of the blocks in which it was written and sent, and what it leaves out.

    ``slack`` is how many blocks before it arrived a claim may have been true last.
    """
    moments = [Moment(history, block, threads) for block in range(one.block, max(0, one.block - slack) - 1, -1)]
    stage = STAGES.get(kind)
    if stage is not None and all(at.stage.name != stage for at in moments):
        yield f"is about {stage}, and {moments[0].stage.name} runs since block {moments[0].stage.begins:,}"
        return
    table = (*QUESTIONS, *CLAIMS) if kind == "questions" else CLAIMS
    said = claimed(one, configured)
    names, wrong = held(said, table, moments)
    yield from wrong
    yield from _left_out(kind, names, moments, said)
    yield from _unlinked(one, kind, names, moments[0], configured)


def _left_out(kind: str, made: set[str], moments: list[Moment], words: str) -> Iterator[str]:
    needed = set(REQUIRED.get(kind, ()))
    failed = moments[0].of_failed()
    if kind == "restart" and failed is not None:
        needed |= {"failed-stood"} if failed.too_few_stood else {"failed-reveal"}
        needed |= {"earlier"} if moments[0].failed_earlier else set()
    for name in sorted(needed - made):
        yield f"leaves out its claim {name!r}"
    if kind == "unrevealed" and "nobody is elected" in words and not any(at.fails for at in moments):
        yield "alarms, and enough candidates have a revealed vote"
    if kind == "few" and all(at.standing < at.needed for at in moments) and "needed" not in made:
        yield "leaves out how many are needed"


LINKED = ("introductions", "announcing", "restart", "voting", "revealing")
"""Texts that open something, and link the page on which questions are answered."""


def _unlinked(one: Arrived, kind: str, made: set[str], at: Moment, configured: Configured) -> Iterator[str]:
    """Say where a text does not lead to: the page of questions, and the thread that lists the candidates."""
    lists = kind == "voting" and one.place == "forum"  # beside people stands no address
    if kind in LINKED and not lists and configured.questions_url and configured.questions_url not in one.text:
        yield "does not link the page of questions"
    thread = at.threads.of(at.history, at.council)
    known = thread is not None and thread[1] < at.stage.begins - HOUR
    if known and kind == "voting" and one.place == "discord" and "thread" not in made:
        yield "does not lead to the thread that lists the candidates"
