"""Which findings of a run count: those of the codes that are wanted, and that no baseline knows already."""
