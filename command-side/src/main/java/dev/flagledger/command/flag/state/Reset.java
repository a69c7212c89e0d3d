package dev.flagledger.command.flag.state;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.text.InitialValue;

/** Resets a flag's default to the state of a new environment, but off. */
final class Reset {

    private Reset() {}

    static StateRequest of(Project project, Flag flag) {
        var feature = project.feature(flag.featureId());
        var value = project.settings().preventFlagDefaults()
                ? FeatureValue.NONE
                : InitialValue.parse(feature.initialValue());
        var shares = flag.environmentDefault().variants().stream()
                .map(share -> started(feature, share))
                .toList();
        return new StateRequest(false, value, shares);
    }

    private static Share started(Feature feature, Variant share) {
        var option = feature.options().get(share.optionId());
        return new Share(share.optionId(), option == null ? share.percentage() : option.defaultPercentage());
    }
}
