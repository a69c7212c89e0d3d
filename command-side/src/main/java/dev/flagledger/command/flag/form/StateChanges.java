package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.engine.state.flag.Settings;
import dev.flagledger.installation.id.Ids;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns requests for feature states into changes with all ids resolved. */
@Component
public final class StateChanges {

    private final Ids ids;

    StateChanges(Ids ids) {
        this.ids = ids;
    }

    /** The change that the request makes to a state with this setting. */
    public SettingChange change(StateRequest requested, Setting current) {
        var shares = requested.shares();
        var changed = shares == null ? null : resolved(shares, current.variants());
        boolean same = changed != null && new HashSet<>(changed).equals(new HashSet<>(current.variants()));
        return new SettingChange(requested.enabled(), requested.value(), same ? null : changed);
    }

    /** The setting of a new state; omitted values are taken from the other setting. */
    public Setting start(StateRequest requested, Setting fallback) {
        var shares = requested.shares() == null ? StateRequest.shares(fallback) : requested.shares();
        var change = new SettingChange(requested.enabled(), requested.value(), resolved(shares, List.of()));
        return Settings.changed(fallback, change);
    }

    /** Ids for a new segment override. */
    public OverrideIds idsOfOverride() {
        return idsOfOverrides(1).next();
    }

    /** Ids for this many segment overrides, allocated in one go. */
    public Iterator<OverrideIds> idsOfOverrides(int count) {
        var states = ids.many(Ids.Kind.FEATURE_STATE, count);
        var places = ids.many(Ids.Kind.FEATURE_SEGMENT, count);
        return Stream.generate(
                        () -> new OverrideIds(states.next(), UUID.randomUUID(), places.next(), UUID.randomUUID()))
                .limit(count)
                .iterator();
    }

    private List<Variant> resolved(List<Share> requested, List<Variant> current) {
        if (requested.isEmpty()) {
            return List.of();
        }
        var missing = requested.stream()
                .filter(share -> idOf(share, current).isEmpty())
                .count();
        var newIds = ids.many(Ids.Kind.VARIANT, Math.toIntExact(missing));
        return requested.stream()
                .map(share ->
                        new Variant(idOf(share, current).orElseGet(newIds::next), share.optionId(), share.percentage()))
                .toList();
    }

    private static Optional<Integer> idOf(Share share, List<Variant> current) {
        return current.stream()
                .map(Variant::id)
                .filter(id -> id.equals(share.id()))
                .findAny()
                .or(() -> current.stream()
                        .filter(variant -> variant.optionId() == share.optionId())
                        .map(Variant::id)
                        .findAny());
    }
}
