package dev.flagledger.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationCreated;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.organisation.OrganisationSettings;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lookups of projects. */
class ProjectsTest {

    private static final int OTHER = 50;

    private final History history = Shop.withBasket()
            .then(
                    Shop.segment(),
                    new OrganisationCreated(
                            OTHER, Shop.id(OTHER), new OrganisationSettings("Other", null, false, false)),
                    new ProjectCreated(51, Shop.id(51), OTHER, Shop.project(false)));

    static Stream<Named<Function<Installation, Optional<?>>>> ways() {
        return Stream.of(
                Named.of("by id", state -> state.project(Shop.PROJECT)),
                Named.of("by environment", state -> state.projectOfEnvironment(Shop.LIVE)),
                Named.of("by feature", state -> state.projectOfFeature(Shop.BASKET)),
                Named.of("by segment", state -> state.projectOfSegment(Shop.BETA)),
                Named.of("the environment itself", state -> state.environment(Shop.LIVE)),
                Named.of("the environment by its key", state -> state.environmentOfKey("key-5")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void existingObjectsAreFound(Function<Installation, Optional<?>> way) {
        assertThat(way.apply(history.state())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aWithheldProjectIsRejected(Function<Installation, Optional<?>> way) {
        var withheld = history.state().withheld(Shop.PROJECT);

        assertThatThrownBy(() -> way.apply(withheld))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Withheld()));
        assertThat(withheld.project(51)).as("others go on").isPresent();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void deletedProjectsAreNotFound(Function<Installation, Optional<?>> way) {
        for (var end : List.of(new ProjectDeleted(Shop.PROJECT), new OrganisationDeleted(Shop.ORGANISATION))) {
            var ended = Shop.withBasket().then(Shop.segment(), end).state();

            assertThat(way.apply(ended)).isEmpty();
        }
    }

    @Test
    void deletedObjectsAreNotFoundButKeepTheirProjectId() {
        var state = history.then(
                        new EnvironmentDeleted(Shop.LIVE),
                        new FeatureDeleted(Shop.BASKET),
                        new SegmentDeleted(Shop.BETA))
                .state();

        assertThat(state.projectOfEnvironment(Shop.LIVE)).isEmpty();
        assertThat(state.projectOfFeature(Shop.BASKET)).isEmpty();
        assertThat(state.projectOfSegment(Shop.BETA)).isEmpty();
        assertThat(state.formerProjects().ofEnvironment(Shop.LIVE)).isEqualTo(Shop.PROJECT);
        assertThat(state.formerProjects().ofFeature(Shop.BASKET)).isEqualTo(Shop.PROJECT);
        assertThat(state.formerProjects().ofSegment(Shop.BETA)).isEqualTo(Shop.PROJECT);
        assertThat(state.formerProjects().ofSegment(99)).isNull();
    }

    /** The name is part of the documents. Whether it is a new one may depend on events that were pruned since. */
    @Test
    void changingAnOrganisationUpdatesItsEnvironmentsOnly() {
        history.then(Shop.environment(9, "Test"));
        var other = history.state().project(51);

        for (var name : List.of("Acme 2", "Acme 2")) {
            history.then(new OrganisationChanged(Shop.ORGANISATION, new OrganisationSettings(name, null, true, true)));
            assertThat(updatedAt())
                    .isEqualTo(List.of(
                            history.last().at(),
                            history.last().at(),
                            history.last().at()));
        }
        assertThat(history.state().project(51)).isEqualTo(other);
    }

    @Test
    void anUnknownProjectCannotBeDeleted() {
        history.then(new ProjectDeleted(Shop.PROJECT), new ProjectDeleted(Shop.PROJECT));

        assertThatThrownBy(() -> history.then(new ProjectDeleted(99)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("project 99");
    }

    private List<Instant> updatedAt() {
        return history.state().project(Shop.PROJECT).orElseThrow().environments().values().stream()
                .map(Environment::updatedAt)
                .toList();
    }
}
