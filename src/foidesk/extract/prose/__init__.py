"""What the running text of a reply states together: answers, splits, cases told, what is left unread."""
