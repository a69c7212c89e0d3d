package dev.flagledger.webhook.sending;

/** The result of one attempt. */
public sealed interface Outcome {

    /** The receiver answered with this HTTP status. */
    record Answered(int status) implements Outcome {}

    /** The receiver did not answer with a status; the reason is for humans. */
    record Unreached(String reason) implements Outcome {}

    /** Only 2xx is an acknowledgement. A redirect is not, since it is not followed. */
    default boolean delivered() {
        return this instanceof Answered(var status) && status >= 200 && status < 300;
    }
}
