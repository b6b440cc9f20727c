"""One module per noun: which field of a row becomes which field of a fact."""
