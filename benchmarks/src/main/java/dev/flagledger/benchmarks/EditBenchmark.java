package dev.flagledger.benchmarks;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an edit costs where the state is kept, in projects from small to larger than the server lets them become. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
public class EditBenchmark {

    private static final Actor BY = Actor.user(Shop.ANA, "ana@example.test");
    private static final int ENVIRONMENT = 100;
    private static final int FEATURE = 1_000;
    private static final int STATE = 1_000_000;

    /** Features and environments. */
    @Param({"10 1", "1000 100", "10000 100"})
    public String size;

    private Installation state;
    private EnvironmentEvaluator evaluator;
    private int features;
    private int environments;
    private long edits;
    private long position;

    /** Makes the project. */
    @Setup
    public void prepare() {
        var sizes = size.split(" ", -1);
        features = Integer.parseInt(sizes[0]);
        environments = Integer.parseInt(sizes[1]);
        state = Shop.open().state();
        for (int environment = 0; environment < environments; environment++) {
            state = state.evolve(next(Shop.environment(ENVIRONMENT + environment, "environment " + environment)));
        }
        for (int feature = 0; feature < features; feature++) {
            state = state.evolve(next(created(feature)));
        }
        evaluator = prepared();
    }

    private FeatureCreated created(int feature) {
        int id = FEATURE + feature;
        var seeds = IntStream.range(0, environments)
                .mapToObj(environment -> Shop.seed(ENVIRONMENT + environment, id, stateId(feature, environment)))
                .toList();
        return new FeatureCreated(
                id,
                Shop.id(id),
                Shop.PROJECT,
                "feature_" + feature,
                FeatureType.STANDARD,
                "blue",
                false,
                Shop.details(null, false, false),
                List.of(Shop.ANA),
                List.of(),
                seeds);
    }

    private int stateId(int feature, int environment) {
        return STATE + feature * environments + environment;
    }

    /** The state after a flag of some environment was switched. */
    @Benchmark
    public Installation fold() {
        edits++;
        switchFlag((int) (edits * 31 % environments));
        return state;
    }

    /** The same in one environment, and that prepared for the identities that ask next. */
    @Benchmark
    public EnvironmentEvaluator foldAndPrepare() {
        edits++;
        switchFlag(0);
        var project = state.project(Shop.PROJECT).orElseThrow();
        evaluator = evaluator.next(project, project.environment(ENVIRONMENT));
        return evaluator;
    }

    private void switchFlag(int environment) {
        int feature = (int) (edits * 7 % features);
        boolean enabled = edits / features % 2 == 0;
        state = state.evolve(next(new FeatureStateUpdated(
                ENVIRONMENT + environment,
                FEATURE + feature,
                stateId(feature, environment),
                Shop.change(enabled, FeatureValue.of("blue")))));
    }

    private EnvironmentEvaluator prepared() {
        var project = state.project(Shop.PROJECT).orElseThrow();
        return EnvironmentEvaluator.of(project, project.environment(ENVIRONMENT));
    }

    private RecordedEvent next(LedgerEvent event) {
        position++;
        return new RecordedEvent(position, History.at(position), BY, Origin.NONE, event);
    }
}
