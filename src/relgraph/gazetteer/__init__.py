"""Known names of countries, places and public bodies."""

from relgraph.gazetteer.lookup import body, country, country_code, is_demonym, place
from relgraph.gazetteer.tables import Known

__all__ = ["Known", "body", "country", "country_code", "is_demonym", "place"]
