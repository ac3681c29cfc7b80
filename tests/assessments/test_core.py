"""The registries of the core and what a result sets off."""
