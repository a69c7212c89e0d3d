"""OpenFeature's SDK for servers, with the provider of OpenFeature's own protocol."""

import json
import os
from urllib.parse import urljoin

from openfeature import api
from openfeature.contrib.provider.ofrep import OFREPProvider
from openfeature.evaluation_context import EvaluationContext

key = os.environ["FLAGLEDGER_CLIENT_KEY"]
people = json.loads(os.environ["FLAGLEDGER_PEOPLE"])

provider = OFREPProvider(
    urljoin(os.environ["FLAGLEDGER_API"], "/"),
    headers_factory=lambda: {"Authorization": f"bearer {key}"},
)
api.set_provider_and_wait(provider)
client = api.get_client()


def told(evaluated):
    return {
        "value": evaluated.value,
        "variant": evaluated.variant,
        "reason": evaluated.reason,
        "error": evaluated.error_code and evaluated.error_code.value,
    }


identities = {}
for person in people:
    context = EvaluationContext(person["identifier"], person["traits"])
    identities[person["identifier"]] = {
        "banner": told(client.get_string_details("banner", "none", context)),
        "shade": told(client.get_string_details("shade", "none", context)),
    }

anybody = EvaluationContext("anybody")
print(
    json.dumps(
        {
            "identities": identities,
            "plain": told(client.get_boolean_details("plain", False, anybody)),
            "limit": told(client.get_integer_details("limit", 0, anybody)),
            "dark": told(client.get_string_details("dark", "none", anybody)),
            "slash": told(client.get_string_details("team/greeting", "none", anybody)),
            "backslash": told(client.get_string_details("team\\greeting", "none", anybody)),
            "missing": told(client.get_string_details("nothing", "none", anybody)),
        }
    )
)
