"""Known names of countries, places and public bodies."""

from relgraph.gazetteer.lookup import (
    begins_person,
    body,
    country,
    country_code,
    is_demonym,
    place,
)
from relgraph.gazetteer.tables import Known

__all__ = ["Known", "begins_person", "body", "country", "country_code", "is_demonym", "place"]
