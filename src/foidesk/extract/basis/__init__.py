"""What a reply is made of: its words by place, the survey's terms in them, what is asked and what stands near."""
