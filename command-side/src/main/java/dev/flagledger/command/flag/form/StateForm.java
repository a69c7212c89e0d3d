package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Feature;
import org.springframework.stereotype.Component;

/** Reads what a request wants of a feature state, whomever the state is for. */
@Component
public final class StateForm {

    private static final String ENABLED = "enabled";

    private final StateChanges changes;

    StateForm(StateChanges changes) {
        this.changes = changes;
    }

    /** How the request writes a value. */
    public enum Style {
        /** As JSON that decides on the type by its kind. */
        PLAIN,
        /** As an object with a field for each type. */
        TYPED;

        private FeatureValue read(Form form, FeatureValue now) {
            return this == PLAIN ? ValueForm.read(form, now) : TypedValueForm.read(form, now);
        }
    }

    /**
     * What becomes of a state that is there. Refuses the request if anything was wrong with it.
     *
     * @param now what the state is set to as far as the caller can know
     */
    public SettingChange change(Form form, Style style, Feature feature, Setting now) {
        var shares = SharesForm.read(form, feature.options().keySet()).orElse(null);
        var change = withoutShares(form, style, now);
        if (shares != null) {
            SharesForm.require(shares, now.variants());
        }
        return changes.change(new StateRequest(change.enabled(), change.value(), shares), now);
    }

    /** The same for requests whose shares do not count. */
    public static SettingChange withoutShares(Form form, Style style, Setting now) {
        // A browser sends nothing for a box that is not ticked.
        boolean said = form.has(ENABLED) || !form.bool(ENABLED, true);
        Boolean enabled = said ? form.bool(ENABLED, now.enabled()) : null;
        var value = style.read(form, now.value());
        form.validate();
        return new SettingChange(enabled, form.has(ValueForm.FIELD) ? value : null, null);
    }

    /** What a new state starts with: off, and as the feature starts, where the request says nothing. */
    public Setting start(Form form, Style style, Feature feature) {
        var shares = SharesForm.read(form, feature.options().keySet()).orElse(null);
        boolean enabled = form.bool(ENABLED, false);
        var value = style.read(form, FeatureValue.parse(feature.initialValue()));
        form.validate();
        if (shares != null) {
            SharesForm.require(shares);
        }
        return changes.start(new StateRequest(enabled, value, shares), new Setting(enabled, value));
    }

    /**
     * What a request for a version wants of a state. Whatever is wrong is the form's problem for now.
     *
     * @param now what the state is set to, or would start with
     */
    public static StateRequest request(Form form, Feature feature, Setting now) {
        var shares = SharesForm.read(form, feature.options().keySet()).map(SharesForm::byOption);
        Boolean enabled = form.has(ENABLED) ? form.bool(ENABLED, now.enabled()) : null;
        var value = Style.TYPED.read(form, now.value());
        return new StateRequest(enabled, form.has(ValueForm.FIELD) ? value : null, shares.orElse(null));
    }

    /** Refuses shares that a state cannot have together. */
    public static void requireShares(StateRequest asked) {
        if (asked.shares() != null) {
            SharesForm.require(asked.shares());
        }
    }
}
