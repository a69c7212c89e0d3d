package dev.flagledger.webhook.outbox;

import dev.flagledger.api.Subject;
import dev.flagledger.contract.audit.line.AuditLine;
import dev.flagledger.contract.audit.line.AuditLine.Redaction;
import dev.flagledger.engine.change.FlagChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log.
 *
 * @param number its place among the lines of all events that are read together, from 1
 * @param featureId that of the related object, if it is a feature or a state of one
 */
record Audited(AuditLine line, int number, @Nullable Integer featureId) implements News {

    static Audited of(AuditLine line, int number, List<FlagChange> changes) {
        return new Audited(line, number, featureOf(line, changes));
    }

    private static @Nullable Integer featureOf(AuditLine line, List<FlagChange> changes) {
        var related = line.relatedObject();
        if (related == null) {
            return null;
        }
        return switch (related.type()) {
            case FEATURE -> related.id();
            case FEATURE_STATE ->
                changes.stream()
                        .filter(change -> isOfState(change, related.id()))
                        .map(change -> change.feature().id())
                        .findFirst()
                        .orElse(null);
            case SEGMENT, ENVIRONMENT, EF_VERSION, FEATURE_HEALTH -> null;
        };
    }

    private static boolean isOfState(FlagChange change, @Nullable Integer id) {
        var after = change.after();
        var state = after == null ? change.before() : after;
        return state != null && Objects.equals(state.id(), id);
    }

    @Override
    public int organisationId() {
        return line.place().organisationId();
    }

    @Override
    public @Nullable Integer environmentId() {
        return line.place().environmentId();
    }

    /** Whether it is about the organisation itself, and not about a project of it. */
    boolean isOfOrganisation() {
        return line.place().projectId() == null;
    }

    @Override
    public @Nullable Integer identityId() {
        return named(Subject.Kind.IDENTITY);
    }

    @Override
    public @Nullable Integer userId() {
        return named(Subject.Kind.USER);
    }

    private @Nullable Integer named(Subject.Kind kind) {
        return Optional.ofNullable(line.redaction())
                .map(Redaction::subject)
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .orElse(null);
    }
}
