package dev.flagledger.query.sdk.identities;

import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.query.sdk.flags.SdkRequest;
import jakarta.servlet.http.HttpServletRequest;

/** An application, and the request in which it asks or reports something. */
public record SdkCaller(SdkRequest sdk, HttpServletRequest request) {

    int environmentId() {
        return sdk.environment().id();
    }

    /** What is recorded with whatever it reports. */
    Attribution attribution() {
        return sdk.attribution(request);
    }

    /** Whether it was answered by another node before, and must not be told anything older. */
    boolean wantsNewest() {
        return request.getHeader(Positions.HEADER) != null;
    }
}
