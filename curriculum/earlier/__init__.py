"""What people had shown before this system: brought in from a file, attested, undone until first use. Optional."""
