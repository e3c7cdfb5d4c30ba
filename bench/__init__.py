"""Measure intake, counting, findings and the whole build, in ratios of one run."""
