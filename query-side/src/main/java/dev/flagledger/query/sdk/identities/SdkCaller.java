package dev.flagledger.query.sdk.identities;

import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.query.sdk.flags.Visitor;
import jakarta.servlet.http.HttpServletRequest;

/** An application, and the request in which it asks or reports something. */
public record SdkCaller(Visitor visitor, HttpServletRequest request) {

    int environmentId() {
        return visitor.environment().id();
    }

    /** What is recorded with whatever it reports. */
    Attribution attribution() {
        return visitor.attribution(request);
    }

    /** Whether it was answered by another node before, and must not be told anything older. */
    boolean wantsNewest() {
        return request.getHeader(Positions.HEADER) != null;
    }
}
