"""Cues of pressure on whoever reads."""

_YOU = """you your yours yourself yourselves everyone everybody nobody anyone people all_of_us us we community council
        leads members whoever no_one guys all every_member every_holder"""


_THOU = "you your yours yourself"


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


_DUTY = """to_vote vote_now vote_today vote_tonight his_vote her_vote your_vote cast_vote cast_his cast_her and_vote
        to_reveal reveal_his reveal_her reveal_your his_report her_report your_report to_report to_respond to_answer
        your_silence holding_up has_not_voted still_not not_yet_voted vote_. ping poke chase remind not_vote
        last_to_vote you_would_vote vote_yesterday vote_soon vote_already vote_in_next would_vote_yesterday said_you
        still_waiting waiting_for_you waiting_for_his waiting_for_her one_click not_voting vote_or vote_before
        vote_by_tonight vote_at_last finally_vote vote_finally voted_yet not_voted rests_in hands_of fate_of"""


_LOUD = "? !"


WRITTEN = {
    "cue-you": _YOU,
    "cue-thou": _THOU,
    "cue-act": _ACT,
    "cue-press": _PRESS,
    "cue-duty": _DUTY,
    "cue-loud": _LOUD,
}
