package dev.flagledger.webhook.trial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.flagledger.webhook.payload.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages that are sent for a trial, always the same. */
enum Sample {
    ENVIRONMENT("environment.json"),
    ORGANISATION("organisation.json");

    private final String body;

    Sample(String name) {
        try (var file = Objects.requireNonNull(Sample.class.getResourceAsStream("/samples/" + name))) {
            var message = JsonMapper.shared().readValue(file, new TypeReference<Map<String, Object>>() {});
            body = new String(CanonicalJson.bytes(message), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] body() {
        return body.getBytes(US_ASCII);
    }
}
