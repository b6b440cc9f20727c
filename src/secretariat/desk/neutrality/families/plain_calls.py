"""Plain calls: who is pointed at without a name beside the call, what one would do in another's place, and jobs to be given."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "place": "first second third fourth fifth last top bottom uppermost topmost lowest upper lower middle",
    "roll": "list ballot row table page order draw lists names candidates applicants",
    "mysupport": """support vote votes backing trust confidence endorsement blessing stake stakes sympathy sympathies recommendation
        respect""",
    "behind": "stand_behind stand_with stand_by endorse recommend root_for vote_for prefer would_choose would_elect would_vote_for",
}

FAMILIES = (
    Family(
        name="vote-for-place",
        kind="endorsement",
        says="It asks people to vote for somebody by a number or a place in a list.",
        patterns="""
            ^ vote|voting for member|candidate|candidacy|applicant|number|no|id|member_id|member_number|candidate_number ..1 xnumber !was|is|were|counts|costs|has|had|of
            please|let_us|and|, vote for member|candidate|candidacy|applicant|number|no|id|member_id|member_number|candidate_number ..1 xnumber !was|is|were|counts|costs|has|had|of
            should|must|would|will|can|everybody|everyone vote for member|candidate|candidacy|applicant|number|no|id|member_id ..1 xnumber
            vote|voting for ..1 <place> ..1 one|name|candidate|person|member? ..1 on|in|of|from|at ..1 <roll>
            vote|voting for ..1 one|name|candidate|person|whoever ..2 <place> ..1 on|in|of|from|at? ..1 <roll>
            vote|voting for ..1 <place> one|name|candidate $
            <place> ..1 one|name|candidate|person ..1 on|in|of ..1 <roll> ..1 deserves|merits|needs|gets|has|should_have your|my|our ..1 <mysupport>
            <place> on|in|of ..1 <roll> ..1 deserves|merits|needs|gets|has|should_have your|my|our ..1 <mysupport>
        """,
        unless="""
            by|from voter
            vote for first time
        """,
        sure=True,
    ),
    Family(
        name="they-are-backed",
        kind="endorsement",
        says="It says who has somebody's support.",
        patterns="""
            these|those|they|both|all|who ..2 have|get|got|deserve|enjoy|earned|receive my|our ..1 full? ..1 <mysupport>
            my|our full? <mysupport> goes_to|go_to|is_with|are_with|is_for|are_for|belongs_to ..1 them|these|those|both|all
            i|we am|are ..1 with|behind|for these|both|those ..1 two|three|four|five|xnumber|candidates|people|of_them|$
            these|those|they|both|all ..3 deserve|deserves|merit|merits your ..1 <mysupport>
            these|those|they|both ..4 i|we ..1 <behind>
            ^ ..1 vote|choose|elect for? him|her|both $
            ^ ..1 my pick|favorite|candidate $
            ^ ..1 our pick|favorite $
        """,
        sure=True,
    ),
    Family(
        name="in-your-place",
        kind="endorsement",
        yields=("personnel",),
        says="It says how somebody would vote in the place of others.",
        patterns="""
            if i|we|secretary were|was|sat|had|could ..6 i|we|secretary|it ..1 would|'d|will ..1 <decide>|slash|abstain|vote|stake
            were i|we ..5 i|we ..1 would|'d ..1 <decide>|slash|abstain|vote|stake
            i|we ..1 would|'d ..1 <decide>|slash|vote|stake ..4 if i|we were|was|sat|had|could
            in your|their|council 's? place|shoes|position|seat ..1 i|we would|'d ..1 <decide>|slash|abstain|vote|stake
            as council_member|councillor|voter ..1 i|we would|'d ..1 <decide>|slash|vote|stake
            if it was|were up_to me|us
            if i|we had vote|say ..3 would|'d
        """,
        unless="""
            if i|we were|was asked
        """,
        sure=True,
    ),
    Family(
        name="pity-if",
        kind="endorsement",
        says="It says what a pity it would be if somebody were not elected.",
        patterns="""
            pity|shame|loss|sad|mistake|waste|tragedy|sorry|regret|disappointing|disappointed|unfortunate|heartbreaking if|when|should|to_see ..1 <name> ..3 not|fail|fails|failed|miss|misses|missed|lose|loses|lost|drop|drops|without
            hate|sad|sorry|shame|pity to ..1 see ..1 <name> ..2 not ..1 <gets_in>|elected|in
        """,
        yields=("personnel",),
        sure=True,
    ),
    Family(
        name="not-seriously",
        kind="disparagement",
        says="It says that somebody is not to be taken seriously or believed.",
        patterns="""
            how|why|who can|could|would|does|do|should|will|on_earth ..1 anyone|anybody|you|one|we|somebody|people|i? ever? still? take|trust|believe|rely_on|listen_to|respect|put_up_with|stand|bear <name> ?|$|any|at
            nobody|no_one|noone|hardly_anybody|hardly_anyone|who ..1 can|could|would|will? ..1 take|takes <name> $
            hard|difficult|impossible|not_easy to ..1 take|believe|trust|respect <name> $
            never|cannot|can_not take <name> $
            <name> cannot|can_not|should_not|must_not be taken $
        """,
        unless="""
            <name> ..2 's
            when|where
        """,
        sure=True,
    ),
    Family(
        name="your-vote",
        kind="urgency",
        says="It calls one person to vote.",
        patterns="""
            <name> , ..1 your vote|votes|reveal|report !:|, $
        """,
        sure=True,
    ),
    Family(
        name="above-and-below",
        kind="comparison",
        says="It puts one person above another.",
        patterns="""
            <name> xabove <name>|others|rest|everyone|everybody
            <name> xbelow <name>
        """,
        sure=True,
    ),
    Family(
        name="none-has",
        kind="comparison",
        says="It says that nobody else has what somebody has.",
        patterns="""
            none|nobody|no_one|noone|no_other|neither|few|not_one ..4 has|have|had|offers|offer|brings|bring|shows|show|possesses|combines|with ..2 <quality>|standing|grasp|calm|insight|reach|eye|hand|way|charisma|courage|class|format|calibre|caliber ..1 of|like <name>
            none|nobody|no_one|noone|no_other|neither|few|not_one ..4 has|have|had|offers|brings|shows ..1 <name> 's ..2 <quality>|standing|grasp|calm|insight|eye|way|charisma|courage|class
            none|nobody|no_one|noone|neither|few|not_one ..5 reach|reaches|equal|equals|match|matches|rivals|rival|comes_close_to|come_close_to|comes_near|come_near|holds_candle_to|hold_candle_to|approaches|live_up_to|lives_up_to ..1 <name>
        """,
        sure=True,
    ),
    Family(
        name="another-one",
        kind="personnel",
        says="It says that an office should change hands.",
        patterns="""
            deputy|deputies|secretary|curator|curators|moderator|moderators <staffadvice> not? ..1 resign|step_down|step_aside|stand_down|quit|retire|be_sacked
            deputy|secretary|curator|curators|moderator|moderators <staffadvice> not? go|leave $
            <staffadvice>|let_us|please|time_to ..1 find|look_for|get|seek|search_for ..1 better|another|new|different|other|fresh ..1 <lead>
        """,
        unless="""
            if|whether|when
        """,
    ),
    Family(
        name="fill-with",
        kind="personnel",
        says="It says whom to give a job.",
        patterns="""
            ^ please? ..1 fill|fills ..4 opening|openings|vacancy|position|post|role|job|seat ..2 with application|applications|applicant|applicants|candidate|member|number|<name>
            should|must|please|let_us|to|better|ought_to fill ..4 opening|openings|vacancy|position|post|role|job|seat ..2 with application|applications|applicant|applicants|candidate|member|number|<name>
            ^ ..1 take|pick|choose|hire|accept|select|prefer application|applicant|applications|applicants ..1 xnumber ..3 for|as|, ..1 opening|job|role|position|vacancy|lead|post|please
            application|applicant xnumber should|ought_to|deserves|deserves_to ..2 get|opening|job|role|position|fill
            opening xnumber should|must|ought_to ..1 go|be_filled|be_given ..2 to|with|by ..1 application|applicant|<name>
        """,
        unless="""
            proposal xnumber ..2 to|would|will fill
            if|once|how
        """,
        sure=True,
    ),
)
