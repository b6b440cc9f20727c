"""Open words: what is said of somebody in a few plain words that leave little doubt, and hints that everybody knows."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="no-trust",
        kind="disparagement",
        says="It says that somebody cannot be trusted.",
        patterns="""
            <name> can|could|should|must|may not be ..1 trusted|believed|relied_on|relied_upon|counted_on|counted_upon|depended_on
            neither <name> ..3 can|could|should|may be ..1 trusted|believed|relied_on|counted_on
            do|should|must|can|could not ..1 trust|believe|rely_on|count_on|listen_to <name> !'s
            do|should|must|can|could not ..1 believe|trust ..2 word|words|promises ..3 <name>
            <name> is not ..1 trusted|trustworthy
        """,
        sure=True,
    ),
    Family(
        name="own-conclusions",
        kind="disparagement",
        says="It leaves people to think badly of somebody.",
        patterns="""
            draw|draws|make ..1 your|their|own ..1 conclusion|conclusions
            <name> ..9 believe it who|whoever|if|or
            <name> , of_course <name>|he|she
        """,
        unless="""
            figures|table|numbers|data|report|results ..6 draw
            conclusions from ..2 figures|table|numbers|data|report|results
        """,
        sure=True,
    ),
    Family(
        name="no-other",
        kind="personnel",
        within="lead|leads|opening|openings|job|secretary|deputy|group|role|position|post|vacancy|worker",
        says="It points at one person for a job.",
        patterns="""
            <name> ..9 hard|difficult|impossible|not_easy to imagine|picture|think_of|see|name|find ..1 anyone|anybody|someone|somebody|any|another|other
            hard|difficult|impossible|not_easy to imagine|picture|think_of|see|name|find ..5 but|than|besides|like <name>
            <name> ..9 cannot|can_not|could_not imagine|picture|think_of|see ..1 anyone|anybody|any|another|other
            <name> ..9 no_other|nobody_else|no_one_else ..3 comes_to_mind|springs_to_mind|in_sight
            <name> ..9 obvious|natural|logical|clear|ideal|worthy|rightful|born successor|heir|replacement
        """,
    ),
    Family(
        name="given-the-job",
        kind="personnel",
        says="It says who should get a job.",
        patterns="""
            give|hand|offer|award ..1 opening|openings|job|jobs|role|roles|position|positions|lead|vacancy ..1 to <name>
            slashing|firing|hiring|replacing|keeping|dismissing|removing <name> seems|is|looks|would_be ..1 <goodword>|least|only|minimum|justified|due
            <name> deserves|merits|has_earned ..1 opening|openings|job|role|position|lead|vacancy
            ^ secretary|deputy|lead : <name> ..5 should|must|ought_to
        """,
    ),
    Family(
        name="plain-verdict",
        kind="endorsement",
        says="It says how to vote on something.",
        patterns="""
            ^ please? approve|accept|adopt|reject|slash it|this|this_one|this_proposal|them $
        """,
        unless="""
            or|then|if|abstain|how
        """,
    ),
    Family(
        name="last-call",
        kind="urgency",
        says="It presses instead of naming the deadline plainly.",
        patterns="""
            ^ ..2 final|last call|warning|appeal ..4 vote|votes|voting|approve|reveal|reveals|everybody|everyone|all|proposal
            ^ ..1 <act>|approve|reject tonight|this_evening|today|this_minute|this_instant !:|; $
            opportunity|chance|moment|offer ..4 never|not come|comes|return|returns|come_back|comes_back|present_itself ..1 again|twice|back|$
        """,
        unless="""
            call|meeting was|is|takes_place|on|at
        """,
        sure=True,
    ),
    Family(
        name="for-the-same",
        kind="comparison",
        says="It holds what people ask or need against each other.",
        patterns="""
            <name> ..8 for what <name> ..2 did|does|made|makes|delivered|built
            <name> ..9 ; <name> took|takes|needed ..1 his|her|their ..1 time
            <name> ..9 ; <name> had_to_be|has_to_be ..1 asked|reminded|begged|pushed|chased
            <name> ..9 , <name> had_to_be|has_to_be ..1 asked|reminded|begged|pushed|chased
        """,
    ),
)
