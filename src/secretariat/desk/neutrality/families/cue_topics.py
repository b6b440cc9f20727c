"""Cues of what a sentence is about, and of how it is said."""

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


_STAFFING = """salary wage payroll raise pay_rise bonus contract hired fired rehired dismissed sacked terminated reinstated
        promoted demoted hiring firing sacking dismissing replacing_him replacing_her lead_role lead_position lead_job
        as_lead new_lead next_lead hr_lead storage_lead content_lead builders_lead forum_lead distribution_lead
        marketing_lead deputy_lead as_curator as_moderator as_worker as_writer as_deputy the_job vacancy opening_for
        for_opening group_would_work his_pay her_pay his_reward her_reward cutting_pay pay_cut overpaid underpaid slash
        slashed stake_slashed get_rid goodbye part_ways on_board take_over_as run_group lead_group mandate_as"""


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


_TAKES = """should must ought deserve deserves nobody need needs let pick choose take prefer rather too better i me my we us
        enough time_for please worth_it would hope wish why not_be instead keep ~think/thought whoever only"""


_MINE = "i me my mine myself we us our ours in_my_eyes if_you_ask_me let_us"

_STANCE = """would could should ought must deserves needs need has_to have_to let make do_not never nobody everyone everybody
        please nothing anything anyone anybody whoever even instead of_course hope wish pity shame sad happy ? ! always
        only finally at_last if not_sure doubt doubts wonder hardly barely whatever too enough not still_worth"""


_FACTS = """xnumber block joy utc usd percent report_by executed created announced withdrawn applied application deciding
        counted term_summary member_id thread is_not_revealed link linked cycle votes_counted pull_request"""


_POLITE = (
    """welcome thanks thank hello hi congratulations dear question questions asked answers sorry greetings regards"""
)

_SERVING = " ".join(
    (
        *(f"{one}_to_serve" for one in ("willing", "ready", "prepared")),
        *(f"{one}_would_serve" for one in ("he", "she", "they", "who")),
    )
)
"""That somebody would serve is a fact, which the call for a secretary asks for."""

_DENIAL = """not never no none nothing hardly without failed fails again lack lacks lacking warning less even still promised
        nobody neither barely rarely seldom too stop refuses refused instead blame despite although unfortunately sadly
        alas only away wrong"""


_DOUBTING = """sure unsure doubt doubts wonder wondering guess suppose apparently allegedly supposedly somehow obviously
        evidently arguably"""


WRITTEN = {
    "cue-job": _JOB,
    "cue-seat": _SEAT,
    "cue-compare": _COMPARE,
    "cue-rate": _RATE,
    "cue-staff": _STAFF,
    "cue-staffing": _STAFFING,
    "cue-verdict": _VERDICT,
    "cue-prop": _PROP,
    "cue-group": _GROUP,
    "cue-takes": _TAKES,
    "cue-mine": _MINE,
    "cue-stance": _STANCE,
    "cue-facts": _FACTS,
    "cue-polite": _POLITE,
    "cue-serving": _SERVING,
    "cue-denial": _DENIAL,
    "cue-doubting": _DOUBTING,
}
