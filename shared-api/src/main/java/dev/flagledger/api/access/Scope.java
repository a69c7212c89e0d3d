package dev.flagledger.api.access;

/** The thing that a right is held on. */
public sealed interface Scope {

    /** The installation as a whole. */
    record Everywhere() implements Scope {}

    /** One account; only its owner has rights on it. */
    record OfUser(int userId) implements Scope {}

    /** One organisation. */
    record OfOrganisation(int organisationId) implements Scope {}

    /** One project. */
    record OfProject(int projectId) implements Scope {}

    /** One environment. */
    record OfEnvironment(int environmentId) implements Scope {}
}
