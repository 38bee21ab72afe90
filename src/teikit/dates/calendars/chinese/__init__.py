"""The Chinese lunisolar calendar.

`table` has the years from 1839 to 1949, `beyond` computes others with sxtwl, `calendar` counts their days, `form` reads
and writes custom values, `eras` and `cyclical` know the two ways to name a year, and `numerals` reads 正月 and 廿三.
"""

from teikit.dates.calendars.chinese.calendar import CHINESE

__all__ = ["CHINESE"]
