package dev.flagledger.command.flag.form;

import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.IdentityTexts;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.flag.FlagState;

/** Checks that a request does not move a feature state to another environment, feature, segment or identity. */
public final class ReadOnlyStateFields {

    private ReadOnlyStateFields() {}

    /** Rejects fields that do not match the state. */
    public static void require(Form form, Found<FlagState> found) {
        var state = found.value();
        ReadOnlyIds.require(form, "environment", found.environment().id());
        int feature = form.integer("feature", state.flag().featureId());
        if (found.project().features().containsKey(feature) || !form.has("feature")) {
            ReadOnlyIds.require(form, "feature", state.flag().featureId());
        } else {
            form.reject("feature", FeatureTexts.NOT_IN_PROJECT);
        }
        requirePlace(form, found);
        requireIdentity(form, state);
    }

    private static void requirePlace(Form form, Found<FlagState> found) {
        var segment = found.value().segment();
        var sent = form.integerOrNull("feature_segment", null);
        if (sent == null || (segment != null && sent == segment.featureSegmentId())) {
            return;
        }
        if (StateLocator.places(found.environment()).anyMatch(place -> place.id() == sent)) {
            form.reject("feature_segment", FlagTexts.PLACE_IS_FIXED);
        } else {
            form.reject(FieldTexts.NON_FIELD_ERRORS, FlagTexts.FOREIGN_PLACE);
        }
    }

    private static void requireIdentity(Form form, FlagState state) {
        var identity = state.identity();
        var id = form.integerOrNull("identity", null);
        if (id != null && (identity == null || id != identity.identityId())) {
            form.reject(FieldTexts.NON_FIELD_ERRORS, IdentityTexts.NOT_IN_ENVIRONMENT);
        }
    }
}
