package dev.flagledger.benchmarks;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
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

/** What all flags of an environment are for one identity after another. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
public class EvaluationBenchmark {

    private static final int FEATURE = 1_000;
    private static final int SEGMENT = 20_000;
    private static final int VISITOR = 100_000;
    private static final int STATE = 1_000_000;
    private static final int IDENTITIES = 1_000;
    private static final int OVERRIDES_OF_AN_IDENTITY = 10;

    /** Features, segments and identity overrides. */
    @Param({"50 15 750", "200 50 8700"})
    public String size;

    private EnvironmentEvaluator evaluator;
    private List<EvaluatedIdentity> visitors;
    private int next;

    /** Tells the story of the environment and prepares it. */
    @Setup
    public void prepare() {
        var sizes = size.split(" ", -1);
        int features = Integer.parseInt(sizes[0]);
        var history = Shop.open();
        for (int feature = 0; feature < features; feature++) {
            int id = FEATURE + feature;
            history.then(Shop.feature(id, "feature_" + feature, STATE + 2 * feature, STATE + 2 * feature + 1));
        }
        for (int segment = 0; segment < Integer.parseInt(sizes[1]); segment++) {
            history.then(created(SEGMENT + segment, segment), overridden(FEATURE + segment, SEGMENT + segment));
        }
        for (int override = 0; override < Integer.parseInt(sizes[2]); override++) {
            history.then(overridden(FEATURE, override, override / OVERRIDES_OF_AN_IDENTITY));
        }
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        evaluator = EnvironmentEvaluator.of(project, project.environment(Shop.LIVE));
        visitors = IntStream.range(0, IDENTITIES)
                .mapToObj(number -> new EvaluatedIdentity(
                        VISITOR + number, SampleIdentities.identifier(number), SampleIdentities.traits(number)))
                .toList();
    }

    private static SegmentCreated created(int id, int segment) {
        var definition = new SegmentDefinition("segment " + segment, null, null, SampleIdentities.rules(segment), List.of());
        return new SegmentCreated(id, Shop.id(id), Shop.PROJECT, definition);
    }

    private static SegmentOverrideCreated overridden(int feature, int segment) {
        var ids = Shop.ids(STATE * 2 + segment, STATE * 3 + segment);
        return new SegmentOverrideCreated(Shop.LIVE, feature, segment, ids, 0, on("for a segment"));
    }

    private static IdentityOverrideCreated overridden(int firstFeature, int override, int number) {
        int feature = firstFeature + override % OVERRIDES_OF_AN_IDENTITY;
        int state = STATE * 4 + override;
        return new IdentityOverrideCreated(
                Shop.LIVE, VISITOR + number, SampleIdentities.identifier(number), feature, state, Shop.id(state), on("own"));
    }

    private static Setting on(String value) {
        return new Setting(true, FeatureValue.of(value));
    }

    /** All flags of the next visitor. */
    @Benchmark
    public List<IdentityFlag> flags() {
        next = (next + 1) % IDENTITIES;
        return evaluator.flags(visitors.get(next));
    }
}
