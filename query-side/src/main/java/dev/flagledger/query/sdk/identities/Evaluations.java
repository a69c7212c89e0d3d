package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.state.webhook.Webhook;
import dev.flagledger.installation.evaluation.EvaluationReceivers;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Hands evaluations of all flags for an identity over to the environment's receiver, if it has one. Costs nothing otherwise. */
@Component
public final class Evaluations {

    private final EvaluationReceivers receivers;
    private final PreparedEnvironments environments;
    private final Clock clock;

    Evaluations(EvaluationReceivers receivers, PreparedEnvironments environments, Clock clock) {
        this.receivers = receivers;
        this.environments = environments;
        this.clock = clock;
    }

    /** Hands an evaluation over. Those of earlier states are nobody's news. */
    public void tell(SdkRequest sdk, ResolvedIdentity identity) {
        var receiver = sdk.environment().webhooks().ofIdentities();
        if (receiver != null && sdk.asOf() == null) {
            tell(receiver, environments.of(sdk), identity);
        }
    }

    /** Hands the evaluation of a known identity over, which was answered from memory. */
    void tell(SdkRequest sdk, PreparedEnvironment environment, CachedIdentity kept) {
        var receiver = sdk.environment().webhooks().ofIdentities();
        if (receiver != null) {
            tell(receiver, environment, ResolvedIdentity.recorded(kept));
        }
    }

    private void tell(Webhook receiver, PreparedEnvironment environment, ResolvedIdentity identity) {
        var at = clock.instant();
        receivers.take(receiver.owner(), receiver.id(), identity.identifier(), () -> environment.payload(identity, at));
    }
}
