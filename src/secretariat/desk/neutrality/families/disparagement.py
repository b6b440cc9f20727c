"""Disparagement: words that blame, belittle, accuse or mock a person or a group."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "blame": """abusive absurd aggressive amateurish annoying appalling arrogant asleep atrocious awful bad biased blind bogus bossy
        careless chaotic childish clueless clumsy complacent confused contemptible corrupt cowardly crazy crooked cynical
        dangerous deceitful deceptive delusional deplorable despicable desperate dishonest disgraceful disgusting
        dishonorable disloyal dismal disorganized disrespectful dreadful dubious dumb egotistical egoistic embarrassing erratic
        evasive evil fake fishy foolish fraudulent greedy gullible half_hearted harmful hopeless horrible hostile hypocritical
        idiotic ignorant immature immoral impolite inadequate inattentive incapable incoherent incompetent inconsiderate inept
        insincere insulting irresponsible irritating jealous lame laughable lazy lousy ludicrous malicious manipulative mediocre
        miserable misguided moronic muddled naive narcissistic nasty negligent nonsensical obnoxious outrageous out_of_touch
        overrated parasitic pathetic petty phony pitiful poor poisonous pointless power_hungry pretentious reckless rude ridiculous
        rotten ruthless scandalous selfish self_serving shady shallow shameful shameless shoddy sleazy slimy sloppy sluggish sneaky
        spineless stubborn stupid substandard subpar sub_par suspicious terrible thoughtless toxic tone_deaf two_faced ugly
        unacceptable unbearable uncooperative unethical unfair unfit unforgivable ungrateful unhelpful uninformed unprepared
        unprofessional unqualified unreasonable unreliable unresponsive unscrupulous unserious untrustworthy unworthy useless
        vain vile vindictive weak wicked worthless wrong lackluster underwhelming unimpressive disappointing hardly_trustworthy
        in_over_his_head in_over_her_head out_of_his_depth out_of_her_depth out_of_their_depth not_serious not_competent
        not_honest not_reliable not_capable not_trustworthy not_professional incompetence laziness missing_in_action full_of_mistakes full_of_himself full_of_herself
        full_of_hot_air full_of_excuses all_talk all_excuses no_good good_for_nothing asleep_at_wheel not_up_to_task not_up_to_job way_over_his_head
        overwhelmed inexcusable inferior impossible_to_work_with impossible petulant thin_skinned hot_headed notorious infamous
        dodgy crappy slapdash shambolic lethargic flaky unpunctual bankrupt dead_weight guilty slack scruffy timid
        hardly_fastest not_fastest not_brightest not_sharpest not_smartest hardly_brightest hardly_sharpest amateur below_standard
        beneath_contempt disappointment_again known_for_big_words illiterate insufferable insane mad""",
    "blamenoun": """amateur amateurs bully bullies cheat cheater cheaters cheats clown clowns con_artist coward cowards crook crooks
        dictator dictators fool fools fraud frauds freeloader freeloaders hypocrite hypocrites idiot idiots imposter impostor joke jokes
        laughing_stock leech leeches liar liars loser losers menace moron morons nuisance opportunist opportunists parasite
        parasites puppet puppets scammer scammers scoundrel sham shill shills slacker slackers snake snakes swindler thief thieves thug
        thugs tourist tourists traitor traitors troll trolls troublemaker troublemakers tyrant vultures weasel circus kindergarten nonsense garbage trash rubbish
        crap farce mockery cash_grab disgrace embarrassment dead_weight weak_link weakest_link waste_of_space waste_of_money
        waste_of_time hot_air big_mouth bunch_of_amateurs bunch con_man money_grabber burden liability egomaniac
        mess disaster disappointment letdown let_down shambles catastrophe problem_child empty_suit bad_apple black_sheep
        train_wreck trainwreck one_man_show gang mafia clique cabal cronies charlatan charlatans pretender spammer
        spammers failure failures nobodies passenger passengers joker jokers rookie disgrace_to stain snail nightmare""",
    "misdeed": """~lie/lied ~cheat ~steal/stole/stolen ~waste ~squander ~ruin ~botch ~bungle ~mess_up ~mess/messed_things_up ~screw_up
        ~mismanage ~neglect ~mislead/misled ~deceive ~trick ~fool ~manipulate ~betray ~abuse ~exploit ~milk ~sabotage ~undermine ~bully
        ~insult ~harass ~plagiarize ~embezzle ~pocket/pocketed ~dodge ~shirk ~slack_off ~slack ~whine ~brag ~bluff ~fake ~falsify
        ~spread/spread_rumors ~spread/spread_lies ~drag_his_feet ~drag_her_feet ~drag_their_feet ~drag_feet ~let/let_us_down
        ~let/let_everyone_down ~let/let_everybody_down ~let/let_community_down ~let/let_council_down ~fail_us ~fail_community
        ~fail_everyone ~fail_council ~disappoint ~snooze ~vanish ~blame_others ~blame_everyone ~blame_everybody ~destroy ~cripple
        ~burn_through ~blow/blew/blown ~loot ~plunder ~drain ~siphon ~grab ~game_system ~play_games ~play_politics ~bribe
        ~hijack ~hide/hid/hidden ~ghost ~run/ran_away ~give/gave_up ~break/broke/broken_word ~break/broke/broken_his_word
        ~break/broke/broken_her_word ~break/broke/broken_their_word ~break/broke_promise ~break/broke_promises ~break/broke_his_promise ~break/broke_her_promise
        ~twist ~distort ~copy ~nap ~sleep/slept ~drop_ball ~cut/cut_corners ~talk_nonsense ~lecture ~pretend
        ~pester ~mock ~ridicule ~threaten ~overcharge ~inflate ~pad ~fabricate ~rig ~con/conned ~scam/scammed ~defraud ~swindle
        ~ignore ~abandon ~dump ~desert ~forsake ~wreck ~derail ~poison ~spam/spammed ~hoard ~line_pockets ~line_his_pockets ~line_her_pockets ~line_their_pockets
        ~sit/sat_on_hands ~sit/sat_on_his_hands ~sit/sat_on_her_hands ~sit/sat_on_their_hands ~jump_ship ~sell/sold_out ~sell/sold_us_out ~stonewall ~smear
        ~backstab ~freeload ~procrastinate ~mumble ~ramble ~complain ~moan ~nag ~gossip ~scheme ~plot ~collude ~conspire
        ~make/made_fool ~embarrass ~humiliate ~treat_treasury ~help_himself ~help_herself ~help_themselves ~steal/stole_show ~fritter_away ~throw/threw_money
        ~misuse ~misappropriate ~misrepresent ~obstruct ~stall ~stonewall ~shout_at ~yell_at ~turn_blind_eye
        ~bring/brought_shame ~cause_chaos ~cause_trouble ~make/made_mess ~leave/left_mess ~refuse_to_answer ~fumble ~flop""",
    "because": """because_of thanks_to due_to owing_to on_account_of blame_it_on result_of consequence_of fault_of through
        caused_by down_to""",
    "failing": """missing breaking failing forgetting losing crashing doing_nothing being_late ignoring sleeping delaying wasting
        achieving_nothing doing_so_little showing_up_late finally waking showing_up turning_up failed missed broke late nothing
        another again third second fourth yet_another delay delays mess failure""",
    "again": """once_again once_more again as_usual as_always as_ever of_course typical typically naturally unsurprisingly
        predictably yet_again surprise_surprise needless_to_say true_to_form as_expected as_one_would_expect for_umpteenth_time
        in_true_form conveniently time_and_again over_and_over sadly_as_usual not_for_first_time always never ever no_surprise
        as_we_know_him as_we_have_come_to_expect""",
    "lapse": """late missing forgot forgets forgotten failed fails missed misses silent absent delayed excuse excuses no_report nothing
        empty_handed unfinished wrong incomplete broken blocked holds_up refused refuses could_not did_not has_not have_not had_not
        bothered sloppy slow asleep unanswered ignored mistakes errors delay delays behind""",
    "group": "<team> <cand> <who>",
}

FAMILIES = (
    Family(
        name="blame",
        kind="disparagement",
        yields=("comparison",),
        says="It calls somebody or a group something bad.",
        patterns="""
            <group> ..1 <be> ..3 <blame>
            <group> ..1 <be> ..3 <blamenoun>
            <group> 's ..2 <be> ..3 <blame>
            <group> 's? ..2 work|report|reports|behavior|conduct|answer|answers|excuse|excuses|attitude|performance|job|ideas|plan|plans|statement|post|posts|tone|leadership|proposal|proposals|candidacy|application|campaign|communication|handling|record|management|promises|words|explanation|numbers|figures ..3 <be> ..3 <blame>|<blamenoun>
            <group> 's ..1 <blame> work|report|reports|behavior|conduct|answer|answers|excuse|excuses|attitude|performance|job|ideas|plan|plans|leadership|proposal|candidacy|management|communication|handling|decision|decisions|record|post|posts
            <blame> work|report|reports|behavior|conduct|answer|excuse|attitude|performance|job|leadership|proposal|management|communication|handling of|by|from <group>
            <blame>|<blamenoun> like <who>
            that|this|such ..1 <blamenoun> <name>
            <blame> <name>
            <name> , ..2 <blame>|<blamenoun>
            <who> .. made|did|does|doing|makes|making|delivers|delivered|wrote|writes ..2 <blame> .. job|work|mistake|mistakes|report|decision|decisions|choice|choices|impression|figure
            <who> .. has|had|with|enjoys|shows|showed ..2 <blame> .. reputation|manners|attitude|record|judgment|habit|taste|temper
            <who> .. behaves|behaved|acts|acted|behaving|acting ..1 like|as|<blame>|badly|shamefully|disgracefully|poorly
            find|finds|consider|call|calls <who> .. <blame>|<blamenoun>
            <who> .. performed|handled|managed|led|ran|organized .. badly|poorly|miserably|disastrously|carelessly
            <who> .. badly|poorly|miserably|disastrously|carelessly .. performed|handled|managed|led|ran|organized
            who_does|who_do <who> .. think .. is|are|he|she
            under <who> .. leadership? .. <blamenoun>|downhill|worse|fell_apart|collapsed|suffered|<blame>
            with <who> .. leadership|charge|helm|lead .. downhill|worse|fell_apart|collapsed|suffered|<blamenoun>
            so_called ..1 leadership|lead|expert|leader|report|plan|experts|work|candidate|team|council|professional
            <who> .. has|have .. nothing .. to_show|to_offer|to_say|to_contribute
            whoever|whomever .. wrote|made|designed|did|approved|hired .. no_idea|clueless|idiot|stupid|fired|never|<blame>
            <group> .. full of ..1 errors|lies|mistakes|holes|half|nonsense|excuses|himself|herself|hot|falsehoods|contradictions
            <group> .. nothing short_of|but|more_than ..1 <blame>|<blamenoun>|disastrous|chaos|lies
            nothing but ..1 chaos|trouble|problems|debt|debts|ruins|mess|promises|lies|excuses|talk
            <group> ..2 useless|incompetent|clueless|lazy|corrupt
            <group> ..1 did|do|does|made|make|doing|have_done|has_done ..1 poor|bad|terrible|lousy|sloppy|awful|miserable|horrible|disappointing|shoddy|mediocre ..1 job|work|showing
            poor|bad|terrible|lousy|awful|miserable job by|from|of|on
            <group> <be> ..1 laziest|dumbest|greediest|stupidest|rudest|slowest|most_useless|most_incompetent|worst
            talk|talks|talked big|loud|lot|nonsense|much and|but|,
            rob|robs|robbing|raid|raids|raiding|plunder|loot|bleed ..1 treasury|us|dao|budget|community|platform
            all promises|excuses|talk|show|words $
            habit of ..1
            tells you ..1 everything|all|enough|lot
            whom|who to|we ..1 thank|blame
            not to_be ..1 trusted|relied|believed ..1 with|on
        """,
        unless="""
            <group> <be> not ..1 <blame>
            wrong_address
            wrong_account
            poor connection
        """,
    ),
    Family(
        name="insult",
        kind="disparagement",
        says="It mocks or insults.",
        patterns="""
            what|such ..1 disgrace|joke|embarrassment|shame|circus|farce|clown|clowns|idiot|mess|bunch|pathetic|loser|liar|hypocrite|disaster|failure|waste
            bunch_of|gang_of|band_of|pack_of|collection_of|parade_of ..1 <blamenoun>|people|clowns
            <blamenoun> !of|for .. who
            is|are|'s|was|were|like ..1 clown|clowns|liar|liars|scammer|scammers|thief|thieves|idiot|idiots|coward|cowards|crook|crooks|fraud|fool|fools|parasite|parasites|leech|leeches|hypocrite|hypocrites|loser|losers|lunatic|traitor|traitors|amateurs|freeloader|freeloaders
            grow_up|shame_on_you|get_life|clown_show|learn_to_read|get_grip|know_nothing|know_nothings|money_grabbing|good_for_nothing|bone_idle|brain_dead|brainless|two_faced|spineless|back_stabbing|self_serving
            little_games|behind .. back .. playing|games
            dirty|rotten|sleazy|crooked .. tricks|deal|deals|games|business
            even .. child|toddler|monkey|beginner|dog|goldfish .. could|can|would|knows
            my_grandmother|my_cat|my_dog|trained_monkey|potato|my_lunch|two_year_old
            laughable|pathetic|disgraceful|shameful|despicable|embarrassing|ridiculous|idiotic|moronic|stupid ..2 <group>|report|excuse|attempt|candidacy|work|proposal|behavior|answer|performance|plan|idea
            report|excuse|attempt|candidacy|work|proposal|behavior|answer|performance|plan|explanation|statement ..2 <be> ..2 laughable|pathetic|disgraceful|shameful|despicable|embarrassing|ridiculous|idiotic|moronic|stupid|joke|insult|sloppy|shoddy|lousy
            bless|pity poor? him|her|them|<name>
            poor <name>
            asleep .. wheel
            nothing but ..2 <blamenoun>|excuses|lies|hot_air|talk|trouble|problems|noise|complaints|drama|empty_promises|promises|ego|greed
            all talk|excuses|bark|hat|ego|mouth|show .. no|and|but
            empty|broken|hollow|big|false promises|words|talk
        """,
        unless="""
            shame on everybody|everyone|all who|not
        """,
    ),
    Family(
        name="misdeed",
        kind="disparagement",
        says="It accuses somebody or a group.",
        patterns="""
            <who> ..2 <misdeed>
            <team>|they|<name> ..4 ~play ..2 games
            <team>|<cand>|they|who|people ..2 lied|cheated|cheat|lie|lying|stole|steal|stealing|waste|wasted|wasting|squander|squandered|ruined|botched|bungled|messed_up|screwed_up|mismanaged|mislead|misled|deceived|betrayed|abuse|abused|milk|milking|sabotage|slacking|slacked|let_us_down|failed_us|let_everyone_down|let_everybody_down|burned_through|burnt_through|burned|burnt|hide|hiding|pocketed|looted|plundered|napping|sleeping|asleep|copied|pretend|complain|whine
            <group> .. bothered|bother to|with
            <group> .. ~abandon|abandoned|neglected|forgot|shirked .. duty|duties|post|group|job|responsibility|responsibilities|us|task|tasks|promise|promises|community
            accuse|accused|accuses|suspect|suspected|guilty|suspicion|convicted|allegedly ..2 <who>
            <who> .. is|was|are .. accused|suspected|guilty|known for|of|as
            corrupt|corruption|nepotism|cronyism|embezzlement|fraud|favoritism|theft|bribery|incompetence|laziness|negligence|greed|arrogance|ignorance|stupidity|carelessness|cowardice|selfishness|sabotage|dishonesty|recklessness of|by|from|in|at|among <group>
            <group> 's? .. corruption|nepotism|cronyism|embezzlement|fraud|favoritism|theft|bribery|incompetence|laziness|negligence|greed|arrogance|ignorance|stupidity|carelessness|cowardice|selfishness|sabotage|dishonesty|recklessness|lies|lie|excuses|blunders|blunder|ego|failings|shortcomings|mess|failure|failures|rant|rants|nonsense|games|inaction|silence|absence|antics|drama
            <because> <group> 's? .. not|laziness|negligence|failure|incompetence|mistakes|mistake|inaction|greed|blunders|carelessness|silence|ego|delay|delays|absence
            fault|blame|guilt .. of|is|lies|to|on|with|for ..2 <group>
            <group> 's? .. fault|to_blame|responsible_for_mess|is_to_blame|are_to_blame|takes_blame|guilty
            it|this|that is|'s|was .. <name> 's fault
            we_have|you_have|you_can .. <who> .. to_thank|thank .. for .. mess|delay|failure|chaos|loss|this
            thanks_to|thank <name> .. we .. no|not|lost|have_no|missed|failed|late|delayed
            <who> .. cost|costs us|platform|dao|group|community|council|everyone
            <who> .. to_blame
            <who> .. only|merely .. shows|showed|comes|appears|cares|posts|turns|interested|wants|here|in_it .. money|reward|rewards|pay|when|for|about|himself|herself
            in_it_for|only_for|only_here_for money|reward|rewards|himself|herself|pay
            <group> .. more_interested|cares_more|care_more .. in|about .. than
            where .. <who> .. hid|hide|put|spent|money|went|gone
            somebody|someone|one|people|everybody|we should|might|could|may|wonder|wonders .. ask|wonder|investigate|why|whether|what|how|where .. <who> .. hid|hides|money|doing|doing_all|does_all|spent|reads|even|ever|paid
            one_wonders|makes_you_wonder|i_wonder|we_wonder|makes_one_wonder .. <who>|<group>
            <group> .. treat|treats|treated|uses|use|used|see|sees .. as|like .. own|private|personal|purse|piggy_bank|playground|doormat|toy|toys|atm
            no_secret .. that|<who>
            we_all_know|everyone_knows|everybody_knows .. how|what|who|why|well .. <who>
            behind .. back|backs .. council|community|lead
            hidden|secret|own|personal|private|dark agenda|agendas|motives
            <who> .. up_to_something|up_to_no_good|hiding|has_something_to_hide|playing_games|cannot_be_trusted|not_be_trusted|never_be_trusted
            <who> .. pulls|pulling .. strings
            refuse|refuses|refused|refusing .. to .. responsibility|listen|answer|learn|cooperate|apologize ..2
            rumor|rumors|word|legend|gossip has_it|says|have_it ..2
            paid for ..1 votes
            bought|buys|buying|sold|sells|traded ..2 votes|seat|influence|favors
            hides|hide|hiding|hid ..1 behind|away|from
            does not|never deserve ..2 trust|respect|confidence ..4 placed|gave|put
            turned|turns|made ..4 into ..1 catastrophe|mess|disaster|farce|circus|nightmare|joke|shambles
            bears|bear|carries|carry|has|takes ..2 responsibility|blame|guilt|fault ..2 for
            happens|happened when|if ..3 let|put|give|trust|leave <who>
            <who> ..1 conveniently|mysteriously|miraculously|suddenly|somehow ..1 forgot|lost|missed|disappeared|forgets|omitted|changed|remembered
            <who> ..1 deliberately|intentionally|knowingly|wilfully|willfully|purposely|secretly|quietly|cynically
            behind closed doors
            private club|playground|kingdom|fiefdom
            insult to ..1 our|us|intelligence|community|everybody
            taking|takes|took|claims|claiming|claimed ..1 credit for
            delivers|deliver|delivered small|little|nothing|late|less
        """,
        unless="""
            <who> .. ignored|fake by default
            validators hide
            <prop> .. cost|costs
            never|not ..1 <misdeed>
            let us know
            no secret that ..1 i|we
        """,
    ),
    Family(
        name="incapable",
        kind="disparagement",
        says="It says that somebody is not up to the task.",
        patterns="""
            <group> .. can|could|did|does|do|has|have|was|were|would not even ..3
            <group> .. no_idea|no_clue|not_clue|not_idea|not_have_clue|no_interest|no_shame|no_respect|no_backbone|no_spine|no_honor|no_manners|no_decency|no_sense
            <group> .. does|do|did not .. understand|know|care|listen|read|think|bother|get_it|give_damn|respect|deserve|learn|grasp|have_clue .. about|how|what|that|anything|us|before|community|rules|network|platform|budget|simplest|basics|nothing|anybody|anyone|first|difference|why|where|it|$
            <group> .. has|have|had .. done|achieved|contributed|delivered|produced|accomplished|shown|said|offered .. nothing|little|zero|not_much|not_anything|next_to_nothing
            <group> .. has|have not .. done|achieved|contributed|delivered|produced|accomplished|lifted .. thing|anything|much|single|finger
            <group> ..2 did|does|do nothing|little|zero|not_much|next_to_nothing
            not .. lifted|lift .. finger
            never .. lifted|lifts .. finger
            what|when|name .. has|have|did .. <group> .. ever|done|achieve|achieved|do .. ?|for_us|last|recently
            <group> .. never .. answers|delivers|reads|listens|shows|learns|replies|finishes|finished|helped|helps|did|does|done|keeps|kept|cared|wrote|understood|apologized|worked|learned
            <group> .. seem|seems|appear|appears .. to_think|to_believe|to_have_forgotten|to_forget|unable|incapable|not_to_care|lost|more_interested|confused|clueless
            <group> .. thinks|think|thought|believes|believe .. rules|he_is|she_is|they_are|is_above|are_above|beneath|world|owns|own|above
            <group> .. beneath|above .. him|her|them|rules|law
            <group> .. better_things_to_do|other_priorities|more_important_things
            <group> .. could not .. be_bothered|care_less|organize|run|manage|find|lead|write
            <who> .. could|can not .. count|read|write|spell|add|tell|organize|run|manage|lead|tie|boil|handle|be_trusted
            <who> .. should|needs_to|must|has_to|may_want_to|might_want_to|maybe_should|had_better|ought_to .. learn|do_his_homework|do_her_homework|homework|grow_up|read|apologize|explain|be_ashamed|be_embarrassed|look_in_mirror|wake_up|stop|stick_to|get_act_together|try_reading|be_quiet|shut_up|get_his|get_her|remember_who|ask_himself|ask_herself|start_working .. !his|her_vote
            maybe|perhaps|if_only <group> .. should|could|would|will|learn|try|start|get .. learn|read|do|stop|once|for_once|work|bother|try|sometime|wake|first
            <group> .. not .. homework|job|part|bit .. !yet
            <group> .. do|does|did not .. do|did|done .. homework|job|jobs
            <who> .. not .. take .. responsibility
            not|would_not|do_not|never .. trust|believe|rely_on|count_on <who> .. with|to|again|any
            <group> .. broke|breaks|breaking|fails|failed|ruins|forgets|forgot|loses|lost .. again|four_times|three_times|xnumber_times|every_time|repeatedly|always|same
            <group> .. drops|dropped .. ball
            lost .. plot|touch
            <who> .. never|not .. was|been|is .. up_to|good_at|able|capable
            <group> .. struggles|struggle|struggled .. with .. basics|simple|simplest|even|easy
            <group> .. lacks|lack|lacking .. skills|skill|experience|understanding|knowledge|integrity|courage|honesty|decency|competence|backbone|respect|spine|manners|discipline|judgment|motivation|commitment|talent|vision|ability
            lack of .. skill|skills|integrity|understanding|respect|competence|discipline|commitment|interest|effort|courage|decency .. of|by|from|among|shown|<group>
            <group> 's? .. lack|absence of .. skill|skills|integrity|understanding|respect|competence|discipline|commitment|interest|effort|courage|decency|communication|experience|care
            <group> .. failed|fails|fail .. miserably|badly|spectacularly|us|everyone|everybody|again|to_understand|community|to_grasp|to_see|to_learn|as_lead|as_leader|yet_again|in_every
            <group> .. let|lets|letting .. down
            <who> .. is|was not .. known .. for? .. fastest|hardest|brightest|speed|work|reliability|punctuality|honesty|quick|fast|punctual|famous|genius|hero
            <group> ..3 failed|fails|failing to ..2 bare_minimum|simplest|basic|even|do|deliver|meet|keep ..2
            bare minimum
            <group> .. never|not .. up_to
            up_to job|task|standard|scratch ..1 not|never
            does|did|do|has|can|will <group> ..2 any|even|ever ..3 ?
            does|do|did <group> do any
            <group> .. like|as his|her|their ..1 personal|own|private
            even ..2 bot|child|monkey|amateur|beginner|machine|chimp ..3 better
            thinks|think|thought|believes ..1 knows|know everything|better|all|best
            could not .. if .. life|depended
            <group> .. never .. met|saw|missed_chance .. deadline|promise|budget
            <group> .. took|takes|needed|needs ..1 weeks|months|days|forever|ages|eternity to write|answer|do|finish|reply|post
            not ..1 expect ..2 much|anything|better|miracles|wonders ..1 from|of
            how ..3 ever got|became|made|was|managed|passed ..4 beyond|mystery|elected|hired|lead|this_far
            beyond me
            people|members|leads|some like <name>
            forgets|forget|loses|lose its|his|her|their own
            left behind ..1 nothing|only|mess|chaos
            <group> .. without any? substance|effort|result|results|idea|plan|clue|value
            people|someone|somebody|those who ..1 have|has never
            prove|proves|proved|show|shows|showed ..3 they|he|she ..1 can|could|do|does not
            <group> ..1 slept|sleeps|sleep|dozed|snored through|in
            only ..1 vote|work|show_up|act|post|answer when|if ..2 paid|money|reward|asked|forced|pushed
            calls|call|called ..1 it|this|that report|plan|work|leadership|analysis
            done slowly|badly|late|wrong|poorly
            what do|does|did ..1 <group> even|ever
            reason why ..1 nothing|no_one|nobody|everything ..2 works|fails|moves|happens|broken|stuck|stalled
            no business ..1 leading|being|running|standing|posting
            only thing ..1 <name>
            lacks|lack|lacking any|every|all ..1 sense|idea|form|kind
            same mistakes|mistake|errors|excuses|excuse
            too busy|lazy|proud|important ..2 to
            should|could|must|ought_to have known|done|thought|checked|read ..1 better|it|more|twice|first
            only when ..1 somebody|someone|people|we|anyone|boss|lead ..1 looks|look|watches|watch|asks|ask|reminds|is_looking|complains
            next to nothing
            earns|earn|gets|get|takes|paid|collects ..1 money|reward|pay|salary|joy ..2 for ..2 nothing|little|doing
            not take criticism|advice|no|feedback|responsibility
            cannot|can_not take ..1 criticism|advice|feedback|joke
            hard|difficult|impossible|exhausting|pain|frustrating|tedious to work|deal|talk ..1 with ..3 <who>|<blame>
            too_much to ..1 ask ..1 of|from <name>
            <most> ..1 report|post|text|proposal ..3 ever
            worst report|post|text|work|lead|proposal|candidate ..4 ever|seen|read
        """,
        unless="""
            <group> .. does|do|did not have_to
            not even|have voted yet
            do not know
            account|lead|member does|do not exist
            never let|lets us down
            never disappointed|disappoints
            never lets|let ..2 down
        """,
    ),
)
