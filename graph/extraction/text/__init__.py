"""What every layer stands on: syllables, sentences, quotations, the word tables, and who stands before a verb."""
