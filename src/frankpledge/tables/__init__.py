"""What data looks like inside, whoever sent it: columns, and constraints that describe."""
