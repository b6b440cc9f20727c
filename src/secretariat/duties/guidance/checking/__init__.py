"""The check of a proposal before it is filed: each rule gives a result, which is never an all-clear for what is not known."""
