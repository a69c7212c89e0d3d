package dev.flagledger.standalone.contract;

import java.net.http.HttpResponse;

/**
 * A response and its request.
 *
 * @param path the path of the request, without the query
 * @param contentType empty if there was none
 */
public record Answered(String method, String path, int status, String contentType, String body) {

    static Answered of(HttpResponse<String> answer) {
        return new Answered(
                answer.request().method(),
                answer.uri().getPath(),
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    /** Whether the route is unknown. The 404 of a missing object has a {@code detail}. */
    boolean knowsNoRoute() {
        return status == 404 && !body.contains("\"detail\"");
    }

    @Override
    public String toString() {
        return method + " " + path + " answered " + status + " " + contentType + " " + body;
    }
}
