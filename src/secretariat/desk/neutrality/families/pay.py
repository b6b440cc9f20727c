"""Pay: words that say what somebody should be paid, or have taken."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="pay",
        kind="personnel",
        says="It says what somebody should be paid, or have taken.",
        patterns="""
            <staffadvice> not? ..2 <pay> ..3 <wage>|<name>|<lead>|him|her|them .. !within
            <name>|<he>|<lead>|<holder> .. overpaid|underpaid|paid_too_much|paid_too_little|paid_enough|not_paid_enough|earns_too_much|earns_too_little|costs_too_much|too_expensive|overcompensated|undercompensated|not_worth|worth_every
            overpaid|underpaid|paid_too_much|paid_too_little|underrewarded|over_paid|under_paid
            <name>|<holder>|<lead> .. paid|earn|earns|earning|gets|get|receives|receive ..2 too_much|too_little|more|less|enough|better|peanuts|fortune|not_enough
            <name>|<lead>|<holder>|his|her|their 's? ..2 <wage> ..3 too_high|too_low|excessive|unfair|generous|unjustified|ridiculous|not_enough|shame|too_generous|fair|appropriate|justified|deserved|well_deserved|earned|outrageous|joke|pittance|insult|scandal|deserves|too_much|too_little
            <wage> ..2 of|for|to .. <name>|<lead>|<holder>|workers|him|her ..3 should|must|ought_to|has_to|needs_to|deserves|could|too|is_too|is_well|is_fair|is_unfair|well_deserved|appropriate|overdue|fair|justified|excessive|in_order
            <name>|<lead>|<holder>|their|his|her 's? ..2 <wage> ..2 <staffadvice> not? .. be? <paid>
            <wage> ..4 <staffadvice> not? ..1 be <paid>
            cut|raise|increase|reduction|rise|doubling|halving|slash|lower|double|halve|reduce ..2 of|in|to|for? ..2 <name>|<lead>|his|her ..3 <wage> .. <be>|would|should|is|please|now|$
            cut|raise|increase|reduction|bonus .. for|of <name> .. would|should|<be>|please|$
            pay|reward|tip <name> .. more|less|better|properly|generously|well|what|nothing|double
            <name> .. should|could|must|ought_to|deserves|if .. was|were|be|get|is|to_be .. paid|rewarded|compensated|bonus|more
            stop|keep|continue|start|why|should paying <name>|<lead>|<he>
            should|do .. we .. still|keep .. paying|pay .. <name>|him|her
            slash|slashing|slashed ..2 <name> .. should|would|fair|only|deserved|right|must|overdue|wrong|unfair|mistake
            <name> 's? ..1 stake .. should|must|ought_to|deserves .. slashed|taken|be|cut
            <name> .. should|must|ought_to|deserves|needs_to .. lose|forfeit|pay|return|give_back .. stake|reward|pay|half|part|money|salary|job|back|role
            lose|lost|forfeit ..2 half|part|all ..2 stake|reward|pay
            bonus|raise|pay_rise|payrise|promotion .. <name> .. deserved|well|due|overdue|fair|please|earned|right|should
            well_deserved|well_earned|overdue|long_overdue .. raise|bonus|pay_rise|promotion|payrise
            no|not .. money|joy|tokens|pay|reward|rewards for <name>|lazy|such|people_who
            <name> .. not .. worth .. money|pay|salary|joy|reward|what|cost
            every_joy|every_token|every_cent|every_penny .. <name>|deserved|earned|worth
            <lead>|workers|group|team|they|curators|moderators ..2 deserve|deserves|merit|merits ..3 <rise>|raise|bonus|more|better|paid|higher|increase|to_be_paid
            <lead> ..1 earned|deserves|deserved|merits|merited ..2 <rise>|raise|bonus|<wage>
            <name>|his|her 's? ..1 <wage> ..1 barely|hardly|not|does_not|fails ..2 reflect|reflects|cover|covers|match|matches|enough|justified
            slash|cut|fine ..3 least <name>
            least <name> deserves
            ^ cut|raise|lower|increase|double|halve|freeze ..3 <wage>
            earns|earn|earning|gets|receives|makes ..1 so|too|far_too|way_too|such|more_than|less_than ..1 little|much|few|enough|low|high
            <name> gets|get|receive|receives|got ..1 higher|lower|bigger|better|smaller ..1 <wage>
            pay|reward|give|compensate <lead>|translators|workers|writers|him|her|them|<name> ..1 what ..1 they|he|she deserve|deserves|worth|earn|earned
            <name>|she|he|they should|must|ought_to|could|deserves_to get|earn|receive|be_paid|have ..1 double|half|more|less|nothing|better|twice|xnumber
            xnumber ..1 would_be|is|was|should_be ..1 plenty|enough|too_much|fair|sufficient
            joke|scandal|shame|insult|outrageous|too_much|too_little|plenty|enough , xnumber|half|twice ..
            gets|earns|receives|makes xnumber ..5 joke|scandal|shame|plenty|enough|too_much|too_little|outrageous|ridiculous|insult|peanuts
        """,
        unless="""
            proposal .. is being decided
            proposal to
            asks for
            by proposal
            is paid by
            enough|more|fewer|less|most ..1 votes|stake|support|seats|yes
        """,
    ),
)
