"""Who is who across articles: a pure function of the bearers of a name, looked at together and in no order."""
