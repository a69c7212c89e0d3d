package dev.flagledger.access.security;

import dev.flagledger.api.Actor;
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
}
