"""The report as a tree in no format: blocks, chapters, commentary, numbering, checks."""
