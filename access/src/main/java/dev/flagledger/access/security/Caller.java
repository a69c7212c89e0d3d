package dev.flagledger.access.security;

import dev.flagledger.access.session.UserSession;
import dev.flagledger.access.session.application.ApplicationScope;
import dev.flagledger.access.session.rule.LoginDemands;
import dev.flagledger.api.Actor;
import dev.flagledger.contract.http.ClientAddress;
import dev.flagledger.contract.http.ClientAgent;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.engine.state.Installation;
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

    /** Returns how the caller has logged in; null if the caller is not a user. */
    public static @Nullable UserSession session() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getDetails() instanceof UserSession session ? session : null;
    }

    /** Returns the scope of the application that acts for the caller; null if the caller does so themselves. */
    public static @Nullable ApplicationScope scope() {
        var session = session();
        var application = session == null ? null : session.application();
        return application == null ? null : application.scope();
    }

    /**
     * Returns the installation as the caller's session may know it: without the organisations of the caller that do not accept the
     * way in which the caller has logged in, or ask for the code of a second factor that the caller has not shown, and with the caller as no
     * superuser if only an organisation vouches for who that is.
     */
    public static Installation visible(Installation installation) {
        var session = session();
        var user = current().userId();
        if (session == null || user == null) {
            return installation;
        }
        var accepted = installation.hiding(LoginDemands.refusing(installation, user, session.way()));
        var shown = session.withoutCode()
                ? accepted.hiding(LoginDemands.askingForCode(accepted, user, session.way()))
                : accepted;
        return session.way().organisation() == null ? shown : shown.demoting(user);
    }

    /**
     * The caller and the request, as they are recorded with events.
     *
     * @throws dev.flagledger.contract.error.InvalidInput if the request has a note that cannot be recorded
     */
    public static Attribution of(HttpServletRequest request) {
        return attribution(current(), request, ChangeNote.of(request));
    }

    /** An actor and the request, as they are recorded with events. */
    public static Attribution attribution(Actor actor, HttpServletRequest request, @Nullable String note) {
        return new Attribution(actor, RequestId.of(request), ClientAddress.of(request), ClientAgent.of(request), note);
    }
}
