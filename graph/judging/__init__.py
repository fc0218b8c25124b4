"""What editors do: find whom they mean, judge, withdraw, list, and see why two are one or two, and who is in doubt."""
