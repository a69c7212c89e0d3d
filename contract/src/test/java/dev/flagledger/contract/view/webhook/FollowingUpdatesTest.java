package dev.flagledger.contract.view.webhook;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.Play;
import dev.flagledger.engine.Plays;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Properties of all payloads of a receiver. */
class FollowingUpdatesTest {

    @Property(tries = 5_000)
    void eachPreviousStateEqualsTheNewStateBefore(@ForAll(supplier = Plays.class) Play play) {
        Map<Key, FlagUpdate.StateView> told = new HashMap<>();
        var before = Installation.EMPTY;
        for (var event : play.history().events()) {
            var after = before.evolve(event);
            for (var change : FlagChange.of(before, event, after)) {
                var update = FlagUpdate.of(event, change);
                var previous = update.previousState();
                assertThat(previous == null).isEqualTo(change.before() == null);
                var last = told.put(Key.of(change), update.newState());
                if (last != null && previous != null) {
                    assertThat(previous.enabled()).isEqualTo(last.enabled());
                    assertThat(previous.featureStateValue()).isEqualTo(last.featureStateValue());
                    assertThat(shares(previous)).isEqualTo(shares(last));
                }
            }
            before = after;
        }
    }

    /** By option: values of options change without a message. */
    private static Map<Integer, Double> shares(FlagUpdate.StateView state) {
        return state.multivariateFeatureStateValues().stream()
                .collect(toMap(
                        share -> share.multivariateFeatureOption().id(), MultivariateShareView::percentageAllocation));
    }

    /** The target of a state. */
    private record Key(int environment, int feature, String target) {
        static Key of(FlagChange change) {
            var target = switch (change.target()) {
                case Target.Everyone _ -> "everyone";
                case Target.OfSegment of -> "segment " + of.segment().id();
                case Target.OfIdentity of -> "identity " + of.identityId();
            };
            return new Key(change.environment().id(), change.feature().id(), target);
        }
    }
}
