"""Pressure: urgency by guilt, threats, alarm, and on one person alone."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="guilt",
        kind="urgency",
        says="It appeals to guilt, shame or loyalty.",
        patterns="""
            shame|shameful|ashamed|disgrace .. on|if|not|to|for|that|of .. everybody|everyone|you|us|voted|vote|voting|all|who|those|letting|let|nobody
            would_be|will_be|is|what|such shame|pity|disgrace|sad .. to|if|that .. let|lose|miss|fail|not|few|community|nobody|waste
            your|our fault|conscience|failure|responsibility|guilt|doing .. if|that|will|when|be|!|$|not
            be|are|being|is .. your fault|doing
            blame .. yourself|you|yourselves|non_voters|those_who
            only yourself|yourselves|you .. blame
            let|lets|letting|leave .. us|community|everyone|everybody|dao|council|others|team|them|people|platform|him|her|friends|colleagues .. down|hanging|alone|waiting|in_lurch
            you owe|owes
            owe .. it .. to .. community|yourself|us|dao|members|voters|everyone|platform|others|council|those
            disappoint .. us|me|everyone|community|everybody|voters|council|team
            how .. will|would|do|can you|they .. feel|sleep|live|explain|look|face|justify
            can you .. live|sleep|look .. with|at|mirror
            imagine .. how .. feel|you
            is_it|that|is_that .. too_much .. ask
            too_much .. to_ask
            how .. hard|difficult .. can|could|is .. it|be|click
            breaks|breaking|broke .. heart
            sad|heartbreaking|disappointing|disheartening|depressing|pathetic|shocking|embarrassing|unbelievable|outrageous|sorry .. to_see|how_few|that|sight|few|so .. few|little|nobody|vote|voted|care|low
            i_am|we_are|am|are begging|desperate|imploring|pleading|on_my_knees|on_our_knees|down_on_my
            beg|begging|implore|plead .. you|everyone|everybody|all|members|with
            good|true|real|decent|responsible|loyal|serious|proper|any|every .. member|citizen|councillor|holder|people|community|friend|lead|person|joystreamer|candidate .. would|will|votes|vote|does_not|never|have|has|knows
            if .. you .. love|care|loved|cared|believe|value .. <thing>|about|for|in|this
            if .. anyone|anybody|you|someone .. still|even .. care|cares|cared
            love|care .. joystream|dao|platform|community|project .. vote|will|reveal|prove|show
            have|has|is|are .. no .. excuse|excuses|shame
            no .. excuse|excuses .. not|for|accepted|anymore
            there|that .. is|was no .. excuse
            what .. is|'s .. your|his|her excuse
            is|was|are your .. duty|obligation
            your|their|his|her|our .. duty|obligation .. as|to|and|do|!|?
            have .. you .. forgotten|forget .. duty|responsibility|us|promise|what|why|who
            do .. your .. duty|part|bit|job|share
            be .. reason|one|hero|responsible|part_of|cause|person .. that|who|why|not|for .. expires|fails|ruins|ruin|fail|failed|dies|zero|problem|failure|collapse|killed|spoils|blocks
            be .. reason .. why
            want .. to .. be .. reason|responsible|one|remembered
            are|do|will|would|can|could .. you|we .. want|going|let|allow|watch|stand_by|sit|risk|responsible .. expire|fail|die|happen|responsible|failed|collapse|and_watch|idly|it_all
            nobody|no_one|noone|few|hardly_anyone|not_one|not_single|none .. cares|care|bothers|bothered|moves|listens
            so|how few .. of_you|care|members|people|voted|votes
            everybody|everyone|all|others|rest|colleagues|community|council|people|whole_community|all_others .. else? .. is|are|has|have .. watching|looking|waiting|counting|depending|depends .. !on_block|for_block
            watching|looking .. at? .. you
            watching .. who .. votes|voted|not|acts|reveals
            who .. votes|voted .. and .. who .. not
            do .. not .. let .. us|community|dao|council|everyone|everybody|platform|others|team|this|it .. down|die|fail|expire|happen|slip
            for .. sake|love .. of
            prove|show .. that|us|you .. you|care|loyal|deserve
            selfish|lazy|irresponsible|cowardly|careless|unforgivable|inexcusable .. not|if|who|to .. vote|voted|voting|reveal|act
            only .. fools|fool|cowards|idiots|lazy|losers
            those|members|people|anyone|whoever .. who .. not|skip|fail|ignore|stay .. vote|voted|reveal|do|care|now|home|this|act .. will|should|must|can|are|is|have|need_not|deserve
            we_all|you_all|everybody .. know|knows .. who .. not
            it_is_up_to_you|all_depends_on_you|depends_on_you|in_your_hands|count_on_you|counting_on_you|rely_on_you|relying_on_you|fate
            fate|future|survival|destiny ..4 depends|lies|hangs|rests|at_stake|in_your|in_balance
            fate|survival|destiny of ..1 <thing>
            one|single|every .. missing .. vote
            because .. of .. you|your .. one|missing|single|laziness|inaction|silence
            without .. you|your|this|vote|votes .. <thing> .. faces|will|ruin|dies|is|cannot|lost|lose
            if .. fails|expires|dies|collapses|lost , ..2 on|because_of|thanks_to|up_to|down_to you|him|her|them
            you promised|swore|pledged|committed|signed_up|were_elected|asked_for ..9 vote|word|act|participate|reveal|promise
            keep your word|promise|promises
            irresponsible|selfish|lazy|careless|bad|disloyal members|people|voters|holders|councillors ..3 ignore|skip|miss|would|forget
            do|be not lazy|selfish|late|one|difficult|irresponsible|foolish|coward
            it takes ..2 minute|minutes|seconds|moment
            takes ..1 minute|two_minutes|xnumber_minutes|seconds|xnumber_seconds ..2 vote|to_vote|reveal|of_your
            nobody|no_one|everyone|everybody|none ..1 should|can|may|could|will ..2 sleep|rest|relax|look|stay|sit|hide|be_able
            shameful|embarrassing|sad|disgraceful|alarming|worrying|appalling|pathetic|disappointing|unacceptable how|that|to_have|when ..2 little|few|low|nobody|no_one|only|so
            how little|few ..3 interest|care|effort|you|members|people
            you ..2 ignored|ignoring|ignore ..2 reminders|reminder|messages|message|calls|requests|us|me|warnings|pings|duty
            moral|civic|sacred|solemn|bounden|simple duty|obligation|responsibility
            your|his|her silence|delay|absence|inaction|indifference|hesitation|laziness ..2 is|are|hurts|holds|costs|blocks|kills|puts
            relying|counting|depending|banking|pinning on you|each|every|all
            spare|find|afford|sacrifice|have ..1 minute|moment|two|five|second|time_for
            everyone|everybody|all|people|community|we ..2 relying|counting|depending|hoping on|for|that you
            no_exceptions|not_optional|non_negotiable|zero_excuses|without_exception|without_excuse
            failing|refusing|forgetting|neglecting|omitting to ..1 <act> is ..2 failing|letting|shame|insult|betraying|unacceptable|no_option
            refusing|forgetting|neglecting to ..1 <act> hurts|shows
            missing|skipping|ignoring|forgetting ..2 vote|deadline|reveal|election|chance would|is|will ..2 unforgivable|inexcusable|shame|failing|tragic|irresponsible|selfish|disgrace|mistake|unacceptable
            nobody|no_one|history|community|voters ..2 will|would|can|could|shall ..1 not? forgive|understand|excuse
            will|would never forgive
            whole|entire dao|community|council|platform|world ..2 looking|watching|waiting|depends|relies
            pressure is on
            your inaction|silence|absence|laziness|indifference
            reason why ..4 expire|expires|fail|fails|dies|die|lose
            do it for <thing>|us|them
            slap in ..1 face
            dare ..2 miss|ignore|skip|forget|not|be
            deserves|deserve better ..1 than|!|$
            tired|sick|fed_up ..1 of ..1 chasing|asking|reminding|waiting|begging|pinging
            one|single|only job ,|: ..2 <act>
            minutes|seconds to midnight
            be blamed|responsible|remembered|guilty ..1 for|if
            sense|spark|ounce|shred of ..1 responsibility|duty|decency|loyalty|shame|pride
            consequences of ..1 not
            do you want to ..4 blamed|responsible|lose|see|watch|be
            pity|shame|sad|tragedy if|when ..4 failed|fails|expires|expired|lost|dies ..3 because
            your failure|refusal|unwillingness|reluctance|delay to|in|of|hurts|harms ..
            member|councillor|lead|person|holder|voter|anyone|whoever|those ..1 who ..2 not ..1 vote|report|act|reveal|participate|care|show ..4 deserve|deserves|not|should|has|have|lose|loses|belong
            those|anyone|whoever|members|leads|everyone who fail|fails|failed|refuse|refuses|forget|forgets|neglect|neglects|skip|skips ..4 will|shall|should|must|can
            after all|everything ..2 done|did ..1 for you
            is_this|this_is how you thank|repay|treat|reward|honor
            you were|are elected|paid|chosen|hired|here ..1 to vote|act|decide|serve|work|represent|show
            not elect|pay|vote|choose you to|for
            least ..1 you|they|he|she can|could do
            not too much to ask|expect|hope
            have some|any respect|decency|shame|pride|heart
            what would|will ..2 voters|community|people|they|others say|think
            can|could you call|consider|look yourself|yourselves|at
            proud of that|this|yourself|yourselves
            history|posterity will|shall judge|remember
            think of ..2 community|newcomers|others|voters|people|those|what|all
            stayed|stay|stays|remained|remain|keep silent|quiet|home|idle
            do your|his|her ..1 job|duty|part|bit ..2 vote|and
            i_am|we_are|am|are ..1 disappointed|ashamed|sad|shocked|angry|furious|worried ..2 you|how|that|by|in|so ..4 vote|voted|reveal|report|act|few|silence
            failure is not
            not ..1 option !
            if you ..2 not ..1 vote|reveal|act|care , ..1 not|never|you|we|then|do
            or do not complain|cry|whine
            if nobody|no_one|none ..5 we ..1 can|could|may|might|will|must ..2 shut|close|forget|bury|end|give_up|go_home
            because you ..1 do|did|will not ..1 vote|act|care|reveal|report
            fix it now|today
            is|'s on ..1 you|him|her|them|your_head
            part|root|cause|source of ..1 problem|failure
            then you ..1 part
            let|letting ..1 your|fellow ..2 members|colleagues|voters|people|community ..1 down
            not ..1 voted|revealed|reported ? then
            not|never let us|me|them|everyone|everybody|people|voters ..1 down
            why ..1 are|have|do|did you ..1 still|always|again|not ..1 not? vote|voted|voting|reveal|revealing|acting|answering|reporting
            you should|must|ought_to ..1 feel|be ..1 bad|ashamed|guilty|sorry|embarrassed
            you are ..1 hurting|harming|damaging|killing|ruining|destroying|failing|blocking|risking|endangering ..2
            hurts|hurting|harms|harming ..1 everyone|everybody|us_all|all|community|dao
        """,
        unless="""
            do not have to
            whatever you
            thank you for
            never ..1 let|lets|letting
            every|each|any|all ..2 member|members|councillor|person|holder|account ..3 votes|vote|voted once
            every|each|any|all ..2 member|members|councillor|person|holder|citizen|account ..3 has|have|casts|cast ..1 one|single|same|own ..1 vote|votes
            have ..1 about|still|only|another? two|five ..1 days|hours|blocks|weeks|minutes|proposals|votes
        """,
    ),
    Family(
        name="threat",
        kind="urgency",
        says="It threatens.",
        patterns="""
            or else
            or|there|will|have|face|serious|severe|with|suffer|bear .. consequences|repercussions|sanctions|punishment
            will|would|shall|going_to|can .. be? .. <threat>
            you|they|he|she|members|leads|voters|who will|would|shall|may .. regret|be_sorry|pay|wish|lose_out|be_held|answer_for|never_be|hear_from
            ^ you|they|he|she|we will|would|shall regret
            will regret .. it|this|$
            be_sorry|be_remembered|be_named|be_exposed|be_punished|be_noted|be_published|be_shamed|be_blacklisted|be_excluded|be_called_out
            should|need|can|must .. not .. expect|complain|count|hope|ask .. any|support|afterwards|later|help|sympathy|pay|reward|again|anything|mercy|about|to
            can|may|will .. forget .. about|their|your|next|reward|reelection|support|it
            forget .. next|reelection|reward|your_reward|application
            names|list|screenshots|everyone|everybody .. who|of_those .. not|fail|ignore|refuse|skip .. published|public|remembered|listed|shared
            names .. will .. be
            we|i|community|council|everybody|everyone|voters .. will|shall .. remember|not_forget|remember_who|know|see_who|make_sure|keep_asking|keep_pinging|keep_writing|find_out|hold .. who|you|that|this|who_did_not|until|your|$
            remembered .. at|in|on|when|next
            last|final time .. i|we|ask|warn|nicely|you
            ask|asking|asked .. nicely
            do_not_make|do_not_force|do_not_test .. me|us
            lose .. everything|all|your .. stake|reward|seat|right|trust .. for_good|forever|if_you_do_not|!|unless
            or .. lose .. your
            failure .. to .. act|vote|do|comply .. will|has|have|leads|means
            i|we warn|warned|warning
            you .. have_been|were .. warned|told .. !
            watch|mind .. your .. step|back
            mark .. my .. words
            this|it|that .. will|would|could .. cost .. you|us|dearly|seat|everything
            next .. election|time|round|report .. remember|think|forget|look
            not .. end .. well
            heads_will_roll|gloves_are_off|pay_price|on_your_head|face_music|see_what_happens|you_will_see|only_have_yourself|be_left_behind|get_left_behind|miss_boat
            keep|continue .. pinging|pinging|bothering|asking|reminding|writing|naming .. until
            will|shall|going_to|have_to|forced_to ..2 name|list|publish|expose|call_out|shame|report|reveal_names ..4 who|those|everyone|everybody|name|names|you
            face|faces|facing|feel|meet|earn ..3 anger|wrath|music|fury|displeasure|judgment|hard_questions|questions|penalty|penalties|backlash|shame
            draw|drawing ..1 conclusions
            hold .. against you|them|him|her
            you|they|he|she|members|leads will be ..1 on_your_own|sidelined|remembered|forgotten|sorry|gone|out|finished
            or ..4 regret|sorry|gone|forfeit|lose|loses|suffer|pay|collapse|fall_apart|die|dies|fail|fails|perish|forever|history|over|ruined|doomed
            watch ..4 fall_apart|fail|collapse|die|sink|crumble|expire
            no vote|report , no
            reported|listed|named|shamed|exposed|published|posted|pilloried ..1 publicly|openly|by_name|in_public|on_forum
            will not forget|forgive|tolerate|accept|overlook
            we know who|you
            taking|take|took names
            not say ..2 warned|told
            not come crying|complaining|whining
            you have been|were warned
        """,
        unless="""
            stake .. not revealed
            names .. will be drawn
            names .. will be listed
            not regret
        """,
    ),
    Family(
        name="alarm",
        kind="urgency",
        yields=("personnel",),
        says="It raises alarm.",
        patterns="""
            <thing> .. will|would|may|could|is_going_to|going_to|about_to|might|can .. <loss>|<doom>
            <thing> .. <be>|faces|facing|heads|heading|in|on|near|towards|drifting ..3 <doom>|doomed|danger|free_fall|knees|ropes|burning|on_fire|falling_apart|dying|grave_danger|lost|peril|serious_trouble
            <doom> .. looms|looming|awaits|ahead|threatens|is|if|unless|strikes|coming|near|now|!|justified|for_<thing>
            this|it|that|what|situation|time|we is|'s|are|be|face .. <doom>
            pure|total|complete|utter|real|looming|impending|absolute|full_blown|national <doom>
            about_to .. lose|collapse|die|fail|miss|break|fall
            lose|losing|lost .. everything|it_all|all_we_built|all_we_have_built|trust_forever
            everything|all .. at_stake|on_line|lost|over|in_danger|depends|hangs|we_built|is_lost
            end .. of .. <thing>
            no .. future|tomorrow|way_back|turning_back|return .. for|if|unless|without|<thing>
            red|code|sound|ring alert|alarm|bell|bells|red
            alarm|alarm_bells|alarmed|terrified|terrifying|frightening|scary|horrifying|shocking|nightmarish .. !clock
            cannot|can_not .. afford .. to_fail|to_wait|another|to_lose_this|to_miss|to_lose_time|any_delay
            survival|existence|life_and_death|life_or_death|do_or_die|point_of_no_return|make_or_break|sink_or_swim|all_or_nothing|hanging_by_thread|eleventh_hour|on_edge|verge_of|brink_of
            it_is_serious|dead_serious|no_joke|no_drill|not_drill|not_test|worst_is|save_us|save_dao|save_council|save_joystream|save_platform|save_election|rescue
            save|rescue .. <thing>|it|council|election
            help us|! .. now|before|save|avoid|prevent|immediately
            we_need_you|we_need_your_help|need_you_now|we_are_lost|we_are_doomed
            makes|make .. it|things|everything .. worse .. vote|every|missing
            only .. xnumber|three|two|one|four candidates|votes|hours|days|minutes ? ?
            runs|run|running dry
            i|we ..1 am|are ..1 worried|afraid|scared|terrified|alarmed|anxious|desperate|panicking ..3 that|we|not|about
            not|never make_it|survive|recover
            any moment|minute|day unless|if
            let ..2 council|dao|platform|election|project|joystream die|fail|collapse|fall|down
            everybody|everyone panic|hold
            one more ..2 failed|failure|missed ..5
            dao|platform|joystream|project|council|community|network is ..1 finished|history|toast|done_for|kaput|dead|doomed
            we are ..1 finished|toast|done_for|dead|doomed|history|lost
        """,
        unless="""
            in case of emergency
            emergency proposal|freeze|procedure|contact
            thread about
            forum thread
            if .. collapses|fold
            save|saves|saved us ..3 money|time|trouble|work|joy|cost|costs
            at_end|by_end
            busy
        """,
    ),
)
