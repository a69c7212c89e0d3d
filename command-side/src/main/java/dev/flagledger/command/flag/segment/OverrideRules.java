package dev.flagledger.command.flag.segment;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.OverrideTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Limits;
import dev.flagledger.engine.state.project.Segment;
import java.util.Map;
import java.util.Optional;

/** Rules for creating segment overrides. */
public final class OverrideRules {

    private OverrideRules() {}

    /**
     * Whether this many more overrides exceed the environment's limit. Concurrent requests may exceed it slightly,
     * which is harmless: the limit only keeps responses small.
     */
    static boolean exceedsLimit(Environment environment, int more) {
        return more > 0 && StateLocator.places(environment).count() + more > Limits.SEGMENT_OVERRIDES;
    }

    /** Rejects if this many more overrides exceed the limit. */
    public static void requireRoom(Environment environment, int more) {
        if (exceedsLimit(environment, more)) {
            throw new Rejected(new Rejection.Full(Limit.SEGMENT_OVERRIDES));
        }
    }

    /** The feature that the segment was made for, if it is another one; empty if the segment may override this feature. */
    public static Optional<Integer> foreignFeature(Segment segment, int featureId) {
        return Optional.ofNullable(segment.definition().featureId()).filter(only -> only != featureId);
    }

    /** Rejects the field {@code feature} if the segment was made for another feature. */
    public static void requireUsable(Form form, Segment segment, int featureId) {
        foreignFeature(segment, featureId)
                .ifPresent(only -> form.reject("feature", OverrideTexts.foreignSegment(only)));
    }

    /** The environment that the field names; forbidden if there is none, since the permission depends on it. */
    static Environment environment(AccessContext access, Form form, String field) {
        return TextRules.textOf(form.raw(field))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(id -> access.mayOnSome(Permission.MANAGE_SEGMENT_OVERRIDES, new Scope.OfEnvironment(id)))
                .flatMap(id -> access.installation().environment(id))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    /** The requested priority; empty if omitted. */
    public static Optional<Integer> priority(Form form) {
        var priority = form.integerOrNull("priority", null);
        if (priority != null) {
            requirePriority(form, priority);
        }
        return Optional.ofNullable(priority);
    }

    /** Rejects negative priorities. */
    static void requirePriority(Form form, int priority) {
        if (priority < 0) {
            form.reject("priority", FieldTexts.atLeast(0));
        }
    }

    /** The id in the field, which must be a key of the map. */
    public static int knownId(Form form, String field, Map<Integer, ?> known) {
        int id = form.integer(field);
        if (form.has(field) && !known.containsKey(id)) {
            form.reject(field, FieldTexts.noSuchObject(id));
        }
        return id;
    }
}
