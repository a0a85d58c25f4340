"""What a council paper is: reading PDFs, and the record that they hold."""
