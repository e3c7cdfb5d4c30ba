"""What the counts show: one module a question, each a pure function of counts."""
