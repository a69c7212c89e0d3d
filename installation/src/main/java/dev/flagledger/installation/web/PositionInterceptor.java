package dev.flagledger.installation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Waits for the position that a request presents before it is handled. */
final class PositionInterceptor implements HandlerInterceptor {

    private final Positions positions;

    PositionInterceptor(Positions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        positions.awaitWanted(request);
        return true;
    }

    /** Adds the header to responses without a body; the others have it already. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (!response.isCommitted() && Positions.isNamed(request, response)) {
            response.setHeader(Positions.HEADER, Long.toString(positions.shown(request)));
        }
    }
}
