"""Who listens and how: the administrators' part. They read no concern and no count of them."""
