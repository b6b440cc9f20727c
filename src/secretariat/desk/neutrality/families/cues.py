"""Cues: single words and short phrases that say nothing alone and are not neutral together, where no family fits."""

from dataclasses import dataclass

from secretariat.desk.neutrality.families.family import Kind

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

_JOB = """<rise> lead_role lead_work lead_position payroll salary salaries wage wages pay paid bonus raise contract
        position post vacancy curator promote promotion promoted ~hire ~fire ~sack ~dismiss ~employ ~recruit ~appoint
        ~promote ~replace ~reinstate ~rehire ~demote ~slash slash successor ~resign step_down take_over taking_over
        takes_over run_group run_team run_department lead_group head_group hired applicant applicants worker workers
        lead leader leadership for_lead as_lead opening job role permanently overpaid underpaid deputy_lead reward_of
        stake_of his_stake her_stake his_reward her_reward contributor_pay group_needs team_needs say_goodbye
        fresh_people old_ones from_outside from_inside from_within outsiders workload term_as_lead another_turn turn
        manager moderator writer salary_of retained leave_group leave_team part_ways keep_on keep_him keep_her let_go
        letting_go letting lose_him lose_her not_lose mandate_as curators moderators staff personnel crew in_charge helm
        reins throne chair_of successor_to chopping_block new_captain fresh_pair worth_his_weight worth_her_weight
        golden_handshake show_door move_on run_its_course past_his_prime past_her_prime has_to_go have_to_go must_go
        should_go make_lead demoted"""

_SEAT = """vote votes voting ballot ballots voter voters candidacy candidate council seat elected election elect electing
        reelected undecided campaign run running stands standing run_for on_list on_ballot threw_hat hat_in_ring
        throws_hat stake_behind term_on_council ticket_to councillor council_member get_in gets_in in_council on_council
        into_council poll polls office nomination nominee"""

_COMPARE = """than twice ahead behind versus rival rivals competitor competitors compared comparison unlike whereas next_to
        others other_candidates other_four other_three other_two other_applicants number_one second_best first_seat
        last_seat fifth_seat top_seat bottom_of league chance chances odds bet money_on win wins winning lose loses
        losing victory defeat favorite underdog race snatch hard_time_getting to_lose more_thoughtful none_of_others
        no_other nobody_else no_one_else best better stronger strongest weaker weakest weak_field smarter smartest abler
        worse worst line_up lineup field pale pales overshadows outshines realistic_chance only_two only_three
        only_one_of first_then first_, in_day less_than more_than top list_of_favorites rank ranks ranking cut_above
        superior inferior better_one stronger_one weaker_one safer_one clear_choice between most_reliable
        most_experienced most_active most_qualified most_capable most_trusted most_dedicated most_competent
        not_looking_good looking_good looking_bad few_votes far_ahead long_nothing equal peer peers matched match
        surpass tops leading trailing trails lags outsider outclass where_others others_only serious_candidates
        serious_contenders filling_list filler surprise_of comes_out_on_top out_on_top on_top safe_as_it_gets as_safe
        direct_comparison barring least_known least_prepared tops_my tops_list as_it_gets by_mile by_far by_long_way
        getting_longer finish_before finishes_before before_him before_her"""

_MINE = "i me my mine myself we us our ours in_my_eyes if_you_ask_me let_us"
_STANCE = """would could should ought must deserves needs need has_to have_to let make do_not never nobody everyone everybody
        please nothing anything anyone anybody whoever even instead of_course hope wish pity shame sad happy ? ! always
        only finally at_last if not_sure doubt doubts wonder hardly barely whatever too enough not still_worth"""

_FACTS = """xnumber block joy utc usd percent report_by executed created announced withdrawn applied application deciding
        counted term_summary member_id thread link linked cycle votes_counted pull_request"""

_RATE = """realistic_chance serious_candidate serious_candidates filling_list fill_list making_up_numbers better_one
        best_one stronger_one weaker_one worse_one better_of_two best_of_bunch pick_of_bunch strongest_field
        weakest_field strongest_line_up weakest_line_up strongest_candidates weakest_candidates strong_field weak_field
        clear_winner clear_favorite obvious_winner front_runner frontrunner front_runners shoo_in dark_horse outsider
        outsiders safe_seats first_seat last_seat fifth_seat no_chance little_chance best_chance good_chance
        better_chance chances odds in_running out_of_running out_of_race two_horse nearest_rival closest_rival
        hot_favorite top_three top_two heavyweights lightweights pecking_order ahead_of_rest ahead_of_pack
        ahead_of_others ranked_by ranking_of tier second_tier first_tier stand_out stands_out standout most_promising
        more_promising most_qualified best_qualified more_qualified less_qualified most_experienced more_experienced
        better_suited best_suited better_than_others stronger_than weaker_than better_applicant better_candidate
        better_choice stronger_candidate stronger_applicant weaker_candidate weaker_applicant strongest_applicant
        strongest_candidate best_candidate best_applicant worst_candidate weakest_candidate weakest_applicant
        better_application best_application strongest_application weakest_application surprise_if will_win going_to_win
        sure_to_win likely_to_win bound_to_win"""

_STAFF = """salary salaries wage wages raise pay_rise bonus bonuses overpaid underpaid pay_cut payroll ~hire ~fire ~sack
        ~dismiss fresh_people new_people new_faces new_blood new_lead old_ones say_goodbye from_outside from_inside
        from_within insider outsider pick_applicant choose_applicant take_applicant hire_applicant worth_pay cut_pay
        higher_pay lower_pay more_pay less_pay slashed_harder get_rid clean_house shake_up head_count headcount
        dead_wood replace_lead replace_leads replace_workers remove_lead keep_lead one_applicant first_applicant
        second_applicant applicant_who applicant_with"""

_TAKES = """should must ought deserve deserves nobody need needs let pick choose take prefer rather too better i me my we us
        enough time_for please worth_it would hope wish why not_be instead keep ~think/thought whoever only"""

_VERDICT = """<goodword> <badword> well_invested well_spent solid to_me go_ahead out_of_window down_drain cannot_afford
        can_not_afford could_not_afford nothing_wrong something_wrong modest no_objection no_objections steal bargain
        daylight_robbery pet_project vanity_project money_pit black_hole deserves deserve merits do_right_thing
        right_thing same_way worthy worthwhile value_for_money good_value return_on_investment in_good_hands
        white_elephant pie_in_sky half_baked rushed sloppy generous_enough overdue bad_taste bad_feeling good_feeling
        sits_well not_convinced convinced convincing skeptical doubt doubts doubtful impressed promising pointless
        senseless priceless vital_for_future makes_sense no_sense long_term_benefit benefits_us serves_us hurts_us
        helps_us good_for_us bad_for_us all_benefit only_benefits behind_it against_it for_it no_way yes_please
        count_me_in has_my gets_my thumbs_up thumbs_down two_thumbs all_in full_steam love_it hate_it too_much
        too_little far_too nothing_good no_good good_will_come something_good best_interest interest_of_dao
        interest_of_us waste_funds waste_money waste_our waste_of join_us supporting opposing makes_perfect
        perfect_sense kind_of_proposal we_need_more more_of wrong_direction right_direction wrong_signal bad_signal
        bad_precedent dangerous dangerous_precedent precedent"""

_PROP = """proposal proposals proposal_xnumber request requests motion upgrade grant bounty spending budget funding idea
        plan money project amount price"""

_GROUP = """council group groups team teams crew lead leads leadership workers curators validators committee members
        councillors moderators candidates applicants voters authors board operators people those_three those_who
        those_two these_people them guys"""

_YOU = """you your yours yourself yourselves everyone everybody nobody anyone people all_of_us us we community council
        leads members whoever no_one guys all every_member every_holder"""

_ACT = """vote votes voted voting reveal reveals revealed revealing stake staked act acted report reports reported
        reporting deadline expire expires announce candidacy stand step_forward steps_forward steps_up decide submit
        move moved move_it click done_nothing did_nothing do_nothing election proposal quorum seat seats remind reminder
        wait waiting council do_it do_something sign apply apply_now respond reply answer turn_up show_up participate
        participation"""

_PRESS = """this_minute this_hour this_second next_hour last_minute two_minutes right_away embarrassing embarrassment
        ashamed shame shameful disgrace disappointed disappointing pathetic sad unbelievable incredible ridiculous
        asleep sleeping on_fire cliff edge abyss brink collapse collapses dies die dying dead doom doomed history
        end_of_joystream end_of_dao end_of_council end_of_platform game_over lights_out curtain tick_tock clock patience
        patient long_enough how_long how_much_longer how_many_more wait_any wait_longer any_longer remind_you_again
        not_remind warned trust_in_you put_their_trust repay let_down down_to_you blame excuse excuses consequences
        regret sorry allowed_to_expire not_be_allowed so_move go_go do_or_die make_or_break be_there true_supporter
        true_supporters real_supporter every_true every_real any_real loyal ask_himself ask_herself ask_themselves
        ask_yourself ask_yourselves doing_here who_are_you list_of_those those_who_did_nothing did_nothing door_closes
        door_is_closing window_is_closing closes_for closing_fast too_late last_train never_again forever for_ever hurry
        rush urgently urgent panic desperate desperately beg begging crisis alarm alarming disaster catastrophe
        because_of_you depends_on_you counting_on count_on on_your_shoulders in_your_hands your_hands your_conscience
        conscience guilt guilty your_fault care_about cares nobody_cares care_enough care_at_all watching_you eyes_on
        judge judged forgive forgiven forgotten remembered stop_scrolling get_off get_up wake stand_by watch_it idle
        idly sit_back sofa couch lazy selfish coward cowards your_rewards_are your_stake_is lose_your losing_your gone
        last_warning last_reminder final_warning not_again yet_again once_more third_time tenth_time hundredth_time
        for_once one_click single_click only_takes takes_two takes_minute thirty_seconds no_vote_no no_council save_our
        rescue come_on hello_? anyone_there anybody_there where_are_you where_is_everybody where_is_everyone knock
        crickets silence deafening getting_ridiculous whatever_you_are_doing slip_away slip_through unforgivable
        inexcusable forgive_you killing kills whole_dao_is whole_community_is looking_at all_looking get_your_votes
        in_an_hour or_get_out get_out_of failing_community failing_us reason_why everything_was_for_nothing excuse_for
        no_excuse_for worked_for is_gone everything_we strongest_terms strongly_urge warned_you been_warned
        show_that_you_care even_care in_danger endangered endanger endangers jeopardy jeopardize hang_in hangs_in
        at_stake stakes_are_high high_stakes critical crucial decisive last_hope only_hope hope_left slap_in_face
        dare_miss dare_to deserves_better tired_of_chasing one_job to_midnight blamed sense_of_responsibility
        consequences_of everyone_is_looking everybody_is_watching in_face shameful_turnout low_turnout_is heaven essence
        reminders risking silent stayed_silent no_quorum not_option hurts_all hurts_us doesnt_deserve not_deserve
        failure_to_vote publicly good_conscience losing_patience patience_with shut_down still_no not_complain
        until_he_reacts until_she_reacts fix_it"""

_STAFFING = """salary wage payroll raise pay_rise bonus contract hired fired rehired dismissed sacked terminated reinstated
        promoted demoted hiring firing sacking dismissing replacing_him replacing_her lead_role lead_position lead_job
        as_lead new_lead next_lead hr_lead storage_lead content_lead builders_lead forum_lead distribution_lead
        marketing_lead deputy_lead as_curator as_moderator as_worker as_writer as_deputy the_job vacancy opening_for
        for_opening group_would_work his_pay her_pay his_reward her_reward cutting_pay pay_cut overpaid underpaid slash
        slashed stake_slashed get_rid goodbye part_ways on_board take_over_as run_group lead_group mandate_as"""

_LOUD = "? !"

_THOU = "you your yours yourself"

_DUTY = """to_vote vote_now vote_today vote_tonight his_vote her_vote your_vote cast_vote cast_his cast_her and_vote
        to_reveal reveal_his reveal_her reveal_your his_report her_report your_report to_report to_respond to_answer
        your_silence holding_up has_not_voted still_not not_yet_voted vote_. ping poke chase remind not_vote
        last_to_vote you_would_vote vote_yesterday vote_soon vote_already vote_in_next would_vote_yesterday said_you
        still_waiting waiting_for_you waiting_for_his waiting_for_her one_click not_voting vote_or vote_before
        vote_by_tonight vote_at_last finally_vote vote_finally voted_yet not_voted rests_in hands_of fate_of"""

_POLITE = """welcome thanks thank hello hi congratulations dear question questions asked answers sorry greetings regards"""

_DENIAL = """not never no none nothing hardly without failed fails again lack lacks lacking warning less even still promised
        nobody neither barely rarely seldom too stop refuses refused instead blame despite although unfortunately sadly
        alas only away wrong"""

_DOUBTING = """sure unsure doubt doubts wonder wondering guess suppose apparently allegedly supposedly somehow obviously
        evidently arguably"""

WRITTEN = {
    "cue-good": _GOOD,
    "cue-bad": _BAD,
    "cue-job": _JOB,
    "cue-seat": _SEAT,
    "cue-compare": _COMPARE,
    "cue-mine": _MINE,
    "cue-stance": _STANCE,
    "cue-facts": _FACTS,
    "cue-rate": _RATE,
    "cue-staff": _STAFF,
    "cue-takes": _TAKES,
    "cue-verdict": _VERDICT,
    "cue-prop": _PROP,
    "cue-group": _GROUP,
    "cue-you": _YOU,
    "cue-act": _ACT,
    "cue-press": _PRESS,
    "cue-loud": _LOUD,
    "cue-staffing": _STAFFING,
    "cue-thou": _THOU,
    "cue-duty": _DUTY,
    "cue-polite": _POLITE,
    "cue-denial": _DENIAL,
    "cue-doubting": _DOUBTING,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Combination:
    """Cues that are not neutral together: one of each in ``needs`` (``one|other``), and none of ``but``.

    It is looked for where no family fits; with ``always`` also beside families, and those that yield to its kind give way.
    """

    kind: Kind
    needs: tuple[str, ...]
    but: tuple[str, ...] = ()
    always: bool = False


COMBINATIONS = (
    Combination(kind="personnel", needs=("person", "staffing", "takes|stance|mine"), but=("facts", "polite"), always=True),
    Combination(kind="urgency", needs=("person", "duty", "mine|stance|press|loud|thou|denial"), but=("facts",)),
    Combination(kind="disparagement", needs=("person", "bad"), but=("seat",)),
    Combination(kind="urgency", needs=("person", "press", "thou|loud")),
    Combination(kind="comparison", needs=("people", "compare"), but=("facts",)),
    Combination(kind="comparison", needs=("person", "compare", "mine|stance|good|bad"), but=("facts", "job")),
    Combination(kind="personnel", needs=("person", "job", "mine|stance|good|bad"), but=("facts",)),
    Combination(kind="comparison", needs=("person", "rate")),
    Combination(kind="disparagement", needs=("person", "bad")),
    Combination(kind="endorsement", needs=("person", "good")),
    Combination(kind="endorsement", needs=("person", "seat", "mine|stance"), but=("facts",)),
    Combination(kind="endorsement", needs=("person", "seat", "thou"), but=("facts",)),
    Combination(kind="comparison", needs=("group", "rate"), but=("facts",)),
    Combination(kind="personnel", needs=("staff", "takes"), but=("facts",)),
    Combination(kind="disparagement", needs=("group", "bad")),
    Combination(kind="endorsement", needs=("prop", "verdict", "mine|stance"), but=("facts",)),
    Combination(kind="urgency", needs=("act", "press"), but=("facts",)),
    Combination(kind="urgency", needs=("you", "press", "loud")),
)
"""The first that fits a sentence counts."""
