"""Findings in words: numbers, lexicon, one function a kind of finding, summary."""
