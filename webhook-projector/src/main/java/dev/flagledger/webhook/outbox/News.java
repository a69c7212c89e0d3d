package dev.flagledger.webhook.outbox;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.webhook.ExtraType;
import dev.flagledger.contract.audit.event.AuditLines;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that an event tells. Its place among those of the event is the ordinal of its messages. */
sealed interface News permits News.OfFlag, News.Published, News.Segmented, Audited {

    int organisationId();

    /** The environment that it is about; null for a whole project or organisation. */
    @Nullable Integer environmentId();

    /** The feature that it is about; null for none. */
    @Nullable Integer featureId();

    /** The identity whose data it contains; null for none. */
    default @Nullable Integer identityId() {
        return null;
    }

    /** The user, beside the author, whose data it contains; null for none. */
    default @Nullable Integer userId() {
        return null;
    }

    /** A change of a flag. */
    sealed interface OfFlag extends News {

        FlagChange change();

        @Override
        default int organisationId() {
            return change().project().organisationId();
        }

        @Override
        default Integer environmentId() {
            return change().environment().id();
        }

        @Override
        default Integer featureId() {
            return change().feature().id();
        }

        @Override
        default @Nullable Integer identityId() {
            return change().target() instanceof Target.OfIdentity of ? Integer.valueOf(of.identityId()) : null;
        }
    }

    /** A change of a flag, of which every webhook is told. */
    record Changed(FlagChange change) implements OfFlag {}

    /** The same change for those who ask to be told of its kind. */
    record Singled(ExtraType type, FlagChange change) implements OfFlag {

        static Stream<Singled> of(FlagChange change) {
            boolean override = !(change.target() instanceof Target.Everyone);
            if (change.before() == null) {
                return Stream.of(new Singled(override ? ExtraType.OVERRIDE_CREATED : ExtraType.FLAG_CREATED, change));
            }
            return override && change.after() == null
                    ? Stream.of(new Singled(ExtraType.OVERRIDE_REMOVED, change))
                    : Stream.empty();
        }
    }

    /** A version was published. */
    record Published(int organisationId, VersionPublished event, PublishedVersion version) implements News {

        static Stream<Published> of(RecordedEvent recorded, VersionPublished event, Installation after) {
            return after.projectOfEnvironment(event.environmentId()).stream()
                    .flatMap(project -> PublishedVersion.of(recorded, event, after).stream()
                            .map(version -> new Published(project.organisationId(), event, version)));
        }

        @Override
        public Integer environmentId() {
            return event.environmentId();
        }

        @Override
        public Integer featureId() {
            return event.featureId();
        }
    }

    /**
     * A segment was edited, as one environment sees it.
     *
     * @param before the state before the event
     */
    record Segmented(int organisationId, Environment environment, int segmentId, Installation before) implements News {

        static Stream<Segmented> of(Installation before, SegmentChanged event, Installation after) {
            return after.projectOfSegment(event.segmentId()).stream()
                    .flatMap(project -> project.environments().values().stream()
                            .map(environment ->
                                    new Segmented(project.organisationId(), environment, event.segmentId(), before)));
        }

        @Override
        public Integer environmentId() {
            return environment.id();
        }

        @Override
        public @Nullable Integer featureId() {
            return null;
        }
    }

    /**
     * What an event tells, in the order to tell it.
     *
     * @param lines the number of lines of the events that are read together with it and come before it
     */
    static List<News> of(Installation before, RecordedEvent recorded, Installation after, int lines) {
        var changes = FlagChange.of(before, recorded, after);
        var own = switch (recorded.event()) {
            case VersionPublished e -> Published.of(recorded, e, after);
            case SegmentChanged e -> Segmented.of(before, e, after);
            default -> Stream.<News>empty();
        };
        var audited = AuditLines.of(before, recorded, after, changes);
        var told = Stream.<News>builder();
        changes.forEach(change -> told.add(new Changed(change)));
        own.forEach(told::add);
        changes.stream().flatMap(Singled::of).forEach(told::add);
        for (int i = 0; i < audited.size(); i++) {
            told.add(Audited.of(audited.get(i), lines + i + 1, changes));
        }
        return told.build().toList();
    }
}
