"""The sample papers of a council that Minutebook makes up, and the script that typesets them."""
