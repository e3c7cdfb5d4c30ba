"""The words everything else is said in: periods, areas, issues, quantities."""
