package dev.flagledger.access.social;

import dev.flagledger.access.outbound.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests whose answers are JSON. */
final class JsonHttp implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutboundHttp http;

    JsonHttp(OutboundHttp http) {
        this.http = http;
    }

    /** Gets what the owner of a token may see. */
    JsonNode get(URI uri, String token) throws SocialFailure {
        return parsed(() -> http.get(uri, Map.of("Accept", "application/json", "Authorization", "Bearer " + token)));
    }

    JsonNode post(URI uri, Map<String, String> form) throws SocialFailure {
        return parsed(() -> http.post(
                uri, "application/x-www-form-urlencoded", FormText.of(form), Map.of("Accept", "application/json")));
    }

    private interface Call {
        OutboundHttp.Answer send() throws IOException;
    }

    private static JsonNode parsed(Call call) throws SocialFailure {
        try {
            var answer = call.send();
            if (!answer.isOk()) {
                throw new SocialFailure("The status is " + answer.status());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new SocialFailure("There is no answer in JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
