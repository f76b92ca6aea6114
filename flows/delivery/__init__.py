"""What is sent: copies of what was issued, to each who is to have one, exactly once."""
