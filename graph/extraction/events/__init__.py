"""The gatherings an article reports."""
