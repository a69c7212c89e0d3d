package dev.flagledger.webhook.sending;

import java.time.Duration;

/** The result of one attempt. */
public sealed interface Outcome {

    /**
     * The receiver answered.
     *
     * @param status the HTTP status
     * @param retryAfter the time that the receiver asks to be left alone for; zero if it does not
     */
    record Answered(int status, Duration retryAfter) implements Outcome {

        /** Creates an answer without a request to wait. */
        public Answered(int status) {
            this(status, Duration.ZERO);
        }
    }

    /** The receiver did not answer with a status; the reason is for humans. */
    record Unreached(String reason) implements Outcome {

        @Override
        public Duration retryAfter() {
            return Duration.ZERO;
        }
    }

    /** This node gave the attempt up, as it stops: nothing is known of the receiver. */
    record Abandoned() implements Outcome {

        @Override
        public Duration retryAfter() {
            return Duration.ZERO;
        }
    }

    /** The time that the receiver asks to be left alone for, a day at most; zero if it does not. */
    Duration retryAfter();

    /** What came of the attempt, in a few words for people. */
    default String described() {
        return switch (this) {
            case Answered(var status, var _) -> "HTTP " + status;
            case Unreached(var reason) -> "no answer (" + reason + ")";
            case Abandoned _ -> "unknown";
        };
    }

    /** Only 2xx is an acknowledgement. A redirect is not, since it is not followed. */
    default boolean delivered() {
        return this instanceof Answered(var status, var _) && status >= 200 && status < 300;
    }

    /** The receiver answered 410: it no longer exists, and wants no further attempt. */
    default boolean gone() {
        return this instanceof Answered(var status, var _) && status == 410;
    }

    /** The receiver is there, but answered 429: it wants fewer messages. */
    default boolean throttles() {
        return this instanceof Answered(var status, var _) && status == 429;
    }
}
