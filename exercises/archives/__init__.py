"""All content as one archive of readable files: out, in, and checked.

The files are those of `exercises/shipping`. `exporting.py` makes them from rows,
`packing.py` and `unpacking.py` carry them, `reading.py` reads and checks them,
`deciding.py` says what each would do here, `bringing.py` does it.
"""
