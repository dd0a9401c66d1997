"""Sponsors from a CSV or XLSX file: tried first, all or nothing, and undone again."""
