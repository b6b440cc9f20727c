"""Ways to ask that end without a question mark: how such a sentence begins, and what a short post is that does nothing else."""

import re

_APOSTROPHE = "['’`´]?"
_WHO = r"(?:all|everyone|everybody|guys|folks|friends|team|there|council|community|sir|admins?|mods?|fam|frens?)"
POLITE = (
    r"(?:(?:hi|hello|hey|gm|greetings|dear|good\s(?:morning|day|evening|afternoon)|please|pls|plz|sorry|excuse\sme|ok|okay|so|also|and|but|then|well|now|just"
    rf"|(?:(?:one|a|my|another)\s)?(?:quick\s)?question)\b[\s,:–-]{{0,4}}(?:{_WHO}\b[\s,:–-]{{0,4}}){{0,2}}){{0,3}}"
    r"(?:@[\w.-]{1,40}[\s,:]{1,3})?"
)
"""How people begin before they ask. It may be nothing."""

_ASKED = r"(?:how|where|why|what|which|who|whether|if|when)"
_ANY = r"(?:any\s?one|any\s?body)"
_SOME = rf"(?:{_ANY}|someone|somebody|any\sof\syou)"
_PLEASE = r"(?:please\s|pls\s|plz\s|kindly\s)"
_NOT = rf"(?:do\snot|don{_APOSTROPHE}t|cannot|can\snot|can{_APOSTROPHE}t)"
_I_AM = rf"(?:i\sam|i{_APOSTROPHE}m|i\swas|i\shave\sbeen|i{_APOSTROPHE}ve\sbeen|we\sare|we{_APOSTROPHE}re|we\swere)"
_TO_DO = r"(?:to|i\s(?:can|could|should))\b(?!\s(?:feel|thank|say|think|vote)\b)(?!.{0,120}\b(?:but|so)\s)"
_OF_WHO_ASKS = r"(?:my\b|i\b(?!.{0,30}\b(?:running|voting|applying|proposing|be|apply|vote|support|want|join|get)\b))"
"""What is one's own, and oneself: not who tells why they stand, or what they are for."""
_LOOKED_FOR = r"(?:info|information|instructions?|docs|documentation|an?\s(?:guide|tutorial|manual))"
_NOT_TOLD = (
    r"(?!.{0,120}\b(?:and|but|so|then|until)\s(?:now\s)?(?:(?:i|we|it|they|he|she|someone|somebody|the\s\w+)\s(?:have\s|has\s|will\s)?"
    r"(?:\w+ed|found|learnt|read|got|understood|told|said|wrote|will|post|report)|found|solved|learnt|learned|asked|told|will)\b)"
    r"(?!.{0,120}[,:;–—-]\s?(?:here|read|see|check|look|this|then|follow|join|i\swill|we\swill)\b)"
)
"""Not who tells what they found, nor who offers something to those who wonder."""
_NOT_PAID = r"(?!.{0,80}\b(?:get|gets|earn|paid|reward\w*|bounty)\b)"
"""Not who offers work."""

ASKS_READERS = re.compile(
    POLITE
    + rf"""(?:
    (?:can|could|would|will|does|do|did|has|have|is\sthere)\s{_SOME}\b
    | {_ANY}\s(?:here\s|else\s|out\sthere\s)?(?:
        (?:knows?|understands?)\s(?:{_ASKED}\b(?!\s(?:hard|difficult|important|great|good)\b)|the\s(?:answer|way|reason|deadline)\b)
        | (?:have|has|had|got)\s(?:an?|any)\s(?:idea|clue|info|guide|link|solution)\b
        | (?:have|has|having|had|facing|getting)\s(?:the\s|this\s|that\s|a\s)?(?:same\s|similar\s)?(?:issue|problem|error|trouble)\b
          (?!.{{0,120}}(?:,|\b(?:should|can|please|must|will|may)\b)))
    | (?:{_ANY}|any\sof\syou)\s(?:can\s|could\s)?{_PLEASE}?(?:(?:help|tell|guide|show)\s(?:me|us)|explain\s(?:to\s(?:me|us)\s)?{_ASKED})\b{_NOT_PAID}
    | any\s(?:ideas?|clues?)\s(?:on\s|about\s|of\s|as\sto\s)?{_ASKED}\b(?!.{{0,120}}\b(?:welcome|appreciated)\b)
    | any\s(?:help|advice|pointers?|guidance|hints?|info)\s(?:is\s|are\s|would\sbe\s|will\sbe\s)?(?:very\s|much\s|greatly\s|really\s|highly\s)*(?:appreciated|please)\b
    | (?:how|where|when)\s(?:do|can|could|should)\s(?:i|we|one)\b
    | (?:someone|somebody)\s(?:please\shelp\s(?:me|us)|{_PLEASE}?tell\s(?:me|us)\s{_ASKED}|can\s{_PLEASE}?explain\s{_ASKED})\b
    | why\sdid\smy\b
    | which\s\w+\s(?:should|must|can|do)\si\s(?!(?:stand|speak|bring|offer|want)\b)\w+
    | what\s(?:should|must)\si\s(?:do|use|choose|put|write|enter|pick|select|set)\b(?!\s(?:better|next|about\sthat|differently)\b)
    | when\s(?:do|will)\si\s(?:get|receive|see)\b
    | why\s(?:ca|could)n?{_APOSTROPHE}t\s(?:i|my)\b
    | why\s(?:(?:do|is|are|was|were|has|have)n?{_APOSTROPHE}t|was|were)\s{_OF_WHO_ASKS}
    | (?:(?:where|when)\s(?:is|are|does|do|did|will|has|have)|what\s(?:happened|happens)\sto)\smy\b
    | (?:i|we)(?:\swould|{_APOSTROPHE}d)\s(?:like|love)\sto\sknow\b(?!\sthat\b)
    | (?:i|we)\s(?:want|wanted|need)\sto\sknow\b(?!\sthat\b)
    | (?:i|we)(?:\swould\slike|\swould\slove|{_APOSTROPHE}d\slike|{_APOSTROPHE}d\slove|\swant|\swanted)\sto\s(?:ask|understand|find\sout)\s(?:you\s|all\s)?{_ASKED}\b
    | it\swould\sbe\s(?:great|nice|good|helpful|useful|interesting)\sto\sknow\b(?!\s(?:that|you|each|every\w+|all|them)\b)
    | (?:i|we)\s(?:really\s|still\s)?{_NOT}\s(?:find|understand|figure)\b.{{0,120}}\b(?:how|where|why|what|which|who)\b
    | i\s(?:really\s|still\s)?(?:do\snot|don{_APOSTROPHE}t)\sknow\s(?:how|where|what|which)\s{_TO_DO}
    | i\s(?:have|got)\sno\s(?:idea|clue)\s(?:how|where|what|which)\s{_TO_DO}
    | (?:(?:i\sam|i{_APOSTROPHE}m)\s)?not\ssure\s(?:how|where)\s{_TO_DO}
    | (?:{_I_AM}\s)?(?:just\s|also\s|still\s|only\s)?(?:wondering|curious)\s(?:about\s|to\sknow\s|as\sto\s)?{_ASKED}\b{_NOT_TOLD}
    | i\s(?:just\s|also\s|still\s)?wonder\s{_ASKED}\b{_NOT_TOLD}
    | i(?:\sam|{_APOSTROPHE}m)\s(?:trying|struggling)\sto\s(?:find\sout|find|figure\sout|understand|work\sout)\s{_ASKED}\b{_NOT_TOLD}
    | i(?:\sam|{_APOSTROPHE}m)\s(?:looking|searching)\sfor\s(?:some\s|any\s|the\s)?{_LOOKED_FOR}\b(?!\sto\s(?:translate|write|review|improve|work)\b)
    | i\s(?:really\s|also\s)?need\s(?:some\s|your\s|urgent\s)?(?:help|advice|assistance)\b(?!\sfrom\s(?:everyone|everybody|voters|all|the\s\w+\sgroup)\b)(?!.{{0,60}}\b(?:elect|vote|support)\w*)
    | {_PLEASE}?help\sme\s(?:please\s)?(?:to\s)?(?:understand|find|figure|with|out)\b(?!.{{0,60}}\b(?:elect|vote|support)\w*){_NOT_PAID}
    | {_PLEASE}?(?:let\sme\sknow|tell\sme|explain(?:\sto\sme)?)\s(?:how|where|why|what|which|who|whether|if|when)\b
      (?!\s(?:you\s(?:need|want|have|see|find|notice|know\sof|disagree|prefer|would|['’]d)|(?:something|anything|i\s(?:can|may|should|missed|forgot)))\b)
    | (?:can|could|would)\syou\s(?:guys\s|all\s)?{_PLEASE}?(?:tell|explain|say|help|clarify|advise|confirm)\b
    | who\s(?:can|could)\s{_PLEASE}?(?:help|tell|show)\s(?:me|us)\b
    | my\squestion\sis\b(?!\s(?:now\s|already\s)?(?:answered|solved|resolved|closed|moot)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Ways to ask for an answer that many end without a question mark: they ask the readers, whatever follows."""
_ASKS_IT = re.compile(
    POLITE
    + r"""(?:
    is\sit\s(?:still\s|already\s|even\s|also\s|really\s)?(?:possible|allowed|ok|okay|safe|required|necessary|mandatory|normal|enough|too\slate|true)\b
    | (?:is|are)\sthere\s(?:a|an|any|some|already|still|anything|something|other|more)\b
    | would\s(?:it|that)\sbe\s(?:possible|ok|okay|allowed|enough)\b
    | how\scome\b
    | any\sreason\swhy\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Ways to ask that need no mark either, but that may be answered by who asks (“Is there a limit? Yes.”)."""

MOST_WORDS = 25
MOST_WORDS_OF_A_POST = 45
FEWEST_WORDS = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BE = r"(?:is|are|was|were)"
_THE = r"(?:the|this|that|these|those|it|they|my|our|joystream)"
_ASKS_ALONE = re.compile(
    POLITE
    + rf"""(?:
    how\sto\b(?!.{{0,160}}\b(?:is|are|was|were|depends?|will|should|has|have)\b)
    | how\s(?:do|does|did|is|are|can|will|would|should)\s(?!you\b|things\b|it\sgoing\b)\w+
    | how\s(?:much|many|long|often|soon|far|big|high|late|early)\s(?!(?:i|we|you|they|he|she|it|this|that)\b)(?:\w+\s){{0,2}}
      (?:is|are|do|does|did|will|can|should|must)\b
    | what\s(?!{_BE}\s.{{1,120}}\s(?:is|was)\b|\w+\s{_BE}\b)(?:{_BE}|does|do|did|happens|happened|will|would|about)\s(?!(?:i|up|done|left|needed|missing|important|clear|sure|more|worse|better)\b)\w+
    | what{_APOSTROPHE}s\s(?!(?:up|more|done|left|new|important)\b)\w+
    | where\s(?:{_BE}|{_APOSTROPHE}s|to|can|do|does|did|will|should)\s\w+
    | when\s(?:{_BE}|does|do|did|will|can|would|should)\s(?:{_THE}|a|an|your|next|we|you|one|voting|rewards?|applications?)\b
    | who\s(?:{_BE}|can|decides|pays|does|do|will|should|gets)\s\w+
    | which\s(?!(?:{_BE}|means?|i|we|you|they|he|she|in|will|would|can|could|should|makes?|leads?|has|have|had|does|did)\b)\w+\s
      (?:\w+\s)?(?:is|are|do|does|should|can|will|has|have|must)\b
    | why\s(?:{_BE}|do|does|did|can|has|have|will|would|not|(?:ca|is|do|does|did|was|are|were|has|have|wo)n?{_APOSTROPHE}t)\s(?!(?:i|my)\b)\w+
    | (?:does|did|will|can|could)\s(?:the|this|that|these|those|it|they)\s(?!(?:job|trick|work)\b)\w+
    | (?:is|are)\s(?:the|this|that|these|those|my|our)\s.{{1,60}}\b(?:still|already|available|open|down|broken|working|safe|possible|allowed|needed|required|live|paid|running|online|closed|over)\b
    | (?:has|have)\s(?:the|this|that|these|those)\s(?:\w+\s){{1,2}}(?:\w+ed|been)\b
    | (?:where|when)\s(?:must|will)\si\b
    | (?:what|which|who)\s(?:\w+\s)?(?:should|must|can|could)\si\b(?!\s(?:say|think|add|tell|offer|bring|promise|plan|do\sfor|do\sbetter|earn)\b)
    | why\s(?:do|can|could|should|must|am|did|is|are|was|were|has|have|(?:ca|do|did|is|are|was|were|has|have|could)n?{_APOSTROPHE}t)\s{_OF_WHO_ASKS}
    | (?:(?:can|could|do|will|am|should)\si|(?:can|could|do)\swe)\s(?!be\s(?:elected|chosen|hired|selected)\b)
      (?!{_PLEASE}?(?:suggest|add|propose|recommend|just|say|remind|point|stop|all|make|win|get|become|support|vote|agree|like|want|think|believe)\b)\w+
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings that a title and a statement may have too: they ask where a short post has little else."""
_NO_QUESTION = re.compile(r"[.!…:;,|–—]\s*\Z|[:;–—|]\s|\s-\s")
"""Signs of a title or of what explains: a colon or a dash with words behind it, the end of a sentence that asks nothing."""
_OF_ONESELF = re.compile(
    rf"(?i){POLITE}(?:i|i{_APOSTROPHE}(?:m|ve|d)|my|we|our|new\shere|newbie|newcomer|first\stime)\b"
)
_SHOWS = re.compile(r"(?m)://|\bwww\.|\]\(|!\[|[*_]{2}|(?i:<h\d)|^\s{0,8}(?:[-*+•|]\s|#|\d{1,3}[.)]\s)")
"""An address, a link, a picture, a list, a heading, something in bold: such a post shows something, and may be a guide."""


def begins_as_question(sentence: str) -> bool:
    """Tell whether a sentence begins as one does that asks, with or without a mark."""
    return ASKS_READERS.match(sentence) is not None or _ASKS_IT.match(sentence) is not None


def may_ask_alone(sentence: str) -> bool:
    """Tell whether a sentence begins as a question does, or as a title: which of them it is, tells what stands around it."""
    return _ASKS_ALONE.match(sentence) is not None


def question_of_a_short_post(text: str, said: list[str]) -> str | None:
    """Give what a short post asks whose last sentence begins as a question does and has no mark; None where it may be a title or explain something.

    ``said`` are its sentences, greetings aside. Before the last at most two stand in which somebody tells of themselves (“I am new here”).
    """
    if not 1 <= len(said) <= 3 or _SHOWS.search(text) or len(_WORD.findall(" ".join(said))) > MOST_WORDS_OF_A_POST:
        return None
    *before, last = said
    words = _WORD.findall(last)
    if not all(map(_OF_ONESELF.match, before)) or not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return None
    if _NO_QUESTION.search(last) or _is_capitalised(words):
        return None
    return last if may_ask_alone(last) else None


def _is_capitalised(words: list[str]) -> bool:
    """Tell whether words are written as those of a title: each long one with a capital."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long)
