package dev.flagledger.query.audit;

import dev.flagledger.api.Subject;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Project;
import dev.flagledger.engine.state.Segment;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line that an event leaves in the audit log.
 *
 * @param about the thing that changed; null for a kind of thing that the contract has no name for, such as a tag or a key
 * @param changes what changed, field by field; may be empty
 * @param named whom it names; null for nobody. Who did it is not meant
 */
record AuditLine(
        String log,
        Place place,
        @Nullable About about,
        ChangeType changeType,
        List<FieldChange> changes,
        @Nullable Named named) {

    /** A line that names nobody. */
    AuditLine(String log, Place place, @Nullable About about, ChangeType changeType, List<FieldChange> changes) {
        this(log, place, about, changeType, changes, null);
    }

    /**
     * That a line names a person.
     *
     * @param log how the line reads once that person is erased, likewise {@code changes}
     */
    record Named(Subject subject, String log, List<FieldChange> changes) {}

    /** The same lines, which name a person; {@code erased} is how they read when that person is erased. */
    static Stream<AuditLine> naming(Subject subject, Stream<AuditLine> lines, Stream<AuditLine> erased) {
        var then = erased.iterator();
        return lines.toList().stream().map(line -> line.naming(subject, then.next()));
    }

    private AuditLine naming(Subject subject, AuditLine erased) {
        return new AuditLine(
                log, place, about, changeType, changes, new Named(subject, erased.log(), erased.changes()));
    }

    /**
     * Where it changed.
     *
     * @param projectId null for what concerns an organisation as a whole
     * @param environmentId null for what concerns a project as a whole
     */
    record Place(
            int organisationId,
            @Nullable Integer projectId,
            @Nullable Integer environmentId) {

        static Place of(Project project) {
            return new Place(project.organisationId(), project.id(), null);
        }

        static Place of(Project project, int environmentId) {
            return new Place(project.organisationId(), project.id(), environmentId);
        }
    }

    /** The thing that changed. */
    record About(RelatedType type, @Nullable Integer id, UUID uuid) {

        /** Versions have no id. */
        static About ofVersion(UUID uuid) {
            return new About(RelatedType.EF_VERSION, null, uuid);
        }

        static About of(Feature feature) {
            return new About(RelatedType.FEATURE, feature.id(), feature.uuid());
        }

        static About of(FeatureState state) {
            return new About(RelatedType.FEATURE_STATE, state.id(), state.uuid());
        }

        static About of(Segment segment) {
            return new About(RelatedType.SEGMENT, segment.id(), segment.uuid());
        }

        static About of(Environment environment) {
            return new About(RelatedType.ENVIRONMENT, environment.id(), environment.uuid());
        }
    }

    /** The kinds of things that lines are about, by the names that the wire has for them. */
    enum RelatedType {
        FEATURE,
        FEATURE_STATE,
        SEGMENT,
        ENVIRONMENT,
        EF_VERSION,
        FEATURE_HEALTH
    }

    /** What became of the thing; unknown for what the contract has no history of. */
    enum ChangeType {
        CREATE,
        UPDATE,
        DELETE,
        UNKNOWN
    }
}
