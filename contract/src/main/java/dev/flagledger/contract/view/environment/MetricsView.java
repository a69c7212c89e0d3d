package dev.flagledger.contract.view.environment;

import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The metrics of an environment in the admin API. Archived features are not counted. */
public record MetricsView(List<MetricView> metrics) {

    /** A metric, with the group and rank under which clients display it. */
    public record MetricView(int value, String description, String name, String entity, int rank) {}

    public static MetricsView of(Project project, Environment environment) {
        var flags = project.features().values().stream()
                .filter(feature -> !feature.details().archived())
                .map(feature -> environment.flag(feature.id()))
                .toList();
        var counted = Stream.of(
                new MetricView(flags.size(), "Total features", "total_features", "features", 1),
                new MetricView(
                        sum(flags, flag -> flag.environmentDefault().setting().enabled() ? 1 : 0),
                        "Features enabled",
                        "enabled_features",
                        "features",
                        2),
                new MetricView(
                        sum(flags, flag -> flag.order().withState().size()),
                        "Segment overrides",
                        "segment_overrides",
                        "segments",
                        3),
                new MetricView(
                        sum(flags, flag -> flag.identities().size()),
                        "Identity overrides",
                        "identity_overrides",
                        "identities",
                        4));
        return new MetricsView(Stream.concat(counted, requests(environment)).toList());
    }

    /** Always 0, because change requests are not supported; absent unless the environment requires approvals. */
    private static Stream<MetricView> requests(Environment environment) {
        return environment.settings().minimumChangeRequestApprovals() == null
                ? Stream.empty()
                : Stream.of(
                        new MetricView(0, "Open change requests", "open_change_requests", "workflows", 5),
                        new MetricView(0, "Scheduled changes", "total_scheduled_changes", "workflows", 6));
    }

    private static int sum(List<Flag> flags, ToIntFunction<Flag> figure) {
        return flags.stream().mapToInt(figure).sum();
    }
}
