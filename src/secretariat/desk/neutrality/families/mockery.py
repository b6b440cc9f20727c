"""Mockery: disparagement by irony, contempt and disappointment."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="irony",
        kind="disparagement",
        says="It mocks by praise or surprise that is not meant.",
        patterns="""
            congratulations|congrats|bravo|well_done|great_job|good_job|nice_work|nice_job|applause|kudos|impressive|chapeau|hats_off|big_hand|clap .. <group> .. for|on .. <failing>
            congratulations|congrats|bravo|well_done|great_job|nice_work|applause|kudos .. for|on ..1 <failing>
            takes|took|requires|requiring|needs .. talent|skill|genius|effort .. to .. break|fail|miss|lose|mess|ruin|get_this_wrong
            thanks|thank_you for nothing
            so_much|that_much for ..4 promises|promise|word|words|plan|leadership|commitment|transparency|<who>
            look|guess who .. finally|woke|decided|back|showed|awake|shows
            <name> .. finally|at_last|miraculously|eventually .. woke|wakes|remembered|found_time|deigned|bothered|noticed|managed|realized|showed|answered|decided|got_around
            <again> .. <group> .. <lapse>|<misdeed>
            <group> .. <lapse> .. as_usual|once_again|once_more|again|as_always|yet_again|of_course|typical|of_all_people|as_ever|as_one_would_expect|as_expected
            typical|classic of|for <group>
            typical|classic <name>
            , as_usual|as_always|of_course|typical|as_ever ,? .. <lapse>
            of_all_people
            what|no|not surprise|shock|shocker .. <group>
            who_would_have_thought|surprise_surprise|color_me_surprised|shocking_i_know|slow_clap|how_convenient|how_surprising|how_original|how_brave|lucky_us|what_genius|what_could_go_wrong
            at_least <group> .. this_time|for_once|one_this_time
            <name> .. genius|mastermind|brilliant_mind|expert|wisdom|magic .. struck|strikes|strike|behind .. again|mess|delay|idea
            known|famous for ..2 big|empty|late|long|missing|delays|excuses|promises|talking|talk
            would_be|might_be|could_be nice|great|good if <group> .. for_once|once|sometimes|even|could_bother|bothered|at_least|occasionally
            for_once .. <group>
            <group> .. for_once
            <name> .. !has|had busy|occupied .. with|counting|admiring|polishing|doing|sleeping
            with|in .. usual|customary|trademark|famous|well_known speed|care|charm|diligence|enthusiasm|efficiency|modesty
            <name> 's usual|famous|well_known|trademark ..2
            tried .. hard|best .. bless
            if <name> .. spent|put|cared|worked|had .. half|as_much .. as
            hard_at_work .. doing
            one .. must|has_to|can_only admire .. nerve|courage|talent|patience
            has|had|have .. nerve|audacity|cheek|guts|gall to|of
            <name> .. in_charge .. last|went|time|well|again
            last_time .. <name> .. in_charge|was|did|tried
            still|keeps .. hides|hiding|silent|waiting .. from|for .. answer|questions
            <who> .. asked|reminded .. times|again .. still|yet|silent|hides|not
            ^ oh|ah|wow|well|aha ,? ..2 look|surprise|great|wonderful|lovely|another
            <name> 's silence|absence|inaction|delay|attendance
            if ..2 incompetence|laziness|talking|excuses|delay|arrogance was|were|is
            no_one|nobody was|is|will_be surprised
        """,
        unless="""
            who were elected
            congratulations to all
            in_time
        """,
    ),
    Family(
        name="disappointed",
        kind="disparagement",
        says="It shows contempt or disappointment about somebody.",
        patterns="""
            disappointed|disgusted|ashamed|embarrassed|appalled|fed_up|sick|tired|shocked|frustrated|annoyed|outraged|furious|angry|done in|by|with|of|at|about .. <group>
            <group> .. disappointed|disappoints|let_down|annoys|annoyed|frustrates|insulted|embarrassed|shocked .. us|me|everyone|everybody|community|again|all|many|council
            <who> .. should|ought_to|must .. be|feel .. ashamed|embarrassed|sorry
            shame|shame_on .. <name>|group|council|lead|leads|him|her|them
            <group> 's? .. shame|shameful|disgrace|embarrassment|disgraceful
            cannot|can_not|hard|difficult to? .. take|believe|trust .. <who> .. any_more|anymore|again|word
            <group> .. <be> .. joke|disgrace|shame|embarrassment|letdown|circus|failure|disappointment|mess
            <group> .. one .. that|who|which .. holds|held|delays|blocks|always|never .. everyone|everybody|us|up|late
            <group> .. holds|hold|holding|held .. everyone|everybody|us|whole .. up|back|hostage
            <who> .. wasting|waste|wastes|wasted .. time|money|energy|patience|our|everyone|everybody
            nobody|no_one|noone .. watches|reads|needs|wants|likes|believes|trusts|takes|misses .. <who>
            spent|spending|wasted|burned|burnt|blew .. nobody|no_one|noone watches|reads|needs|wants
            <group> .. suffers|suffer|suffering .. for|because|from .. <who>|it|incompetence|mistakes
            greedy|lazy|selfish|careless|corrupt|incompetent|arrogant|useless|clueless|ignorant|dishonest|stupid|reckless .. <group>
            nothing .. to_show .. for
            mess|chaos|damage|trouble|disaster .. <who> .. left|made|caused|created|behind
            <who> .. left|made|caused|created|causes|creates|leaves .. mess|chaos|damage|trouble|havoc|disaster|drama
            clean|cleaning|fix|fixing .. up? .. mess|after <who>
            went|goes|going downhill
            people .. who .. not .. <be>|are .. <blame>|<blamenoun>
            those .. who .. <be>|are ..1 <blame>|<blamenoun>
            some|certain|many|most|several .. members|leads|people|workers|candidates|councillors|validators|applicants .. seem|seems|treat|think|prefer_to|believe|only .. to|as|that|about|think|sleep
            whoever|anyone|everyone|those|all ..4 ashamed|embarrassed|sorry|fired_up
            caught ..1 copying|cheating|lying|stealing|red_handed|sleeping|faking
        """,
    ),
)
