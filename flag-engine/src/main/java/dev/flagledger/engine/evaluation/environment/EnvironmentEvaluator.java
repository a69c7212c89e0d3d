package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the flags of one state of an environment for any number of identities. Immutable. {@link #next} derives the
 * evaluator for a later state at lower cost.
 */
public final class EnvironmentEvaluator {

    private static final Comparator<PreparedFlag> BY_FEATURE =
            Comparator.comparingInt(flag -> flag.feature().id());

    private final Environment environment;
    private final PreparedSegments segments;
    private final List<PreparedFlag> byFeature;
    private final List<PreparedFlag> inOrder;
    private final EnvironmentContext context;
    private volatile @Nullable EvaluationContext wholeContext;

    private EnvironmentEvaluator(Project project, Environment environment, @Nullable EnvironmentEvaluator before) {
        this.environment = environment;
        this.segments = PreparedSegments.of(project.segments(), before == null ? null : before.segments);
        List<PreparedFlag> flags = new ArrayList<>();
        for (var flag : environment.flags().values()) {
            var feature = project.features().get(flag.featureId());
            if (feature != null) {
                flags.add(prepared(feature, flag, before));
            }
        }
        this.byFeature = flags.stream().sorted(BY_FEATURE).toList();
        this.inOrder = flags.stream()
                .sorted(Comparator.comparingInt(
                        flag -> flag.flag().environmentDefault().id()))
                .toList();
        var settings = environment.settings();
        this.context = new EnvironmentContext(settings.apiKey(), settings.name());
    }

    /** Creates the evaluator of an environment. */
    public static EnvironmentEvaluator of(Project project, Environment environment) {
        return new EnvironmentEvaluator(project, environment, null);
    }

    /** Returns the evaluator for another state of the same environment, reusing what did not change. */
    public EnvironmentEvaluator next(Project laterProject, Environment later) {
        return new EnvironmentEvaluator(laterProject, later, this);
    }

    @SuppressWarnings("ReferenceEquality") // identity suffices, and equality would be expensive
    private PreparedFlag prepared(Feature feature, Flag flag, @Nullable EnvironmentEvaluator before) {
        var known = before == null || before.segments != segments ? null : before.prepared(feature.id());
        return known != null && known.feature() == feature && known.flag() == flag
                ? known
                : PreparedFlag.of(feature, flag, segments);
    }

    private @Nullable PreparedFlag prepared(int featureId) {
        int low = 0;
        int high = byFeature.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byFeature.get(middle).feature().id() < featureId) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        var found = low < byFeature.size() ? byFeature.get(low) : null;
        return found != null && found.feature().id() == featureId ? found : null;
    }

    /**
     * Evaluates all flags, sorted by the ids of the environment's defaults. Disabled and server-only flags are
     * included; callers filter them.
     *
     * @param identity null for no identity
     */
    public List<IdentityFlag> flags(@Nullable EvaluatedIdentity identity) {
        var subject = subject(identity);
        var id = identity == null ? null : identity.id();
        List<IdentityFlag> evaluated = new ArrayList<>(inOrder.size());
        for (var flag : inOrder) {
            evaluated.add(flag.evaluate(subject, id));
        }
        return evaluated;
    }

    /** Evaluates the flag of one feature; returns null if there is none. */
    public @Nullable IdentityFlag flag(int featureId, @Nullable EvaluatedIdentity identity) {
        var flag = prepared(featureId);
        return flag == null ? null : flag.evaluate(subject(identity), identity == null ? null : identity.id());
    }

    /** Returns the segments that this identity belongs to, sorted by id, including those without overrides. */
    public List<Segment> segments(@Nullable EvaluatedIdentity identity) {
        var subject = subject(identity);
        List<Segment> found = new ArrayList<>();
        for (var segment : segments.source().values()) {
            var membership = segments.memberships().get(segment.id());
            if (membership != null && subject.isIn(membership)) {
                found.add(segment);
            }
        }
        return found;
    }

    private Subject subject(@Nullable EvaluatedIdentity identity) {
        var in = environment.settings();
        return new Subject(context, this::wholeContext, identity == null ? null : identity.in(in));
    }

    /** Created lazily, since it is large and hardly any condition refers to features or segments. */
    private EvaluationContext wholeContext() {
        var known = wholeContext;
        if (known == null) {
            Map<String, FeatureContext> features = new HashMap<>();
            for (var flag : inOrder) {
                var environmentDefault =
                        Contexts.of(flag.feature(), flag.flag().environmentDefault(), FeatureContext.WEAKEST);
                features.put(flag.feature().name(), environmentDefault);
            }
            known = new EvaluationContext(context, null, features, segments.contexts());
            wholeContext = known;
        }
        return known;
    }
}
