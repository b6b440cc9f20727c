"""Urgency: words that press people otherwise than by a deadline told plainly."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "act": """vote reveal act register sign apply announce stand decide respond reply answer move participate submit report post
        cast help click come join save log_in open pay""",
    "acted": """voted revealed acted registered applied announced answered replied reported submitted posted decided responded
        participated cast done_his done_her done_their done_its done_it done_so finished delivered signed""",
    "doom": """disaster catastrophe emergency collapse collapsing collapses doom ruin crisis panic chaos apocalypse nightmare
        bankruptcy meltdown tragedy death abyss cliff brink extinction downfall shutdown catastrophic disastrous fatal dramatic
        alarming dire desperate desperately devastating hopeless precipice fiasco demise dying doomed sinking""",
    "thing": """dao platform council community joystream network election project us everything everyone everybody system
        budget organization we future group""",
    "loss": """die dies collapse collapses fall_apart falls_apart fail_us perish end ends suffer suffers lose_everything loses_everything be_lost be_ruined
        sink sinks go_under goes_under bleed crumble burn break_down grind_to_halt stop_existing cease_to_exist be_doomed
        be_finished be_dead be_over pay_price pay_dearly stand_still crash implode lose_trust be_damaged hurt hurts""",
    "threat": """consequences repercussions sanctions punished punishment penalized named_and_shamed blacklisted banned regret sorry
        remembered exposed noted_down called_out held_responsible held_accountable excluded be_left_behind kicked made_public
        not_be_forgotten face_music bad_books black_list publicly_named pay_for_it answer_for_it pilloried reported_to
        wall_of_shame hall_of_shame publicly_listed forgotten_at_payday""",
}

FAMILIES = (
    Family(
        name="hurry",
        kind="urgency",
        says="It presses instead of naming the deadline plainly.",
        patterns="""
            hurry|hurry_up|quick|quickly|fast|asap|immediately|at_once|right_now|right_away|without_delay|instantly|urgently|pronto|chop_chop|straight_away|right_this_second|this_instant|this_very_minute ,? <act>|before|or|everybody|people|everyone|members|!
            <act> .. hurry|quickly|fast|immediately|at_once|right_now|right_away|without_delay|instantly|urgently|already|pronto|this_instant|this_minute|this_second|now_now|straight_away|before_it_is_too_late
            please|must|should|need_to|have_to .. <act> .. asap|immediately|at_once|right_now|urgently|without_delay|fast|this_minute|instantly
            ^ hurry|quick|quickly|hurry_up|urgent|alert|alarm|attention_please|wake_up|emergency|sos|mayday|move|run|rush
            <act> now|today !on|at|in|until|by|for|from|open|possible , or
            act|hurry|rush|move now|fast|quickly|today|immediately|at_once|before
            ^ ..1 <act> now $
            please|and|so|must|should|,|then|to <act> now $
            <act> now !
            do it now
            now_or_never|last_chance|final_chance|last_call|last_opportunity|final_call|last_train|no_tomorrow|never_again|once_in_lifetime
            time .. running_out|runs_out|run_out|almost_up|nearly_up|slipping|flying|is_up|ticking
            ^ we|you|council .. running_out_of_time
            clock .. ticking|ticks|running|against
            every|each minute|second|hour|moment|day|vote|block .. counts|matters|hurts|costs|lost|decisive|wait|is_lost|passes|hesitate
            no|not .. time .. to_lose|to_waste|lose|waste|left_to_lose|for_excuses|for_hesitation
            not .. minute|moment|second|hour .. to_lose|to_waste|longer|left
            cannot|can_not|must_not|could_not|may_not wait|delay|hesitate .. minute|longer|day|to|another|hour|until|any|$
            do not|never wait|hesitate|delay|sleep|dawdle|postpone|miss_out|miss_it|miss_this|let_it_slip|let_this|be_late|be_left|snooze|linger !for|until
            before .. too_late|is_late|everything_is|it_all
            too_late .. for|soon|tomorrow|then
            tomorrow .. too_late|may_be|might_be|will_be_late
            or .. be .. too_late
            drop .. everything
            stop .. what .. doing
            leave .. everything .. and
            wake up people|everyone|everybody|council|members|all|friends|already|now|!|,|$
            come_on|move_it|get_moving|get_off|get_up|get_going|let_us_go|go_go|what_are_you_waiting|chop_chop|get_on_with_it|snap_to_it|shake_leg|get_cracking|pull_yourselves|pull_yourself|no_more_excuses|no_excuses|no_excuse|not_excuse|stop_stalling|stop_hesitating|stop_dragging|stop_dithering
            what|who .. are|is .. waiting for
            why .. not|still|have_you|are_you|is_nobody|has_nobody .. voted|vote|revealed|acted|waiting|answered|hesitate|hesitating|moved|done_it
            how .. long .. do|will|must|shall|are|does|should .. we|i|you|everybody|everyone .. wait|have_to|waiting|need|hesitate
            how_many_times|how_often .. do|must|have|should .. i|we
            fast|quickly .. seats|spots|places|slots
            seats|spots|places|slots .. going|filling|fill|go .. fast|quickly|soon
            only .. handful|few|lucky .. get|make|spots|places|chance
            before_everyone_else|limited_spots|while_supplies_last|first_come_first_served_hurry|do_not_miss|must_not_miss|cannot_miss|not_to_be_missed
            urgent|urgently|asap|critical .. !runtime|security|update <act>|action|vote|votes|reply|answer|response|attention|matter|need
            urgent urgent
            immediate|urgent|instant action|attention|reply|response|vote .. required|needed|necessary|please|demanded|now
            your|our .. stake|vote|seat|reward .. at_risk|in_danger|in_jeopardy|on_line
            high_time|about_time .. you|we|everybody|all|voted|vote|to_vote
            long_past_time|time_to_wake
            high_time|about_time|time ..1 <name>|he|she|they ..1 did|voted|acted|joined|followed|revealed|answered|reported|woke_up|got|showed
            no ..2 time ..2 to|for read|think|discuss|debate|study|reading|thinking|discussion|debates|long_debates|questions
            approve|accept|pass|reject|adopt|vote it|this|them ..1 quickly|fast|quick|now|already|tonight|at_once
            grab|seize|use|take it|this|them while you|we|it
            time you !have|had|need|can|could|want|spend|give|gave|take|took|put|get|got|like
            we_need .. now more_than_ever
            vote .. already|now !
            rush .. to|vote|before
            right now .. or
            please please
            urgent|urgently
            do .. it .. for .. <thing> .. now
            be_quick|quick_about_it|step_on_it|without_further_delay|no_delay|last_minute_panic|sprint|final_push|last_push|one_last_push
            final|last warning
            today .. not tomorrow
            finally|already ,? <act>
            <act> .. or .. shut_up|leave|regret|else|lose|be|face|get_out|forget|step_aside|explain|go|never
            ^ <act> ..3 or !reveal|abstain|reject|approve|against|no|withdraw|vote|not|change|read
            every|each|any second|minute|hour|day|moment ..2 you|we|delay|hesitate|wait|wasted|lost|puts|costs|brings ..3
            put|putting|keep|more|apply pressure on|up
            running|run short|low on|of time
            ^ do|cast|send it|vote today|tonight|now ,? or|$|!
            get .. voted|done|moving|in ..1 now|today|immediately|!
            step_up|stand_up|speak_up before|or|now|!|,|$
            last .. reminder|warning|chance|hour|minutes ..2 !
            whatever you do , ..2 vote|reveal
            stop .. and <act>
            not .. another|single minute|hour|day .. pass|go|wait
            ^ stop whatever|what|everything|all
            whatever you are doing
            can|could not let ..3 slip|pass|go|escape|expire|fail|happen|die
            get|send your|his|her|their ..1 vote|votes|reports|report in
            getting ridiculous|silly|old|absurd|out_of_hand|serious|late
            for ..1 heaven|god|goodness|pete|christ|crying|fuck|love 's? sake|out
            time is ..1 essence|precious|short|running
            no time like
            what is|'s keeping|stopping|holding you
            what keeps|stops|hinders you
            what is|'s taking ..1 you? so long
            what is|'s hold|your ..1 up|problem|issue|excuse
            get it done|over|sorted
            all hands on deck
            how many reminders|times|messages|calls
            risking everything|it_all|your|our|whole|election|stake
            you are|were risking
            this close to failing|losing|disaster|collapse
            vote|reveal|act|report ..1 without fail
            do it today|tonight|this
            drop ..1 you_are_doing|it_all|everything
            come_on|go ..2 vote|reveal|!
            only ..2 left ..2 hurry|act|vote_now|!
            one vote short|away|from ..2 disaster|failure|collapse|losing|expiring
            ship is sinking
            red alert|code|alarm
            sos|mayday
            not too late
            what more do|must|can ..1 take|you|we
            do ..2 need ..2 reminder|invitation|written|engraved|more
            be so kind ..3 finally|vote|report
            only|last one|single chance|hour|opportunity ..1 left
            one chance left
            use it now|today
            no more|second chances|chance
        """,
        unless="""
            update|upgrade .. as_soon_as_possible
            as soon as|they|you
            if .. quick
            vote|reveal|act today|tonight until|at|by|in
        """,
    ),
)
