"""What a letter is and what it says of itself: status, scope, corrections, versions, guidance that it cites."""
