"""The judge of a played term: what the truth calls for, held against what arrived.

It knows the network's truth, the forum on the chain, what arrived at the sinks, and what the person saw and when. It never asks the
desk what is due, and imports nothing of it (an import contract).
"""
