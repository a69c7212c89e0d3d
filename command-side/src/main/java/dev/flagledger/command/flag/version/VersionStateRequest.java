package dev.flagledger.command.flag.version;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.project.VersionTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.text.InitialValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A requested change of one state in a version.
 *
 * @param segment null for the default
 * @param priority empty to keep the current one, or to append a new override
 * @param current the state's current setting, or its initial one
 */
record VersionStateRequest(
        @Nullable Integer segment, Optional<Integer> priority, StateRequest request, Setting current) {

    private static final String PLACE = "feature_segment";
    private static final String VALUE = "feature_state_value";

    /** Reads a new segment override; only segments can get new states. */
    static VersionStateRequest creation(Form form, AccessibleFlag access) {
        if (form.raw(PLACE).isNull()) {
            throw InvalidInput.fields(Map.of("message", VersionTexts.OVERRIDES_ONLY));
        }
        var place = place(form);
        var segment = segment(place, access);
        Optional.ofNullable(segment)
                .map(id -> access.project().segments().get(id))
                .ifPresent(known -> OverrideRules.requireUsable(
                        form, known, access.feature().id()));
        if (!form.has(VALUE)) {
            form.reject(VALUE, FieldTexts.REQUIRED);
        }
        return read(form, segment, place, access.feature(), start(access.feature()));
    }

    /** Reads a change of the default, or of a segment override if the request names a segment. */
    static VersionStateRequest change(Form form, AccessibleFlag access, Flag flag) {
        var place = place(form);
        var segment = segment(place, access);
        var current = segment == null ? flag.environmentDefault().setting() : current(access, flag, segment);
        return read(form, segment, place, access.feature(), current);
    }

    /** Reads a change of this state. */
    static VersionStateRequest change(Form form, AccessibleFlag access, FlagState state) {
        var override = state.segment();
        return read(
                form,
                override == null ? null : override.segmentId(),
                place(form),
                access.feature(),
                state.state().setting());
    }

    private static VersionStateRequest read(
            Form form, @Nullable Integer segment, Optional<Form> place, Feature feature, Setting current) {
        var priority = place.flatMap(OverrideRules::priority);
        return new VersionStateRequest(segment, priority, StateForm.request(form, feature, current), current);
    }

    private static @Nullable Integer segment(Optional<Form> place, AccessibleFlag access) {
        return place.map(sent ->
                        OverrideRules.knownId(sent, "segment", access.project().segments()))
                .orElse(null);
    }

    /** Read once only: a form keeps the errors of the nested form that was read last. */
    private static Optional<Form> place(Form form) {
        return form.raw(PLACE).isNull() ? Optional.empty() : NestedForms.optional(form, PLACE);
    }

    /** If there is no override to change, the flag rejects the command. */
    private static Setting current(AccessibleFlag access, Flag flag, Integer segment) {
        return flag.stateOfSegment(segment).map(FeatureState::setting).orElse(start(access.feature()));
    }

    private static Setting start(Feature feature) {
        return new Setting(false, InitialValue.parse(feature.initialValue()));
    }
}
