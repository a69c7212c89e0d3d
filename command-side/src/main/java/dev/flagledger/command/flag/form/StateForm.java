package dev.flagledger.command.flag.form;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.installation.id.Ids;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a request wants of a feature state, whomever the state is for. */
@Component
public final class StateForm {

    private static final String ENABLED = "enabled";

    private final Ids ids;

    StateForm(Ids ids) {
        this.ids = ids;
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
        var shares = SharesForm.read(form, feature.options().keySet());
        var change = withoutShares(form, style, now);
        return new SettingChange(
                change.enabled(),
                change.value(),
                shares.map(asked -> changed(asked, now.variants())).orElse(null));
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
        var shares = SharesForm.read(form, feature.options().keySet());
        boolean enabled = form.bool(ENABLED, false);
        var value = style.read(form, FeatureValue.parse(feature.initialValue()));
        form.validate();
        return new Setting(
                enabled, value, shares.map(asked -> resolved(asked, List.of())).orElse(List.of()));
    }

    /**
     * What a request for a version wants of a state. Whatever is wrong is the form's problem for now.
     *
     * @param now what the state is set to, or would start with
     */
    public static Wish wish(Form form, Feature feature, Setting now) {
        var shares = SharesForm.read(form, feature.options().keySet());
        Boolean enabled = form.has(ENABLED) ? form.bool(ENABLED, now.enabled()) : null;
        var value = Style.TYPED.read(form, now.value());
        return new Wish(enabled, form.has(ValueForm.FIELD) ? value : null, shares);
    }

    /** What becomes of a state by a wish, without what is so already. Shares are known by their options. */
    public SettingChange change(Wish wish, Setting now) {
        var shares = wish.shares()
                .map(asked -> changed(SharesForm.identified(asked, now.variants()), now.variants()))
                .orElse(null);
        return new SettingChange(wish.enabled(), wish.value(), shares).unlike(now);
    }

    /** What a new state starts with by a wish, where it says nothing as the other would have it. */
    public Setting start(Wish wish, Setting otherwise) {
        var shares = wish.shares().map(asked -> resolved(asked, List.of())).orElse(List.of());
        return new SettingChange(wish.enabled(), wish.value(), shares).onto(otherwise);
    }

    /** Null if they are the same as those that are there. */
    private @Nullable List<Variant> changed(List<SharesForm.Share> asked, List<Variant> now) {
        var shares = resolved(asked, now);
        return new HashSet<>(shares).equals(new HashSet<>(now)) ? null : shares;
    }

    private List<Variant> resolved(List<SharesForm.Share> asked, List<Variant> now) {
        return SharesForm.resolve(asked, now, ids.many(Ids.Kind.VARIANT, asked.size()));
    }
}
