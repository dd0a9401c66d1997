"""The body in space, for pictures that are not seen from the side."""
