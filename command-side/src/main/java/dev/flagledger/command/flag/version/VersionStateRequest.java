package dev.flagledger.command.flag.version;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.segment.OverrideRules;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.Items;
import dev.flagledger.engine.access.FlagAccess;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.FlagState;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of one state of a version.
 *
 * @param segment whom the state is for; null for the default
 * @param priority where in the order of segments it is to go; empty for where it is, or else behind all others
 * @param now what the state is set to, or would start with
 */
record VersionStateRequest(@Nullable Integer segment, Optional<Integer> priority, StateRequest request, Setting now) {

    private static final String PLACE = "feature_segment";
    private static final String VALUE = "feature_state_value";

    /** Reads what a new override is to be; only segments can get new states. */
    static VersionStateRequest creation(Form form, FlagAccess of) {
        if (form.raw(PLACE).isNull()) {
            throw InvalidInput.fields(
                    Map.of("message", "Cannot create FeatureState objects that are not segment overrides."));
        }
        var place = place(form);
        var segment = segment(place, of);
        Optional.ofNullable(segment)
                .map(id -> of.project().segments().get(id))
                .ifPresent(known ->
                        OverrideRules.requireUsable(form, known, of.feature().id()));
        if (!form.has(VALUE)) {
            form.reject(VALUE, "This field is required.");
        }
        return read(form, segment, place, of.feature(), start(of.feature()));
    }

    /** Reads what a state is to become, which is for a segment if one is named. */
    static VersionStateRequest change(Form form, FlagAccess of, Flag flag) {
        var place = place(form);
        var segment = segment(place, of);
        var now = segment == null ? flag.environmentDefault().setting() : now(of, flag, segment);
        return read(form, segment, place, of.feature(), now);
    }

    /** Reads what this state is to become. */
    static VersionStateRequest change(Form form, FlagAccess of, FlagState state) {
        var override = state.segment();
        return read(
                form,
                override == null ? null : override.segmentId(),
                place(form),
                of.feature(),
                state.state().setting());
    }

    private static VersionStateRequest read(
            Form form, @Nullable Integer segment, Optional<Form> place, Feature feature, Setting now) {
        var priority = place.flatMap(OverrideRules::priority);
        return new VersionStateRequest(segment, priority, StateForm.request(form, feature, now), now);
    }

    private static @Nullable Integer segment(Optional<Form> place, FlagAccess of) {
        return place.map(sent ->
                        OverrideRules.known(sent, "segment", of.project().segments()))
                .orElse(null);
    }

    /** Only what is found wrong with the form that was read last is its parent's problem: so it is read once. */
    private static Optional<Form> place(Form form) {
        return form.raw(PLACE).isNull() ? Optional.empty() : Items.form(form, PLACE);
    }

    /** Where there is no override to change, the flag will say so. */
    private static Setting now(FlagAccess of, Flag flag, Integer segment) {
        return flag.stateOfSegment(segment).map(FeatureState::setting).orElse(start(of.feature()));
    }

    private static Setting start(Feature feature) {
        return new Setting(false, FeatureValue.parse(feature.initialValue()));
    }
}
