"""Record: a sentence that says only what the record says, or what a proposal would do, and has no word besides.

Each is told as a whole, from its first word to its last: one word more, for or against anybody, and it is judged as any other.
"""

import re

from secretariat.desk.neutrality.sentences import PERSON, Sentence

LONGEST_RECORD = 40
"""Words of a sentence of the record, with a row of names as one."""

_NUMBER = "xnumber(?:(?: ,)? xnumber)*"
_COUNT = f"(?:{_NUMBER}|no|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|new|more)"
_HIRED = _COUNT.replace("|no|", "|")
_AMOUNT = f"{_NUMBER}(?: (?:joy|usd))?"
_BLOCK = f"(?:(?: ,)? (?:in|at|on|since|until|before|by|from) block {_NUMBER})?"
_PROPOSAL = f"(?:this proposal|proposals? {_NUMBER}(?:(?: ,)? and {_NUMBER})?|it)"
_VERDICT = "(?:to )?(?:approve[ds]?|approvals?|reject(?:ed|s|ions?)?|abstain(?:ed|s)?|abstentions?|slash(?:ed|es)?)"
_ONE_TALLY = f"(?:{_COUNT} (?:votes? )?{_VERDICT}|{_VERDICT} {_COUNT})"
_TALLY = f"(?:(?: :| ,| by| with)? {_ONE_TALLY}(?:(?: ,)?(?: and)? {_ONE_TALLY})*(?: ,)?)?"
_FIELD = (
    "storage|distribution|content|content directory|builders?|forum|hr|human resources|marketing|gateway|membership|apps|"
    "operations|operations (?:alpha|beta|gamma)|curators?"
)
_GROUP = f"(?:(?:{_FIELD}|working)(?: working)?(?: groups?)?|groups?)"
_ROLE = "(?:lead|deputy lead|deputy|worker|curator|moderator|secretary|council secretary)"
_JOB = f"(?:(?:{_GROUP} )?{_ROLE}(?: (?:of|in|for) {_GROUP})?|{_GROUP})"
_STAFF = "(?:new |more )?(?:workers?|curators?|moderators?|translators?|developers?|people)"
_APPLICATION = f"(?:(?: ,)? applications? {_NUMBER}(?: ,)?)?"
_MEMBER = f"(?:{PERSON}|member {_NUMBER}|council member {PERSON})"
_OFFICE = f"(?:secretary|deputy|council secretary|deputy secretary|author(?: of this (?:text|post|message))?|{_MEMBER})"
_AS_MEMBER = "as (?:council )?member(?: of council)?"
_IF = "(?: (?:if|once|when) (?:it|this|proposal|this proposal) is (?:approved|executed))?"
_NOT = "(?:not |not yet |never )?"
_WOULD = "(?:would |will |is to |asks to )?"
_VOTES = "(?:your |their )?(?:votes?|candidacy|candidacies)"
_ACT = f"(?:vote|reveal|announce|apply|stake|withdraw)(?: {_VOTES})?"
_HAS = f"(?:did|has|had|does) {_NOT}(?:approved?|reject(?:ed)?)"
_DECIDED = f"(?:council )?(?:{_HAS}|approved|rejected) (?:any proposals?|{_PROPOSAL}|{_NUMBER}(?: proposals?)?){_BLOCK}{_TALLY}"
_DISCLOSURE = "(?:disclosure(?: :| ,) |for record(?: :| ,) )?"
_TERM = f"(?: (?:in|of|for) (?:(?:this|last) )?(?:term|council term|week|month|period)(?: {_NUMBER})?)?"

_SENTENCES = (
    # What was decided.
    f"{_DECIDED}(?:(?: ,)?(?: and| but)? {_DECIDED})*",
    f"{_PROPOSAL} (?:was|were|is|are|has been|have been) {_NOT}(?:approved|rejected|slashed|executed|vetoed)(?: by council)?{_BLOCK}{_TALLY}",
    f"(?:votes?|voting) (?:for|on|about) {_PROPOSAL} (?:is|was|are) (?:still |now |not yet )?(?:open|closed|over|under way){_BLOCK}",
    f"(?:vote|voting) (?:for|on|about) {_PROPOSAL} (?:ends|begins|closes|starts|ended|began|closed){_BLOCK}",
    # Who voted how, which a disclosure says of whoever writes.
    f"{_DISCLOSURE}(?:{_AS_MEMBER}(?: ,)? )?{_OFFICE} (?:has )?voted {_VERDICT}(?: on)? {_PROPOSAL}(?: {_AS_MEMBER})?{_BLOCK}",
    # Who has not voted.
    f"{_MEMBER} (?:has|have|had) not (?:yet )?(?:voted|revealed|posted|reported|answered)(?: yet| so far)?"
    f"(?: (?:on|for) {_PROPOSAL})?(?: yet)?{_BLOCK}",
    # The last day of a stage.
    f"(?:reminder(?: :| ,) )?(?:today|tomorrow|this|it) is last (?:day|hour|block|usable block) "
    f"(?:to {_ACT}|for (?:votes|reveals|voting|revealing|announcing))"
    f"(?: (?:on|for|in) (?:{_PROPOSAL}|(?:election of )?council(?: term)?(?: {_NUMBER})?))?{_BLOCK}",
    # Applications, and what proposals on leads would do.
    f"{_MEMBER} (?:has )?(?:applied|applies) (?:for|to) (?:openings? |position of |role of )?(?:{_NUMBER} )?(?:{_JOB})?(?: opening)?"
    f"{_APPLICATION}(?:(?: ,)? stake (?:of )?{_AMOUNT}(?: ,)?)?{_BLOCK}",
    f"{_PROPOSAL} {_WOULD}(?:appoints?|sets?|makes?|hires?) {_MEMBER}{_APPLICATION} (?:as |to be )?(?:for )?{_JOB}{_IF}{_BLOCK}",
    f"{_PROPOSAL} {_WOULD}(?:ends?|terminates?) {_MEMBER}(?: 's)?(?: (?:role|work|contract))?(?: as {_JOB})?{_IF}{_BLOCK}",
    f"{_MEMBER}{_APPLICATION} (?:would be|is to be|becomes|would become|will be) (?:appointed |set )?(?:as )?{_JOB} "
    f"(?:if|once|when|by) {_PROPOSAL}(?: is (?:approved|executed))?",
    # What a group plans and spent.
    f"{_HIRED} {_STAFF} (?:are|is|were|was) (?:to be |being |planned to be )?hired (?:by|in|for|into) {_GROUP}{_TERM}",
    f"{_GROUP} (?:lead )?(?:plans?|intends?) to hire {_HIRED} {_STAFF}{_TERM}",
    f"{_GROUP} (?:has )?(?:spent|used|paid|paid out) {_AMOUNT}(?: ,)?(?: (?:of|or|which is|that is))?"
    f"(?: {_NUMBER}(?: percent)?)?(?: of its (?:budget|plan|limit))?(?: ,)?{_TERM}",
)  # fmt: skip
_RECORD = re.compile("|".join(f"(?:{one})" for one in _SENTENCES))


_SINGLED_OUT = frozenset({"even", "course", "including", "mention"})
"""Words of a list of names (``X, Y and even Z``) that say more of one of them than that they are in it."""


def is_record(sentence: Sentence, as_one: tuple[str, ...]) -> bool:
    """Tell whether a sentence is of the record alone: ``council did not approve proposal xnumber``. ``as_one`` are its words as of one person."""
    if not sentence.plain or len(as_one) > LONGEST_RECORD or not _SINGLED_OUT.isdisjoint(sentence.words):
        return False
    return _RECORD.fullmatch(" ".join(as_one)) is not None
