"""The evidence ledger: append-only, idempotent, without names and without free text."""
