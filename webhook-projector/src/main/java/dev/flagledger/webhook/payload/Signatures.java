package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flagledger.access.secret.SigningKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers that sign a message. */
public final class Signatures {

    /** The names of the headers. */
    public static final List<String> NAMES = List.of("X-Flagsmith-Signature", "webhook-signature");

    private Signatures() {}

    /**
     * The headers for a message: Flagsmith's by the current secret, and that of the Standard Webhooks specification with a
     * signature by each key that is valid now, of which a receiver needs one.
     *
     * @param at the time of the attempt
     */
    public static Map<String, String> of(SigningKeys keys, String id, Instant at, byte[] body) {
        var headers = new TreeMap<String, String>();
        if (!keys.secret().isEmpty()) {
            headers.put(NAMES.getFirst(), FlagsmithSignature.of(keys.secret(), body));
        }
        var standard = standard(keys, id, at, body);
        if (!standard.isEmpty()) {
            headers.put(NAMES.getLast(), standard);
        }
        return headers;
    }

    private static String standard(SigningKeys keys, String id, Instant at, byte[] body) {
        var head = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        var bySecrets = Stream.of(keys.secret(), keys.previous() == null ? "" : keys.previous())
                .filter(secret -> !secret.isEmpty())
                .map(secret -> StandardSignature.of(secret, id, at, body));
        var byKey = Stream.ofNullable(keys.privateKey()).map(key -> "v1a," + Ed25519.signed(key, head, body));
        return Stream.concat(byKey, bySecrets).collect(Collectors.joining(" "));
    }
}
