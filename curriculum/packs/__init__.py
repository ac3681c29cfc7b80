"""Programmes as data: read, check, load and export folders of YAML."""
