"""What the desk shows: cards and questions, made from the last figures in a process of their own."""
