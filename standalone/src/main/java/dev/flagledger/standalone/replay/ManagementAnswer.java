package dev.flagledger.standalone.replay;

import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the management port answered. */
record ManagementAnswer(int status, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** False if there is nothing at that path, or of that name. */
    boolean found() throws IOException {
        if (status != 404) {
            requireOk();
        }
        return status != 404;
    }

    private void requireOk() throws IOException {
        switch (status) {
            case 200 -> {}
            case 403 -> throw new IOException("the server lets only callers on its own machine do this");
            case 429 -> throw new IOException("the server is doing this already");
            default -> throw new IOException("the server answered with status " + status);
        }
    }

    /** The elements of a list in it. */
    Stream<JsonNode> list(String name) throws IOException {
        return property(name).valueStream();
    }

    /** A number in it. */
    long number(String name) throws IOException {
        return property(name).asLong();
    }

    /** A text in it; null if it has none of this name. */
    @Nullable String text(String name) throws IOException {
        var text = json().path(name);
        return text.isString() ? text.stringValue() : null;
    }

    private JsonNode property(String name) throws IOException {
        try {
            return json().required(name);
        } catch (JacksonException _) {
            throw other();
        }
    }

    private JsonNode json() throws IOException {
        requireOk();
        try {
            return JSON.readTree(body);
        } catch (JacksonException _) {
            throw other();
        }
    }

    private static IOException other() {
        return new IOException("this is not the management port of a node");
    }
}
