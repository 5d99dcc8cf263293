"""What tables say: crosses of labels and headings, forms, rows of cases, totals and their parts."""
