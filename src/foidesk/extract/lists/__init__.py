"""Lists of cases: what each row counts, its sums, its repetitions and its twins."""
