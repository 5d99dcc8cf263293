"""What a sentence tells: its clauses, the numbers in them, and what stands over it."""
