package dev.flagledger.contract.view.feature;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells how features fare, as the admin API has it.
 *
 * @param createdBy the e-mail address of who let it; null for a program
 * @param webhookUrl where it reports; empty for those who may not know
 */
public record HealthProviderView(@Nullable String createdBy, String name, int project, String webhookUrl) {

    public static HealthProviderView of(
            Installation installation, Project project, HealthProvider provider, String webhookUrl) {
        var createdBy = Optional.ofNullable(provider.createdBy())
                .flatMap(installation::user)
                .map(User::email)
                .orElse(null);
        return new HealthProviderView(createdBy, provider.kind().wireName(), project.id(), webhookUrl);
    }
}
