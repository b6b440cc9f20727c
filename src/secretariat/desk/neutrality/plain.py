"""Plain words: those that facts of the record are told in; a sentence about a person in many other words is looked at."""

from collections.abc import Sequence

from secretariat.desk.neutrality.ordinary import ORDINARY
from secretariat.desk.neutrality.sentences import spelled

_WORDS = """
    able abstain abstained abstentions accept accepted accepts according action actions activity actual add added adding adds
    address agenda agreed allocated amended amendment among amount amounts announcement announcements answer answered answers appear
    appeared appears application applications applied applies apply applying appointed approve approved approves approval approvals april
    archive archived article ask asked asking asks assigned attached attend attended attending august author authored available average
    balance based became become been began belongs below between both bounty branch brief budget budgets bug calendar call called
    calls cancelled candidate category caused certificate changes channel channels chapter chat check checked checks claimed clear
    client closed closes closing code collected column comment commented comments commit committee community complete completed
    concerned condition conditions confirm confirmed consists contact contain contained contains content continue continued continues
    contract contributed convened corrected correction cost costs could count covering covers create created creates creation
    creator credited curator curators current currently daily data date dated days deadline december decide decided decides decision
    decisions declined delayed delivered department described description detail details developer did different digest discord
    discuss discussed discussion display distributed distribution document documents doing done down draft drafted due during each
    earlier edited editing eight email employed encoded ended english entered entries entry error errors event events exact
    example except executed execution existing expects expired expires explain explained explains explorer extended extension
    extrinsic fact failed failing february feedback fees field fields figure file filed files final finalised finish
    finished five fixed follow followed following follows form format former formerly forum forward found four friday front full funded
    funding funds further future gave general give given gives giving github granted group groups guide handbook handed
    handle handover happen hardware heading held help helped helps hired history hold holding host hosted hour however idle image images
    implemented inactive incident include included includes including increased information initial instead intend interface
    introduce introduced introduction invite invited issue issues item items january join joined joining july june jury keeps
    known language later launch launched lead leader leaders leading leads learn least leave leaves leaving left letter level license
    line link linked links list listed listing lists live local location lowered made mail mainnet maintain maintained maintainer maintains make makes manage managed
    manages mandate march marked matter measured media meet meeting meetings membership memberships mentioned merge merged
    message messages metric migrated migration milestone milestones mint minted minutes missed missing moderator
    monday month monthly months morning moved moves name named names network newest news nine nodes nomination noted notes notice november number numbers
    october offer offered offers office official offline online opened opener opening openings operate operated operates operator operators option options
    originally other others outcome owned owner owns page pages paid paper part participants participated parties passed past
    payment payments payout pending people percent permission person phase pioneer place placed plan planned plans platform please point points
    poll position positions possible post posted posting posts prepare prepared prepares presence presented presents previous previously price problem
    process processed profile program project projects propose proposed proposer proposes provide provided provider providers provides public publish published
    publishes pull quarter query question quorum quoted raised range rationale reached read reads ready received receive receives
    recent record recorded recording records reduced refers regarding register registered rejected rejection related release
    remain remained remains reminded reminder removed rename replaced replied replies reply report reported reporting reports repository
    represent request requested requesting requests required requirement resigned resignation respond responded response responses responsible rest result
    resulted results resume returned returns reverted review reviewed reviewer reviewing reviews role roles round rule rules running
    runtime said sample saturday save saved saying scheduled schedule script search section secretary seen select selected send sends
    sent september series served server servers service session sets setting settings seven several share shared shares sheet shown shows
    sign signed signal since single site size slashed slash slot some source sources speak speaks specified spent
    spoke sponsored spreadsheet staff stage standing start started starting starts state stated statement states status step stepped steps still stop
    stopped storage stored submit submitted submits subject succeeded successor such suggested suggestion suggestions summaries summary summarised sunday support
    supported switched system table tables taken taking task tasks team technical tell tells template tenth term terminated termination terms test tested
    testing tests text there third this thousand thread threads three through thursday ticket tickets till title titled today tomorrow tool
    tools topic topics total track transaction transcript transfer transferred translated translation translations translator tuesday twice type types under
    unanswered unchanged under union until update updated updates upgrade upgraded upload uploaded uploads user users uses using
    valid validator validators value version versions video videos view viewed views visible voluntarily wallet website wednesday
    week weekly weeks welcome where which whole widget wiki window withdrew wish wishes word words work worked worker workers working
    works would write writes writing written wrote year years yesterday xperson xcode xnumber against favour favor away back hers himself herself
    about also because been before being does from have having here hers into itself just like many more most much nothing only over
    same should since than that their them then these they those thus very were what when where whether while whom whose with within
    without your hosts chairs attends rotates rota opposed questions curates edits replaces reviewing backup absent away holiday
    cause causes disk disks memory node nodes power network connection incident outage outages server servers cut backup hardware restart restarted repaired
    compiled assistance several whole helped contributors maintained minimum maximum budgetary oversight spreadsheet telegram
    evening afternoon
    builders builder reward rewards proposals stakes staked lost wins loses raise cut lower
"""

PLAIN: frozenset[str] = ORDINARY | frozenset(spelled(word) for word in _WORDS.split())

_INSTRUCTION = frozenset(
    """
    vote votes voting voted cast reveal revealed revealing salt copy announce candidacy candidate candidates council choose choosing
    choice prefer please remember make makes sure your you yours their they it its whom whoever whichever who that which own is are
    be of for to on in from with and or if when while until before after any each every everyone everybody all one can may has have account
    open block count counts same decide will member members councillor once twice time how wallet sign page then , :
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Words in which somebody is told how to take part: they name nobody, and say nothing for or against anybody."""

_DONE = frozenset({"vote", "votes", "voting", "voted", "reveal", "revealed", "revealing", "salt", "candidacy"})
_WITH_ANOTHER = (
    ("block", "xnumber", ",", "xnumber", ",", "xnumber"),
    ("block", "xnumber", ",", "xnumber"),
    ("block", "xnumber"),
    ("do", "not", "forget"),
    ("do", "not", "count"),
    ("does", "not", "count"),
    ("is", "not", "revealed"),
    ("can", "not", "be", "changed"),
    ("you", "like"),
    ("they", "like"),
    ("you", "want"),
    ("keep", "your", "salt", "safe"),
    ("keep", "salt", "safe"),
    ("keep", "your", "salt"),
    ("keep", "salt"),
    ("set", "your", "stake"),
    ("set", "stake"),
    ("your", "stake"),
    ("up", "to"),
    ("only", "counts"),
    ("counts", "only"),
)
"""Words that are of an instruction beside each other alone."""


_CALL = frozenset(
    """
    who whoever would could should wants to be become is like willing ready serve stand as our your next this council term terms secretary
    deputy lead group of for in and or please ? ,
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Words in which all are asked alike who would serve, or who should."""


def _asks_all(words: Sequence[str]) -> bool:
    """Tell whether a sentence only asks who would serve, or who should: it names nobody."""
    return words[:1] == ("who",) and words[-1:] == ("?",) and all(word in _CALL for word in words)


def instructs(words: Sequence[str]) -> bool:
    """Tell whether a sentence is a plain instruction on how to take part, to all alike: it names nobody and favors nobody."""
    if _asks_all(tuple(words)):
        return True
    left = list(words)
    for phrase in _WITH_ANOTHER:
        for at in range(len(left) - len(phrase), -1, -1):
            if tuple(left[at : at + len(phrase)]) == phrase:
                del left[at : at + len(phrase)]
    return any(word in _DONE for word in words) and all(word in _INSTRUCTION for word in left)
