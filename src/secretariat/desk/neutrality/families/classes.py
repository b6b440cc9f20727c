"""Classes of words that the families share: people, groups, what is decided, praise, blame, and ways to advise."""

PEOPLE = {
    "name": "xperson",
    "he": """he she him her his hers himself herself this_man this_woman this_person that_person this_guy that_guy
        this_member this_candidate""",
    "they": "they them their theirs",
    "who": "<name> <he>",
    "anyone": "<name> <he> <they>",
    "cand": """candidate candidates applicant applicants contender contenders nominee nominees incumbent incumbents newcomer
        newcomers candidacy application applications hopeful hopefuls runner""",
    "personnoun": """candidate applicant contender member members councillor councilor lead leader person people man woman guy
        developer builder contributor worker writer curator moderator organizer manager colleague secretary deputy
        addition choice fit pick option hire mind head hands personality character figure voice ally friend advocate
        representative steward citizen professional expert teammate player communicator candidate_for editor translator
        engineer designer""",
    "team": """council councils group groups team teams crew lead leads leadership workers curators validators committee
        membership_group builders_group working_group working_groups storage_group content_group marketing_group
        marketing_people council_members members authors author proposer voters operators applicants candidates board
        management moderators office incumbents whales those_people these_people some_people someone somebody nobody""",
    "rest": """others other_candidates other_applicants other_leads other_members rest everyone_else everybody_else anyone_else
        anybody_else all_others any_other competition rivals competitors opponents peers field pack anyone everybody
        everyone anybody all_other other_workers other_applications other_contenders rest_of_field""",
}

DECIDED = {
    "prop": """proposal proposals proposal_xnumber proposals_xnumber number_xnumber request requests motion upgrade bounty
        budget referendum funding spending_proposal funding_request application funding_proposal plan bill idea grant
        grant_request spending payout""",
    "it": "it this that this_one these them",
    "propit": "<prop> <it>",
    "approve": """approve accept pass adopt back support fund endorse favor vote_yes vote_in_favor vote_approve say_yes
        vote_through wave_through green_light push_through get_behind vote_aye vote_for carry greenlight sign_off wave""",
    "reject": """reject refuse decline oppose block veto kill vote_no vote_against vote_reject say_no turn_down vote_down
        send_back throw_out shoot_down strike_down resist stop drop scrap bury deny vote_nay sink defeat""",
    "decide": "<approve> <reject>",
    "decided": """approved accepted passed adopted backed supported funded endorsed rejected refused declined blocked vetoed
        voted_down turned_down thrown_out sent_back waved_through greenlit stopped dropped scrapped voted_through
        withdrawn killed go_through go_ahead pass fail sail_through fall succeed carry get_through come_through die
        green_lit buried binned""",
    "seat": """council seat seats office position post role job place term mandate vote votes stake support trust chance
        confidence ballot backing reelection re_election attention consideration spot table nod approval yes endorsement
        look""",
}

PRAISE = {
    "praise": """able_hands accomplished admirable amazing articulate astute awesome brilliant brave capable caring charismatic
        clever committed competent conscientious considerate consistent constructive courageous creative credible
        dedicated deserving determined devoted diligent dependable dynamic effective efficient eloquent energetic
        enthusiastic excellent exemplary experienced extraordinary fair faithful fabulous fantastic fearless fine
        first_class first_rate flawless forward_thinking friendly generous gifted good great hard_working hardworking
        heroic helpful honest honorable humble ideal impartial impeccable impressive incredible ingenious innovative
        inspiring inspirational insightful intelligent invaluable irreplaceable indispensable kind knowledgeable
        legendary level_headed likeable likable loyal magnificent marvelous marvellous masterful meticulous motivated
        nice noble outstanding passionate patient perfect phenomenal pleasant polite precious principled proactive
        productive professional proficient proven prudent qualified reasonable reliable remarkable reputable resourceful
        respected rock_solid seasoned sensible sharp sincere skilled skillful skilful smart solid sound spectacular
        splendid stellar sterling strong suitable suited superb sympathetic talented terrific thorough thoughtful
        tireless top_notch transparent tremendous trusted trustworthy truthful unbeatable upright upstanding valuable
        versatile visionary well_liked well_prepared well_known_for well_respected well_suited well_qualified wise
        wonderful worthy beloved esteemed exceptional decent lovely class promising accountable approachable ambitious
        inclusive organized disciplined genuine hands_on fit apt cut_out perfect_for right_for made_for born_for
        ideal_for fantastic_job superbly_qualified battle_tested unmatched incorruptible selfless unselfish tactful
        brilliantly decisive industrious worthwhile prime logical natural obvious terrifically compelling convincing
        best_placed ready_for""",
    "praisenoun": """asset gem gift hero heroine legend pillar rockstar rock_star star genius blessing treasure godsend natural
        visionary role_model backbone safe_pair pair_of_safe_hands pair_of_hands breath_of_fresh_air force_of_nature
        powerhouse delight pleasure credit_to champion_of friend_of doer problem_solver team_player workhorse
        heart_and_soul soul_of light_in voice_of_reason man_for_job woman_for_job person_for_job right_one right_person
        right_man right_woman right_choice right_candidate right_pick right_hands good_hands right_call safe_bet
        safe_choice obvious_choice logical_choice natural_choice smart_choice sure_thing perfect_fit real_deal cut_above
        example_to inspiration wealth_of credit_for master_of quality_candidate steady_hand class_act shining_example
        fresh_air unsung_hero one_to_watch one_we_need who_we_need what_we_need name_to_remember role_models
        dream_candidate person_we_need leader_we_need kind_of_person sort_of_person material champion""",
    "quality": """experience dedication integrity passion skill skills expertise commitment honesty vision energy talent wisdom
        knowledge enthusiasm reliability professionalism competence judgment patience drive know_how loyalty work_ethic
        work record track_record contribution contributions achievements merits devotion efforts ideas leadership note
        attitude application candidacy character creativity transparency background credentials qualities plan""",
    "value": """asset invaluable unmatched unrivalled unrivaled unparalleled speaks_for_itself speak_for_themselves
        speaks_volumes benefit benefits impressive impresses remarkable inspiring inspire admirable stands_out exemplary
        outstanding undisputed second_to_none <praise>""",
}

ADVICE = {
    "modal": """should ought_to must need_to needs_to has_to have_to had_better would_do_well_to do_well_to would_be_wise_to
        would_be_well_advised_to may_want_to might_want_to wants_to better deserves_to deserve_to merits_to
        should_probably is_to_be shall ought have_got_to has_got_to is_advised_to are_advised_to could_do_worse_than_to
        would_be_right_to would_be_smart_to are_encouraged_to is_encouraged_to would_be_foolish_not_to owes_it""",
    "should": """should ought_to ought deserves_to deserve_to should_probably had_better would_do_well_to do_well_to
        would_be_wise_to would_be_right_to would_be_smart_to may_want_to might_want_to are_advised_to is_advised_to
        would_be_well_advised_to are_encouraged_to is_encouraged_to would_be_foolish_not_to could_do_worse_than""",
    "urge": """~urge ~encourage ~advise ~recommend ~suggest ~implore ~beg ~plead ~propose advice recommendation suggestion plea
        ~call_on ~appeal_to ~ask/asked_you ~ask/asked_everyone ~ask/asked_everybody ~ask/asked_all ~ask/asked_council
        ~ask/asked_members ~invite_you ~invite_everyone ~invite_council ~urge_you i_would_ask we_would_ask we_ask i_ask
        i_would_invite my_request my_wish""",
    "i": "i we secretary my our",
    "iwould": """i_would we_would i_think i_believe i_feel we_think we_believe we_feel in_my_view in_my_opinion in_our_view
        my_view""",
    "feel": """happy glad delighted proud thrilled pleased excited honored relieved lucky fortunate grateful blessed overjoyed
        heartened encouraged good great lovely nice wonderful fantastic awesome pleasure joy privilege hope""",
    "be": """is are was were be been being 's am seems seem looks look remains remain appears appear becomes become became
        feels sounds proves proved has_proven has_proved has_been have_been had_been will_be would_be could_be can_be
        may_be must_be should_be might_be has_shown_himself has_shown_herself stays stay has_always_been makes make made
        would_make could_make will_make comes_across_as strikes_me_as is_known_as is_seen_as counts_as is_considered
        has_become shows_himself shows_herself turned_out_to_be is_widely_seen_as""",
    "deserve": """~deserve ~merit has_earned have_earned had_earned earned is_worthy_of is_worth deserving_of worthy_of
        is_entitled_to well_earned well_deserved""",
    "everyone": """everyone everybody all all_of_us you you_all members voters holders people council council_members we community
        friends councillors stakers token_holders all_members fellow_members""",
    "goodword": """good great right wise sensible smart best excellent fantastic brilliant wonderful perfect worthwhile sound fair
        reasonable logical prudent no_brainer long_overdue overdue well_deserved deserved justified correct obvious
        worthy lovely nice splendid superb fine clever valuable welcome step_forward win_win worth_it beneficial
        desirable advisable well_thought_out well_prepared urgently_needed bargain in_interest_of only_fair only_right
        common_sense solid convincing exciting great_news good_news right_thing""",
    "badword": """bad wrong terrible awful horrible poor mistake error folly waste madness nonsense shame pity risky dangerous
        harmful unnecessary pointless useless foolish unwise stupid overpriced too_expensive expensive excessive
        unjustified unfair unreasonable reckless irresponsible absurd ridiculous disaster disastrous step_backwards
        scandal outrage outrageous nonsensical weak_proposal money_down_drain bad_deal rip_off ripoff flawed ill_advised
        ill_conceived half_baked premature insult wasteful worthless misguided short_sighted damaging robbery overkill
        unfortunate wrong_thing bad_idea loss""",
}

WRITTEN = {**PEOPLE, **DECIDED, **PRAISE, **ADVICE}
