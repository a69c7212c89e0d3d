package dev.flagledger.engine.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.engine.state.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An environment as the admin API answers it when asked for it or for a list of them.
 *
 * @param metadata custom fields; always empty so far
 * @param totalSegmentOverrides only in the answer to a request for this one environment, else absent
 */
public record EnvironmentDetailView(
        @JsonUnwrapped EnvironmentView environment,
        List<Object> metadata,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer totalSegmentOverrides) {

    public static EnvironmentDetailView listed(Environment environment) {
        return new EnvironmentDetailView(EnvironmentView.of(environment), List.of(), null);
    }

    public static EnvironmentDetailView retrieved(Environment environment) {
        int overrides = environment.flags().values().stream()
                .mapToInt(flag -> flag.order().withState().size())
                .sum();
        return new EnvironmentDetailView(EnvironmentView.of(environment), List.of(), overrides);
    }
}
