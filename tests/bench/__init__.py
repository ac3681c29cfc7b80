"""What the pages cost, measured on a site that is served as a real school would serve it."""
