"""Work done behind the reader's back: one way in (`enqueue_job`), one table that says how far it is."""
