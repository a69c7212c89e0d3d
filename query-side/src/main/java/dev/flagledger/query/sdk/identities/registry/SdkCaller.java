package dev.flagledger.query.sdk.identities.registry;

import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;

/** An authenticated application, and the request that it asks or reports with. */
public record SdkCaller(SdkRequest sdk, HttpServletRequest request) {

    /** Returns the id of the application's environment. */
    public int environmentId() {
        return sdk.environment().id();
    }

    /** Returns the attribution of the events that this request causes. */
    Attribution attribution() {
        return sdk.attribution(request);
    }

    /** Returns whether another node has responded to the client before, so that the response must not be older. */
    boolean requiresNewest() {
        return request.getHeader(Positions.HEADER) != null;
    }
}
