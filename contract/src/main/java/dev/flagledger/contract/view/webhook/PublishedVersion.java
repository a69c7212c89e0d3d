package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.contract.view.webhook.FlagUpdate.Named;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version that went live, as receivers of webhooks are told of it.
 *
 * @param featureStates all that the version has, the default first
 * @param publishedBy null if it was no user
 */
public record PublishedVersion(
        Named feature,
        List<StateOfVersion> featureStates,
        @Nullable Publisher publishedBy,
        UUID uuid) {

    /** A feature state; receivers are not told whom it is for. */
    public record StateOfVersion(
            boolean enabled,
            List<MultivariateShareView> multivariateFeatureStateValues,
            @Nullable Object value) {

        static StateOfVersion of(Feature feature, FeatureState state) {
            return new StateOfVersion(
                    state.enabled(),
                    MultivariateShareView.of(feature, state),
                    state.value().plain());
        }
    }

    /** Who published it. */
    public record Publisher(String email, int id) {}

    /**
     * The version that the event published; empty where no versions are kept, or where its flag is gone.
     *
     * @param after the installation with the event
     */
    public static Optional<PublishedVersion> of(RecordedEvent recorded, VersionPublished event, Installation after) {
        return after.projectOfEnvironment(event.environmentId())
                .filter(project -> project.features().containsKey(event.featureId()))
                .flatMap(project -> of(recorded, event, project));
    }

    private static Optional<PublishedVersion> of(RecordedEvent recorded, VersionPublished event, Project project) {
        var feature = project.feature(event.featureId());
        var flag = project.environment(event.environmentId()).flag(feature.id());
        var actor = recorded.actor();
        var user = actor.userId();
        return flag.versions()
                .live()
                .map(_ -> new PublishedVersion(
                        new Named(feature.id(), feature.name()),
                        flag.states()
                                .filter(state -> state.identity() == null)
                                .map(state -> StateOfVersion.of(feature, state.state()))
                                .toList(),
                        user == null ? null : new Publisher(actor.name(), user),
                        event.version()));
    }
}
