"""Comparison: words that rank or compare people or candidacies, and predictions of who wins."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "more": """better stronger weaker worse smarter faster slower older_hand safer more_experienced more_qualified more_active more_capable
        more_suitable more_suited more_reliable more_competent more_fit more_trustworthy more_honest more_convincing more_productive
        more_useful more_popular more_skilled more_dedicated more_responsive more_likely more_deserving more_serious wiser
        sharper harder_working more_talented more_committed more_professional more_valuable more_effective more_transparent
        fitter abler keener kinder less_suitable less_experienced less_qualified less_active less_capable less_suited less_reliable
        less_competent less_fit less_likely less_useful less_convincing more_knowledgeable more_impressive superior inferior
        far_better much_better better_qualified better_prepared better_suited better_placed better_informed better_known
        less_qualified more_responsible more_engaged more_helpful harder quicker riskier cleverer friendlier more_diligent more_thorough
        more_promising more_prepared less_prepared more_careful more_organized less_organized more_credible less_credible more_worthy
        more_solid more_natural less_convincing less_impressive more_visible fresher bolder""",
    "more_than_one": "more less fewer higher greater larger longer bigger deeper stronger broader wider twice three_times double",
    "most": """best strongest weakest worst smartest fastest most_experienced most_qualified most_active most_capable most_suitable
        most_suited most_reliable most_competent most_trustworthy most_honest most_convincing most_productive most_useful
        most_popular most_skilled most_dedicated most_responsive most_likely most_deserving most_serious wisest finest
        greatest hardest_working most_talented most_committed most_professional most_valuable most_effective ablest fittest
        least_suitable least_experienced least_qualified least_active least_capable most_promising most_knowledgeable top
        safest brightest sharpest least_reliable best_qualified best_suited best_prepared best_placed least_likely most_fit
        most_impressive most_diligent most_engaged number_one most_credible least_convincing leading most_compelling most_logical
        most_helpful most_solid most_obvious laziest slowest most_transparent most_thorough most_useless most_prepared most_visible
        only_serious only_real only_credible only_viable most_outstanding strongest_of soundest clearest""",
    "predicted": """win wins winning lose loses losing be_elected be_reelected be_re_elected get_elected get_reelected get_in make_it
        take_seat take_first_seat take_last_seat get_seat keep_seat lose_seat keep_his_seat keep_her_seat lose_his_seat
        lose_her_seat come_first come_last come_second finish_first finish_last finish_second finish_top end_up_first top_poll
        be_in_next_council succeed triumph prevail walk_it be_next_lead be_next sail_through make_council take_it
        take_place stay_in_council return_to_council sweep dominate cruise come_out_on_top run_away_with get_job get_most_votes
        take_lead_role be_chosen be_next_hr be_beaten miss_out be_left_out fall_short secure_seat claim_seat
        carry_day be_council_member collect_most get_more_votes get_fewest take_one land_seat grab_seat get_position """,
    "race": """favorite favorites frontrunner frontrunners front_runner front_runners shoo_in shoe_in underdog underdogs dark_horse
        outsider long_shot top_dog safe_bet sure_bet sure_winner clear_winner likely_winner top_contender strong_contender
        leading_contender leading_contenders top_candidate leading_candidate runner_up one_to_beat man_to_beat woman_to_beat
        candidate_to_beat no_brainer_winner heavyweight lightweight also_ran also_rans cut_above class_apart
        league_of_his_own league_of_her_own pole_position top_of_list bottom_of_list top_pick front_of_pack dead_certainty
        foregone_conclusion sure_loser likely_loser obvious_winner favorite_to_win hot_favorite next_lead heir_apparent
        champion_of_field bookmakers natural_winner outlier leader_of_race stand_out standout""",
    "compare": """~outshine ~outperform ~outclass ~outwork ~outrank ~beat/beat/beaten ~surpass ~eclipse ~overshadow ~trounce ~crush
        ~edge_out ~top/topped ~outdo/outdid/outdone ~outpace ~outsmart ~excel_over ~tower_over ~tower_above ~dwarf ~overtake/overtook
        ~trail ~trail_behind ~lag_behind ~lag/lagged ~fall/fell/fallen_behind ~stand/stood_out ~lead_pack leads_pack leads_field ~lead/led_race leads_race
        ~leave/left_others_behind ~pull_ahead ~pull_away ~stand/stood_above ~rise/rose_above ~exceed ~steal/stole_march ~run/ran_rings ~run/ran_circles
        ~rank_above ~rank_below ~rank_higher ~rank_first ~rank_last ~score_higher ~compare_favorably ~compare_well ~compare_badly ~compare_poorly ~come/came_close
        ~come/came_out_ahead ~come/came_out_on_top is_ahead is_behind is_far_ahead is_far_behind are_ahead are_behind ~outweigh
        ~catch/caught_up ~wipe_floor ~put_in_shade ~put_others_to_shame ~put_to_shame ~set_apart stands_head_and_shoulders is_streets_ahead is_miles_ahead
        is_leagues_ahead ~hold/held_edge ~trump has_edge has_upper_hand has_head_start have_edge have_advantage has_advantage has_lead ~match_up""",
    "people2": "<name> <he> <cand>",
}

FAMILIES = (
    Family(
        name="set-side-by-side",
        kind="comparison",
        says="It sets two people side by side, one after the other.",
        patterns="""
            <name> !'s|and|or|, ..4 ,|while|but|and <name> !'s|and|or|, ..5 $
            <name> is|'s|does|has|was ..5 ,|while|but|and <name> is|'s|does|has|was
        """,
        unless="""
            <name> approved|rejected|abstained|withdrew|announced|posted|filed|hired|replied|answered ..4 ,|;|and ..1 <name> approved|rejected|abstained|withdrew|announced|posted|filed|hired|replied|answered|none|one|stands $
            xnumber
            said|asked|voted|withdrew|announced|stands|stand|stood|elected|applied|lead|joined|left|wrote|posted|reported|answered|abstained|joins|leads|chairs|takes
            member|proposal|opening|block
        """,
    ),
    Family(
        name="measured-against",
        kind="comparison",
        says="It holds one person against another.",
        patterns="""
            <people2> .. <more> .. than
            <people2> .. than|over .. <name>|<rest>
            <more> ..3 than ..2 <name>|<he>|<rest>
            <name> , .. but <name> .. <be> .. <more>
            <name> .. but|and|while|whereas|yet <name> ..2 <be> .. <more>
            <name> .. <be> ..1 <more> $
            <more> .. one|candidate|applicant|choice|option|lead|pick|member|person .. <be>|of|between|than ..2 <name>|two|three|all
            <name> .. <be>|makes|offers|has|seems .. <more> .. one|candidate|applicant|choice|option|lead|pick|fit|deal|record|plan|experience
            <name> 's .. <be> .. <more>
            prefer|prefers|preferred|preferable|preferring|favor|rate|rated|rank|ranked|put|place|rather .. <name> .. to|over|above|before|instead_of|than .. <who>
            <name> .. preferable|superior|inferior .. to .. <who>|<rest>
            <name> .. rather_than|instead_of|not|over|above|ahead_of <name>
            <name> versus|vs|against <name>
            between <name> and <name>
            as .. as <name>
            <name> .. as .. as .. <rest>
            nobody|noone|no_one|none|few|hardly_anyone|no_other|nobody_else|no_one_else .. as|like|comes|close|match|matches|than|works|more|better|anywhere .. <name>
            no_other|nobody_else|no_one_else|none_of .. <cand>|lead|member|worker|<rest>|others .. close|match|such|comparable|as|like|near
            no match for
            <name> .. no|without|any .. equal|match|rival|rivals|competition|equals|peer|serious_rival|real_rival
            <name> .. second_to_none|in_class_of|class_apart|cut_above|league_of|in_another_league|in_different_league|in_same_league|not_in_same_league|in_league_of
            compared|comparison|relative|next|unlike|contrast .. to|with|<rest> .. <name>|<cand>|<rest>
            compared|unlike|in_contrast|contrary ..3 <name>|<rest>|leads|candidates|applicants
            <name> .. compared|unlike|contrast|comparison .. <name>|others|<rest>|<cand>
            unlike <name>|<rest>|some|his|her|previous
            while|whereas|where|whilst <name> .. , <name>
            <name> .. while|whereas|whilst <name>
            <name> .. , <name> .. not $
            <name> <compare> <name>|<rest>|he|him|her|them
            <name> .. <compare> .. <name>|<rest>|everyone|all|any
            cannot|can_not|could_not .. hold .. candle
            among|amongst|of|out_of|between .. candidates|applicants|leads|members|contenders|all|four|three|five|two|these|them|whole|xnumber .. <name> .. <most>|<compare>|impressive|impresses|shines|<praise>|stands|has|is
            <name> .. stands_out|stand_out|standing_out
            twice|half|double|three_times|ten_times as .. as .. <name>
            <name> .. twice|half|double|three_times|ten_times|xnumber_times .. as|more|less|work|of
            worth .. two|three|ten|several .. of|other|others
            if <name> .. xnumber|ten|six|five|seven|eight|nine|four , <name>
            <name> .. <more_than_one> .. than .. <name>|<rest>|he|him|her|predecessor
            far more .. than .. <name>
            edge|advantage|upper_hand|head_start|lead over <name>|<rest>
            new|next|old|current|last|previous council|lead|team|group|candidates .. <be> .. <more> .. than
            <cand>|council|team|group|field .. <be> .. <more> .. than .. last|old|previous|usual|others|one
            <more> .. <cand> .. than .. ever|last|usual|before
            step|cut|notch|level|class above|below .. <name>|<rest>
            <name> .. step|cut|notch|level|class|league above|below|ahead
            different|another|other|same league|class|level|category .. <name>|altogether|<rest>
            <name> .. talks|promises|sleeps|waits , .. <name>
            <name> 's? ..2 <be> ..1 <praise>|<blame>|ok|okay ..2 <name> 's? ..1 <be> ..1 <praise>|<blame>
            <name> ..6 , ..2 <name> <be> ..1 not $
            none|neither of .. others|them|rest ..3 <name>|such|close|comes|match
            where <name> ..3 <name>
            <team>|<lead> ..3 <more> ..2 than ..3 <team>|<lead>|<cand>
            no_one|nobody|none|no_other ..5 match|matches|rival|rivals|equal|touch|top|beat|beats|compete ..3 <name>
            <name> <compare> every|all|any|each|most ..2
            outperforms|outshines|outworks|beats every|all|any|everyone|everybody ..2 other|else|worker|lead|member|candidate|applicant
            <name> ..2 can|could|does|will not ..1 compete|compare|match|keep_up|measure_up|touch ..2 <name>|<rest>
            choose|pick|take|elect|want|put|place|hire <name> ..1 before|over|above|ahead_of|rather_than|instead_of <name>
            nobody|no_one knows ..3 like <name>
            some|other|most candidates|people|members|leads ..1 talk|promise|complain|sleep|boast
            <name> ..5 finish|finishes|ends|end|land|lands|rank|ranks|place|come|comes|be|is|stands ..1 before|behind|ahead_of|above|below <name>
            direct comparison|duel|fight|matchup|contest|race
            comes|come|came ..1 out ..1 on_top|ahead|first|best
            stand|stands|stood|have|has ..1 chance ..1 against
            <name> is no <name>
            other|else|another ..2 has|have|with ..1 <name> 's
            <more> ..1 <cand>|leads|members|workers than
            no_other|no other|none|nobody <cand>|lead|member|worker ..4 <name>
        """,
        unless="""
            <name> has ..1 voted|posted|answered|reported|revealed ;|,|and|but|while ..1 <name> has not ..1 $
            better things
            rather than to
            <more> place|way|idea
            <name> xnumber joy
            better to
            do ..3 worse than
            more_than_enough
        """,
    ),
    Family(
        name="superlative",
        kind="comparison",
        says="It sets one person above or below all others.",
        patterns="""
            <name> .. <be>|remains|as|makes ..2 <most>
            <who> <be> ..3 <most> .. candidate|applicant|choice|pick|option|lead|member|person|one|contender|council|of|among|we|ever|$
            <most> ..1 <cand>|choice|pick|leads|council_member|contender|lead_we ..2 <be>|: ..2 <name>
            <most> ..1 of .. <cand>|leads|two|three|four|five|six|all|them|members|bunch|lot .. <name>
            <most> <cand>|applicant|choice|pick|contender .. on|in|of|by|for|we|is|$
            <name> .. has|have|'s|with|offers|wrote|sent|brings ..1 <most> .. cv|resume|application|record|profile|plan|experience|pitch|portfolio|background|case|ideas|qualifications|chances|chance|note|program|statement|track_record|platform
            <most> .. cv|application|profile|pitch|portfolio|qualifications|chances|program .. <name>|candidates|applicants|<be>
            <name> .. one_of .. <most>
            one_of .. <most> .. leads|members|candidates|applicants|people|workers .. <name>|ever|had
            by_far .. <most>|<more>
            <name> .. head_and_shoulders|miles_ahead|streets_ahead|light_years|far_ahead|well_ahead|out_front|way_ahead|second_to_nobody|unrivalled|unrivaled|unequalled|unequaled|unparalleled|peerless|untouchable|unbeatable|incomparable
            <name> .. ranks|ranked|rank|rates|rated|placed .. first|last|top|high|highest|lowest|second|above|below|number|bottom|low|on
            my|our|personal|honest ranking|top_three|top_five|top_xnumber|favorites|shortlist|tier_list|order_of_preference|rating|ratings|picks|top_picks
            ranked|ranking|rated|sorted|ordered|listed|graded|scored .. by|from|in_order|on .. quality|strength|strongest|merit|best|ability|suitability|what_they|how_good|how_well|value|competence|preference|performance|experience|weakest|activity|chances|likelihood
            ranking of .. <cand>|members|people|applicants|leads
            from .. strongest|best|first .. to .. weakest|worst|last
            candidate|applicant|member|first|second|lead .. gets|scores|earns|receives .. xnumber|eight|nine|ten|seven|six|five|four|three .. , .. second|other|next|candidate|lead|while
            tier_list|first_rate_and_second_rate|second_rate|third_rate|first_tier|second_tier|top_tier|bottom_tier|b_team
            top xnumber|five|three|ten|two|four candidates|applicants|leads|members|picks|choices|contenders
            strongest|weakest|best|worst .. field|list|ballot|lineup|line_up|slate|bunch|pack
            <name> .. best|strongest|worst|weakest .. candidate|applicant|choice|of|one|ever|$
            best|strongest|worst|weakest .. is|remains|would_be|: ..1 <name>
            <name> .. leads_pack|leads_field|leads_way|leads_race|tops_list|tops_table|heads_list|heads_table|heads_pack|tops_ranking|is_on_top|is_in_lead
            <name> .. trails|lags|brings_up_rear|comes_last|is_last|comes_second|falls_short
            <name> ..4 more|most|less|least <praise>|<blame>
            most|least <praise>|<blame> ..3 <cand>|member|lead|person|of
            strongest|best|weakest|worst|better|weaker|stronger|poorest|finest ..1 applications|candidates|applicants|application|candidacies|contenders|applicant ..2 came|is|are|was|were|has|have|comes|here|this|we|on
            rank|rate|grade|sort ..2 candidates|applicants|leads|members|term|them ..
            how i|we would|do ..1 rank|rate|grade|order|see
            <name> .. one who ..2 best|most|better
            <name> ..1 communicates|works|performs|writes|manages|leads|delivers ..1 best|better|most|worst|least
            top|strongest|best|leading|front candidates|applicants|contenders ..3 are|is|remain|first
            first|second|third|former|latter ..1 candidate|applicant|author|one|member|two ..2 is|has|looks|seems ..2 favorite|better|best|outside|<more>|<most>|chance|ahead|weaker|stronger
            of ..1 two ..3 first|second|former|latter|one ..2 <be> ..1 <more>|<praise>
            <lead> <be> ..1 <most> ..1 of|among|we|ever|in|lead
            best|worst|strongest|weakest of ..1 all|our|these|those ..1 leads|members|candidates|workers|applicants
            tops|top|heads|leads|head|closes ..1 my|our|any list|ranking|table|field|race
            least|most known|prepared|liked|trusted|active|experienced|qualified|suited|popular|visible|likely ..5 <cand>|leads|of_them|of_all|members
            council|team|group|lead is|was ..1 <most> ..1 we|ever|in|of|so_far
            <most> ..1 we ..1 ever
            best lead|council|member|candidate|secretary|team ..1 ever|by|of|in|we
            by ..1 mile|far|long_way|margin|distance|some_distance
            list|table|ranking of ..1 <most> <cand>|applicants|leads|members
            <most> <cand>|applicants|leads of|in|on|this|we|for
            favorites|favorite|frontrunners|underdogs|contenders <be> ..1 clear|obvious|known|set
            favorites are ..2
        """,
        unless="""
            best block
            at least
            best way|practice|time|regards|done
            best|right|perfect man|woman|person|one|candidate for ..1 job|role|lead|position|opening
            worst|best|greatest|biggest ..1 outage|mistake|incident|bug|failure|disaster|crash|thing|case
            <most> report|text|note|proposal|post
        """,
    ),
    Family(
        name="prediction",
        kind="comparison",
        says="It predicts who wins or loses.",
        patterns="""
            <name> .. will|would|is_going_to|going_to|should|could|might|may|is_set_to|is_sure_to|is_bound_to|is_likely_to|is_certain_to|is_expected_to|is_about_to|looks_set_to|looks_likely_to|can_only|cannot|stands_to|is_poised_to|is_destined_to|can|likely_to|expected_to|sure_to|bound_to|certain_to|set_to|are_set_to|are_likely_to ..2 <predicted>
            <name> .. likely|certain|sure|bound|set|expected|poised|destined|guaranteed|tipped|predicted|doomed|favored|projected|unlikely|slated|odds_on .. to|of|for|<predicted> .. <predicted>|win|seat|lose|elected|reelected|again|votes
            <cand>|incumbents|they|council .. certain|sure|bound|expected|tipped|predicted|doomed|guaranteed|likely|unlikely to .. <predicted>
            <name> .. <race> !in_council
            <race> .. <be>|: .. <name>
            <race> .. election|vote|race|council|seat|cycle|poll|lead|job|round
            <name> .. has|have|stands|stand|not|little|no|every .. chance|chances|hope|prayer|odds|realistic_chance|shot
            chances|odds|prospects|likelihood .. <be>|of|for|in|that ..3 <name>|favor|slim|good|high
            <name> 's? .. chances|odds|prospects|victory|win|defeat .. <be>|look|looks|seem|seems|assured|certain|rise|are
            odds .. in .. favor
            bet|betting|bets|money|wager|odds|bookmakers|gamble|tip|tips .. on|is_on|are_on|favor|for .. <name>
            my|our|safe|early prediction|forecast|tip|bet|money|guess|expectation .. <be>|:|on|that|for ..2 <name>
            i|we|most|everyone|everybody|many|people|insiders|observers expect|predict|bet|foresee|think|guess|assume|believe|see|fancy .. <name> .. <predicted>|first|win|elected|ahead|last|second|getting|taking|winning|lose|seat
            not|hardly|cannot_see|can_not see .. <name> .. getting|winning|making|enough|votes|elected
            would_be|will_be|big|real surprise|upset|sensation|shock|miracle .. if|for .. <name>
            it_would_take .. miracle .. <name>
            looks_like|seems_like|looks_as_if|it_seems|it_looks .. <name> .. <predicted>|win|wins|has_it|ahead|lost
            election|race|contest|competition <be> ..1 already|effectively|all_but|as_good_as|practically|virtually ..2 over|decided|lost|won|settled
            race|contest <be> over|decided|won|run|lost|settled
            election|race|contest|vote|competition .. <be> .. two_horse|done_deal|walkover|foregone|runaway|wide_open|between|formality|rigged
            ^ winner|result|outcome ..2 <be> .. decided|clear|obvious|certain|no_surprise|foregone|not_in_doubt|settled|all_but
            winner .. will_be|is_going_to_be|can_only_be|is_likely ..2 <name>
            as_good_as|all_but|practically|virtually .. elected|won|decided|in|certain|over|sealed|his|hers|lost
            two_horse|one_horse|three_horse|neck_and_neck|photo_finish|race_between|tight_race|close_race|in_bag|done_deal|runaway|walkover|landslide|cakewalk|home_and_dry|home_stretch|finish_line|head_to_head
            fighting|fight|compete|competing|battling|playing|play|left .. for .. second|rest|last|scraps|third|crumbs|remaining|consolation .. place|seat|$
            everyone_else|others|rest .. playing|fighting|left|competing|behind|trail|trailing|chasing
            <name> .. running_away|cruising|coasting|sailing|storming|heading|on_course|on_track|on_way|pulling_ahead|pulling_away|closing_gap|gaining|losing_ground|lagging|trailing|slipping|leading|surging|fading|struggling_to_catch|in_front|out_in_front|closing_in|far_behind|far_ahead|well_ahead|way_ahead
            <name> ..1 <be> ..2 ahead|behind|leading|trailing
            <name> ahead|leads ,|in_polls|in_race|by|with|$|while|but
            <name> .. as .. next lead|leader|member|council
            points|point|signs|everything|polls|numbers|trend|writing .. to|for|suggest|suggests|favor|say|says|wall .. <name>
            eyes|hopes|spotlight .. on <name>
            if .. trend .. <name>
            <name> .. has .. won|lost .. already|before|it|race
            <name> .. already|has .. in_bag|won_it|secured|as_good_as|locked
            <name> .. no .. difficulty|difficulties|trouble|problem|opposition|competition|contest
            easily|comfortably|hands_down|narrowly|without_difficulty|without_effort|by_mile|by_landslide .. win|wins|elected|won|beats|beat|reelected|take|takes
            win|wins|winning|elected|won|beats|beat|reelected|lose|loses|takes .. easily|comfortably|hands_down|without_difficulty|by_mile|by_landslide|in_landslide
            close|tight|tough|fierce|hard .. between <name>
            <name> .. edge|upper_hand|head_start|advantage|front_seat|inside_track|pole_position|momentum
            advantage|edge|momentum|winner :? <name>
            <name> ..2 comfortable|clear|huge|big|narrow|slim|commanding|solid|safe|small lead|margin|advantage|majority
            <name> ..2 finished|finish|finishes|came|comes|come|ended ..1 first|second|third|last|best|top
            <name> or <name> ?
            second best
            night_and_day|no_comparison|chalk_and_cheese|toss_up|in_bag|any_day
            <name> ..1 will|would|might|may|could ..2 hard_time|tough_time|easy_time|hard|difficult|struggle|easy
            seat|place|win|victory|election|job <be> <name> 's
            good|bad|great|grim|bleak|bright for <name>
            only xnumber|one|two|three|four ..3 chance|chances|hope
            outlook|future|prospects for|of <name>
            <name> ..3 expected|tipped|predicted|likely|sure|certain|bound|set|favored to top|head|lead|come|finish|end|dominate|carry|take|sweep|edge|beat
            my|our|all|smart|safe|big money .. on
            most_likely|probably|i_bet|i_guess|no_doubt|without_doubt <name> ..4 <predicted>|one|win|lose|misses|out|seat|last|first
            <name> ..4 misses_out|miss_out|left_out|left_behind|in_for|out_of_running
            <name> ..1 has|have|not ..3 support|votes|numbers|stake ..3 to ..1 win|succeed|<predicted>
            same ..2 people|faces|members|candidates ..2 win|elected|again
            looks_like|seems ..4 win|wins|elected|again $
            expect|expects|predict|believe|think|bet|reckon ..3 <cand>|incumbents|<name>|them ..2 to ..1 win|lose|make|get|take|be|fail
            few|nobody|hardly_anyone|no_one|many|most believe|think|expect|doubt ..2 <name> ..1 will|would|can|to|has
            <name> ..2 needs|need|would_need ..1 miracle|luck
            no contest
            <name> ..2 on_every|every count
            overtaken|overtakes|passed|outdone ..1 everyone|everybody|all|others|rest
            election|race|field|list|contest|round|cycle ..3 <race>
            incumbents|newcomers|<cand>|veterans ..3 keep|lose|win|take|retain|hold ..1 their|seats|seat|it
            stop <name> from winning|getting|taking|being
            doubt|doubts|doubtful ..2 <name> ..2 get|gets|make|makes|win|wins|be|has|have ..2
            forecast|prediction|prognosis|guess|bet for|of ..3 election|race|seats|vote
            ^ ..1 outcome|result|election|winner ..3 <be> ..1 decided|foregone|settled $
            mvp|star|champion|hero|winner of|is|: ..3 <name>
            lead|council_member|candidate|worker|star|hero of ..1 year|term|month|season
            seat ..2 safe|certain|secure|guaranteed|gone|lost|in_danger|at_risk|wobbly|shaky
            barring|short_of ..1 miracle|accident|surprise|disaster
            <name> is in $
            surprise|sensation|story|revelation|loser|shock of ..1 this|election|year|round|vote
            rarely|never|seldom|hardly ..1 stand|stands|have|has|had ..1 chance
            obvious|clear|plain|certain|evident who ..2 going_to|will ..1 win|lose|elected|lead
            walk|walks|run|runs|walking away|off with ..2 <most>|most|votes|seat|victory|election|it
            lucky to ..1 finish|get|make|be|come|win|keep
            no <cand>|one|other ..1 has|have|comes|can
        """,
        unless="""
            vote|votes|stake counted
            expected in block
            expected .. in_block
            block xnumber
            real|big|great|huge win|gain for
        """,
    ),
)
