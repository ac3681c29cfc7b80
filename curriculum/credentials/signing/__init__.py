"""Awards as files that any wallet can check: Open Badges 3.0 in W3C Verifiable Credentials 2.0, signed (R-REG-10)."""
