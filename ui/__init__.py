"""What people meet: the command line, the reading room in the browser, and the JSON API."""
