"""Singling out: pressure on one person by name."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="singled-out",
        kind="urgency",
        says="It puts pressure on one person by name.",
        patterns="""
            <name> .. only|last|single .. one|member|person|lead|councillor|candidate .. who|that|not|missing|left|without|to
            only|all|everybody|everyone|except|but <name> .. missing|left|has_not|not|late|pending|to_vote
            everyone|everybody|all|others|rest|colleagues|council .. except|but|apart_from|bar|save|besides|other_than .. <name>
            everyone|everybody|all|others|rest|colleagues|everybody_else|everyone_else|members .. <acted>|waiting|done|ready|in_time|managed ..5 <name>|you
            <name> .. everyone|everybody|all|others|rest|colleagues|everybody_else|everyone_else|you .. <acted>|waiting|done|ready|watching|looking|counting|depend
            waiting|wait|waits|counting|depends|depend|pending|stuck .. only? .. for|on|at|because_of ..1 <name>|you ..1 , ..1 <name>?
            waiting|still_waiting|wait|waits|counting .. for|on|at <name>
            looking at <name>|you ,? <name>?
            depends .. on .. <name>
            what .. about|is|with|happened .. <name> .. ?|waiting|vote|to
            where .. is|are|'s .. <name>|you
            <name> , ..1 where|when|why|please|will_you|how_long|vote|hurry|have_you|did_you|are_you|do_you|this_is|it_is|you_are|your|we_are|what ..3 <act>|vote|you|times|time|waiting|report|answer|forgotten|finally|on_you|now|still|late|last
            <name> .. please .. <act>|vote|report|finally
            please <name> .. <act>
            <name> .. must|should|has_to|needs_to|had_better|better|ought_to .. <act> .. now|today|finally|immediately|at_once|or|by|soon|vote|his|her|quickly
            <name> .. still not .. <acted>|vote|report|answer|done
            <name> 's .. vote|report|answer .. still|is|only|missing|last|decides .. missing|waiting|hangs|one|everyone|overdue|late|needed|not
            could|would|will|can <name> .. please|finally|kindly|at_last
            someone|somebody .. wake|remind|ask|tell|poke|ping|nudge|kick .. <name>
            <name> .. finally|at_last .. <act>
            third|fourth|fifth|second|xnumber|last|tenth time .. ask|asking|remind|reminding|write|writing|tell|i|we|ping
            for .. last|third|fourth|hundredth|umpteenth time
            ask|asked|told|remind|reminded|pinged|written .. twice|three_times|four_times|five_times|several_times|many_times|again_and_again|xnumber_times .. already|now|!|.|$
            pinging|chasing|hunting .. <name>|him|her
            <name> .. holding|holds|blocking|blocks .. up|us|everyone|everybody|whole|council|vote|quorum
            all_eyes|everyone_is_looking|everybody_is_looking|we_are_looking|we_are_all_looking|we_are_watching .. you|<name>
            hey|oi|yo|again <name> .. vote|wake|still|waiting|where|!
            hello|dear|hi <name> ..4 still|wake|where|at_last|finally
            cc|ping|@ <name> .. vote|now|please|!
            colleagues .. have|all .. voted|done
            your colleagues|peers|fellow .. have|already|all|done|voted|waiting
            <name> ..2 stop|quit ignoring|stalling|hiding|delaying|dodging
            <name> ..1 has until ..4 or
            only <name> can|could ..2 save|rescue|prevent|stop|fix
            <name> 's? .. silence|delay|absence|hesitation|vote ..2 holding|holds|blocking|blocks|stops|stopping|costing|only_thing|hold_up
            pressure on|to <name>
            get|push|make|force|nudge|persuade|convince <name> to <act>
            <name> ..4 losing|lose|lost patience
            losing|lost|lose patience ..1 with <name>|you
            <name> ..1 still no vote|report|answer|reveal
            waits|waiting|stuck|blocked|delayed because ..1 of <name>
            <name> ..3 for_once|this_time be|vote|come|do|answer ..
            you too , <name>
            tag|ping|poke|call|chase|spam|nudge|annoy|remind <name> until|till|again|daily|every
            until|till he|she|they|<name> ..1 reacts|votes|answers|responds|wakes_up|moves|does
        """,
        unless="""
            candidates|voters|members have_not
            <name> asked
            has had no answer
            who have not|not_voted
            block|days|hours late
            ^ ..2 <name> , your ..4 is|are|was ..1 missing|outstanding|incomplete|due|not_revealed|not_there|not_in|not_counted|open ..1 !,|!|? $
        """,
    ),
)
