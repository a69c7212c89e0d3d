package dev.flagledger.api.event;

import java.util.UUID;

/** Events of single sessions of a user. */
public sealed interface SessionEvent extends UserEvent {

    /** A session was ended before its time, by the user, or by the application that had it. */
    record SessionEnded(int userId, UUID sessionId) implements SessionEvent {}

    /**
     * The user let an application act for them. Its tokens are no part of the event.
     *
     * @param clientId the OAuth client
     * @param clientName as the application names itself
     * @param scope what it may do, such as {@code mcp}
     */
    record ApplicationGranted(int userId, UUID sessionId, String clientId, String clientName, String scope)
            implements SessionEvent {}

    /** An application lost its access, since a code or a refresh token of it was used a second time: it may have been stolen. */
    record ApplicationRevoked(int userId, UUID sessionId) implements SessionEvent {}
}
