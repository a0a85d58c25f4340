"""The command line, the web app, and the pages that they show."""
