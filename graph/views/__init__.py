"""What the commands show, as data: each view asks the graph and gives typed records, ready for a table or for JSON."""
