"""The whole site in one file, and back: database, media and private documents; its keys apart, under a passphrase."""
