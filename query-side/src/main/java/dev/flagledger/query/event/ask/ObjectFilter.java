package dev.flagledger.query.event.ask;

import org.jspecify.annotations.Nullable;

/**
 * The objects that events are about. Null stands for any.
 *
 * @param object the very object, as {@code kind:id}
 */
public record ObjectFilter(
        @Nullable String object,
        @Nullable Integer project,
        @Nullable Integer environment,
        @Nullable Integer feature,
        @Nullable Integer segment,
        @Nullable Integer identity) {

    /** The same filter, of one feature. */
    ObjectFilter ofFeature(int id) {
        return new ObjectFilter(object, project, environment, id, segment, identity);
    }

    /** The same filter, of one identity. */
    ObjectFilter ofIdentity(int id, int environmentId) {
        return new ObjectFilter(object, project, environmentId, feature, segment, id);
    }

    EventCriteria restrict(EventCriteria criteria) {
        return criteria.equal("object", object)
                .equal("project_id", project)
                .equal("environment_id", environment)
                .equal("feature_id", feature)
                .equal("segment_id", segment)
                .equal("identity_id", identity);
    }
}
