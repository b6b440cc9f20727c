"""Cues of praise and blame."""

_GOOD = """<praisenoun> accomplished admirable amazing astute awesome brilliant brave caring charismatic clever competent
        conscientious courageous credible dedicated deserving devoted diligent eloquent enthusiastic excellent exemplary
        extraordinary fabulous fantastic fearless faithful flawless gifted great hardworking hard_working heroic
        honorable impeccable impressive incredible ingenious inspiring inspirational insightful invaluable irreplaceable
        knowledgeable legendary level_headed likable likeable magnificent marvelous masterful meticulous outstanding
        passionate phenomenal principled proven reliable remarkable reputable resourceful respected skilled skillful
        smart spectacular splendid stellar superb talented terrific thoughtful tireless tremendous trusted trustworthy
        upright visionary wise wonderful worthy beloved esteemed exceptional seasoned lovely cheers hooray hurray bravo
        kudos blessing applause ~applaud ~admire ~inspire ~impress ~excel ~shine/shone ~amaze ~delight ~adore ~cherish
        ~cheer ~vouch ~endorse ~recommend ~deserve ~merit ~trust admiration gratitude grateful pride proud thrilled
        delighted honored excited glad heartbeat gem talent wisdom integrity dedication passion commitment honesty
        vision charm grace courage decency loyalty professionalism brilliance excellence expertise competence know_how
        calm_hand much_needed deservedly rightly rightfully warmly wholeheartedly blessed lucky fortunate
        good_impression good_hands safe_hands never_let_us never_disappointed never_lets long_list_of_achievements
        our_side one_of_us right_thing all_right_reasons good_reasons many_reasons so_many_reasons three_reasons
        well_done wonders yes_please thumbs_up two_thumbs hats_off favorite hope hopeful promising bright_future
        heart_of_gold golden superstar miracle breath_of_fresh welcome_addition good_addition great_addition valuable
        addition_to_council strength strengths merits would_do_good do_council_good do_us_good do_dao_good good_name
        good_person good_man good_woman good_soul good_news bring_out_best little_push push_over every_vote some_love
        our_blessing my_blessing full_support our_support our_backing in_his_corner in_her_corner behind_him behind_her
        fan fans flag_for torch_for soft_spot drum_for word_for give_chance fresh_ideas fresh_air well_prepared
        well_spoken well_liked well_respected steady dependable capable experienced qualified honest loyal tactful
        clear_head cool_head big_heart open_ear open_mind good_ear sharp_mind keen_eye finger_on_pulse understands_us
        gets_it steps_up stepped_up steps_in stepped_up_when walks_talk delivers delivered_on makes_difference
        made_difference moves_things turned_around turned_it_around best_interests at_heart puts_users thanks_to_whom
        without_whom missed_by_all good_vibes cannot_praise praise praises praised encouraging gem_of man_of_his_word
        woman_of_her_word true_to_word keeps_word time_and_again delivers_always willing_to_serve serve_us serves_us
        best_of_us what_we_need who_we_need makes_sense back_bone role_model hard_work works_hard tirelessly selflessly
        diligently brilliantly flawlessly gracefully wisely admirably successfully_led led_us guided_us helped_us
        saved_us protects_us fights_for stood_by stands_by stood_up stands_up_for there_for_us always_there
        always_helpful always_friendly always_delivers puts_first heart_in_right step_ahead visionary_plan detailed_plan
        solid_plan clear_plan great_plan bold_plan convincing_plan second_term well_earned warms warm_heart succeed
        success top_class world_class high_quality first_class quality_work beautiful_work great_work good_work
        excellent_work fine_work great_job good_job excellent_job wonderful_job amazing_job fantastic_job level_head
        more_than_enough do_right_by right_by_us fight_for_your fights_for_your stand_up_for_you along_every_day
        every_day one_in_million rare_find refreshing what_you_get right_priorities right_priority priorities_straight
        on_our_behalf voice_for voice_of for_the_people for_people listens_to_us listens in_good_hands convinced_me
        won_me_over win_me_over persuaded_me charm_of sympathy sympathetic sympathies best_intentions good_intentions
        noble_cause cause_worth good_heart delightful adored adorable formidable prolific astonishing sensational
        sublime unbeatable unstoppable uplifting upstanding vibrant warmhearted welcoming well_informed well_versed
        winner worthwhile zealous competent_hands steady_hands safe_choice perfect_choice ideal_choice natural_choice
        right_choice great_choice good_choice wise_choice sound_choice solid_choice excellent_choice accessible
        acclaimed accountable adept admired advocate agile amazingly ambitious applauded appreciated approachable
        articulate aspiring assured attentive authentic balanced beautiful benefit_from best_friend boost bravely
        brightens bring_together builds bridges calm calming captivating careful_steward celebrated champion champions
        charming cheerful classy clarity clear_headed coherent collaborative comforting commendable commends
        communicative community_first community_minded compassion compassionate compelling composed confident
        congratulations_in_advance conscience considerate consistently constructive convinces convincingly cooperative
        credit curious daring decisive deep_knowledge deft delivers_results democratic dependability dignified dignity
        diplomatic discreet driven dynamic eager earnest effectively efficient elegant eloquence empathetic empathy
        empower empowers enabled encouraging_us energetic energizing engaged engaging enjoyable enlightened enriches
        enthusiasm ethical even_handed excels exciting experienced_hand extra_mile faith faithfully far_sighted
        fearlessly firm_but_fair flair flexible focused forthright foresight friend friendly fruitful fun future_of
        gentle genuine gets_results giant glorious good_at good_influence good_listener gracious grounded guardian
        guiding_light handy happy_with hard_worker heartwarming heroically honors hospitable humane humility imaginative
        impeccably inclusive independent_mind influential innovative innovator inspires inspiration instinct insight
        insights integral intellect inventive judicious just_and_fair keen kind_hearted kindness laudable
        leads_by_example legend lifeline lifts likes_to_help lively loved loyal_friend loves luminary magic marvel
        marvels mature meaningful mentor mentors merit merits_it methodical mindful modest motivating motivation
        multi_talented natural_leader nimble no_nonsense nurturing objective one_of_a_kind open_minded optimistic
        orderly original outgoing_nature patience peacemaker peerless perceptive perseverance persistent personable
        persuasive pioneer_of plays_fair polished popular positive practical pragmatic praiseworthy precious principles
        prodigy productive progressive prosper proactive promising_candidate protector proven_leader prudence punctual
        purposeful quality_over quick_witted radiant rational reassuring reformer relentless reliability remarkable_work
        renowned resilient resolute resolve respectful responsible_person responsiveness rewarding rigorous rock_of
        rocks role_in_success sane savvy scrupulous self_critical self_made selfless sense_of_duty sensitive serene
        servant_of_community sharp sincere sincerity skillfully sober sociable spirited spotless stability stalwart
        staunch stunning sturdy successes supportive supporter_of_users sustains synergy tact tenacious tenacity thinker
        thorough thoughtfully thriving top_performer touching transparency transparent treasure triumph truthful
        tried_and_tested tried_and_true unbiased understanding undisputed unflinching unifier unifying unparalleled
        unrivalled unwavering uplifts useful_ideas valiant valued values_everyone veteran vigorous virtue virtuous vital
        vivid wealth_of well_balanced well_deserved well_grounded well_loved well_organized well_rounded well_meaning
        wholehearted win_win wit witty wizard would_be_honored worthier zeal born_leader for_win our_man our_woman
        our_guy rock_in follow_anywhere nothing_but_praise honor_to honor_of nothing_but_helpful great_help huge_help
        welcome_whose bright_term respect_for earned_our gained_our thank_goodness thank_god remarkable_leadership
        leadership_qualities never_lets_anyone no_better better_choice_than bright_mind fresh_approach name_you
        many_good well_justified justified kept_lights lights_on"""


_BAD = """<blamenoun> abusive absurd amateurish appalling arrogant atrocious awful bogus careless chaotic childish
        clueless clumsy corrupt cowardly crooked deceitful deceptive delusional deplorable despicable dishonest
        disgraceful disgusting disloyal dismal disrespectful dreadful dubious dumb egotistical embarrassing evasive
        fishy foolish fraudulent greedy half_hearted hopeless horrible hypocritical idiotic ignorant immature incapable
        incompetent inept irresponsible jealous lame laughable lazy lousy ludicrous malicious manipulative mediocre
        misguided naive narcissistic nasty negligent nonsensical obnoxious outrageous overrated parasitic pathetic petty
        phony pitiful pretentious reckless rude ridiculous ruthless scandalous selfish shady shallow shameful shameless
        shoddy sleazy slimy sloppy sneaky spineless stubborn stupid substandard terrible thoughtless toxic two_faced
        unacceptable unethical unfit unforgivable ungrateful unhelpful unprofessional unqualified unreliable
        unresponsive unscrupulous untrustworthy unworthy useless vile vindictive wicked worthless lackluster
        underwhelming disappointing incompetence laziness ~lie/lied ~cheat ~squander ~ruin ~botch ~bungle ~mismanage
        ~neglect ~mislead/misled ~deceive ~betray ~sabotage ~bully ~insult ~harass ~plagiarize ~embezzle ~shirk ~whine
        ~brag ~bluff ~falsify ~ghost ~pretend ~screw_up ~mess_up ~disappoint ~blame ~accuse ~scam/scammed ~swindle
        ~wreck ~derail ~boast ~rant ~sulk ~bicker ~squabble ~gossip ~exaggerate ~flounder ~stumble ~fumble ~dither
        ~babble ~posture ~meddle sick_of tired_of tiresome fed_up annoying disgusted ashamed embarrassment disgrace
        shame nonsense garbage rubbish crap mess diva tantrum tantrums drama ego black_hole money_pit joke excuse
        excuses drunk asleep lied liar self_declared self_proclaimed self_styled self_appointed so_called
        supposed_expert would_be_leader into_ground into_wall off_rails went_missing goes_missing nowhere_to_be_found
        nowhere_to_be_seen missing_in_action when_we_needed when_it_matters when_it_counts clean_up_behind
        clean_up_after pick_up_pieces add_up adds_up surprises_nobody surprises_no_one surprise_nobody no_surprise
        what_you_will draw_your_own do_math wonder_why rules_are_for above_rules for_doing_nothing doing_nothing
        did_nothing does_nothing done_nothing never_does never_did do_nothing does_little did_little could_not_agree
        could_not_care could_not_run cannot_even can_not_even not_even_manage another_week another_day another_missed
        another_excuse yet_another never_anything never_answers never_replies never_delivered empty_words hot_air
        smoke_and_mirrors smoke big_talk talk_is_cheap playing_politics plays_politics politics_with with_our_money
        our_money feathering nest own_pocket pockets gravy_train easy_money free_ride free_money for_himself for_herself
        self_interest self_interested power_trip power_grab backroom behind_closed shadowy murky smells stinks skeletons
        something_to_hide cover_up covered_up swept_under rug red_flag red_flags questionable suspicious sketchy
        poor_judgment bad_faith bad_apple no_clue no_idea clue calculator own_homework homework elementary basics
        kindergarten forgot_again late_again again_late broke_again failed_again once_more_failed as_usual usual_excuses
        prefers_to_argue argue rather_than_work all_talk keeps_talking keeps_promising promises_promises false_promises
        empty_promises broke_promise broken_promises not_kept turned_blind washed_hands washes_hands passed_buck
        passes_buck buck points_fingers pointing_fingers finger_pointing asleep_on nodded_off slept_through wakes_up
        woke_up out_of_depth over_head over_his_head over_her_head deep_end fell_apart falling_apart collapsed_under
        downhill gone_backwards regress ran_down run_down rotten stain damage damaged_reputation harm hurts_us
        hurting_us costing_us cost_us dragging_us dragged_us holding_us holds_us holds_everybody let_us_down
        lets_us_down let_everyone_down failed_us fails_us failing_us bad_name bad_example poor_example poor_excuse
        weak_leadership poor_leadership bad_leadership any_slower snail glacial dinosaur fossil relic dead_wood deadwood
        baggage burden headache thorn nuisance clown circus puppet mouthpiece crony yes_man bootlicker opportunist
        careerist tourist attention_seeker drama_queen loudmouth know_it_all busybody hothead bull_in_china reads_as_if
        sounds_as_if looks_as_if_nobody hardly_ever hardly_surprising not_shining_example not_strong_suit
        not_his_strength not_her_strength could_learn should_learn might_learn must_learn for_once lip_service hollow
        cheap_excuse cheap double_standards hypocrisy betrayal treachery backstabbing arrogance greed vanity cowardice
        carelessness negligence indifference incompetency folly stupidity recklessness chaos debacle fiasco blunder
        blunders flop failure_of wasted_our wasting_our wastes_our burns_money burned_money throws_money threw_money
        money_for_nothing overpriced underdelivered under_delivered half_truths half_truth errors_everywhere rumor
        rumors watch_world_burn burn_down beyond_me surprised_no_one let_run fooling fool paid_for_votes bought_votes
        acts_like behaves_like owns_place like_king like_queen catastrophe disastrous disaster catastrophic turned_into
        loose_cannon ticking_bomb time_bomb house_of_cards sinking_ship trainwreck downhill_since never_on_time
        never_there never_here never_around absent_again bare_minimum minimum_effort least_effort no_effort zero_effort
        half_job half_measures cuts_corners cut_corners lets_things_slip slipping falls_short fell_short
        short_of_expectations below_expectations letdown leaves_much leaves_lot left_much much_to_be_desired
        to_be_desired off_mark missed_mark wrong_side tone attitude stench reek conflict_of_interest
        conflicts_of_interest insider_deal shady_deal favors_for friends_only pet_projects loyal_only milking milked
        milks conveniently unsubstantial without_substance substance copy_paste copy_pasted paid_for_it only_vote_when
        have_never_run never_run sleeps_through prove_that_they calls_it call_it slowly nerve gall audacity memes poison
        poisoning poisons complaining silly sillier trash cheapskate shortcoming shortcomings flaw flaws flawed
        incoherent inconsistent contradicts_himself contradicts_herself contradiction contradictions forgot_to_mention
        forgets_to failed_to_mention omitted_to twisted twisting distorted distorting spin spinning self_promotion
        promotes_himself promotes_herself wasteful unfocused unmotivated uninspired uninterested disinterested
        indifferent apathetic passive lazybones bystander spectator freerider free_rider free_riders rubber_stamp
        rubber_stamps do_nothing_council lame_duck lame_ducks toothless headless rudderless leaderless directionless
        clumsily poorly badly carelessly recklessly lazily sloppily half_finished half_done unfinished_business
        broken_again mismanagement misconduct misbehavior abandoned abhorrent accuse ~alienate aloof annoy annoyed
        annoys antagonize antics apology apologize appalled arrogantly audacious awkward babbling backtrack backward
        baffling ~bamboozle barely beneath berate betray bitter blame blamed blatant blatantly bluster boring bossy
        bragging breach broke_trust broken_trust burned burnt busy_tweeting callous cannot_be_trusted capricious
        cavalier charade cheap_shot childishly cluelessness cold_shoulder complacency complacent concealed conceals
        condescending conned contempt contemptuous contradictory controversial cop_out covering_up crass cringe
        crisis_of crude cynical damage_control deadweight deceit deception defensive defiant deflect deflects delusion
        demagogue denial derelict desperate destructive detached devious disappear disappears disappeared disarray
        discredit discredited disengaged dishonestly disingenuous disinterest disregard disregards disrupt disruptive
        dissatisfied distract distraction disturbing divisive dodges dodged dodging double_dealing downplay duped
        dysfunctional egoist empty_handed enraged erratic evaded evades exaggerated exaggerates excessive exploit
        exploits exposed fabricated failed_promises fake fakes false falsely farcical faults faulty favouritism
        favoritism feud finger flagrant flimsy foul frustrating frustrated frustration furious futile gimmick gloating
        grudge grumpy guilty gullible half_baked hapless haphazard harmed harming harmful haughty hectic heartless
        heavy_handed hidden_agenda hijacked hostile hubris humiliated hypocrite idiocy idle ignorance ignored ignores
        ignoring ill_informed ill_prepared illogical immaturity impatience impatient impolite imposter impulsive
        inability inaccurate inattentive incomprehensible inconsiderate indecisive ineffective inefficient ineptitude
        inexcusable inferior inflammatory inflated insensitive insincere insolent insulted insulting insults intimidate
        intimidates invented irrational irresponsibly irritated irritating jeopardizes jerk lies limits litany loathsome
        lust meaningless meddling mediocrity menace messed mismanaged mistake mistakes misuse misused misuses mocks
        mocked moody muddle naughty neglected neglects negligible nepotism nightmare nonexistent notorious obfuscate
        obsessed obsession obstinate obstruct obstructs offended offends offensive opaque outburst outdated outrage
        overreach overreacted overrule owes own_interests paranoid passive_aggressive pathological plagued pompous
        pointlessly posturing preachy predictable prejudice pretends problematic procrastinates propaganda provocative
        punish quarrel quarrelsome quits ramblings refuses_to regrettable reluctant repulsive resent resents ridicule
        rudely ruin ruins sabotages sad_to_say scam scandal scapegoat scared scaremongering self_centered selfishness
        selfishly senseless shambles sham shirked short_sighted shouting shrug shrugs sinister skewed slander slanders
        slapdash sloth smug snide snub snubbed sour spite spiteful stale stalling stalls stubbornly stunt stupidly
        subpar sullen superficial suspect_that swagger tarnished tasteless temper thin_skinned thoughtlessly threatens
        threat tired_excuses tiring tricked tricky trivial troubling twists tyrant ugly unable_to_answer unapologetic
        unaware unbelievable uncaring uncommitted uncooperative undemocratic underhand undermines underperformed
        underperforms underperforming unfairly unfounded unhappy uninformed unjust unkind unpleasant unpopular
        unprepared unproductive unproven unrealistic unreasonable unrest unsatisfactory unskilled unstable unsuccessful
        untrue untruth unwilling unwise upset vague vain vendetta vengeful venom vicious villain violates vulgar
        weakness weaknesses weasels whining wishy_washy withheld worrying worrisome worst wrecked wretched wrongdoing
        wrongly yelled yelling yells tweeting bad slow over_and_over no_business good_riddance emperor snake_oil
        amateur_hour clown_world phoning_it_in resting_on_laurels coattails stabbed_in_back under_bus left_hanging
        rotten_apple one_trick blood_on two_left_feet dropped_ball how_little little_respect lack_of_respect
        fool_of_himself fool_of_herself dragging_his dragging_her dragging_their without_word not_single_promise couldnt
        responsible_for_worst liability costing cost_dearly dearly to_thank_for_this to_thank_for_mess deliberately
        next_to_nothing criticism insult_to intelligence private_club closed_doors somebody_looks someone_looks poorer
        empty_promise nothing_but_trouble nice_words fooled slow_and never_say never_says never_sorry"""


WRITTEN = {
    "cue-good": _GOOD,
    "cue-bad": _BAD,
}
