package dev.flagledger.query.sdk.flags;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ClientAddress;
import dev.flagledger.contract.http.ClientAgent;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.ledger.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticated SDK request, with the one state that its response is made from.
 *
 * @param environment the environment that the key belongs to
 * @param audience the audience of the key
 * @param asOf the instant that the state is of; null for the current state
 */
public record SdkRequest(
        Installation installation,
        Project project,
        Environment environment,
        Audience audience,
        @Nullable Instant asOf) {

    /** Creates a request that is answered from the current state. */
    public SdkRequest(Installation installation, Project project, Environment environment, Audience audience) {
        this(installation, project, environment, audience, null);
    }

    /** Returns whether the application may report about identities. */
    public boolean maySetTraits() {
        return audience == Audience.SERVER || environment.settings().allowClientTraits();
    }

    /** Refuses an application that may not report about identities. */
    public void requireTraits() {
        if (!maySetTraits()) {
            throw InvalidInput.whole(SdkTexts.CLIENT_SETS_TRAITS);
        }
    }

    /** Returns the attribution of the events that this request causes. Applications give no reasons: it has no note. */
    public Attribution attribution(HttpServletRequest request) {
        return attribution(environment.id(), request);
    }

    static Attribution attribution(int environmentId, HttpServletRequest request) {
        return new Attribution(
                Actor.sdk(environmentId),
                RequestId.of(request),
                ClientAddress.of(request),
                ClientAgent.of(request),
                null);
    }
}
