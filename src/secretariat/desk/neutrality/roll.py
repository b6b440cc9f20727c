"""Roll: a sentence that says of people only what they have done or have still to do, and has no word besides."""

import re

from secretariat.desk.neutrality.sentences import PERSON

_ACT = "(?:vote|reveal|report|post|answer|reply|respond|submit|sign|confirm)"
_ACTED = "(?:voted|revealed|reported|posted|answered|replied|responded|submitted|signed|confirmed)"
_WHAT = "(?:votes?|reports?|reveals?|answers?|reply|replies|rationales?|summary|summaries|posts?)"
_NUMBERS = "xnumber(?:(?: ,)?(?: and)? xnumber)*"
_ON = f"(?: (?:on|for|in) (?:this |these |that )?(?:proposals?|openings?|referendum|council|thread)(?: {_NUMBERS})?)?"
_MISSING = "(?:missing|outstanding|open|due|awaited|left)"
_IS = "(?:has|have|is|are|who has|who have) "
_LEADS = (
    f"(?:{_IS})?(?:still|yet|not yet|only|left|remaining)(?: has| have)? to {_ACT}{_ON}(?: :| is| are)?",
    f"please (?:remember|do not forget) to {_ACT}{_ON} :",
    f"(?:{_IS})?(?:still )?not(?: yet)? {_ACTED}(?: yet)?{_ON}(?: :)?",
    f"(?:{_IS})?(?:already )?{_ACTED}(?: so far| already| yet)?{_ON} :",
    f"(?:{_WHAT}{_ON} )?(?:still )?(?:is |are )?(?:still )?{_MISSING}(?: {_WHAT})?{_ON} (?::|from|of|by|is|are)",
    f"(?:still )?(?:waiting for|awaiting)(?: {_WHAT}{_ON} (?:of|from|by)| :)",
)
_ROLL = re.compile(f"(?:reminder [:,] )?(?:{'|'.join(_LEADS)}) {PERSON}{_ON}")


def is_roll(words: tuple[str, ...]) -> bool:
    """Tell whether a sentence, read as of one person, is a roll call alone: ``still to vote : xperson``."""
    return len(words) <= LONGEST_ROLL and _ROLL.fullmatch(" ".join(words)) is not None


LONGEST_ROLL = 30
"""Words of a roll call, with a row of names as one."""
