package dev.flagledger.contract.view.feature;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.User;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.report.HealthProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A health provider in the admin API.
 *
 * @param createdBy the e-mail address of the user who added it; null if an API key did
 * @param webhookUrl the URL that receives its reports; empty for callers who may not read it
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
