package dev.flagledger.contract.audit.line;

import dev.flagledger.api.Subject;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line that an event writes into the audit log.
 *
 * @param relatedObject the object that changed; null for kinds that the contract has no name for, such as tags and keys
 * @param changes the changed fields; may be empty
 * @param redaction null if the line contains no personal data. The author's is not meant: it is stored apart
 */
public record AuditLine(
        String log,
        Place place,
        @Nullable RelatedObject relatedObject,
        ChangeType changeType,
        List<FieldChange> changes,
        @Nullable Redaction redaction) {

    /** A line without personal data. */
    public AuditLine(
            String log,
            Place place,
            @Nullable RelatedObject relatedObject,
            ChangeType changeType,
            List<FieldChange> changes) {
        this(log, place, relatedObject, changeType, changes, null);
    }

    /**
     * The form of a line after the erasure of the person whose data it contains.
     *
     * @param log replaces the line's text, as {@code changes} replaces its changes
     */
    public record Redaction(Subject subject, String log, List<FieldChange> changes) {}

    /**
     * Adds redactions to lines.
     *
     * @param redacted the same lines in the same order, as they read after the subject's erasure
     */
    public static Stream<AuditLine> redactable(Subject subject, Stream<AuditLine> lines, Stream<AuditLine> redacted) {
        var replacements = redacted.iterator();
        return lines.toList().stream().map(line -> line.redactable(subject, replacements.next()));
    }

    private AuditLine redactable(Subject subject, AuditLine redacted) {
        return new AuditLine(
                log,
                place,
                relatedObject,
                changeType,
                changes,
                new Redaction(subject, redacted.log(), redacted.changes()));
    }

    /**
     * Where the change took place.
     *
     * @param projectId null for changes of an organisation as a whole
     * @param environmentId null for changes of a project as a whole
     */
    public record Place(
            int organisationId,
            @Nullable Integer projectId,
            @Nullable Integer environmentId) {

        public static Place of(Project project) {
            return new Place(project.organisationId(), project.id(), null);
        }

        public static Place of(Project project, int environmentId) {
            return new Place(project.organisationId(), project.id(), environmentId);
        }
    }

    /**
     * The object that changed.
     *
     * @param id null for versions, which have only a uuid
     */
    public record RelatedObject(
            RelatedObjectType type, @Nullable Integer id, UUID uuid) {

        public static RelatedObject ofVersion(UUID uuid) {
            return new RelatedObject(RelatedObjectType.EF_VERSION, null, uuid);
        }

        public static RelatedObject of(Feature feature) {
            return new RelatedObject(RelatedObjectType.FEATURE, feature.id(), feature.uuid());
        }

        public static RelatedObject of(FeatureState state) {
            return new RelatedObject(RelatedObjectType.FEATURE_STATE, state.id(), state.uuid());
        }

        public static RelatedObject of(Segment segment) {
            return new RelatedObject(RelatedObjectType.SEGMENT, segment.id(), segment.uuid());
        }

        public static RelatedObject of(Environment environment) {
            return new RelatedObject(RelatedObjectType.ENVIRONMENT, environment.id(), environment.uuid());
        }
    }

    /** The types of related objects, by their names on the wire. */
    public enum RelatedObjectType {
        FEATURE,
        FEATURE_STATE,
        SEGMENT,
        ENVIRONMENT,
        EF_VERSION,
        FEATURE_HEALTH
    }

    /** The kind of change, by its name on the wire; {@code UNKNOWN} for objects that the contract keeps no history of. */
    public enum ChangeType {
        CREATE,
        UPDATE,
        DELETE,
        UNKNOWN
    }
}
