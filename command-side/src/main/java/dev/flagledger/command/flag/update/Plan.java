package dev.flagledger.command.flag.update;

import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Start;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.update.WantedState.Weight;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.SegmentOverride;
import dev.flagledger.installation.id.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what requests want of a flag into changes of it, with all ids that they take. */
@Component
final class Plan {

    private final Ids ids;

    Plan(Ids ids) {
        this.ids = ids;
    }

    /** What becomes of a state that is there. */
    SettingChange change(WantedState asked, Setting now) {
        return new SettingChange(asked.enabled(), asked.value(), shares(asked.weights(), now.variants()));
    }

    /**
     * What becomes of the overrides.
     *
     * @param otherwise what a new override is set to where nothing is said
     * @param complete whether overrides that are not named are to go
     */
    OverrideChanges overrides(Flag flag, List<WantedState.OfSegment> asked, Setting otherwise, boolean complete) {
        var changed = asked.stream()
                .map(override -> upsert(flag, override, otherwise))
                .toList();
        var named = asked.stream().map(WantedState.OfSegment::segmentId).toList();
        var removed = complete
                ? flag.order().withState().stream()
                        .map(SegmentOverride::segmentId)
                        .filter(segmentId -> !named.contains(segmentId))
                        .toList()
                : List.<Integer>of();
        return new OverrideChanges(changed, removed, priorities(flag, asked, removed));
    }

    private Upsert upsert(Flag flag, WantedState.OfSegment asked, Setting otherwise) {
        var known = flag.segments().get(asked.segmentId());
        var state = known == null ? null : known.state();
        if (state != null) {
            return new Upsert(asked.segmentId(), change(asked.state(), state.setting()), null);
        }
        var shares = shares(
                asked.state().weights() == null
                        ? weights(otherwise)
                        : asked.state().weights(),
                List.of());
        var start = new SettingChange(asked.state().enabled(), asked.state().value(), shares)
                .onto(new Setting(otherwise.enabled(), otherwise.value()));
        var drawn = new OverrideIds(
                ids.next(Ids.Kind.FEATURE_STATE),
                UUID.randomUUID(),
                ids.next(Ids.Kind.FEATURE_SEGMENT),
                UUID.randomUUID());
        return new Upsert(asked.segmentId(), SettingChange.to(start), new Start(drawn, start));
    }

    private static List<Weight> weights(Setting setting) {
        return setting.variants().stream()
                .map(share -> new Weight(share.optionId(), share.percentage()))
                .toList();
    }

    /** Null to leave them, also if they are what is there. */
    private @Nullable List<Variant> shares(@Nullable List<Weight> weights, List<Variant> now) {
        if (weights == null) {
            return null;
        }
        var shares = new ArrayList<Variant>();
        for (var weight : weights) {
            int id = now.stream()
                    .filter(share -> share.optionId() == weight.optionId())
                    .map(Variant::id)
                    .findAny()
                    .orElseGet(() -> ids.next(Ids.Kind.VARIANT));
            shares.add(new Variant(id, weight.optionId(), weight.percentage()));
        }
        return new HashSet<>(shares).equals(new HashSet<>(now)) ? null : List.copyOf(shares);
    }

    /** Those that are asked for, if anybody has to move for them. */
    private static Map<Integer, Integer> priorities(
            Flag flag, List<WantedState.OfSegment> asked, List<Integer> removed) {
        var priorities = new TreeMap<Integer, Integer>();
        boolean moved = !removed.isEmpty();
        for (var override : asked) {
            var priority = override.priority();
            var known = flag.segments().get(override.segmentId());
            if (priority != null) {
                priorities.put(override.segmentId(), priority);
                moved |= known == null || !Objects.equals(priority, known.priority());
            }
        }
        return moved ? priorities : Map.of();
    }
}
