"""The Chinese lunisolar calendar."""
