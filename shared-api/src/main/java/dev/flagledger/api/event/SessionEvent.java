package dev.flagledger.api.event;

import java.util.UUID;

/** Events of single sessions of a user. */
public sealed interface SessionEvent extends UserEvent {

    /** A session was ended before its time, by the user. */
    record SessionEnded(int userId, UUID sessionId) implements SessionEvent {}
}
