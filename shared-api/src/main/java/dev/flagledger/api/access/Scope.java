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

    /** One group of an organisation. */
    record OfGroup(int organisationId, int groupId) implements Scope {}

    /** One feature of a project, on which permissions that are limited by tags may be held. */
    record OfFeature(int projectId, int featureId) implements Scope {}

    /** One feature in an environment, on which permissions that are limited by tags may be held. */
    record OfFlag(int environmentId, int featureId) implements Scope {}
}
