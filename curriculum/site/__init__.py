"""The ready-to-run site: settings, addresses and sign-in. It is not part of the wheel."""
