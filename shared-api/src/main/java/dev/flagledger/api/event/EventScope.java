package dev.flagledger.api.event;

import org.jspecify.annotations.Nullable;

/**
 * The objects that an event belongs to. The log is indexed by them.
 *
 * @param organisationId null if the event belongs to no organisation, for example that of an account
 * @param projectId null if the event belongs to no project
 * @param environmentId null if the event belongs to no environment
 * @param object the object that the event is about, as {@code kind:id}, for example {@code feature:901}
 */
public record EventScope(
        @Nullable Integer organisationId,
        @Nullable Integer projectId,
        @Nullable Integer environmentId,
        String object) {}
