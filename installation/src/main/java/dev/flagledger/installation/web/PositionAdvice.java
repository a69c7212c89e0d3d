package dev.flagledger.installation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds the header with the position of the state that the response shows, for callers who may know it. */
@RestControllerAdvice
final class PositionAdvice implements ResponseBodyAdvice<Object> {

    private final Positions positions;

    PositionAdvice(Positions positions) {
        this.positions = positions;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answer
                && Positions.isNamed(asked.getServletRequest(), answer.getServletResponse())) {
            response.getHeaders().set(Positions.HEADER, Long.toString(positions.shown(asked.getServletRequest())));
        }
        return body;
    }
}
