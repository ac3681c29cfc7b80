"""What is to be known: institutions, standards, modules, programmes, achievements and their rules."""
