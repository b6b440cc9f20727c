"""Show: the desk as pages, for who is signed in; every word and decision goes through the flow."""
