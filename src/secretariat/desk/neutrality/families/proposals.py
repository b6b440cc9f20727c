"""Endorsement of proposals: words that advise how to decide on one, or judge it."""

from secretariat.desk.neutrality.families.family import Family

FAMILIES = (
    Family(
        name="advice-on-proposal",
        kind="endorsement",
        yields=("personnel",),
        says="It advises how to decide on a proposal.",
        patterns="""
            <should>|please|let_us|must|better .. <decide> ..2 <propit>
            <urge> .. <decide>|<decided>
            <urge> .. for|against <prop>
            council|members|cms|we|you|holders|voters|council_members .. <modal> .. <decide> .. <propit>|yes|no
            council|we|you|members .. would_be|is|are .. wise|right|foolish|mad|crazy|well_advised .. not? to .. <decide>
            <propit> .. <should>|must_not|cannot|can_not .. not? be? <decided>
            <prop> ..6 <deserve> .. <seat>|funding|to|pass|be|our|your|full|every
            ^ now? please? vote yes|no|aye|nay
            ^ please? vote for|against|in_favor_of|down|approve|reject .. <prop>|it
            ^ please? approve|reject|pass|support|oppose|back|refuse|fund|accept <prop>
            ^ please? approve|reject|accept|decline|refuse|support|back|deny|turn_down applications of|by|from <name>
            ^ please? say_yes|say_no
            please .. vote|say yes|no|for|against|in_favor|approve|reject|down|through !or
            should|must|ought_to|let_us|hope_you|want_you_to .. vote|say yes|no|in_favor|against|approve|reject|for_it|aye !or|votes
            vote|votes|voting yes|no|for|against|in_favor .. <prop>|it|this .. is|would|means|because|since|as .. <goodword>|<badword>|vote
            i|we|secretary .. encourage|recommend|urge|advise|suggest .. to .. <decide>|vote
            <urge> .. vote .. yes|no|for|against|in_favor|down|through
            anyone|everybody|everyone|whoever|all|nobody|who|those|friends who .. will|would|must|should|can .. vote|say .. yes|no|for|against|in_favor
            no|hardly|little|any|not_one|single|not .. reason|argument|case|point .. not? .. to|for|against .. <decide>|vote|say|saying|voting|rejecting|it|$
            i|we|secretary .. back|support|oppose|endorse|like|love|welcome|applaud|approve_of|dislike|agree_with|disagree_with|regret .. <prop>|this_one|idea|it
            i|we|secretary am|are|stand .. in_favor_of|against|behind|for|opposed_to|with .. <prop>|it|this|idea|<name>
            i|we .. would .. like|love|hate|be_sad|be_happy|be_glad|be_sorry|be_disappointed .. to_see|if|see .. <propit> .. <decided>|fail|lost|happen
            i|we|let_us|everybody|everyone hope|hopes|wish .. <propit> .. <decided>|succeeds|passes|fails|goes_through
            make_sure|ensure|see_to_it .. <propit> .. goes_through|passes|fails|is_approved|is_rejected|does_not
            would|will|might be .. <goodword>|<badword>|wise .. to .. <decide>|let .. <propit>?
            approving|rejecting|passing|refusing|accepting|supporting|funding|blocking|declining|vetoing ..3 <be>|makes|sends|does|would|will ..2 <goodword>|<badword>|sense|signal|shame
            let_us|all|we|should|must|everybody|everyone .. stand|get|rally|unite|line_up .. behind .. <prop>|this|it
            way .. council|you|we|members should .. decide|vote|go|choose
            no_brainer
            money .. well_spent|better_spent|down_drain|wasted|wisely_spent
            how .. could|can .. anybody|anyone|you|one .. <reject>|be_against|say_no|vote_against
            who .. could|would|can .. be|say|vote|object .. against|no|to .. <propit>
            <name> 's proposal|proposals|request|idea|plan .. <should>|<deserve>|<goodword>|<badword>
            proposal|request|idea|plan by|of|from <name> .. <should>|<deserve>|<goodword>|<badword>
            give|gave|giving <prop> ..2 thumbs|yes|chance|green_light|support|vote|nod|blessing
            i|we|secretary ..1 like|love|support|admire|agree_with|back|prefer|dislike what <name>
            see value|merit|benefit|sense|point|potential|wisdom ..3 <prop>|it
            passing|approving|rejecting|adopting ..2 would|will ..3 win|gain|loss|blow|progress|step|benefit|harm|hurt|help
            why ..2 anybody|anyone|somebody|someone|you|we|council ..1 would|should|could ..1 oppose|reject|refuse|object|vote|say|support
            missing|need|needs|want|wants|give|only|awaits|deserves ..2 your yes|support|approval|blessing
            and vote yes|no|in_favor|against
            is_your|your yes|approval $
            secretary|i|we supports|favors|backs|opposes|rejects|endorses ..2 <prop>|it|this
            in interest|interests of ..1 everybody|everyone|all|us|holders
            in everybody|everyone 's interest
            everybody|everyone 's interest
            approve|reject|pass|support|oppose|veto xnumber
            join us|me ..1 in ..1 supporting|opposing|backing|rejecting|voting|approving|favor
            nothing|no|little|something|only good|harm|bad|trouble ..2 come|comes|came|result ..2 from|of
            best interest|interests of|for ..2 dao|community|platform|joystream|all|everyone|holders|us
            not|never waste|spend|throw|burn|pour|squander ..1 funds|money|joy|tokens|budget|stake ..2 on|at|into|for
            asks|ask|asking|costs|demands|wants|charges ..2 too|way_too|far_too much|many|high
            delivers|gives|offers|brings|promises ..1 too|so little|much
            kind|sort|type of proposal|idea|request|thing ..2 need|want|deserve|like
            hard|difficult|cannot|can_not|not ..2 see|find ..2 downside|drawback|fault|flaw|problem|reason ..1 in|to|with
            asked|invited|requested|encouraged|called ..1 to ..1 vote ..1 in_favor|for|against|yes|no
            <name> ..1 asks|wants|requests|proposes ..3 reasonable|fair|modest|sensible|outrageous|excessive|ridiculous|absurd|unreasonable
            council|cms|members|you|we|they|everyone ..1 will|would|can|should|must ..2 right|wise|sensible|decent|responsible|smart thing|decision|choice|call
            think|consider ..1 twice|carefully|again|hard|long ..2 about|before|over|on <propit>
            short sighted|foolish|unwise|wise|smart|sensible|reckless|mad|crazy to ..1 <decide>
            offers|brings|provides|gives|represents|delivers ..1 <goodword>|good|great|real|true value|benefit|benefits|returns|return|deal|quality
            time to ..1 say|vote|approve|reject|pass|support|oppose ..1 yes|no|it|this|<prop>
            community|everyone|everybody|members|people|dao|holders|we ..2 want|wants|need|needs|support|supports|back|backs|demand|demands|oppose|opposes ..1 <propit> ..2 pass|approved|rejected|through|fail|to|,|$
            discussed|debated enough
            not ..1 spend|pay|give|grant ..2 single|one|any|xnumber ..1 joy|token|tokens|cent ..2 on|for
            no|little|any trouble|problem|difficulty|hesitation ..1 approving|passing|supporting|accepting|rejecting
            pay|pays off for|, everyone|all|us
            investment|step|decision ..2 that|which|will ..2 pay|pays|benefit|benefits|help|helps|worth
            three|two|one|xnumber|few more ..1 votes|yeses|vote ..3 through|passes|done|approved
            thank|reward|help|support|honor <who> ..1 by ..1 approving|passing|supporting|voting|rejecting
            do ..1 not fund|pay|support|approve|pass|accept ..1 <propit>
        """,
        unless="""
            ^ to vote
            ^ how to
            voted against
            voted for
            choose approve
            choose reject
            if .. council|members|you approve|reject|approves|rejects
            support requests|request
            vote|votes|voting for|on|against|in_favor_of proposal|proposals xnumber? is|are|was|were|ends|begins|closes
        """,
    ),
    Family(
        name="verdict-on-proposal",
        kind="endorsement",
        yields=("personnel",),
        says="It judges a proposal.",
        patterns="""
            <prop> ..5 's|is|was|are|seems|looks|would_be|sounds|remains !not ..2 <goodword>|<badword>|great_idea|<praise>
            <prop> .. makes|make .. sense|no_sense
            it|this|that|here is|'s|was .. <goodword>|<badword>|<praise> .. proposal|idea|plan|request|step|investment|use_of_money|deal|decision_to
            such .. <goodword>|<badword> .. proposal|idea|plan|request
            <goodword>|<badword> proposal|idea , .. and|so|which|but
            <prop> .. sets|set .. wrong|right .. priorities|direction|example|signal
            <prop> .. step|move .. in .. right|wrong
            find|finds|found|think|consider|believe .. <prop> .. <goodword>|<badword>
            <prop> .. waste|mistake|steal|gift|disgrace|joke|win_for|loss_for|step_forward|step_backwards|blessing|game_changer|insult|too_expensive|overpriced|too_much|not_worth|well_worth|worth_every
            <prop> .. fixes|solves .. real|once_and_for_all .. and .. costs|little|cheap
            proposal|request|idea .. i|we .. can|could .. get_behind|live_with|not_support
            <prop> .. has|have .. my|our|full .. support|blessing|backing|vote|yes
            <prop> .. bad|good|great for .. dao|platform|community|holders|us|everyone
            opponents|supporters|critics .. have|bring|brought|offer .. no|not|valid|good|better
        """,
        unless="""
            vote|votes|reveal|reveals of|from|by ..3 is|are|was outstanding
            it is best to
            not <goodword>|<badword> enough
            good_practice
            good proposal names|has|says|contains|is|gives
        """,
    ),
)
