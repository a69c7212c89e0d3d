package dev.flagledger.query.identity;

import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownIdentity;
import dev.flagledger.installation.identity.KnownTrait;
import dev.flagledger.installation.identity.Traits;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the segments that an identity belongs to. */
@Component
public final class SegmentsOfIdentity {

    private final Identities identities;
    private final Traits traits;

    SegmentsOfIdentity(Identities identities, Traits traits) {
        this.identities = identities;
        this.traits = traits;
    }

    /** The ids of the segments; empty if the identity is not in the project. */
    public Set<Integer> of(Project project, int identityId) {
        var identity = identities.find(identityId).orElse(null);
        return identity == null ? Set.of() : of(project, identity);
    }

    private Set<Integer> of(Project project, KnownIdentity identity) {
        var environment = project.environments().get(identity.environmentId());
        if (environment == null) {
            return Set.of();
        }
        var known = traits.of(identity.id()).stream().map(KnownTrait::trait).toList();
        var evaluated = new EvaluatedIdentity(identity.id(), identity.identifier(), known);
        return EnvironmentEvaluator.of(project, environment).segments(evaluated).stream()
                .map(Segment::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
