"""Disclosure: the one door between what was counted and what may be seen."""
