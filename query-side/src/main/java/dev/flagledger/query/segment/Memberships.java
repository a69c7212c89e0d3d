package dev.flagledger.query.segment;

import dev.flagledger.engine.state.Project;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows which segments of a project an identity is in. */
@Component
class Memberships {

    /** The ids of the segments; none for an identity that nobody knows. */
    Set<Integer> of(Project project, int identityId) {
        return Set.of();
    }
}
