package dev.flagledger.query.past;

import dev.flagledger.access.past.PastState;
import dev.flagledger.installation.web.Positions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The earlier state that a request is answered from. */
public final class ShownState {

    private static final String SHOWN = ShownState.class.getName();

    private ShownState() {}

    /** Returns the earlier state; empty if the request is answered from the current one. */
    public static Optional<PastState> of(HttpServletRequest request) {
        return Optional.ofNullable((PastState) request.getAttribute(SHOWN));
    }

    static void set(HttpServletRequest request, PastState state) {
        request.setAttribute(SHOWN, state);
        Positions.show(request, state.position());
    }
}
