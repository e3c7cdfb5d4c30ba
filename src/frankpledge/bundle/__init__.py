"""Everything a reader may have, with its manifest: write, read, explain."""
