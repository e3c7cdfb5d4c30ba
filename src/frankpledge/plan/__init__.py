"""The plan: `assessment.toml` read into a frozen Assessment."""
