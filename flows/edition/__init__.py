"""What is kept: editions on disk, each whole, numbered and sealed by its manifest."""
