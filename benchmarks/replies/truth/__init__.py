"""What real replies state, as checked by people who did not write this software: one module for each corpus."""
