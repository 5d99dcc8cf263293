"""Numbers, periods, categories and names of bodies in plain text: pure functions over `str`."""
