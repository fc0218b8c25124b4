"""What a number measures, whose it is, and what was reported as reached."""
