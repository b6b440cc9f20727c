"""Families of wording: data of the lexicon, one module for each kind of concern and the classes of words they share."""
