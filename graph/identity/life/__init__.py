"""The life of a commitment: which later fact says it again, changes it, keeps it or breaks it, and why."""
