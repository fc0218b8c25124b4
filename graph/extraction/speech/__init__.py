"""Who says what, and whose words a passage is."""
