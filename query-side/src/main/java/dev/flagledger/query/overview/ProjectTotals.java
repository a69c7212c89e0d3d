package dev.flagledger.query.overview;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.usage.CallTotals.Calls;
import java.util.List;
import java.util.Map;

/** A project with its calls of the last 30 days, those of its environments. */
record ProjectTotals(
        int id,
        String name,
        @JsonProperty("api_calls_30d") long apiCalls,
        @JsonProperty("flag_evaluations_30d") long flagEvaluations,
        int flags,
        List<EnvironmentTotals> environments) {

    /** An environment with its calls of the last 30 days. */
    record EnvironmentTotals(
            int id,
            String name,
            @JsonProperty("api_calls_30d") long apiCalls,
            @JsonProperty("flag_evaluations_30d") long flagEvaluations) {

        static EnvironmentTotals of(Environment environment, Calls calls) {
            return new EnvironmentTotals(
                    environment.id(), environment.settings().name(), calls.all(), calls.flags());
        }
    }

    static ProjectTotals of(Project project, Map<Integer, Calls> calls) {
        var environments = project.environments().values().stream()
                .map(environment -> EnvironmentTotals.of(environment, calls.getOrDefault(environment.id(), Calls.NONE)))
                .toList();
        return new ProjectTotals(
                project.id(),
                project.settings().name(),
                environments.stream().mapToLong(EnvironmentTotals::apiCalls).sum(),
                environments.stream()
                        .mapToLong(EnvironmentTotals::flagEvaluations)
                        .sum(),
                project.features().size(),
                environments);
    }
}
