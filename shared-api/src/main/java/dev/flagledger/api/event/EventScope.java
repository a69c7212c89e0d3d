package dev.flagledger.api.event;

import org.jspecify.annotations.Nullable;

/**
 * Where an event belongs, so that the events of one organisation, project, environment or thing can be found without
 * reading all others.
 *
 * @param organisationId null for what belongs to no organisation, such as an account
 * @param projectId null for what belongs to no project
 * @param environmentId null for what belongs to no environment
 * @param object the thing that the event is about, as {@code kind:id}, for example {@code feature:901}
 */
public record EventScope(
        @Nullable Integer organisationId,
        @Nullable Integer projectId,
        @Nullable Integer environmentId,
        String object) {}
