"""Ordinary words: those of our own texts; a name made of them alone is not looked for outside a list."""

ORDINARY: frozenset[str] = frozenset(
    """
    a about account addstakingaccountcandidate after afterwards again alike all also always an and anew announce
    announcecandidacy announced announces announcing another any app apply are as at back be been before began
    begin begins bind block blocks bound bring brings browser by bytes came can candidacies candidacy candidate
    candidates cannot cast chain changed confirmstakingaccount controller copy council count counted counts
    cycle d day depend deputy discord do does drawn each earlier elected election elections elsewhere end ended
    ends enough every everybody exactly expected far fewer figures filled first for forecast forum from full get
    gets go goes h had happened has hash have here holds hours how https i id if in introduce introductions is
    it its itself joy joystream jsgenesis keep known last lasts later least like little locked long manager many
    may meanwhile median member members membership middle min more most must my n need needed needs new next no
    nobody none not note now of office on once one only open opened or order outside over passed password period
    periods pioneerapp please present proposal published put question questions random rate reach read
    referendum releasecandidacystake released releasevotestake reveal revealed revealing reveals revealvote
    rewards s salt same says sealed seals seat seats second secretary sees serve set setcandidacynote sha shared
    should since sits sitting smallest so somebody soon spec stage stake stakes staking stand stands stays step
    still stood stored successful such takes text than thanks that the their them themselves then there
    therefore these they this those thread time times to together too took until used utc vary version void vote
    voted votes voting wants was weight welcome were what when which while who whoever whom why will with
    withdraw withdrawal withdrawcandidacy withdrawn without work worker would xyz yet you your
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
