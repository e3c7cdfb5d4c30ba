"""How counting is done: one contract, and the engines that keep it."""
