"""Coming in: an application with its papers, the office that decides on it, and what is kept of it."""
