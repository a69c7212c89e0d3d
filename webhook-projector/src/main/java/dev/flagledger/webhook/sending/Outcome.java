package dev.flagledger.webhook.sending;

/** What came of one attempt. */
public sealed interface Outcome {

    /** The receiver answered with this HTTP status. */
    record Answered(int status) implements Outcome {}

    /** No status came back; the reason is for a human to read. */
    record Unreached(String reason) implements Outcome {}

    /** Only 2xx is an acknowledgement: a redirect is not followed, so its target has seen nothing. */
    default boolean delivered() {
        return this instanceof Answered(var status) && status >= 200 && status < 300;
    }
}
