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
        name="vote-for",
        kind="endorsement",
        says="It asks people to vote for somebody.",
        patterns="""
            ^ please? vote for <name> !'s
            ^ please? elect|choose|reelect|re_elect <name> !'s|to|for|,|and
            please vote for <name> !'s
            you|everybody|everyone|members|all should|must vote for <name> !'s
        """,
        sure=True,
    ),
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
            i|secretary|deputy ..1 voted ..4 <prop> .. as ..1 member|councilor
            as ..1 member|councilor ..4 , i|secretary|deputy ..1 voted
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
            vote|votes|reveal|reveals of|from|by ..3 is|are|was outstanding
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
)
