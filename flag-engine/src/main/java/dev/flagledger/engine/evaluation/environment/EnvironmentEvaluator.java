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
 * An environment as it is at one moment, ready to be asked for one identity after another. Immutable. Whoever follows the
 * state gets the {@link #next} one for less than a new one costs.
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

    /** Prepares an environment of the project. */
    public static EnvironmentEvaluator of(Project project, Environment environment) {
        return new EnvironmentEvaluator(project, environment, null);
    }

    /** What {@link #of} gives for another state of the same environment, taking over what is the same in both. */
    public EnvironmentEvaluator next(Project laterProject, Environment later) {
        return new EnvironmentEvaluator(laterProject, later, this);
    }

    @SuppressWarnings("ReferenceEquality") // the same object is surely unchanged; to look inside would cost more
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
     * What every flag is for this identity, in the order of the ids of the environment's defaults. Flags that are off or
     * for servers only are among them: what to leave out depends on who asks.
     *
     * @param identity null for nobody in particular
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

    /** What the flag of this feature is for this identity; null if there is no such flag. */
    public @Nullable IdentityFlag flag(int featureId, @Nullable EvaluatedIdentity identity) {
        var flag = prepared(featureId);
        return flag == null ? null : flag.evaluate(subject(identity), identity == null ? null : identity.id());
    }

    /** The project's segments that this identity is in, in the order of their ids; also those without an override. */
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

    /** Made when a condition first looks at features or segments, which hardly any does, and it is large. */
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
