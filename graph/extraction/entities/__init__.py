"""Who and what is named: places, people, bodies, posts, groups, and what takes them up again."""
