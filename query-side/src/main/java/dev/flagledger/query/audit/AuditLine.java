package dev.flagledger.query.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line that an event leaves in the audit log.
 *
 * @param environmentId null for what concerns a project as a whole
 * @param relatedId the id of the thing that changed
 * @param changes what changed, field by field; may be empty
 */
record AuditLine(
        String log,
        int projectId,
        @Nullable Integer environmentId,
        RelatedType relatedType,
        int relatedId,
        UUID relatedUuid,
        ChangeType changeType,
        List<FieldChange> changes) {

    /** The kinds of things that lines are about, by the names that the wire has for them. */
    enum RelatedType {
        FEATURE,
        FEATURE_STATE,
        SEGMENT,
        ENVIRONMENT
    }

    /** What became of the thing. */
    enum ChangeType {
        CREATE,
        UPDATE
    }
}
