"""Personnel: words that try to influence who is hired, paid, slashed, elected lead or kept."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "hire": """hire employ recruit appoint take_on bring_on onboard promote reinstate reappoint rehire engage install put_in_charge elevate sign_up
        accept_application""",
    "choose": """elect select choose pick name bring_in confirm bring_back nominate add go_with opt_for settle_on try_out set_as put_forward prefer
        advance vote_for re_elect reelect back support take want approve accept trust favor get consider leave""",
    "hired": """hired employed recruited appointed taken_on brought_on promoted reinstated reappointed rehired engaged installed confirmed brought_back put_in_charge given_job offered_job given_role given_position given_post given_chance
        next_lead our_lead new_lead made_lead named_lead set_as_lead elevated given_opening""",
    "fire": """fire sack dismiss remove replace oust kick_out throw_out get_rid_of lay_off let_go dump drop discharge cut_loose part_ways_with
        evict boot_out bin axe show_door send_home unseat strip kick force_out push_out show_out retire relieve send_packing swap swap_out dispense_with
        demote expel ban suspend""",
    "slash": "slash terminate penalize punish fine",
    "fired": """fired sacked dismissed terminated removed replaced ousted kicked_out thrown_out laid_off let_go dumped dropped
        discharged evicted slashed demoted suspended expelled banned cut_loose axed shown_door sent_home out gone kicked
        relieved retired penalized punished fined stripped swapped demoted sent_packing unseated""",
    "keep": """keep retain renew extend hold_on_to stick_with continue_with stay_with carry_on_with hang_on_to
        prolong renew_contract extend_contract preserve""",
    "kept": """kept retained renewed extended prolonged left_in_place kept_on kept_in_charge left_alone spared
        given_another_term continued""",
    "pay": """pay reward compensate remunerate raise increase lower cut reduce double halve triple trim lift bump adjust
        slash bonus tip freeze withhold stop_paying stop""",
    "paid": """paid rewarded compensated remunerated raised increased lowered cut reduced doubled halved tripled trimmed lifted bumped adjusted frozen withheld
        stopped slashed higher lower more_paid paid_more paid_less paid_better""",
    "wage": """pay salary salaries reward rewards wage wages stipend bonus raise pay_rise payrise pay_raise pay_cut compensation remuneration contract
        payment paycheck reward_rate stake fee budget_for income""",
    "rise": """raise pay_rise payrise pay_raise bonus promotion increase higher_reward higher_salary better_pay more_pay
        permanent_position contract job role position opening post extension pay_increase better_reward higher_pay
        lead_role more_money reward another_term_as_lead""",
    "lead": """lead leader leads leadership team_lead group_lead storage_lead builders_lead content_lead hr_lead forum_lead distribution_lead
        marketing_lead deputy deputy_lead working_group_lead curator worker workers moderator manager coordinator secretary writer developer
        operator translator editor council_secretary head""",
    "job": """job role position post opening vacancy seat_as_lead chair lead_role lead_position task spot lead_job assignment lead_opening
        leadership lead_seat secretary_role gig""",
    "holder": """<name> <he> him her them they lead leads leader worker workers curator curators manager moderator moderators
        team current_lead present_lead""",
    "staffadvice": """<should> should must ought_to need_to needs_to has_to have_to had_better better could may_as_well
        might_as_well shall cannot_but""",
}

FAMILIES = (
    Family(
        name="chosen-for-job",
        kind="personnel",
        says="It says who should be chosen for a job.",
        within="<lead>|<job>|applicant|applicants|curators|in_charge|payroll",
        patterns="""
            <staffadvice>|please|let_us|to|would|vote|never|better|and not? ..1 <choose> ..2 <name>|him|her
            ^ not? <choose> ..1 <name>
            , <choose> ..1 <name>
            i|we ..1 <choose> ..1 <name>
            <staffadvice> not? .. be? elected|selected|chosen|picked|preferred|considered|reelected|confirmed|accepted|lead
            <urge>|<iwould>|i|we|time|wish|in_favor_of ..3 electing|picking|choosing|selecting|reelecting|confirming ..2 <name>
            electing|reelecting|picking|choosing|selecting|confirming ..5 <be>|makes|make|would|should|seems|deserves ..3
            <name> .. has|have|gets|with my|our|full .. vote|support|backing|trust|blessing|confidence
            my|our vote|support|choice|pick|favorite|preference|tip .. <name>
            <name> .. is|'s|was one|candidate|person|applicant we|i|you .. want|need|like|prefer
            anyone|anybody|everyone|everybody but|except <name>
            <name> .. <negend>
            no need to look any? further
            best|right|wise|better decision|choice|move|thing .. to .. <choose>|terminate|<hire>|<fire>|<keep> ..1 <name>
            <name> for <lead> $
            pick|choose|select|take|prefer|hire ..2 candidate|applicant|person|someone|somebody|one ..2 from|who|with|of
            obvious|best|natural|right|logical|only choice|candidate|person|fit|pick ..4 is|: ..1 <name>
            <name> first|ahead|before
        """,
        unless="""
            asks to
            by proposal
            if .. elected
            must be elected
            proposal to elect <name> $
            can|could not keep ..1 up|pace
        """,
    ),
    Family(
        name="hire-or-fire",
        kind="personnel",
        says="It says who should be hired, elected lead, kept or let go.",
        patterns="""
            <staffadvice> not? ..1 <hire>|<fire>|<slash>|<keep> ..2 <name>|him|her|them
            <staffadvice> not? ..1 <fire>|<slash>|<keep> ..2 <lead>|somebody|someone|half|people|some|everybody
            <staffadvice> not? ..1 hire|recruit|take_on|appoint|employ|promote ..3 <lead>|people|more|someone|somebody|<cand>|from|friends|members
            <staffadvice> not? .. be? <hired>|<fired>|<kept> !by_proposal|when|in_block|with_proposal|through|via|before|after
            <holder> .. <staffadvice> not? ..1 stay|remain|go|continue|leave|become|resign|step_down|quit !in_block|to|through
            <holder> .. <staffadvice> not? ..1 <fired>|<hired>|<kept>|<paid>
            please|let_us|do|let|never|kindly|better not? ..1 <hire>|<fire>|<slash>|<keep> ..2 <name>|him|her
            please|let_us|do|never not? ..1 hire|fire|sack|keep|dismiss|replace|recruit|slash ..3 <lead>|people|more|someone|somebody
            let <name> stay|go|continue|lead|remain|keep|carry_on|run|do
            let <name> .. go|continue|stay|be_lead
            ^ not? <hire>|<fire>|<keep>|<slash> ..1 <name> !is|, !member
            , <hire>|<fire>|<keep>|<slash> ..1 <name>
            ^ fire|sack|keep|replace|dismiss|oust|dump|retain ..2 <lead>
            ^ not fire|sack|keep|replace|dismiss|hire|slash|terminate|remove|touch .. <name>|<lead>
            <urge>|<iwould>|i|we|vote|want|wish|prefer|plan|motion|hope|time|going|like|love|dare|willing ..3 to? <hire>|<fire>|<slash>|<keep>|hiring|firing|keeping|replacing|removing|appointing|promoting|dismissing|terminating|slashing|retaining|reinstating ..2 <name>|him|her|them
            <urge>|<iwould>|i|we|want|time|wish ..3 hiring|firing|replacing|removing|appointing|dismissing|terminating|slashing|promoting ..2 <name>|<lead>|people
            vote|voting|votes to|for ..2 <fire>|<slash>|<keep>|<hire> ..2 <name>|<lead>
            time to|for ..3 <fire>|<slash>|replacement ..2 <name>|<lead>|him|her|somebody
            would|'d ..2 like|love|want|prefer|be_glad|be_happy|hate|be_sad|welcome ..4 <name> ..3 <fired>|<hired>|<kept>|gone|go|stay|leave|continue|as|back|lead|job|it|role|position|have|removed
            see|want|have|wants|prefer|like <name> ..1 <fired>|<hired>|gone|leave|as_lead|as_our|as_new|stay_as|out_of_group|step_down|in_lead|in_charge|in_role|in_job|leave_group|back_as_lead|off_payroll|in_position
            hate|sad|sorry|shame|loss to? ..1 lose|losing|see|if ..1 <name> ..2 as|leave|lead|go|left|leaves|goes
            <name> as ..2 <lead> .. should|would|is|makes|please|!|?|deserves|sounds|$
            keep|want|prefer|make|need|have|leave|elect|choose|choosing|pick|name|install|retain|confirm|appoint|hire <name> .. as|in_lead|in_charge|to_lead|<lead>|in .. <lead>|<job>|charge|<name>|$
            we|group|council|dao .. need|needs|want|wants <name> ..2 <lead>|<job>|charge|helm
            would|will|could|can_only be|seem|do .. <goodword>|<badword>|wise|fair|foolish|crazy|sensible ..2 to|if|not .. <hire>|<fire>|<slash>|<keep>|hired|fired|replaced|slashed
            it|there|that is|'s|makes|make|made .. <goodword>|<badword>|better|wise|fair|sense|best|time|only_option|enough|cheaper|safer ..2 to ..1 <hire>|<fire>|<slash>|<keep>|let|part
            hiring|firing|keeping|replacing|removing|appointing|promoting|dismissing|terminating|slashing|retaining|reinstating|sacking|losing ..5 <be>|makes|make|would|should|seems|sends|deserves|is ..3 <goodword>|<badword>|only|option|mistake|fair|right|best|better|sense|overdue|shame|loss|good|solution|move|step|answer|necessary|needed|help|helps|save
            why .. is|are|do|does|should|would .. <name>|we ..2 still|keep|paying|paid|pay .. <lead>|<name>|payroll|charge|job|here|paid|group|$
            why not <hire>|<keep>|<fire>|make|let|give <name>
            why <fire>|<slash>|replace|change .. <name>|<lead>
            no|hardly|not_any|any|every|good|enough|little|plenty reason|reasons|grounds|case|need|cause .. to|for|not .. <slash>|<fire>|<hire>|<keep>|slashing|firing|replacing|removing|keeping|dismissing|punishing
            nobody|no_one|noone|who|anyone .. object|objections|mind|complain|disagree|against|miss .. if .. <name>
            <name> ..4 any_objections|objections|anyone_against|who_agrees|who_is_with_me
            <fire>|<slash> ..2 before .. damage|worse|too_late|more
            i|we ..2 hope|hopes|expect|trust|pray ..2 council|group|lead|members|that ..2 <hire>|<fire>|<keep>|removes|fires|keeps|hires|replaces|elects|slashes|dismisses|terminates|retains|appoints|picks|chooses|selects|sacks ..1 <name>|<lead>|him|her
            get_rid|rid_of|clean_house|clear_out|show .. door|walking_papers|marching_orders|boot|pink_slip|off_payroll|send_packing
            cannot|can_not|could_not do|go|manage|survive|live|run ..1 without <name>
            without <name> .. group|team|lead|<be>|falls|would|will
            <name> .. indispensable|irreplaceable|too_good_to_lose|too_valuable_to_lose
            group|team|we|dao|everyone|platform|council .. better_off|worse_off|happier|lost|nothing .. without|with <who>
            <name> .. should|could|can|must|might|needs_to|has_to|ought_to|better|had_better|please|maybe .. resign|step_down|step_aside|step_back|go|quit|leave|move_on|make_way|make_room|hand_over|stand_down|bow_out|retire|stay_on|stay|remain|continue|carry_on
            resign|resignation|step_down|step_aside .. <name>|would_be|overdue|now|already|accept
            proposal|motion|vote .. to|that|which .. <hire>|elect|set|appoint|make|keep|terminate|remove|fire|slash .. <name> .. should|deserves|must|ought|needs|is_right|makes_sense|is_good|has_my
            <fired>|<hired>|<kept> .. he|she|they|<name> .. deserves|deserve|deserved|should|must
            choose|pick|take|want|elect|select .. <name> .. please
            for|as ..1 <lead> .. choose|pick|take|want|elect|select|hire|prefer|vote ..2 <name>
            cancel|close|reopen .. opening|vacancy .. and|to|for
            <name> .. to be ..1 <hired>|<fired>|promoted|lead|our ..2
            applicants|applications|people|members|those|anyone ..4 not .. be .. hired|considered|chosen|accepted|selected|employed
            only|nobody_but|none_but|no_one_but <name> .. considered|hired|qualify|qualifies|job
            leads|workers|curators|lead|worker ..4 should|must|ought_to ..3 <fired>|<slash>|lose|slashed|resign|leave|go|be_out|step_down|pay
            some|half|many|most|few|several of .. them|workers|curators|leads|people .. could|should|can|must|ought_to .. go|leave|be
            too_many|too_few|more|fewer|extra|another workers|curators|moderators|leads|people .. could|should|need|hire|go|are|hired|must
            more|fewer|extra|another workers|curators|moderators|people|hands .. should|must|need_to|are_needed|is_needed|be_hired
            hire|recruit|onboard more|fewer|extra|another|from|only
            please ..2 <lead> .. <hire>|select|choose|take .. <name>
            leads|lead|council|members , ..2 <hire>|<fire>|<keep>|take|select ..1 <name>
            against|for|in_favor_of ..1 <name> ..1 taking|staying|leaving|leading|going|returning|running ..
            taking_over|stepping_up ..2 <name>
            right|wise|best|only|fair|sensible decision|move|thing|choice|option|way .. is|would_be ..1 to ..1 <fire>|<hire>|<slash>|<keep> ..2 <name>|<lead>
            <name> .. consider stepping_down|leaving|resigning|retiring|quitting|moving_on|stepping_aside|handing_over
            keep him|her
            so|and|please keep <name>|him|her
            lose|losing <name> ..2 as|$
            afford to lose|losing <name>
            any ..1 sensible|decent|reasonable|responsible council|lead|group would ..3 <fire>|<hire>|<keep>|<slash>
            against|advise_against|oppose|warn_against|argue_against hiring|firing|appointing|keeping|electing|slashing ..1 <name>|<lead>
            keep ..3 <lead> ..2 on_board|in|on|where|at|job|place
            deserves|deserve|deserved to keep|stay|remain|go|lead|be_lead|continue|be_hired|be_fired
            favor|support|sake|instead|idea|think|thinking|thought of ..1 firing|hiring|replacing|removing|slashing|keeping|dismissing|appointing|promoting|terminating ..2 <name>|<lead>
            time|hope|wish ..4 council|group|we|somebody|someone|members ..1 replaced|fired|removed|hired|dismissed|slashed|sacked|changed|got_rid ..3 <name>|<lead>
            elect|choose|pick|appoint|hire|find|get|take ..1 someone|somebody|anyone|person|people ..4 as|for|to_be|to_lead ..2 <lead>|<job>
            apply for ..2 <lead>|<job>|opening , ..1 you
            he|she|<name> can lead
            reject|decline|refuse|approve|pass ..2 hiring|firing|appointment|termination ..1 proposal
            losing|lose <name> ..1 would|will|could|is|means ..2
            <name> 's days ..4 over|numbered|counted|past
            want|need|like|ask|beg|expect|wish <name> to ..1 stay|go|leave|resign|continue|lead|remain|return|step_down|quit|take_over|keep
            council|group|lead|dao ends|end|ended|terminates|renews|extends|cancels|revokes|withdraws ..1 <name> 's? ..1 mandate|contract|term|role|position|job
            get|have|want|find|see|elect ..2 different|new|other|better|another|proper|real lead|leader|curator|moderator|manager|head|leadership
            not needed any|anymore|longer|more
            no longer needed|necessary|useful
            too many|redundant|superfluous ..3 workers|curators|leads|moderators
            workers|curators|leads|moderators|lead|staff ..4 redundant|superfluous|unnecessary|not_needed|unneeded|too_many
            please|let_us|do|time_to|better|must|should|could_we <fire>|<slash> ..3 <lead>|people|someone|half|some|inactive|them
            need|want|find|look_for|deserve|needs|deserves|wants ..1 someone|somebody|person|people|one|anyone ..4 as|for ..2 <lead>|<job>
            <lead> 's? <wage> <staffadvice> ..2
            goodbye|farewell to ..1 <name>
            say|wave|time_for goodbye|farewell
            under someone|somebody|anyone other|else|different
            better ..3 if|when|without <name> ..1 left|leaves|went|goes|quit|resigned|out|gone
            for|against cutting|raising|increasing|lowering|reducing|halving|doubling ..3 <wage>
            makes|make|making <name> ..1 <lead>
            get|receive|have another|new|second|longer contract|term|mandate|period
            time for <name> to ..1
            hire|elect|choose|appoint|take anyone|anybody but|except|other_than <name>
            time ..2 that? <name> to go|leave|resign|step_down|quit|retire
        """,
        unless="""
            if .. hired|elected|terminated|fired
            asks to set
            proposal asks
            must .. be hired
            can <hire>
            no one is
            <praise>|better|worse|best|great|bad|poor job than|of
            when|if|happens you|we let
            keep pinging|asking|reminding|writing|telling|saying|posting|bothering
            let <name> .. know
            <prop>|this|it .. should|must be thrown_out|dropped|binned|replaced|stopped|removed
            in mind
            can|could not keep ..1 up|pace
            through ..1 lead|leads only
            should|must|ought_to be removed|replaced from|in|by ..1 list|text|table|template|page|report
        """,
    ),
    Family(
        name="job-for",
        kind="personnel",
        says="It pushes somebody for a job or out of one.",
        patterns="""
            give|offer|grant|hand|award|promise|reserve|save|giving|offering|handing ..1 <name>|him|her|them .. <job>|<lead>|opening|contract|raise|bonus|promotion|extension
            give|offer|hand|award|grant|leave .. <job>|lead|opening|contract|reins|keys .. to ..1 <name>|somebody|someone|others|another
            <job>|opening|lead .. should|must|ought_to|has_to|could_only|can_only|deserves_to|will|ideally|belongs|better|needs .. go|be|be_given|be_filled|stay|to|remain|belong .. to|with|by|in|for .. <name>|our|long_standing|existing|current|someone|friend|insider|experienced|he|him|her
            <job>|opening .. ideally|best|better|preferably .. goes|go|given|filled|to|by
            <job>|opening|vacancy .. written|made|tailored|created|designed|cut|perfect|ideal|meant .. for|with .. <name>|in_mind|him|her
            <name> .. in_mind
            <name> .. should|must|deserves_to|ought_to|to get|have|receive|be_given|be_offered|take|win .. it|<job>|chance|role|lead
            <name> .. <be>|as|would|makes|make|do ..5 <praise>|natural|person|right|one|choice|fit|pick|best|obvious|logical|man|woman|option|successor|replacement|asset|only ..2 for|as|to|of|in .. <lead>|<job>|vacancy|fill|opening|group|group_lead|successor
            <name> ..5 <praise>|great|good|right|best|next|better|fine|better ..1 <lead> !of|since|for_block
            <name> .. should|must|ought_to|could|would_make|would_be|will_make|deserves_to_be|to_be ..4 <lead> !of_storage_since
            <name> .. natural|logical|obvious|worthy|born|right|rightful|ideal|perfect successor|leader|lead|replacement|deputy|choice_for_lead|heir
            <name> .. applied|applies|applying ..4 and ..4 would|should|deserves|<praise>|best|ideal
            if .. <name> applies|applied|stands|wants .. can|need_not|should|others|other|no_one|nobody|save
            if .. i|we|you .. were|was .. lead|council|them|manager .. would .. <hire>|take_on|<fire>|<keep>|promote|hire|pick|choose|take
            <name> .. would|will|could|can do .. <job>|it|that .. well|better|<praise>|fine|justice|best
            <name> .. would|wants .. like .. <job> .. and .. we|i|should|deserves
            <name> .. fit|fits|suited|suitable|qualified|cut_out|made|ready|perfect|ideal|right|best|born|prepared|wrong|unfit|unsuited|not_right ..1 for|to|in ..2 <job>|<lead>|vacancy|group|lead_group
            <name> .. belongs|belong ..3 <job>|lead|charge|in_group|top
            hired|elected|appointed|chosen|selected|picked .. and .. rightly|deservedly|<name>
            put|leave|keep|place|have|want <name> .. in_charge|at_helm|at_top|in_driving_seat|in_role|in_office|in_place|where_he_is|where_she_is|on_board|on_team
            leave|keep .. in_charge|in_place|at_helm ..3 <name>
            <name> .. in_charge|helm|at_top .. should|makes_sense|better|stay|please|safe|must
            lead|<job>|position|group|role .. wrong|right|good|bad|safe|better|capable hands .. with? <name>?
            better|happier|sleep|well|more .. somebody_else|someone_else|another|different|new .. seat|lead|place|charge|role|position|<lead>
            somebody_else|someone_else|another_person|new_person|others|new_people|different_person .. chance|lead|take_over|place|charge|turn|should|as_lead|instead
            instead_of <name>
            time|needs|need|needed|overdue|ready|call|calls|want|long|welcome|about_time ..3 for? ..2 new|different|fresh|change|another lead|leader|leadership|blood|face|faces|hands|at_top|of_lead|of_leadership|of_guard|start_without|management|moderator|curator|broom|head
            time for ..1 change|new .. <lead>|group|helm|top
            change|fresh_start|new_blood|new_broom|new_faces|changing_of .. at_top|is_needed|guard|needed|leadership|lead|is_overdue
            new|different|other|better|another lead|leader|leadership|curator|moderator|manager|head .. <be>|would|should|will|could|please ..2 <goodword>|needed|overdue|help|found|required|good|better|elected_soon
            need|needs|want|deserve|deserves|find|look_for|prefer|look .. new|different|better|other|another|proper|real|competent|capable|stronger lead|leader|leadership|curator|manager|head|moderator
            <name> .. had|has_had|got|gotten .. his|her|enough|plenty|many .. chance|chances|turn|time|terms
            <name> .. lead|leader|in_charge|here|in_office|there|curator .. long_enough|too_long|far_too_long
            <name> has|have been .. long_enough|too_long
            <name> 's? .. days|time .. numbered|over|up|are_over|is_up|is_over|has_come|passed
            high_time|about_time|time .. that? .. <name> .. handed|went|left|stepped|resigned|moved|goes|go|leaves|leave|steps|made_way|retired|was
            <name> .. cannot|can_not|could_not|should_not|must_not|may_not|can_no_longer .. remain|stay|continue|keep|go_on|be_lead|lead|be_kept|carry_on
            <name> .. must|has_to|should|needs_to|ought_to go|leave|stay|remain|resign|step|quit
            <name> .. deserves|merits|earned|has_earned|is_due|due|worth|worthy_of|is_owed|needs|warrants|done_enough .. <rise>|promotion|contract|be_paid|paid|more|to_be_lead|to_be_confirmed|confirmed|to_stay|to_keep|to_go|to_be|every_joy|every_token|second_chance|be_hired
            <name> 's work|effort|efforts|contribution|contributions|record .. deserves|merits|justifies|warrants|should|worth|earned .. <rise>|position|paid|rewarded|more
            <rise> .. for .. <name>|him|her|team|lead .. overdue|deserved|well_deserved|earned|fair|appropriate|due|justified|right|welcome|plead|merited|in_order|only
            plead|ask|asking|call|vote|arguing|argue|support|favor|in_favor .. for|of .. <rise>|raise|bonus|promotion|extension .. for|of .. <name>|him|her|lead
            plead|push|lobby|campaign .. for ..3 <name>|bonus|raise
            such|this|that|his|her work .. should|must|deserves .. be? .. paid|rewarded
            welcome .. <name> .. as .. <lead>
            i|we|my|our ..2 suggest|suggestion|propose|recommend|recommendation|advice|favor|support|vote|pick|choice|nominate|nomination|candidate ..4 <name> ..3 for|as|to ..2 <lead>|<job>|opening|lead|deputy|hire
            i|we ..1 suggest|propose|recommend|advise|nominate|favor|support .. to? <hire>|hiring|appointing|electing|picking|to_pick|to_appoint|to_hire|pick|that_we ..2 <name>|him|her
            my|our ..2 suggestion|recommendation|advice|choice|pick|vote|hope|wish|preference|favorite ..3 for|as ..2 <lead>|<job>|opening
            <lead>|<job> .. <be>|: .. safe|better|good|bad|right|wrong|best .. with|in <name>
            hands_off|stand_up_for|defend|protect|spare|save <name>
            <name> .. person|man|woman|one|candidate|name .. to|for .. fill|lead|take|run|<job>|vacancy|opening
            nobody|no_one|noone|who .. but|else|better|than .. <name> .. <job>|lead|group|considered|post|position
            applicants|others|rest|candidates .. save .. time|trouble|effort
            terms|contract|mandate .. of|with .. <name> .. should|must|deserves|ought
            <name> 's .. contract|mandate|term|appointment .. should|must|deserves|ought|be|not|let_us .. renewed|extended|ended|prolonged|end|cancelled|terminated
            council|group|we|lead .. should|must|ought_to|would_do_well_to|needs_to .. end|renew|extend|cancel|prolong .. contract|mandate|term
            renew|extend|end|cancel .. with <name>
            not renew
            long_standing|long_time|old .. members|friends|hands .. should|first|preferred|deserve|get
            <job>|lead|role ..1 belongs|belong to <name>|him|her|them
            <job>|lead|role should_be|is|be rightfully|rightly|by_right? <name> 's
            making|make|makes <name> ..2 <lead>|permanent
        """,
        unless="""
            may <hire>
            question .. to
            asks|asked in
            <name> .. is? lead of|since
            set <name> as
            until|since block
            most|best ..3 we|ever|of_all
            shown|shows|showed ..2 leadership|lead
            in mind $
            can|could not keep ..1 up|pace
        """,
    ),
)
