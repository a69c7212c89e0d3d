package dev.flagledger.command.revert.plan;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.Set;

/**
 * Leads the details and options of a feature back, except its custom fields.
 *
 * @param tags ids of the tags that still exist
 */
record FeatureRevert(Feature then, Feature now, Set<Integer> tags, int projectId) {

    List<LedgerCommand> commands() {
        var wanted = wanted(then.details(), now.details());
        var options = new OptionsRevert(then.options(), now.options()).changes();
        return wanted.equals(now.details()) && then.type() == now.type() && options.equals(OptionChanges.NONE)
                ? List.of()
                : List.of(new ChangeFeature(
                        now.id(), projectId, new Edit<>(now.details(), wanted), then.type(), options));
    }

    private FeatureDetails wanted(FeatureDetails former, FeatureDetails current) {
        return new FeatureDetails(
                former.description(),
                former.archived(),
                former.serverKeyOnly(),
                former.tags().stream().filter(tags::contains).toList(),
                current.metadata());
    }
}
