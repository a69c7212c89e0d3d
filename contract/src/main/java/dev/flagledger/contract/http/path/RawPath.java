package dev.flagledger.contract.http.path;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.server.Request;

/** The path of a request as it was sent, where it differs from the resolved one by which its handler was found. */
public final class RawPath {

    private static final String NAME = RawPath.class.getName();

    private RawPath() {}

    /** Keeps the raw path beside the request. */
    public static void keep(Request request, String path) {
        request.setAttribute(NAME, path);
    }

    /** The path as it was sent, with its escapes. */
    public static String of(Request request) {
        return request.getAttribute(NAME) instanceof String kept
                ? kept
                : request.getHttpURI().getPath();
    }

    /** The path as it was sent, with its escapes. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String kept ? kept : request.getRequestURI();
    }
}
