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
 * The payload of a webhook about a published version.
 *
 * @param featureStates the default, then the segment overrides
 * @param publishedBy null if the publisher is no user
 */
public record PublishedVersion(
        Named feature,
        List<StateOfVersion> featureStates,
        @Nullable Publisher publishedBy,
        UUID uuid) {

    /** A feature state. The contract does not include its segment. */
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

    /** The user who published the version. */
    public record Publisher(String email, int id) {}

    /**
     * The payload for an event; empty if the environment keeps no versions, or if the flag no longer exists.
     *
     * @param after the state after the event
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
