"""What a number is: its marks, its headings, its measure, and whether a rule accepts the reading."""
