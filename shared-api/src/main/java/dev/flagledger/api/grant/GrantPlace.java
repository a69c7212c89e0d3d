package dev.flagledger.api.grant;

import dev.flagledger.api.access.Scope;

/**
 * An object on which permissions are granted.
 *
 * @param id id of the organisation, project or environment
 */
public record GrantPlace(Kind kind, int id) {

    /** Kinds of objects, from the widest to the narrowest. */
    public enum Kind {
        ORGANISATION,
        PROJECT,
        ENVIRONMENT
    }

    public static GrantPlace organisation(int id) {
        return new GrantPlace(Kind.ORGANISATION, id);
    }

    public static GrantPlace project(int id) {
        return new GrantPlace(Kind.PROJECT, id);
    }

    public static GrantPlace environment(int id) {
        return new GrantPlace(Kind.ENVIRONMENT, id);
    }

    /** Returns the object as a scope. */
    public Scope scope() {
        return switch (kind) {
            case ORGANISATION -> new Scope.OfOrganisation(id);
            case PROJECT -> new Scope.OfProject(id);
            case ENVIRONMENT -> new Scope.OfEnvironment(id);
        };
    }
}
