"""Who learns, teaches, supervises and decides: persons, memberships, groups, participations, admission."""
