package dev.flagledger.access.saml.request;

import dev.flagledger.ledger.secret.InstallationSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Ids of requests to identity providers. Anybody may start a login, so nothing is stored for a request: its id contains the time
 * and a code that only this installation can make, for one configuration.
 */
@Component
public final class RequestIds {

    /** How long a user may take to log in at the identity provider. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final String PREFIX = "_";
    private static final int RANDOM_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int HEX_RANDOM = 2 * RANDOM_BYTES;
    private static final int HEX_TIME = 16;
    private static final int LENGTH = PREFIX.length() + HEX_RANDOM + HEX_TIME + 2 * MAC_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HexFormat HEX = HexFormat.of();

    private final InstallationSecret secret;
    private final Clock clock;

    public RequestIds(InstallationSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Makes an id for a request by a configuration; it is an XML name. */
    public String issue(int configurationId) {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        var text = HEX.formatHex(random) + HEX.toHexDigits(clock.instant().getEpochSecond());
        return PREFIX + text + mac(configurationId, text);
    }

    /** Whether an id was issued for this configuration, not too long ago. */
    public boolean isIssued(String id, int configurationId) {
        if (id.length() != LENGTH || !id.startsWith(PREFIX)) {
            return false;
        }
        int end = PREFIX.length() + HEX_RANDOM + HEX_TIME;
        var text = id.substring(PREFIX.length(), end);
        boolean ours = MessageDigest.isEqual(bytes(mac(configurationId, text)), bytes(id.substring(end)));
        return ours && clock.instant().isBefore(issuedAt(text).plus(LIFETIME));
    }

    private static Instant issuedAt(String text) {
        return Instant.ofEpochSecond(HexFormat.fromHexDigitsToLong(text, HEX_RANDOM, HEX_RANDOM + HEX_TIME));
    }

    private String mac(int configurationId, String text) {
        return HEX.formatHex(secret.mac("saml-request:" + configurationId + ":" + text), 0, MAC_BYTES);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
