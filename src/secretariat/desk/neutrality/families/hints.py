"""Hints: endorsement and opposition without saying so openly."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="implied",
        kind="endorsement",
        yields=("personnel", "comparison"),
        says="It points at one person without saying so openly.",
        patterns="""
            who|what .. else|better .. but|than|if_not .. <who>
            why not <name>
            do not|never|nobody_should .. forget|overlook|ignore|underestimate|miss|pass_over .. <who>
            hard|difficult|impossible .. to .. overlook|ignore|beat|pass|imagine|think_of .. <name>
            <name> .. hard|difficult|impossible .. to .. overlook|ignore|beat|replace|pass|top
            look|think|glance|attention .. at|of|to|twice_at|on .. <name> .. in_particular|first|before|when
            good_look|close_look|closer_look|second_look .. at <name>
            keep|have .. eye|eyes on <name>
            consider|remember|think_of|bear_in_mind|keep_in_mind|have_in_mind .. <name>
            <name> .. one|name|person|man|woman to .. watch|remember|beat|vote|choose|pick
            <name> .. to remember
            you_know .. who|whom|what .. i|we mean
            could|can|might|would do .. lot|far|much? worse than .. <who>
            cannot|can_not|could_not .. go_wrong .. with <who>
            can|could .. count|rely|depend|bank|bet on|upon <who>
            <who> .. can|could .. be .. counted|relied|depended|trusted
            can|could|may .. trust <who>
            will|would not regret|disappoint|be_sorry|be_disappointed .. <who>
            imagine|picture .. what .. <name> .. could|would|might
            if|were .. i|we|you had|have|could .. one|single|only .. vote|choice|pick
            go|went|going with <name>
            am_i .. only .. who .. <name>
            you .. do .. favor .. <name>
            do .. yourself|yourselves|stake|dao|platform .. favor
            whom|who .. to .. pick|choose|vote .. starts|begins|hint|say
            nothing|nobody .. speaks|says .. against <name>
            <name> .. nothing|no .. to|for .. hide
            council|dao|platform|joystream|community .. would|could|will|can .. benefit|profit|gain|win|shine|be_better_off .. with|from|by .. <who>
            <who> .. would|could|can|will .. help|serve|benefit|strengthen|enrich|improve|lift|bring .. council|dao|platform|community|us|joystream
            <who> .. on|in .. council|team|board .. would .. <be>? <goodword>
            missing|lacking|waiting .. is|for .. someone|somebody|people|person .. like .. <name>
            our_turn|time_to_give_back|pay_back|return_favor
            candidate .. i|we .. have_in_mind|prefer|like|trust|support
            i|we|secretary|my|our .. preferred|favored|favorite|personal .. candidate|choice|pick|applicant|option
            your|our .. votes|vote|ballot|stake|ballots .. <name>
            <who> .. right|best|obvious|logical .. choice
            <who> .. may_not|might_not .. but .. <praise>
            choice|answer|decision|conclusion|winner .. clear|obvious|easy|simple ,|: ..1 <name>
            community|people|everyone|everybody|we|dao|members|joystream ..1 wants|want|needs|need|loves|love|deserves|deserve <name>
            look|looking|search no|any further than <name>
            good word for|in
            missed|wasted|lost opportunity|chance
            what ..2 more ..2 ask|want|wish
            not|cannot praise|thank|recommend ..1 <who>? ..1 enough
            sooner|rather abstain|skip|die|quit|not|vote ..4 than ..3 <name>
            send|sends ..2 wrong|right|bad|good|strong message|signal
            warmly recommended
            what ..1 application|candidate|candidacy|record|speech|manifesto|campaign|talent|person|find ..2 it|he|she|they|!
            keep|keeps|hold ..2 stake|vote|votes|distance away|back|from ..3 <who>
            lot|much|plenty|something|everything|many_things to like|love|admire|appreciate|praise|recommend about|in
            crazy|mad|foolish|silly|stupid|insane not to <backnow>|vote
            put|write|add|have|see <name> 's? ..1 name? on|at|first ..1 your|list|ballot|top
            thank_goodness|thank_god|thank_heavens|luckily|thankfully|fortunately ..1 <name>
            hardly|not|never ..2 make|find|ask_for|wish_for|do ..1 better ..1 decision|choice|candidate|person|council_member|pick|than ..2 <name>
            need i|we say ..1 more
            where would ..3 be without <name>
            no secret that ..1 i|we|my|our
            not ..1 hide|conceal|deny ..1 i|we|my|our
            proud ..1 to support|back|endorse|know|vote
            name on ..1 your list|ballot
            <name> is|'s ..2 name|person|candidate|one|choice|answer ..2 you|we|they|to ..1 should|must|can|want|need|remember
            <name> ..3 happy|glad|grateful|thankful|delighted|over_moon ..2 about|for|with your|any|every ..1 support|vote|votes|stake
            not forget who ..5 ,|: <name>
            keep|bear|have <name> in mind
            <name> ..3 your|every|any ..1 vote|votes|support|stake ..2 counts|welcome|helps|appreciated|needed
        """,
        unless="""
            vote|votes|stake of|by <name>
            can|could not be ..1 relied|counted|depended|trusted
        """,
    ),
    Family(
        name="opposed",
        kind="endorsement",
        yields=("comparison", "personnel"),
        says="It speaks against somebody's candidacy or person.",
        patterns="""
            not|never|nobody_should|do_not .. vote|elect|choose|support|trust|back|pick|select|endorse|waste for? ..1 <who>
            <who> .. <negend>
            <negend> .. <name>
            doubt|doubts|worry|worries|worried|concerns|concerned|reservations|uneasy|skeptical|sceptical|misgivings|fear .. about|whether|if|that|with|over .. <name>
            wary|beware|careful|suspicious|cautious|steer_clear|stay_away|keep_away .. of|with|about|from .. <who>
            think|consider .. twice|carefully|again|hard .. before|about .. <name>
            vote|votes|stake|stakes .. wasted|waste|thrown_away .. on|for|with .. <who>
            voting|vote .. for|to <name> .. <be> .. <badword>|risk|thrown_away|vote_against
            electing|elect|choosing|choose|reelecting|supporting|trusting <who> .. risk|<badword>|gamble|harm|regret
            i|we am|are|will_be|would_be against <name>
            i|we .. oppose|opposed|distrust|not_support|not_trust|not_back .. <who>
            keep|vote|throw <who> out|away
            no|not .. seat|place|vote|votes|support for <name>
            anyone|anybody|someone but|except|other_than <name>
            <who> .. should|must|ought_to|does|do|has_to|could not .. be_elected|be_in_council|sit|stand|get|have|deserve|return|win|be_trusted|run|be_reelected
            <who> .. no_business|nothing_to_do|no_place .. in|on|being
            cannot|can_not .. recommend|support|endorse .. <who>
            stop <name> .. from
            vote ..1 for someone|somebody|anyone|anybody else
            lacks|lack|without|missing ..1 experience|skills|qualifications ..1 for ..2 office|council|seat|role|job
        """,
    ),
)
