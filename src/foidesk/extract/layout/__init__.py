"""How a table lies: its heading rows, its columns of figures, its labels, its blocks."""
