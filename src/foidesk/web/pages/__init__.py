"""One file a page: its routes, and for each the call to the survey that it shows."""
