"""The shape of the practice runtime: types and pallets as declarations, and what follows from them."""
