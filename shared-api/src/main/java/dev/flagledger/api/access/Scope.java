package dev.flagledger.api.access;

/** The object on which a permission is held. */
public sealed interface Scope {

    /** The installation as a whole. */
    record Everywhere() implements Scope {}

    /** One account, on which only its owner holds permissions. */
    record OfUser(int userId) implements Scope {}

    /** One organisation. */
    record OfOrganisation(int organisationId) implements Scope {}

    /** One project. */
    record OfProject(int projectId) implements Scope {}

    /** One environment. */
    record OfEnvironment(int environmentId) implements Scope {}
}
