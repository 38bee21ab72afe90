"""From files to a built schema: gathered by our own door, built by `xmlschema` from these files and nothing else."""
