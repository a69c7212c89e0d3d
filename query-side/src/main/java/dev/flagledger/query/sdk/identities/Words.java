package dev.flagledger.query.sdk.identities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flagledger.platform.http.Bodies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Reads what applications say. Most say of somebody what they said last time, and the same bytes are read once. */
@Component
final class Words {

    /** In bytes. Who says more than this says it rarely, and would take the room of many. */
    private static final int REMEMBERED = 8_192;

    private static final long CAPACITY = 32_000_000;
    private static final int OVERHEAD = 300;

    private final Bodies bodies;
    private final Cache<String, Said> known = Caffeine.newBuilder()
            .maximumWeight(CAPACITY)
            .weigher(Words::weight)
            .executor(Runnable::run)
            .build();

    Words(Bodies bodies) {
        this.bodies = bodies;
    }

    /** What the body of a POST says of somebody. */
    Said read(HttpServletRequest request) throws IOException {
        if (!Bodies.isJson(request)) {
            return Said.read(bodies.read(request).form());
        }
        var body = bodies.bytes(request);
        // Each byte is one character, so the texts are the same if and only if the bytes are.
        return body.length > REMEMBERED
                ? said(body)
                : known.get(new String(body, StandardCharsets.ISO_8859_1), _ -> said(body));
    }

    /** The text and what was read of it, which holds much of the text again. */
    private static int weight(String body, Said said) {
        return OVERHEAD * (1 + said.traits().size()) + 2 * body.length();
    }

    private static Said said(byte[] body) {
        return Said.read(Bodies.json(body).form());
    }
}
