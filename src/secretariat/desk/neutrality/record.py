"""Record: a sentence that says only what the record says, or what a proposal would do, and has no word besides.

Each is told as a whole, from its first word to its last: one word more, for or against anybody, and it is judged as any other.
"""

import re

from secretariat.desk.neutrality.sentences import PERSON

LONGEST_RECORD = 40
"""Words of a sentence of the record, with a row of names as one."""

_NUMBER = "xnumber(?: (?:, )?xnumber)*"
_COUNT = f"(?:{_NUMBER}|no|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|new|more)"
_BLOCK = f"(?: ,?(?:in|at|on|since|until|before|by|from) block {_NUMBER})?"
_PROPOSAL = f"(?:this proposal|proposals? {_NUMBER}(?: ?,? and {_NUMBER})?|it|xcode)"
_VERDICT = "(?:to )?(?:approve[ds]?|approving|approvals?|reject(?:ed|s|ing|ions?)?|abstain(?:ed|s|ing)?|abstentions?|slash(?:ed|es|ing)?)"
_ONE_TALLY = f"(?:{_COUNT} (?:votes? )?{_VERDICT}|{_VERDICT} {_COUNT})"
_TALLY = f"(?: (?:: |, |by |with )?{_ONE_TALLY}(?: (?:, and |, |and ){_ONE_TALLY})* ?,?)?"
_GROUP = (
    "(?:(?:storage|distribution|content|content directory|builders|forum|hr|human resources|marketing|gateway|membership|apps|operations|"
    "operations alpha|operations beta|operations gamma|curators?|working)(?: working)?(?: groups?)?|groups?)"
)
_JOB = f"(?:(?:(?:{_GROUP} )?(?:lead|deputy lead|deputy|worker|curator|moderator|secretary|council secretary)(?: (?:of|in|for) {_GROUP})?)|{_GROUP})"
_APPLICATION = f"(?: ,? ?applications? {_NUMBER}(?: ,)?)?"
_MEMBER = f"(?:{PERSON}|member {_NUMBER}|council member {PERSON})"
_OFFICE = f"(?:secretary|deputy|council secretary|deputy secretary|author|author of this (?:text|post|message)|{_MEMBER})"
_IF = "(?: (?:if|once|when) (?:it|this|proposal|this proposal) is (?:approved|executed))?"
_NOT = "(?:not |not yet |never )?"
_ACT = "(?:vote|vote on it|reveal|reveal votes?|reveal your votes?|announce|announce candidacy|announce your candidacy|apply|stake|withdraw|withdraw candidacy|withdraw your candidacy|submit|post)"
_AMOUNT = f"{_NUMBER}(?: (?:joy|usd))?"

_SENTENCES = (
    # what was decided
    rf"council (?:did|has|had|does) {_NOT}(?:approved?|reject(?:ed)?) {_PROPOSAL}{_BLOCK}{_TALLY}",
    rf"council (?:approved|rejected) {_PROPOSAL}{_BLOCK}{_TALLY}",
    rf"{_PROPOSAL} (?:was|were|is|are|has been|have been) {_NOT}(?:approved|rejected|slashed|executed|vetoed)(?: by council)?{_BLOCK}{_TALLY}",
    # who voted how, which a disclosure says of whoever writes
    rf"(?:disclosure (?:: |, ))?(?:as (?:council )?member ,? ?)?{_OFFICE} (?:has )?voted {_VERDICT}(?: on)? {_PROPOSAL}(?: as (?:council )?member)?{_BLOCK}",
    rf"(?:disclosure (?:: |, ))?(?:as (?:council )?member ,? ?)?{_OFFICE} (?:has )?(?:approved|rejected|abstained) on {_PROPOSAL}(?: as (?:council )?member)?{_BLOCK}",
    # who has not voted
    rf"{_MEMBER} (?:has|have|had) (?:not|not yet) (?:voted|revealed|posted|reported|answered)(?: yet| so far)?(?: (?:on|for) {_PROPOSAL})?(?: yet)?{_BLOCK}",
    # the last day of a stage
    rf"(?:reminder (?:: |, ))?(?:today|tomorrow|this|it) is last (?:day|hour|block|usable block) (?:to {_ACT}|of {_ACT}ing|for (?:votes|reveals|voting|revealing|announcing))(?: (?:on|for|in) (?:{_PROPOSAL}|council(?: term)?(?: {_NUMBER})?))?{_BLOCK}",
    # applications, and what proposals on leads would do
    rf"{_MEMBER} (?:has )?(?:applied|applies) (?:for|to) (?:opening |openings |position of |role of )?(?:{_NUMBER} )?(?:{_JOB})?(?: opening)?{_APPLICATION}(?: ,? ?stake (?:of )?{_AMOUNT} ?,?)?{_BLOCK}",
    rf"{_PROPOSAL} (?:would |will |is to |asks to |proposes to )?(?:appoints?|sets?|makes?|hires?) {_MEMBER}{_APPLICATION} (?:as |to be )?(?:for )?{_JOB}{_IF}{_BLOCK}",
    rf"{_MEMBER}{_APPLICATION} (?:would be|is to be|becomes|would become|will be) (?:appointed |set )?(?:as )?{_JOB} (?:if|once|when|by) {_PROPOSAL}(?: is (?:approved|executed))?",
    # what a group plans and spent
    rf"{_COUNT} (?:new |more )?(?:workers?|curators?|moderators?|translators?|people) (?:are|is|were|was) (?:to be |being |planned to be )?hired (?:by|in|for|into) {_GROUP}",
    rf"{_GROUP} (?:lead )?(?:plans?|intends?) to hire {_COUNT} (?:new |more )?(?:workers?|curators?|moderators?|translators?|people)",
    rf"{_GROUP} (?:has )?(?:spent|used|paid|paid out) {_AMOUNT} ?,?(?: ?(?:of|or|which is|that is)? ?{_NUMBER}(?: percent)? of its (?:budget|plan|limit))? ?,?(?: (?:in|of|for) (?:this |last )?(?:term|council term|week|month|period)(?: {_NUMBER})?)?",
)  # fmt: skip
_RECORD = re.compile("|".join(f"(?:{one})" for one in _SENTENCES))


def is_record(words: tuple[str, ...]) -> bool:
    """Tell whether a sentence, read as of one person, is of the record alone: ``council did not approve proposal xnumber``."""
    return len(words) <= LONGEST_RECORD and _RECORD.fullmatch(" ".join(words)) is not None
