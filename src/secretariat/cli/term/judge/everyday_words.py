"""Common words, the judge's own list: a name made of them alone cannot be told from words that name nobody."""

COMMON: frozenset[str] = frozenset(
    """
    a about after again all also an and announcing any are as at back be been before begin begins beside best between block blocks both browser but by
    can candidacies candidacy candidate candidates cannot chain copy council could count cycle day days do does down each early elected
    election elections else end ends enough every everybody few fewer first for forum free from get give go good had has have he hear her
    here high his hour hours how i if in into is it joy just keep keeps largest last late later least left less like little long low many
    may me median member members middle minutes more most much must my near need needed new next no nobody none not note now of off on
    once one only open or order other our out over own page people period periods place please question questions random read reveal
    revealed right round salt same say sealed seat seats second secretary see she short small smaller smallest so some soon stage stake
    stakes stand stands still such take than thanks that the their them then there these they this those thread time times to together
    too two under until up us used utc very vote voted votes voting was we week weight welcome well were what when where which while who
    whoever why will with without word words work would yes yet you your
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)


def is_common(name: str) -> bool:
    """Tell whether a name is made of common words in small letters and of numbers, parted by single spaces."""
    return all(word in COMMON or word.isdigit() for word in name.split(" "))
