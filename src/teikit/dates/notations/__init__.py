"""The notations in which dates are written in attributes, all of the Gregorian calendar.

`w3c` has the forms of XML Schema that TEI's `@when` allows, `iso` those of ISO 8601 (`@when-iso`), and `edtf` the
Extended Date/Time Format. Every value is bounded: one of more than `MOST_CHARACTERS`, or with a year of more than
`MOST_YEAR_DIGITS`, is refused before anything is counted.
"""
