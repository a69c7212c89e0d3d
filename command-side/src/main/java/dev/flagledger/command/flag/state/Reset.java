package dev.flagledger.command.flag.state;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Project;
import java.util.List;

/** Takes a flag's default back to how a new environment would begin, but off. */
final class Reset {

    private Reset() {}

    static SettingChange of(Project project, Flag flag) {
        var feature = project.feature(flag.id().featureId());
        var value = project.settings().preventFlagDefaults()
                ? FeatureValue.NONE
                : FeatureValue.parse(feature.initialValue());
        var now = flag.standard().variants();
        var shares = now.stream().map(share -> started(feature, share)).toList();
        return new SettingChange(false, value, shares.equals(now) ? null : List.copyOf(shares));
    }

    private static Variant started(Feature feature, Variant share) {
        MultivariateOption option = feature.options().get(share.optionId());
        return option == null ? share : new Variant(share.id(), option.id(), option.defaultPercentage());
    }
}
