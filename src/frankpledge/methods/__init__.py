"""Statistics as pure functions of arrays of counts: one idea a file, each citing its source."""
