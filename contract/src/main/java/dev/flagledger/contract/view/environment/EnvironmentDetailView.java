package dev.flagledger.contract.view.environment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.contract.view.project.MetadataView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment in the responses to reads in the admin API.
 *
 * @param metadata custom fields
 * @param totalSegmentOverrides absent in lists
 */
public record EnvironmentDetailView(
        @JsonUnwrapped EnvironmentView environment,
        List<MetadataView> metadata,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer totalSegmentOverrides) {

    public static EnvironmentDetailView listed(Installation installation, Environment environment) {
        return new EnvironmentDetailView(EnvironmentView.of(environment), metadata(installation, environment), null);
    }

    public static EnvironmentDetailView retrieved(Installation installation, Environment environment) {
        int overrides = environment.flags().values().stream()
                .mapToInt(flag -> flag.order().withState().size())
                .sum();
        return new EnvironmentDetailView(
                EnvironmentView.of(environment), metadata(installation, environment), overrides);
    }

    private static List<MetadataView> metadata(Installation installation, Environment environment) {
        return MetadataView.of(installation, environment.settings().metadata());
    }
}
