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
        ORGANISATION
    }

    public static WebhookOwner environment(int id) {
        return new WebhookOwner(Kind.ENVIRONMENT, id);
    }

    public static WebhookOwner organisation(int id) {
        return new WebhookOwner(Kind.ORGANISATION, id);
    }

    /** Returns the scope on which the permission for the webhook is needed. */
    public Scope scope() {
        return switch (kind) {
            case ENVIRONMENT -> new Scope.OfEnvironment(id);
            case ORGANISATION -> new Scope.OfOrganisation(id);
        };
    }
}
