package dev.flagledger.api.webhook;

import dev.flagledger.api.access.Scope;

/**
 * The owner of a webhook, with which it is deleted.
 *
 * @param id the owner's id
 */
public record WebhookOwner(Kind kind, int id) {

    /** What may own webhooks. */
    public enum Kind {
        /** Its webhooks are told of changes of its flags. */
        ENVIRONMENT,
        /** Its webhooks are told of its audit log and of changes of the flags of all its environments. */
        ORGANISATION,
        /** An environment whose one webhook of this kind is told of evaluations for identities. */
        IDENTITIES
    }

    public static WebhookOwner environment(int id) {
        return new WebhookOwner(Kind.ENVIRONMENT, id);
    }

    /** Returns an environment as the owner of the webhook that is told of evaluations for identities. */
    public static WebhookOwner identities(int environmentId) {
        return new WebhookOwner(Kind.IDENTITIES, environmentId);
    }

    public static WebhookOwner organisation(int id) {
        return new WebhookOwner(Kind.ORGANISATION, id);
    }

    /** Returns the scope on which the permission for the webhook is needed. */
    public Scope scope() {
        return switch (kind) {
            case ENVIRONMENT, IDENTITIES -> new Scope.OfEnvironment(id);
            case ORGANISATION -> new Scope.OfOrganisation(id);
        };
    }
}
