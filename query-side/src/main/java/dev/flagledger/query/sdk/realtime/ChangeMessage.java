package dev.flagledger.query.sdk.realtime;

import java.time.Instant;

/** What a listener is told. */
sealed interface ChangeMessage {

    /** Flags are as of this instant now. */
    record Changed(Instant at) implements ChangeMessage {}

    /** There is nothing more to listen for. */
    record Ended() implements ChangeMessage {}
}
