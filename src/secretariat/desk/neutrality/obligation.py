"""Obligation: what a role, a report or a meeting should do or have, as guides say it; it names nobody and gives nobody a job."""

from collections.abc import Sequence

from secretariat.desk.neutrality.sentences import PERSON, spelled

_MODALS = frozenset({"should", "must", "ought", "shall"})
_HE = frozenset({"he", "she", "him", "her", "his", "hers"})
_PASSED_OVER = frozenset(
    """
    not also always then still to be have been regularly usually normally first at least once all each both ideally preferably
    never clearly briefly either therefore publicly
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""What may stand between ``should`` and what is to be done."""

_DONE = frozenset(
    spelled(word)
    for word in """
    add added address addressed agree agreed announce announced answer answered ask asked attach attached attend attended avoid avoided
    available aware blamed check checked collect collected comment compare confirm confirmed contain copied copy correct corrected
    cover covered date dated describe described discuss discussed display displayed ensure entered explain explained familiar
    file filed fill filled follow followed given hand handed held include included inform informed interrupt introduce introduced
    invite invited join keep kept link linked list listed look made mark marked mention mentioned moved mute muted name named note noted
    open opened organize organized plan planned post posted prepare prepared present presented provide provided publish published
    quote quoted read record recorded reminded remind repeat repeated report reported reread responsible review reviewed say send
    sent show shown signed sorted specify specified stand start state stated submit submitted summarize summarized tell
    tested time told translate translated understand update updated upload uploaded used utilized verify verified visible write
    written go make take
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""What is to be done by whoever has a role, or with a text or a meeting."""

_WITH_ANOTHER = {
    "go": frozenset({"through", "over"}),
    "make": frozenset({"sure"}),
    "take": frozenset({"place", "notes", "minutes", "part"}),
    "given": frozenset({"in", "as", "with", "at", "for", "by"}),
    "held": frozenset({"responsible", "in", "on", "at", "between", "before", "after", "within", "every", "once"}),
    "kept": frozenset({"as", "short", "up", "for", "until", "at", "to"}),
    "look": frozenset({"at", "through", "up"}),
    "made": frozenset({"in", "public", "by", "with", "before", "after", "available", "visible", "clear"}),
    "reported": frozenset({"in", "by", "on", "at", "as"}),
    "sent": frozenset({"to", "in", "before", "by", "with", "at", "after"}),
    "stand": frozenset({"at", "in", "on", "below", "above", "beside"}),
}
"""What is said of duties only with one of these behind it."""

_STAFFING = frozenset(
    """
    hire hires hired hiring fire fired firing sack sacked dismiss dismissed dismissal replace replaced replacing remove removed removal
    pay paid pays paying overpaid underpaid salary salaries wage wages raise raised bonus slash slashed slashing promote promoted demote
    demoted appoint appointed elect elected reelected resign resignation quit leave successor preference job jobs payroll fresh friend
    friends relatives native instead better best rather worse worst deserve deserves lose loses terminate terminated retain retained
    employ employed sacking notice packing belongings door let home only
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""With one of these a sentence may be of who has a job, or of what it pays, after all."""

_FARTHEST = 8
"""Words of an aside between commas behind ``should``."""


def obliges(words: Sequence[str]) -> bool:
    """Tell whether a sentence says only what is to be done by a role, or with a text or a meeting, and names nobody."""
    known = frozenset(words)
    if PERSON in known or known & _HE or known & _STAFFING or not known & _MODALS:
        return False
    return all(_is_duty(words, at + 1) for at, word in enumerate(words) if word in _MODALS)


def _is_duty(words: Sequence[str], at: int) -> bool:
    if words[at : at + 1] == (",",):
        closes = [place for place in range(at + 1, min(len(words), at + _FARTHEST)) if words[place] == ","]
        at = closes[0] + 1 if closes else at
    while at < len(words) and words[at] in _PASSED_OVER:
        at += 1
    if at >= len(words) or words[at] not in _DONE:
        return False
    behind = _WITH_ANOTHER.get(words[at])
    return behind is None or not behind.isdisjoint(words[at + 1 : at + 2])
