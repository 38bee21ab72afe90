"""Where the days in `places` come from."""

SOURCES = {
    "bull": "Gregory XIII, Inter gravissimas, 24 February 1582",
    "ginzel": "F. K. Ginzel, Handbuch der mathematischen und technischen Chronologie, vol. 3 (Leipzig 1914)",
    "grotefend": "H. Grotefend, Taschenbuch der Zeitrechnung, 14th ed. (Hannover 2007)",
    "supplement": "Explanatory Supplement to the Astronomical Ephemeris (London 1961), section 14",
    "cheney": "C. R. Cheney, A Handbook of Dates, rev. M. Jones (Cambridge 2000)",
    "act": "Calendar (New Style) Act 1750, 24 Geo. 2 c. 23",
    "hls": "Historisches Lexikon der Schweiz, s. v. Kalender",
    "knaw": "Digital Web Centre for the History of Science (KNAW), Christiaan Huygens: Calendars and time",
    "list": "Wikipedia, List of adoption dates of the Gregorian calendar by country",
    "wikipedia": "Wikipedia, Adoption of the Gregorian calendar",
    "convention": "Decrees of 5 October and 24 November 1793; senatus-consultum of 22 Fructidor XIII",
    "japan": "Proclamation of the Great Council of State no. 337, 9th day of month 11, Meiji 5 (1872)",
    "egypt": "Decree of the Khedive, 5 July 1875 (Foreign Relations of the United States 1875, vol. 2, no. 661)",
    "korea": "Veritable Records of King Gojong, 9th day of month 9, year 32 (1895)",
    "wilkinson": "E. Wilkinson, Chinese History: A New Manual (Cambridge, Mass. 2012)",
    "bulgaria": "Law on the introduction of the Gregorian calendar, passed 14 March 1916",
    "ottoman": "Law no. 125, 8 February 1332 (1917); R. B. Rose, The Ottoman Fiscal Calendar, MESA Bulletin 25 (1991)",
    "turkey": "Law no. 698, 26 December 1925",
    "russia": "Decree of the Council of People's Commissars on the western European calendar, 24 January 1918",
    "ukraine": "Law of the Little Rada, 12 February 1918",
    "yugoslavia": "Law on the equation of the old and the new calendar, Službene novine, 28 January 1919",
    "romania": "Decree-law of 5 March 1919, Monitorul Oficial, 6 March 1919",
    "greece": "Royal decree of 18 January 1923",
}
"""Short references by their keys in the table of places."""
