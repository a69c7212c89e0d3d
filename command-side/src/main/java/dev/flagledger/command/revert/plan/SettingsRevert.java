package dev.flagledger.command.revert.plan;

import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;

/** Leads the settings of an environment back, except its client key and custom fields. */
record SettingsRevert(Environment then, Environment now) {

    List<LedgerCommand> commands() {
        var wanted = wanted(then.settings(), now.settings());
        return wanted.equals(now.settings())
                ? List.of()
                : List.of(new ChangeEnvironment(now.id(), now.projectId(), new Edit<>(now.settings(), wanted)));
    }

    private static EnvironmentSettings wanted(EnvironmentSettings former, EnvironmentSettings current) {
        return new EnvironmentSettings(
                former.name(),
                current.apiKey(),
                former.description(),
                former.minimumChangeRequestApprovals(),
                former.allowClientTraits(),
                former.bannerText(),
                former.bannerColour(),
                former.hideDisabledFlags(),
                former.useIdentityCompositeKeyForHashing(),
                former.hideSensitiveData(),
                former.useIdentityOverridesInLocalEval(),
                current.metadata());
    }
}
