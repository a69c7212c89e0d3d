package dev.flagledger.access.security;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.http.ClientAddress;
import dev.flagledger.contract.http.ClientAgent;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.ledger.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request that the current thread serves. */
public final class Caller {

    private Caller() {}

    /** Returns the authenticated caller; anonymous on public routes. */
    public static Actor current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .orElse(Actor.ANONYMOUS);
    }

    /**
     * The caller and the request, as they are recorded with events.
     *
     * @throws dev.flagledger.contract.error.InvalidInput if the request has a note that cannot be recorded
     */
    public static Attribution of(HttpServletRequest request) {
        return attribution(current(), request, ChangeNote.of(request));
    }

    static Attribution attribution(Actor actor, HttpServletRequest request, @Nullable String note) {
        return new Attribution(actor, RequestId.of(request), ClientAddress.of(request), ClientAgent.of(request), note);
    }
}
