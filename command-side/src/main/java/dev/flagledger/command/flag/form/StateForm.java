package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.text.InitialValue;
import org.springframework.stereotype.Component;

/** Reads feature states: defaults, segment overrides and identity overrides. */
@Component
public final class StateForm {

    private static final String ENABLED = "enabled";

    private final StateChanges changes;

    StateForm(StateChanges changes) {
        this.changes = changes;
    }

    /** The notation of values. */
    public enum Style {
        /** A JSON value whose type determines the value's type. */
        PLAIN,
        /** An object with a field for each type. */
        TYPED;

        private FeatureValue read(Form form, FeatureValue current) {
            return this == PLAIN ? ValueForm.read(form, current) : TypedValueForm.read(form, current);
        }
    }

    /**
     * The change of an existing state. Validates the form.
     *
     * @param current the state's current setting, as far as the caller can know
     */
    public SettingChange change(Form form, Style style, Feature feature, Setting current) {
        var shares = SharesForm.read(form, feature.options().keySet()).orElse(null);
        var change = withoutShares(form, style, current);
        if (shares != null) {
            SharesForm.require(shares, current.variants());
        }
        return changes.change(new StateRequest(change.enabled(), change.value(), shares), current);
    }

    /** As {@link #change}, for requests whose variants are ignored. */
    public static SettingChange withoutShares(Form form, Style style, Setting current) {
        // Browsers omit unchecked checkboxes.
        boolean sent = form.has(ENABLED) || !form.bool(ENABLED, true);
        Boolean enabled = sent ? form.bool(ENABLED, current.enabled()) : null;
        var value = style.read(form, current.value());
        form.validate();
        return new SettingChange(enabled, form.has(ValueForm.FIELD) ? value : null, null);
    }

    /** The setting of a new state: off, with the feature's initial value, where omitted. Validates the form. */
    public Setting start(Form form, Style style, Feature feature) {
        var shares = SharesForm.read(form, feature.options().keySet()).orElse(null);
        boolean enabled = form.bool(ENABLED, false);
        var value = style.read(form, InitialValue.parse(feature.initialValue()));
        form.validate();
        if (shares != null) {
            SharesForm.require(shares);
        }
        return changes.start(new StateRequest(enabled, value, shares), new Setting(enabled, value));
    }

    /**
     * A change of a state in a version. Errors are added to the form, which is not validated yet.
     *
     * @param current the state's current setting, or its initial one
     */
    public static StateRequest request(Form form, Feature feature, Setting current) {
        var shares = SharesForm.read(form, feature.options().keySet()).map(SharesForm::byOption);
        Boolean enabled = form.has(ENABLED) ? form.bool(ENABLED, current.enabled()) : null;
        var value = Style.TYPED.read(form, current.value());
        return new StateRequest(enabled, form.has(ValueForm.FIELD) ? value : null, shares.orElse(null));
    }

    /** Rejects percentages above 100 in total, and options that occur twice. */
    public static void requireShares(StateRequest requested) {
        if (requested.shares() != null) {
            SharesForm.require(requested.shares());
        }
    }
}
