package dev.flagledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.engine.change.Target;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Properties of changes in arbitrary histories. */
class ChangePropertiesTest {

    /**
     * Webhooks and audit records rely on this: the state before a change equals the state after the previous change of
     * the same flag and target. The first one has none, unless the flag was created with its environment.
     */
    @Property
    void aChangeStartsFromTheStateAfterThePreviousOne(@ForAll(supplier = Plays.class) Play play) {
        var events = play.history().events();
        Map<Key, @Nullable Setting> ended = new HashMap<>();
        var before = Installation.EMPTY;
        for (var event : events) {
            var after = before.evolve(event);
            for (var change : FlagChange.of(before, event, after)) {
                assertThat(setting(change.before())).isEqualTo(ended.get(Key.of(change)));
                ended.put(Key.of(change), setting(change.after()));
            }
            started(event, after).ifPresent(environment -> ended.putAll(settings(environment)));
            before = after;
        }
    }

    /** No change is missed, whatever event caused it. */
    @Property
    void allChangesTogetherLeadToTheCurrentState(@ForAll(supplier = Plays.class) Play play) {
        Map<Key, @Nullable Setting> ended = new HashMap<>();
        var before = Installation.EMPTY;
        for (var event : play.history().events()) {
            var after = before.evolve(event);
            FlagChange.of(before, event, after).forEach(change -> ended.put(Key.of(change), setting(change.after())));
            started(event, after).ifPresent(environment -> ended.putAll(settings(environment)));
            before = after;
        }

        Map<Key, @Nullable Setting> there = new HashMap<>();
        before.projects()
                .values()
                .forEach(project -> project.environments().values().forEach(in -> there.putAll(settings(in))));
        there.forEach((key, setting) -> assertThat(setting).isEqualTo(ended.get(key)));
        ended.forEach((key, setting) -> {
            // The overrides of a deleted feature are not reported.
            if (there.containsKey(key.everyone())) {
                assertThat(setting).isEqualTo(there.get(key));
            }
        });
    }

    /** Returns the environment that the event created. */
    private static Optional<Environment> started(RecordedEvent event, Installation after) {
        return switch (event.event()) {
            case EnvironmentCreated e -> after.environment(e.environmentId());
            case EnvironmentCloned e -> after.environment(e.environmentId());
            default -> Optional.empty();
        };
    }

    private static Map<Key, @Nullable Setting> settings(Environment environment) {
        Map<Key, @Nullable Setting> settings = new HashMap<>();
        int id = environment.id();
        environment.flags().forEach((feature, flag) -> {
            settings.put(new Key(id, feature, "everyone"), setting(flag.environmentDefault()));
            flag.segments()
                    .forEach((segment, override) ->
                            settings.put(new Key(id, feature, "segment " + segment), setting(override.state())));
            flag.identities()
                    .forEach((identity, override) ->
                            settings.put(new Key(id, feature, "identity " + identity), setting(override.state())));
        });
        return settings;
    }

    private static @Nullable Setting setting(@Nullable FeatureState state) {
        return state == null ? null : state.setting();
    }

    /** A flag and target. */
    private record Key(int environment, int feature, String target) {
        Key everyone() {
            return new Key(environment, feature, "everyone");
        }

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
