"""Is the site well? Each room names what it watches; one report for people, machines and the front server."""
