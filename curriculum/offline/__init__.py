"""Without signal: the service worker, what a phone keeps, and the inbox for what was done meanwhile."""
