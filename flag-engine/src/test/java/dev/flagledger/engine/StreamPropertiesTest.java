package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The state of a flag follows from its initial state and its own stream, which aggregates rely on. */
class StreamPropertiesTest {

    @Property
    void aFlagFoldedFromItsStreamEqualsThatOfTheInstallation(@ForAll(supplier = Plays.class) Play play) {
        play.history().state().projects().values().stream()
                .flatMap(project -> project.environments().values().stream())
                .flatMap(environment -> environment.flags().values().stream())
                .forEach(flag -> assertSame(flag, ofItsStream(flag, play.history())));
    }

    private static Flag ofItsStream(Flag flag, History history) {
        var own = flag.beginning();
        for (var recorded : history.events()) {
            if (recorded.event() instanceof FlagEvent event
                    && event.environmentId() == flag.environmentId()
                    && event.featureId() == flag.featureId()) {
                own = own.evolve(event, recorded.at());
            }
        }
        return own;
    }

    /** Compares without shares, which depend on options, and priorities, in which deleted segments leave gaps. */
    private static void assertSame(Flag flag, Flag own) {
        assertSame(flag.environmentDefault(), own.environmentDefault());
        flag.segments().forEach((segmentId, override) -> {
            var known = own.segment(segmentId);
            assertThat(known.featureSegmentId()).isEqualTo(override.featureSegmentId());
            assertThat(known.state() == null).isEqualTo(override.state() == null);
            if (known.state() != null && override.state() != null) {
                assertSame(override.state(), known.state());
            }
        });
    }

    private static void assertSame(FeatureState state, FeatureState own) {
        assertThat(own.id()).isEqualTo(state.id());
        assertThat(own.uuid()).isEqualTo(state.uuid());
        assertThat(own.enabled()).isEqualTo(state.enabled());
        assertThat(own.value()).isEqualTo(state.value());
    }
}
