"""Who is in a sponsor's file: reading it, keeping it, and finding one person in it."""
