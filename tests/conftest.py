"""Hypothesis draws the same examples each time, and gives slow machines their time."""

from hypothesis import settings

settings.register_profile("camket", deadline=None, derandomize=True)
settings.load_profile("camket")
