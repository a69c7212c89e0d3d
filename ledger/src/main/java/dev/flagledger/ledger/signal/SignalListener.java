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

/** Hears what other processes say. */
final class SignalListener {

    /** For so long at most it does not see that it is to end. */
    static final Duration LISTEN = Duration.ofMillis(250);

    private final String channel;
    private final String self;
    private final Consumer<List<String>> heard;
    private final Runnable missed;

    SignalListener(String channel, String self, Consumer<List<String>> heard, Runnable missed) {
        this.channel = channel;
        this.self = self;
        this.heard = heard;
        this.missed = missed;
    }

    /** Listens until it is over. */
    void listen(Connection connection, BooleanSupplier over) throws SQLException {
        try (var listen = connection.createStatement()) {
            listen.execute("listen " + channel);
            // For what was told before this connection listened.
            missed.run();
            var notifications = connection.unwrap(PGConnection.class);
            while (!over.getAsBoolean()) {
                var received = notifications.getNotifications((int) LISTEN.toMillis());
                if (received != null) {
                    hear(received);
                }
            }
            // The connection goes on to other work, for which it must not gather notifications.
            listen.execute("unlisten " + channel);
        }
    }

    private void hear(PGNotification[] received) {
        var said = Stream.of(received)
                .map(signal -> signal.getParameter().split(SignalSender.SEPARATOR, 0))
                .filter(parts -> !self.equals(parts[0]))
                .toList();
        if (!said.isEmpty()) {
            heard.accept(
                    said.stream().flatMap(parts -> Stream.of(parts).skip(1)).toList());
        }
    }
}
