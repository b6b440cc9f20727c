"""Backing: who is said to support somebody, who is said to be the one, and votes that would be wasted."""

from secretariat.desk.neutrality.families.family import Family

CLASSES = {
    "backed": """endorsed backed supported recommended favored championed vouched_for trusted preferred rooted_for
        put_forward cheered_on cheered_for""",
    "backs": """~endorse ~vouch_for ~root_for ~rally_behind ~rally_around ~unite_behind ~stand/stood_behind ~stand/stood_by
        ~throw/threw/thrown_weight_behind ~throw/threw/thrown_its_weight_behind ~throw/threw/thrown_their_weight_behind
        ~come/came_out_for ~come/came_out_in_favor_of ~declare_for ~speak/spoke/spoken_out_for ~campaign_for ~side_with
        ~line/lined_up_behind ~plead_for ~put_in_word_for""",
    "backing": """support backing endorsement endorsements blessing blessings recommendation recommendations sympathy sympathies
        goodwill full_support full_backing trust confidence""",
    "backers": """jsgenesis founders founder builders validators leads lead community forum workers curators creators everyone everybody
        most many half majority group team group_members stakers holders voters members councillors people whales all friends
        those_who_know office secretary we i operators developers""",
    "opinion": """~say/said ~think/thought ~believe ~agree ~feel/felt ~tell/told ~hear/heard ~insist ~swear/swore opinion view
        voices consensus word""",
    "ought": "should must ought_to has_to deserves_to needs_to had_better can_only",
    "gets_in": """win be_elected be_reelected be_re_elected be_chosen be_voted get_in get_seat get_elected make_it be_in_council
        be_on_council sit_in_council sit_on_council be_in_next_council have_seat be_supported be_endorsed be_backed be_returned
        get_through succeed represent_us""",
}

FAMILIES = (
    Family(
        name="backed-by-others",
        kind="endorsement",
        yields=("personnel",),
        says="It says who supports somebody.",
        patterns="""
            <name> ..1 is|was|are|were|be|been|being|gets|got|comes|stands|feels ..2 <backed> by
            <name> , ..1 <backed> by
            <backed> by ..4 : ..1 <name>
            ^ ..2 <backed> by ..4 , ..2 <name>
            <name> is|was|remains ..1 widely|broadly|warmly|strongly|firmly|universally|heartily ..1 <backed>|supported|liked
            <name> ..2 has|have|enjoys|enjoy|with|carries|commands|comes_with|gained|won|wins ..2 <backing> of|from|by|in
            <name> ..1 got|gets|received|receives|has_received ..2 endorsement|endorsements|blessing|backing|recommendation|sympathy of|from|by
            with ..2 endorsement|blessing|backing|support|recommendation of|from|by ..4 , ..2 <name>
            endorsement|backing|blessing|recommendation|support of|for <name> by|from
            <name> comes|come ..1 recommended
            <name> can|may|could|must be ..1 recommended|endorsed
            <name> ..2 endorsed|recommended $
            <backers> ..3 <backs> ..1 <name>
            <backers> ..1 back|backs|backed|backing|support|supports|recommend|recommends|recommended|favor|favors|favored|want|wants|prefer|prefers|trust|trusts ..1 <name> !to|with|'s
            <backers> ..3 is|are ..1 behind|for|with|on_side_of <name> !'s
            <backers> ..2 want|wants|hope|hopes|wish|wishes|like|wanted|would_like|see|ask|asks for? <name> !'s to? win|succeed|elected|be_elected|in|get|be_back|return
            <name> is ..1 jsgenesis|community|people|founders|builders|builder|workers|validators|creators|forum 's? candidate|choice|man|woman|pick|favorite|one
            <name> is ..1 choice|pick|favorite|man|woman of ..1 <backers>
            <name> has|have ..2 <backers> behind him|her|them
            <name> has|have ..2 behind him|her|them
        """,
        unless="""
            by ..2 stake|xnumber|two|three|four|five|six|seven|eight|nine|ten|figures|proposal|block|nobody
            <backing> of|from|by ..3 for ..2 release|questions|report|proposal|request|node|tool|page|wiki
            xnumber yes|no|votes
            <backing> of|from|by|in ..1 xnumber|stake|nobody
            is <backed> by whom
            whom|whether|who ..1 <name> .. <backed>
            with xnumber usd|joy|dollars|tokens
            asked|asks whether
            back in block
            trusted by his|her|wallet
        """,
    ),
    Family(
        name="should-win",
        kind="endorsement",
        yields=("personnel",),
        says="It says who should win or be elected.",
        patterns="""
            <name> ..1 <ought> !not ..1 <gets_in>
            election|seat|seats|place|spot|race|vote|council|it|term ..2 <ought>|should_be|must_be be? ..1 won|taken|held|claimed|led by <name>
            <ought> be? won|elected|chosen|taken by|: <name>
            <backers>|they|some|others|several ..6 <opinion> ..1 that? ..2 <name> ..1 <ought>|belongs|deserves
            i ..2 hear|heard|told|am_told ..4 <name> ..1 <ought>|is|belongs|deserves
            <name> ..1 belongs|belong in|on|into ..2 council|seat|ballot|office|there !term|list|xnumber
            let <name> have ..1 your|all|every|our|everybody stake|vote|votes|support|stakes
            may|let <name> ..1 win|succeed|prevail|triumph|be_elected|get_in|make_it|get_seat
            <ought> be|choose|elect|vote_for <name> $
            it|there ..1 <ought> be ..1 <name> !who|in|on|from|that|and
            it must|can_only|has_to be <name> $
        """,
        unless="""
            if <name>
            <gets_in> ..2 before|until|by block
            whether ..1 <name>
            <gets_in> by ..2 xnumber
            win xnumber
            <name> ..1 must be_elected .. before|to
        """,
    ),
    Family(
        name="the-one",
        kind="endorsement",
        yields=("personnel", "comparison"),
        says="It says that somebody is the one to choose.",
        patterns="""
            <name> is|'s|remains|will_be|would_be|was_always one $
            <name> is|'s|remains ..1 right|true|only one|man|woman|person|choice|candidate|name|answer
            <name> is|'s|remains ..1 our|my|your|their man|woman|one|candidate|choice|pick|hope|girl|guy|person|best|answer|voice
            <name> is|'s ..1 one for us|council|seat|you|me|all|everyone
            <name> is|'s ..1 one|candidate|person|who|whom|name ..1 to ..1 vote|choose|elect|support|back|trust|go|pick|beat|follow
            <name> is|'s ..1 one we|i|you|everybody|community|council !asked|answer
            <name> is|'s|remains|will_be man|woman|person of|for ..1 people|hour|moment|us|all|council|times
            right|only|true|our|my|obvious|clear|best choice|one|man|woman|candidate|pick|hope is|: ..1 <name>
            choice|answer|decision is ..1 clear|easy|obvious|simple|made ..2 <name>
            choice|answer : <name>
            who|whom|what to vote|choose|elect|support|back|pick for? ..2 <name>
            vote|choose|elect|support|back for? : <name>
            no way around|past|without <name> !'s
            no alternative to <name>
            one|only|single name ..2 belongs|deserves|counts|matters|stands_out|you_need|to_remember
            ^ ..1 stake on|for|behind <name>
            please|should|must|could|would|can|to|and|, stake ..1 on|for|behind <name>
            put|place|bet|move ..3 stake|joy|tokens|money|everything|xnumber ..1 on|behind <name> !'s
            <name> 's election|reelection|victory|win|success would|will ..1 be|do|bring|mean|give ..3 <goodword>|progress|us|hope|change
            vote|stake|yes for <name> is|means ..1 vote|stake|yes for
        """,
        unless="""
            address|account|wallet|thread|link|id|name|handle|post|page|number of|from|by <name>
            one who
            right one|person to ask
            stake on|for|behind <name> was|is|of|: xnumber
            stake on|for|behind <name> xnumber
            questions|contact ..3 <name> is|'s
            <name> is|'s ..1 wrong|not ..1 one|man|woman|person|choice
        """,
    ),
    Family(
        name="wasted-on",
        kind="disparagement",
        says="It says that a vote or stake for somebody is wasted.",
        patterns="""
            not|never|stop ..1 waste|wasting|throw|throwing|squander|risk|lose|burn ..3 stake|vote|votes|joy|tokens|money|time|trust ..2 on|for|with|at <name>
            vote|votes|stake|joy|tokens|money for|on|behind <name> is|are|would_be|was ..1 wasted|waste|lost|thrown|mistake|pity|folly
            waste ..1 of ..1 vote|votes|stake ..3 <name>
            nobody|no_one|noone|hardly_anybody|hardly_anyone|few|nobody_here ..1 trust|trusts|wants|want|likes|like|needs|need|believes|respects|misses ..1 <name>
            <name> is|'s ..1 wrong|not_right one|man|woman|person|choice|candidate
            <name> is|'s not ..1 one|man|woman|person|choice $
            <name> does|do|did not belong in|on ..1 council|seat|office !list
            <name> should|must not ..1 win|be_elected|get_in|be_on_council|be_in_council|get_seat
        """,
        unless="""
            not ..1 wrong
        """,
    ),
)
