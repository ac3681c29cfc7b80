"""The applicant's pages, and the pages of her documents."""
