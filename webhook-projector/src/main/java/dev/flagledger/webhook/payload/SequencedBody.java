package dev.flagledger.webhook.payload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Adds the number of a message to its body. Bodies are stored without it, since those of an event differ by nothing else. */
public final class SequencedBody {

    private SequencedBody() {}

    /**
     * The body with the key {@code sequence}, which sorts after those of the envelope.
     *
     * @param body a JSON object in canonical form that is not empty
     */
    public static byte[] of(byte[] body, long sequence) {
        var end = (", \"sequence\": " + sequence + "}").getBytes(US_ASCII);
        var whole = Arrays.copyOf(body, body.length - 1 + end.length);
        System.arraycopy(end, 0, whole, body.length - 1, end.length);
        return whole;
    }

    /**
     * A stored body as it is sent.
     *
     * @param numbered whether its form has a place for the number
     */
    public static byte[] sent(byte[] body, long sequence, boolean numbered) {
        return numbered ? of(body, sequence) : body;
    }
}
