package dev.flagledger.access.trust;

import dev.flagledger.access.trust.TrustRefused.Reason;
import dev.flagledger.api.Actor;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import org.springframework.stereotype.Component;

/** Finds out as whom the bearer of one of this server's tokens acts. */
@Component
public final class TrustCallers {

    private final History<Installation> history;

    TrustCallers(History<Installation> history) {
        this.history = history;
    }

    /**
     * Returns the caller.
     *
     * @throws TrustRefused if the relationship has been deleted
     */
    public Actor of(int trustId) throws TrustRefused {
        return Trust.find(history.state(), trustId).map(Trust::actor).orElseThrow(() -> new TrustRefused(Reason.ENDED));
    }
}
