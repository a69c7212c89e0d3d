package dev.flagledger.installation.identity.log;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.ledger.log.stream.StreamLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what has become of an identity, event by event. */
@Component
public final class IdentityHistory {

    private final StreamLog log;

    IdentityHistory(StreamLog log) {
        this.log = log;
    }

    /** Returns the events of an identity, in order; none if it never existed in this environment. */
    public List<IdentityStep> of(int environmentId, int identityId) {
        var steps = new ArrayList<IdentityStep>();
        Optional<IdentityState> state = Optional.empty();
        for (var recorded : log.stream(IdentityCommand.streamOf(environmentId, identityId))) {
            var event = (IdentityEvent) recorded.event();
            var after = IdentityFold.after(state, event);
            steps.add(new IdentityStep(recorded.sequence(), recorded.at(), recorded.by(), event, state, after));
            state = after;
        }
        return List.copyOf(steps);
    }
}
