"""What became of something undertaken: clauses that tell that it was done, in part, or not."""
