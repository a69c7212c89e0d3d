package dev.flagledger.access.security;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.ledger.log.Attribution;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request that this thread serves. */
public final class Caller {

    private Caller() {}

    /** The caller, once the keepers have let the request pass. At an open door that is nobody, which is not the system. */
    public static Actor current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .orElse(Actor.ANONYMOUS);
    }

    /** The caller and the request, as they are recorded with events. */
    public static Attribution of(HttpServletRequest request) {
        return new Attribution(current(), RequestId.of(request), request.getRemoteAddr());
    }
}
