"""The administrator's screens in Wagtail's admin: places, who signs there, and the ledger of hours to read."""
