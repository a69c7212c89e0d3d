package dev.flagledger.engine.evaluation;

import dev.flagledger.engine.evaluation.Candidates.ForSegment;
import dev.flagledger.engine.evaluation.condition.Membership;
import dev.flagledger.engine.evaluation.condition.Subject;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the features and segments of a context for any number of identities. Immutable. */
public final class Evaluator {

    private final EvaluationContext context;
    private final List<Membership> segments;
    private final List<Candidates> flags;

    private Evaluator(EvaluationContext context, List<Membership> segments, List<Candidates> flags) {
        this.context = context;
        this.segments = segments;
        this.flags = flags;
    }

    public static Evaluator of(EvaluationContext context) {
        var segments = context.segments().values().stream().map(Membership::of).toList();
        Map<String, List<ForSegment>> overrides = new HashMap<>();
        for (var segment : segments) {
            for (var override : segment.segment().overrides()) {
                overrides
                        .computeIfAbsent(override.name(), _ -> new ArrayList<>())
                        .add(new ForSegment(segment, override));
            }
        }
        var flags = context.features().values().stream()
                .map(feature -> new Candidates(feature, overrides.getOrDefault(feature.name(), List.of())))
                .toList();
        return new Evaluator(context, segments, flags);
    }

    /** Evaluates all features for this identity instead of the context's; null for no identity. */
    public Evaluation evaluate(@Nullable IdentityContext identity) {
        var subject = new Subject(context, identity);
        Map<String, EvaluatedFlag> evaluated = new LinkedHashMap<>();
        for (var flag : flags) {
            evaluated.put(flag.environmentDefault().name(), flag.evaluate(subject));
        }
        var memberships =
                segments.stream().filter(subject::isIn).map(Membership::segment).toList();
        return new Evaluation(evaluated, memberships);
    }
}
