package dev.flagledger.command.grant;

import dev.flagledger.api.grant.Grant;

/** Grants creators of projects and environments everything on what they have created. */
@FunctionalInterface
public interface Creators {

    /** Does so in the caller's transaction; nothing if the creator is no member of the organisation. */
    void own(int organisationId, Grant grant);
}
