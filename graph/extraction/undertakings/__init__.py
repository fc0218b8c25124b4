"""What somebody will do, means to reach, is told to do or is hoped to do."""
