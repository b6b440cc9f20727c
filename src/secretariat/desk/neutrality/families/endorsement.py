"""Endorsement: words that support or oppose a person, a candidate, an applicant or somebody's proposal."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "backnow": """support back endorse elect choose pick select favor trust vote vote_for vouch_for stand_behind stand_with stand_by
        rally_behind rally_around unite_behind get_behind side_with opt_for go_for go_with nominate re_elect reelect cheer
        cheer_for root_for campaign_for consider rally_for plump_for line_up_behind lean_towards send put_in bring_back
        vote_in put_your_stake_behind put_your_trust_in put_stake_behind throw_your_weight_behind give_your_vote_to
        place_your_trust_in bet_on believe_in""",
    "back": """~support ~back ~endorse ~recommend ~favor ~trust ~cheer_for ~root_for ~vouch_for ~stand/stood_behind ~stand/stood_with
        ~stand/stood_by ~rally_behind ~unite_behind ~get/got_behind ~side_with ~vote_for ~opt_for ~go/went/gone_for ~go/went_with
        ~nominate ~campaign_for ~speak/spoke_for ~vote ~cheer ~believe_in ~admire ~applaud ~commend ~choose/chose/chosen
        ~pick ~prefer/preferred ~stand_up_for put_my_trust_in have_faith_in have_confidence_in have_trust_in am_fan_of are_fans_of
        am_for am_with are_with am_all_for are_all_for have_full_confidence_in throw_my_weight_behind put_in_word_for""",
    "gains": """win wins winning elected reelected re_elected succeed succeeds makes_it make_it made_it gets_in get_in gets_seat
        returns return stays stay back_in back_on in_council on_council seat another_term continues chosen picked
        comes_back victory through joins join included among gets_chosen gets_it""",
    "negend": """not_fit unfit not_suited unsuited not_ready not_qualified unqualified not_suitable unsuitable not_right wrong_choice
        wrong_person wrong_man wrong_woman not_good_enough not_person not_one not_what_we_need not_who_we_need bad_choice
        poor_choice risky_choice not_good_choice not_right_person not_right_choice not_cut_out not_up_to
        not_council_material bad_fit poor_fit not_good_fit wrong_fit undeserving not_trustworthy not_to_be_trusted""",
}

FAMILIES = (
    Family(
        name="call-to-vote",
        kind="endorsement",
        yields=("personnel",),
        says="It asks people to vote for or against somebody.",
        patterns="""
            ^ please? <backnow> for? <who>
            , please? vote|elect|support|choose|back for? <name>
            i|we|secretary ..2 <decide> ..2 <prop>
            <decide> this|that <prop>
            turn|vote|send|throw|wave|strike <prop> down|back|out|through|away
            turn|vote|send|throw|wave|strike this|that|it <prop>? down|back|out|through|away
            <everyone>|i|secretary should|must|can|could|will|would|ought_to|might|may|need_to|have_to|do|shall <backnow> ..1 <who>
            <urge> .. <backnow> .. <who>
            please|let_us|do|dare_to|kindly .. <backnow> ..1 <who>
            please to <backnow> .. <who>
            <urge> , .. <who>
            i|we <back> ..1 <name>
            i|we am|are|will|would|have|can|do|shall .. <back> ..1 <who>
            my|our full? vote|stake|support|backing|endorsement|blessing|trust|confidence|preference|choice|pick|heart|sympathy|recommendation|favorite|tip|advice ..2 goes_to|go_to|is_with|for|behind|in|to|is|belongs_to|will_go_to|would_go_to|lies_with :? <who>
            my|our full? vote|stake|support|backing|endorsement|choice|pick|recommendation|tip : <name>
            recommendation|recommended|recommend|advice|tip|endorsement|endorse|endorsed : ..2 <name>
            heartfelt|warm|strong recommendation .. <name>
            <who> .. has|have|gets|get|got|deserves|earned|enjoys|can_count_on|counts_on|with|receives .. my|our|full vote|votes|support|stake|trust|confidence|respect|backing|endorsement|sympathies|blessing
            i|we|you|members|council|everyone|everybody <modal> .. <backnow> .. <who>
            give|lend|offer|giving|lending|gave <who> .. your|our|my|seat|vote|votes|chance|nod|support|stake|trust|backing|thumbs_up|boost
            give|lend|giving .. your|our|my vote|votes|stake|support|trust|backing|voice to|for <who>
            cast|put|place|lend|throw|spend|use your|our|my|vote|stake .. vote|stake|votes|weight|trust .. for|behind|on|in|to .. <who>
            vote|stake|support .. cast|placed|put|given .. for .. <name>
            <everyone> .. unite|rally|get|stand|line_up .. behind|around|with .. <name>
            help|get|bring|send|put|want|keep|vote|getting <who> .. elected|over_line|across_line|in_council|on_council|into_council|in_office|seat|back|in
            vote for? <name>
            voting for? <name> is|would|means|makes
            vote for <who> is|means|would
            <name> for council|president|win|seat|chair|reelection|another_term
            am|are voting for? <name>
            let us <back> ..1 <who>
            see|want <who> .. in_council|on_council|in_office|elected|reelected|win|back|among|seat
            choosing|picking|electing|supporting|trusting|backing <who> .. <be>|<goodword>|pays|will|would
            will not regret .. <name>
            no|any|little|slightest reason|reasons|doubt .. not .. <backnow>|trust .. <name>
            in <name> we trust
            team <name>
            name|names .. on .. ballot .. <name>
            leave|leaving|left <name> off|out
            i|we .. <back> .. candidacy|candidate .. of .. <name>
            candidacy|candidate|application|bid of|from|by <name> .. deserves|should|worth|merits|good_news|support
            <name> 's candidacy|application|bid|run|campaign .. deserves|should|worth|merits|good_news|gives|hope|welcome|<praise>
            vote .. with .. heart|head .. <name>
            i|we voted for <name>
            and so should you|everyone|we|everybody|all
            so should you
        """,
        unless="""
            if <everyone> .. voted for
            who voted for
            not vote for
            pick|choose between
            prefer|prefers .. to|over <who>
        """,
    ),
    Family(
        name="merit",
        kind="endorsement",
        yields=("personnel", "comparison"),
        says="It says that somebody deserves a vote, a seat or support.",
        patterns="""
            <who> ..2 <deserve> ..3 <seat>|win|be|to_win|to_be|another|second
            <who> .. <deserve> it|this|$
            <name> .. deservedly|rightly_so|rightfully
            nobody|noone|no_one .. deserves .. <name>
            deserving|worthy .. <who>
            <who> ..2 <deserve> ..1 another|second|third ..1 term|mandate|chance|go
            give|giving|grant <name> ..1 another|second|new ..1 term|mandate
        """,
        unless="""
            not deserve|merit|earned
        """,
    ),
    Family(
        name="praise",
        kind="endorsement",
        yields=("personnel", "comparison"),
        says="It praises somebody.",
        patterns="""
            <who> 's? .. <be> !not ..2 <praise>
            <who> .. <be> !not ..2 <praisenoun>
            <who> , ..3 <praise> .. <personnoun>
            <who> , ..3 <praisenoun>
            <who> , .. who ..2 <praise>|<praisenoun>|always
            <who> .. is|was|are|be|has|had|shows|showed|brings|does|did|offers|makes|writes|wrote|made|with|as|such ..2 <praise> .. <personnoun>|<quality>|job|things|stuff|results
            <praise> <name>
            <praise> <personnoun> ..3 <name>
            <name> 's ..2 <quality> ..3 <value>
            <name> 's ..1 <praise> <quality>|help|record|track_record|contribution
            <quality>|job|work of|by|from <name> .. <value>
            <name> .. knows .. inside|well|ins|everything|better|like|platform|business|craft|stuff
            <who> .. gets_things_done|gets_job_done|goes_extra_mile|delivers|never_disappoints|will_not_disappoint|always_delivers|walks_walk|ticks_every_box|ticks_all_boxes|checks_every_box|checks_all_boxes|has_what_it_takes|means_business|never_missed|inspires|shines|excels|over_delivers|works_hard|leads_by_example|has_proven|has_proved|keeps_promises|keeps_his_word|keeps_her_word|keeps_word|can_be_trusted|can_be_relied_on|is_up_to_task|is_up_to_job|does_not_disappoint|has_heart|puts_community_first|makes_difference|went_above_and_beyond|goes_above_and_beyond|rises_to_occasion|has_my_respect|never_lets|will_never_let|fits|fits_bill|has_it_all|works_wonders|worked_wonders|did_wonders|saved_day|saved_us
            <who> .. always .. there|helps|helped|answers|friendly|delivers|on_time|puts|listens
            <who> .. did|does|doing|done|has_done ..2 <praise>|wonders|so_much|much_good|lot_of_good|many_things|lot_for|more_than_enough ..2 job|work|things|for|$
            <who> .. 's|has|have|had|with .. <praise> track_record|record|reputation|ideas|plan|experience|skills|background|instincts|eye|judgment
            <who> .. has|have|brings|with|combines .. wealth|years|decade|lot|plenty|depth .. of ..1 <quality>
            <name> .. brings .. to_table|to_council|<quality>
            <name> .. cut_out|made|born for|to .. council|role|lead|job|seat
            <name> 's .. speaks|speak|shows|proves .. for_itself|volumes|themselves
            his|her|their work|record|results|track_record speaks|speak
            everyone|everybody|anyone|all|people|whoever|we .. knows|know|respects|likes|trusts|appreciates|loves|admire|love|admires .. <name>
            hats_off|kudos|applause|bravo|chapeau|big_respect|much_respect|props|shout_out|standing_ovation .. <name>
            grateful|indebted|owe .. <name> .. lot|much|everything|great_deal|debt
            owe .. <name>
            we|you|council|dao|community|joystream|platform need|needs|want|wants .. people|person|someone|somebody|members|minds .. like|such_as <who>|you
            <name> , people like you
            lucky|fortunate|blessed|privileged .. to have .. <name>
            proud of <name>
            <name> .. ideas|plan|plans|vision .. what .. need|needs|missing
            <who> .. is|'s|are .. who|what|one|person|man|woman .. need|needs|want|looking|waiting
            <who> <be> ..1 rare ..1 candidate|person|member|one .. who|with|that
            in|with <praise> hands .. <name>
            <name> .. in|with|into <praise> hands
            with <name> .. in|on .. council|office|board|seat|team .. <praise>|hands|better|future|safe|win|look|finally
            council without <name>
            impressed .. by|with .. <name>
            <name> 's .. impressed|convinced|convincing|impresses|convinces|inspires
            find|finds|found|consider|think .. <who> .. <praise>|<praisenoun>
            <who> .. nothing|not|never .. short_of .. <praise>
            made|makes .. council|dao|platform|community .. better .. <name>
            <name> .. made|makes|make .. council|dao|platform|community|joystream .. better|stronger|shine
            <name> .. friend|voice|champion|advocate .. of|for .. people|community|members|holders|newcomers|creators|users
            thanks_to <name> 's? <praise>
            <name> .. heart .. right_place
            worth_reading|well_worth|worth_your|worth_supporting .. <name>
            <name> .. worth|well_worth .. reading|look|your|vote|every|supporting|considering|it
            members|voters|people|those .. who .. value|want|like|care|wish .. <name>
            speaks|speak .. in|for .. favor .. of? <name>
            nothing|little|not_much .. speaks|against .. <name>
            <who> ..2 never|not ..1 <misdeed>|disappoint|disappoints|disappointed
            <name> ..2 understands|listens|delivers|represents|embodies|stands_for|fights_for|fought_for|cares_about|puts|put ..4 community|creators|users|members|newcomers|everything|people|needs|interests|values|platform|us|first|better|all
            <name> .. puts|put ..2 community|users|creators|dao|platform|members|others first|ahead|before
            <name> ..1 brings|has|have|offers|comes_with|brought ..2 fresh|new|concrete|clear|good|bold|unique|rare|right|real|much ..2 perspective|ideas|plan|plans|vision|energy|skills|approach|eyes|mix|voice|insight|experience|knowledge|network|spirit
            <name> is|'s someone|somebody|person|one ..1 you|we|i ..2 want|need|trust|rely|count
            on your|our side
            everything .. good|right|great about
            few others|people|members .. do|can|have|match
            <name> ..2 fights|fight|stands|stand|speaks|works|lives for your|our|us|community|creators|users|everyone|people|members|all|you
            <name> ..2 keeps|kept|has ..1 level|cool|clear|calm|steady head|hand|nerves
            with <name> you ..1 know|get|can|are
            <who> ..2 convinced|persuaded|inspired|impressed|won_over ..1 me|us|everyone|everybody|many
            <name> ..1 has|have ..1 right|clear|good|honest priorities|intentions|attitude|values|instincts|spirit|mindset|motives
            <name> ..1 done|did more_than_enough|enough|plenty to|for ..3 earn|deserve|stay|be|win
            does not come|grow|appear|happen|exist ..1 along|every|on_trees|often
            look|looking|looks|search for integrity|competence|honesty|experience|leadership|quality|reliability|talent|passion|ideas|stability|change ..5 <name>
            big|huge|great fan|admirer|supporter|believer of|in <name>
            fan of <name>
            never lets|let ..1 anyone|anybody|us|you|people down
            <who> ..1 stands|stood ..1 for everything|what|all|values|us|change|progress|transparency|honesty
        """,
        unless="""
            <who> <be> not ..1 <praise>
            <who> .. <be> .. <praise> .. than
            <name> <be> able_to
            no longer
            more|most|less|least ..1 <praise>
            thinks|believes ..1 knows
            silence
            what he|she|they
            everybody|everyone knows ..3 not
        """,
    ),
    Family(
        name="wish",
        kind="endorsement",
        yields=("comparison", "personnel"),
        says="It wishes somebody luck or success above others.",
        patterns="""
            luck|fingers_crossed|best_wishes|success|all_best|victory|godspeed|thumbs_up|go_go_go|keep_it_up|congrats_in_advance .. <who>
            <name> ..2 good_luck|best_of_luck|we_are_with_you|you_have_my|you_got_this|we_believe_in_you|keep_going|fingers_crossed|thumbs_up
            wish|wishing|wishes .. <who> .. luck|success|well|best|victory|win|all
            hope|hopes|hoping|hopefully|pray|praying|would_love|would_like|dream|want|wish|let_us_hope .. <who> .. <gains>
            fingers|thumbs .. crossed|up .. <name>
            <feel> .. to|if|that|see|have|when|is|about .. <name> .. <gains>|standing|stands|run|running|again|candidate|candidacy|council|were|applied|applying
            <feel> .. to_see|to_have|if|that|see|have|having .. <name>
            ^ go <name>
            we_are|i_am|all .. behind_you|with_you|rooting|cheering .. <name>?
            rooting|cheering|rallying|crossing_my_fingers .. for <name>
            <name> .. to_win|for_win|all_way
            candidacy .. gives|give .. hope|joy
            <name> .. gives|give|gave .. hope
            cannot|can_not wait .. <name>
            looking_forward .. <name> .. in_council|on_council|elected|win
            your help|support|vote|votes <name> ..1 can|could|will ..1 make|win|get|do
            could not|can_not be ..1 happier|prouder|more
        """,
        unless="""
            luck|success|wishes|best to|for all|everyone|everybody|both|each|candidates|applicants
            afraid that
        """,
    ),
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
            about|for your|our|any support|vote|votes|help|stake
            <name> ..3 happy|glad|grateful|thankful|delighted|over_moon ..2 about|for|with your|any|every ..1 support|vote|votes|stake
            not forget who ..5 ,|: <name>
            keep|bear|have <name> in mind
            <name> ..3 your|every|any ..1 vote|votes|support|stake ..2 counts|welcome|helps|appreciated|needed
        """,
        unless="""
            vote|votes|stake of|by <name>
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
    Family(
        name="advice-on-proposal",
        kind="endorsement",
        yields=("personnel",),
        says="It advises how to decide on a proposal.",
        patterns="""
            <should>|please|let_us|must|better .. <decide> ..2 <propit>
            <urge> .. <decide>|<decided>
            <urge> .. for|against <prop>
            council|members|cms|we|you|holders|voters|council_members .. <modal> .. <decide> .. <propit>|yes|no
            council|we|you|members .. would_be|is|are .. wise|right|foolish|mad|crazy|well_advised .. not? to .. <decide>
            <propit> .. <should>|must_not|cannot|can_not .. not? be? <decided>
            <prop> ..6 <deserve> .. <seat>|funding|to|pass|be|our|your|full|every
            ^ now? please? vote yes|no|aye|nay
            ^ please? vote for|against|in_favor_of|down|approve|reject .. <prop>|it
            ^ please? approve|reject|pass|support|oppose|back|refuse|fund|accept <prop>
            ^ please? say_yes|say_no
            please .. vote|say yes|no|for|against|in_favor|approve|reject|down|through !or
            should|must|ought_to|let_us|hope_you|want_you_to .. vote|say yes|no|in_favor|against|approve|reject|for_it|aye !or|votes
            vote|votes|voting yes|no|for|against|in_favor .. <prop>|it|this .. is|would|means|because|since|as .. <goodword>|<badword>|vote
            i|we|secretary .. encourage|recommend|urge|advise|suggest .. to .. <decide>|vote
            <urge> .. vote .. yes|no|for|against|in_favor|down|through
            anyone|everybody|everyone|whoever|all|nobody|who|those|friends who .. will|would|must|should|can .. vote|say .. yes|no|for|against|in_favor
            no|hardly|little|any|not_one|single|not .. reason|argument|case|point .. not? .. to|for|against .. <decide>|vote|say|saying|voting|rejecting|it|$
            i|we|secretary .. back|support|oppose|endorse|like|love|welcome|applaud|approve_of|dislike|agree_with|disagree_with|regret .. <prop>|this_one|idea|it
            i|we|secretary am|are|stand .. in_favor_of|against|behind|for|opposed_to|with .. <prop>|it|this|idea|<name>
            i|we .. would .. like|love|hate|be_sad|be_happy|be_glad|be_sorry|be_disappointed .. to_see|if|see .. <propit> .. <decided>|fail|lost|happen
            i|we|let_us|everybody|everyone hope|hopes|wish .. <propit> .. <decided>|succeeds|passes|fails|goes_through
            make_sure|ensure|see_to_it .. <propit> .. goes_through|passes|fails|is_approved|is_rejected|does_not
            would|will|might be .. <goodword>|<badword>|wise .. to .. <decide>|let .. <propit>?
            approving|rejecting|passing|refusing|accepting|supporting|funding|blocking|declining|vetoing ..3 <be>|makes|sends|does|would|will ..2 <goodword>|<badword>|sense|signal|shame
            let_us|all|we|should|must|everybody|everyone .. stand|get|rally|unite|line_up .. behind .. <prop>|this|it
            way .. council|you|we|members should .. decide|vote|go|choose
            no_brainer
            money .. well_spent|better_spent|down_drain|wasted|wisely_spent
            how .. could|can .. anybody|anyone|you|one .. <reject>|be_against|say_no|vote_against
            who .. could|would|can .. be|say|vote|object .. against|no|to .. <propit>
            <name> 's proposal|proposals|request|idea|plan .. <should>|<deserve>|<goodword>|<badword>
            proposal|request|idea|plan by|of|from <name> .. <should>|<deserve>|<goodword>|<badword>
            give|gave|giving <prop> ..2 thumbs|yes|chance|green_light|support|vote|nod|blessing
            i|we|secretary ..1 like|love|support|admire|agree_with|back|prefer|dislike what <name>
            see value|merit|benefit|sense|point|potential|wisdom ..3 <prop>|it
            passing|approving|rejecting|adopting ..2 would|will ..3 win|gain|loss|blow|progress|step|benefit|harm|hurt|help
            why ..2 anybody|anyone|somebody|someone|you|we|council ..1 would|should|could ..1 oppose|reject|refuse|object|vote|say|support
            missing|need|needs|want|wants|give|only|awaits|deserves ..2 your yes|support|approval|blessing
            and vote yes|no|in_favor|against
            is_your|your yes|approval $
            secretary|i|we supports|favors|backs|opposes|rejects|endorses ..2 <prop>|it|this
            in interest|interests of ..1 everybody|everyone|all|us|holders
            in everybody|everyone 's interest
            everybody|everyone 's interest
            approve|reject|pass|support|oppose|veto xnumber
            join us|me ..1 in ..1 supporting|opposing|backing|rejecting|voting|approving|favor
            nothing|no|little|something|only good|harm|bad|trouble ..2 come|comes|came|result ..2 from|of
            best interest|interests of|for ..2 dao|community|platform|joystream|all|everyone|holders|us
            not|never waste|spend|throw|burn|pour|squander ..1 funds|money|joy|tokens|budget|stake ..2 on|at|into|for
            asks|ask|asking|costs|demands|wants|charges ..2 too|way_too|far_too much|many|high
            delivers|gives|offers|brings|promises ..1 too|so little|much
            kind|sort|type of proposal|idea|request|thing ..2 need|want|deserve|like
            hard|difficult|cannot|can_not|not ..2 see|find ..2 downside|drawback|fault|flaw|problem|reason ..1 in|to|with
            asked|invited|requested|encouraged|called ..1 to ..1 vote ..1 in_favor|for|against|yes|no
            <name> ..1 asks|wants|requests|proposes ..3 reasonable|fair|modest|sensible|outrageous|excessive|ridiculous|absurd|unreasonable
            council|cms|members|you|we|they|everyone ..1 will|would|can|should|must ..2 right|wise|sensible|decent|responsible|smart thing|decision|choice|call
            think|consider ..1 twice|carefully|again|hard|long ..2 about|before|over|on <propit>
            short sighted|foolish|unwise|wise|smart|sensible|reckless|mad|crazy to ..1 <decide>
            offers|brings|provides|gives|represents|delivers ..1 <goodword>|good|great|real|true value|benefit|benefits|returns|return|deal|quality
            time to ..1 say|vote|approve|reject|pass|support|oppose ..1 yes|no|it|this|<prop>
            community|everyone|everybody|members|people|dao|holders|we ..2 want|wants|need|needs|support|supports|back|backs|demand|demands|oppose|opposes ..1 <propit> ..2 pass|approved|rejected|through|fail|to|,|$
            discussed|debated enough
            not ..1 spend|pay|give|grant ..2 single|one|any|xnumber ..1 joy|token|tokens|cent ..2 on|for
            no|little|any trouble|problem|difficulty|hesitation ..1 approving|passing|supporting|accepting|rejecting
            pay|pays off for|, everyone|all|us
            investment|step|decision ..2 that|which|will ..2 pay|pays|benefit|benefits|help|helps|worth
            three|two|one|xnumber|few more ..1 votes|yeses|vote ..3 through|passes|done|approved
        """,
        unless="""
            ^ to vote
            ^ how to
            voted against
            voted for
            choose approve
            choose reject
            if .. council|members|you approve|reject|approves|rejects
            support requests|request
        """,
    ),
    Family(
        name="verdict-on-proposal",
        kind="endorsement",
        yields=("personnel",),
        says="It judges a proposal.",
        patterns="""
            <prop> ..5 's|is|was|are|seems|looks|would_be|sounds|remains !not ..2 <goodword>|<badword>|great_idea|<praise>
            <prop> .. makes|make .. sense|no_sense
            it|this|that|here is|'s|was .. <goodword>|<badword>|<praise> .. proposal|idea|plan|request|step|investment|use_of_money|deal|decision_to
            such .. <goodword>|<badword> .. proposal|idea|plan|request
            <goodword>|<badword> proposal|idea , .. and|so|which|but
            <prop> .. sets|set .. wrong|right .. priorities|direction|example|signal
            <prop> .. step|move .. in .. right|wrong
            find|finds|found|think|consider|believe .. <prop> .. <goodword>|<badword>
            <prop> .. waste|mistake|steal|gift|disgrace|joke|win_for|loss_for|step_forward|step_backwards|blessing|game_changer|insult|too_expensive|overpriced|too_much|not_worth|well_worth|worth_every
            <prop> .. fixes|solves .. real|once_and_for_all .. and .. costs|little|cheap
            proposal|request|idea .. i|we .. can|could .. get_behind|live_with|not_support
            <prop> .. has|have .. my|our|full .. support|blessing|backing|vote|yes
            <prop> .. bad|good|great for .. dao|platform|community|holders|us|everyone
            opponents|supporters|critics .. have|bring|brought|offer .. no|not|valid|good|better
        """,
        unless="""
            it is best to
            not <goodword>|<badword> enough
            good_practice
            good proposal names|has|says|contains|is|gives
        """,
    ),
)
