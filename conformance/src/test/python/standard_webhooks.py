"""Verifies a message by each of some secrets, as the library's documentation shows it."""
import json
import os

from standardwebhooks.webhooks import Webhook, WebhookVerificationError


def verified(secret: str) -> bool:
    key = secret if secret.startswith("whsec_") else secret.encode()
    try:
        Webhook(key).verify(os.environ["BODY"], json.loads(os.environ["HEADERS"]))
        return True
    except WebhookVerificationError:
        return False


print(json.dumps([verified(secret) for secret in json.loads(os.environ["SECRETS"])]))
