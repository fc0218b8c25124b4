"""Why the graph says something: the article, sentence, rule, reference data and judgements behind it."""
