"""Ours and its peers: one module each, each doing the work once in a process of its own."""
