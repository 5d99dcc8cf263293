"""The kinds of number that are not data, by theme."""
