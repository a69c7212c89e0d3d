package dev.flagledger.ledger.signal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Receives the signals of other processes. */
final class SignalListener {

    /** The maximum delay before the end is noticed. */
    static final Duration LISTEN = Duration.ofMillis(250);

    private final String channel;
    private final String self;
    private final Consumer<List<String>> receiver;
    private final Runnable missed;

    SignalListener(String channel, String self, Consumer<List<String>> receiver, Runnable missed) {
        this.channel = channel;
        this.self = self;
        this.receiver = receiver;
        this.missed = missed;
    }

    /** Listens until the loop ends. */
    void listen(Connection connection, BooleanSupplier ending) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + channel);
            // For signals from before this connection listened.
            missed.run();
            var notifications = connection.unwrap(PGConnection.class);
            while (!ending.getAsBoolean()) {
                var received = notifications.getNotifications((int) LISTEN.toMillis());
                if (received != null) {
                    receive(received);
                }
            }
            // The pool lends the connection again, and it must not collect notifications.
            listen.execute("unlisten " + channel);
        }
    }

    private void receive(PGNotification[] notifications) {
        var foreign = Stream.of(notifications)
                .map(notification -> notification.getParameter().split(SignalSender.SEPARATOR, 0))
                .filter(parts -> !self.equals(parts[0]))
                .toList();
        if (!foreign.isEmpty()) {
            receiver.accept(
                    foreign.stream().flatMap(parts -> Stream.of(parts).skip(1)).toList());
        }
    }
}
