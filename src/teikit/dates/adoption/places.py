"""Which calendar was in civil use, place by place.

A block is one place: its names and codes (ISO 3166, historical names, some chief towns); indented, the calendar before
the first change and then each change, the first Gregorian day of another calendar or of several, where parts of the
place differed or where they were in use beside each other; and the keys of the sources. A code stands before its name.
"""

PLACES = """
IT, Italy, Rome, Papal States, VA, Vatican City, Venice, Naples, Florence, Tuscany, Milan
  julian; 1582-10-15 gregorian
  bull ginzel

ES, Spain, Madrid, Castile, Aragon, Catalonia, Barcelona
  julian; 1582-10-15 gregorian
  ginzel supplement

PT, Portugal, Lisbon
  julian; 1582-10-15 gregorian
  ginzel supplement

PL, Poland, Warsaw, Cracow, Krakow, Kingdom of Poland
  julian; 1582-10-15 gregorian
  ginzel supplement

FR, France, Paris, Lyon, Bordeaux
  julian; 1582-12-20 gregorian; 1793-10-06 republican gregorian; 1806-01-01 gregorian
  ginzel convention

Strasbourg
  julian; 1682-03-01 gregorian; 1793-10-06 republican gregorian; 1806-01-01 gregorian
  ginzel convention

BE, Belgium, Southern Netherlands, Spanish Netherlands, Flanders
  julian; 1582-12-25 julian gregorian; 1583-02-21 gregorian
  ginzel list

LU, Luxembourg
  julian; 1582-12-25 julian gregorian; 1583-01-01 gregorian
  ginzel list

NL, Netherlands, Dutch Republic, United Provinces
  julian; 1582-12-25 julian gregorian; 1701-05-12 gregorian
  ginzel knaw list

NL-NH, NL-ZH, Holland, Amsterdam, The Hague, Leiden
  julian; 1583-01-01 julian gregorian; 1583-01-12 gregorian
  ginzel knaw

NL-ZE, Zeeland, NL-NB, Brabant
  julian; 1582-12-25 gregorian
  knaw

NL-GE, Gelderland, Guelders
  julian; 1700-07-12 gregorian
  ginzel list

NL-UT, Utrecht, NL-OV, Overijssel
  julian; 1700-12-12 gregorian
  ginzel list

NL-FR, Friesland, NL-GR, Groningen
  julian; 1701-01-12 gregorian
  ginzel list

NL-DR, Drenthe
  julian; 1701-05-12 gregorian
  ginzel list

DE, Germany, Holy Roman Empire
  julian; 1582-10-15 julian gregorian; 1700-03-01 gregorian
  ginzel grotefend

Augsburg
  julian; 1583-02-24 gregorian
  grotefend

Bavaria, Duchy of Bavaria, Munich
  julian; 1583-10-16 gregorian
  ginzel grotefend

Trier
  julian; 1583-10-15 gregorian
  grotefend

Cologne, Electorate of Cologne
  julian; 1583-11-14 gregorian
  grotefend

Würzburg
  julian; 1583-11-15 gregorian
  grotefend

Mainz
  julian; 1583-11-22 gregorian
  grotefend

Münster
  julian; 1583-11-28 gregorian
  grotefend

Duchy of Prussia, Ducal Prussia, East Prussia, Königsberg
  julian; 1610-09-02 gregorian
  ginzel

Saxony, Electorate of Saxony, Dresden, Leipzig, Brandenburg, Berlin, Hesse, Württemberg, Hanover, Brunswick,
DE-HH, Hamburg, Lübeck, Bremen, Nuremberg, Mecklenburg, Pomerania, Frankfurt
  julian; 1700-03-01 gregorian
  ginzel grotefend

AT, Austria, Vienna
  julian; 1582-10-15 julian gregorian; 1584-01-17 gregorian
  ginzel grotefend

CZ, Czechia, Czech Republic, Bohemia, Moravia, Prague, Lusatia
  julian; 1584-01-17 gregorian
  ginzel supplement

Silesia, Breslau
  julian; 1584-01-23 gregorian
  ginzel supplement

HU, Hungary, SK, Slovakia, Pressburg
  julian; 1587-11-01 gregorian
  ginzel supplement

Transylvania
  julian; 1590-12-25 gregorian
  ginzel

CH, Switzerland, Swiss Confederation
  julian; 1584-01-22 julian gregorian; 1813-01-01 gregorian
  ginzel hls

CH-LU, Lucerne, Luzern, CH-UR, Uri, CH-SZ, Schwyz, CH-ZG, Zug, CH-FR, Fribourg, Freiburg im Üechtland, CH-SO,
Solothurn
  julian; 1584-01-22 gregorian
  ginzel hls

CH-VS, Valais, Wallis
  julian; 1655-03-11 gregorian
  ginzel hls

CH-ZH, Zurich, CH-BE, Bern, Berne, CH-BS, CH-BL, Basel, CH-SH, Schaffhausen, CH-GE, Geneva, CH-NE, Neuchâtel,
CH-VD, Vaud, Biel
  julian; 1701-01-12 gregorian
  ginzel hls

CH-GL, Glarus, CH-AR, CH-AI, Appenzell, CH-SG, St. Gallen, Saint Gall, CH-TG, Thurgau, CH-AG, Aargau
  julian; 1584-01-22 julian gregorian; 1799-01-01 gregorian
  ginzel hls

CH-GR, Graubünden, Grisons
  julian; 1623-01-01 julian gregorian; 1813-01-01 gregorian
  hls

DK, Denmark, Copenhagen, NO, Norway, Christiania, Oslo, Bergen, Schleswig, Holstein
  julian; 1700-03-01 gregorian
  ginzel supplement

IS, Iceland, FO, Faroe Islands
  julian; 1700-11-28 gregorian
  list

SE, Sweden, Stockholm, FI, Finland, Helsinki, Helsingfors
  julian; 1700-03-11 swedish; 1712-03-12 julian; 1753-03-01 gregorian
  ginzel supplement

GB, UK, United Kingdom, Great Britain, Britain, British Empire, GB-ENG, England, GB-SCT, Scotland, GB-WLS,
Wales, GB-NIR, Northern Ireland, IE, Ireland, London, Edinburgh, Dublin, Oxford, Cambridge
  julian; 1752-09-14 gregorian
  act cheney

US, United States, United States of America, USA, British America, Thirteen Colonies, New England,
Massachusetts, Boston, Connecticut, Rhode Island, New York, New Jersey, Pennsylvania, Philadelphia, Maryland,
Virginia, Carolina, US-GA, Georgia (US)
  julian; 1752-09-14 gregorian
  act

CA, Canada
  julian; 1582-12-20 julian gregorian; 1752-09-14 gregorian
  act ginzel

US-AK, Alaska, Russian America, Sitka
  julian; 1867-10-18 gregorian
  wikipedia

JP, Japan, Tokyo, Kyoto, Osaka
  lunisolar; 1873-01-01 gregorian
  japan supplement

EG, Egypt, Cairo, Alexandria
  islamic coptic; 1875-09-11 gregorian islamic
  egypt

KR, KP, Korea, Seoul
  lunisolar; 1896-01-01 gregorian
  korea

CN, China, Peking, Beijing, Shanghai, Nanking, Nanjing, Republic of China
  chinese; 1912-01-01 gregorian chinese; 1929-01-01 gregorian
  wilkinson supplement

AL, Albania
  julian; 1912-11-28 gregorian
  list

BG, Bulgaria, Sofia
  julian; 1916-04-14 gregorian
  bulgaria supplement

TR, Turkey, Ottoman Empire, Constantinople, Istanbul, Ankara
  islamic; 1840-03-13 rumi islamic; 1926-01-01 gregorian
  ottoman turkey

RU, Russia, Russian Empire, Soviet Russia, RSFSR, Soviet Union, USSR, Moscow, Petrograd, Saint Petersburg, St.
Petersburg, Leningrad
  julian; 1918-02-14 gregorian
  russia

EE, Estonia, Reval, Tallinn
  julian; 1918-02-14 gregorian
  russia

LV, Latvia, Riga, Livonia, Courland
  julian; 1582-10-15 julian gregorian; 1918-02-14 gregorian
  russia list

LT, Lithuania, Vilnius, Vilna, BY, Belarus, Minsk
  julian; 1582-10-15 julian gregorian; 1800-01-12 julian; 1915-05-25 julian gregorian; 1918-02-14 gregorian
  russia list

UA, Ukraine
  julian; 1582-10-15 julian gregorian; 1918-03-01 gregorian
  ukraine

Ukrainian People's Republic, Kiev, Kyiv, Kharkov, Kharkiv, Odessa
  julian; 1918-03-01 gregorian
  ukraine

Transcaucasia, Caucasus, GE, Georgia, Tiflis, Tbilisi, AM, Armenia, AZ, Azerbaijan, Baku
  julian; 1918-05-01 gregorian
  list

RS, Serbia, Belgrade, ME, Montenegro, MK, North Macedonia, Yugoslavia, Kingdom of Serbs Croats and Slovenes
  julian; 1919-01-28 gregorian
  yugoslavia

RO, Romania, Rumania, Wallachia, Moldavia, Bucharest, Jassy, MD, Moldova, Bessarabia
  julian; 1919-04-14 gregorian
  romania

GR, Greece, Athens
  julian; 1923-03-01 gregorian
  greece supplement
"""
