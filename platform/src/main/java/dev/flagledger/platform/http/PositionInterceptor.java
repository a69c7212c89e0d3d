package dev.flagledger.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Waits for the position that a request presents, before anything is looked up for it. */
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
}
