"""The interface's texts: found in the sources, kept in `locales/`, compiled without gettext's programs."""
