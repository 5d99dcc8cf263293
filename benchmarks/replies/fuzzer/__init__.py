"""A layout fuzzer: facts, laid out at random, written to a file, read back, held against the facts."""
