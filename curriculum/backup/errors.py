class BackupRefused(Exception):
    """It cannot be done as things stand; the message says what to do next."""


class DamagedArchive(Exception):
    """The archive does not hold what its manifest says; the message names the first thing that differs."""
