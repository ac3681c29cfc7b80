"""Cases tried on a programme: described in a file, played through the real services, kept by nobody."""
