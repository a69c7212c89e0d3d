package dev.flagledger.query.sdk.flags;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.SdkTexts;
import dev.flagledger.contract.http.ClientAddress;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.ledger.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;

/**
 * An application that has shown a key, and one state for the whole of its answer.
 *
 * @param environment what the key opened
 * @param audience whom the key speaks for
 */
public record SdkRequest(Installation installation, Project project, Environment environment, Audience audience) {

    /** Whether it may say anything of identities. */
    public boolean maySetTraits() {
        return audience == Audience.SERVER || environment.settings().allowClientTraits();
    }

    /** Refuses applications that may not say anything of identities. */
    public void requireTraits() {
        if (!maySetTraits()) {
            throw InvalidInput.whole(SdkTexts.CLIENT_SETS_TRAITS);
        }
    }

    /** What is recorded with whatever it asks for. */
    public Attribution attribution(HttpServletRequest request) {
        return new Attribution(Actor.sdk(environment.id()), RequestId.of(request), ClientAddress.of(request));
    }
}
