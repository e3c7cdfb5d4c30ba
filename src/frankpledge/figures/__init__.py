"""Findings as pictures: first as data, then drawn."""
