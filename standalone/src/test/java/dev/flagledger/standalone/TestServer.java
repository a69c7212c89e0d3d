package dev.flagledger.standalone;

import dev.flagledger.api.Actor;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.log.store.LogRow;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestDns;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** A server of role {@code all} in this JVM, on a database of its own. Webhooks may have internal addresses. */
public final class TestServer implements AutoCloseable {

    private final RunningNode node;

    private TestServer(RunningNode node) {
        this.node = node;
    }

    /** The shared server, which the first test starts and which ends with the JVM. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** The shared server that gives clients three seconds for a header and for each part of a body. */
    static TestServer impatient() {
        return Impatient.SERVER;
    }

    /** Starts a server and waits until it is ready. */
    public static TestServer start() {
        return start(Map.of());
    }

    /** Starts a server with additional settings. */
    public static TestServer start(Map<String, String> settings) {
        return on(TestDatabase.fresh().migrated(), settings);
    }

    /** Starts a server on an existing database. */
    static TestServer on(TestDatabase database) {
        return on(database, Map.of());
    }

    /** Starts a server on an existing database sixty days from now. */
    static TestServer later(TestDatabase database, Map<String, String> settings) {
        return on(database, settings, QuickPasswords.class, Later.class);
    }

    /** Starts a server with additional settings on an existing database. */
    static TestServer on(TestDatabase database, Map<String, String> settings) {
        return on(database, settings, QuickPasswords.class);
    }

    private static TestServer on(TestDatabase database, Map<String, String> settings, Class<?>... additional) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("spring.datasource.url", database.url());
        all.put("server.port", "0");
        all.put("flagledger.webhook.allow", "127.0.0.0/8,::1/128");
        all.putIfAbsent("flagledger.dns.server", TestDns.shared().address());
        // All tests send from one address.
        all.putIfAbsent("flagledger.login.per-minute", "0");
        all.putIfAbsent("flagledger.login.codes-per-minute", "0");
        all.putIfAbsent("flagledger.invite.per-minute", "0");
        var node = RunningNode.start(Role.ALL, all, additional);
        node.awaitReady();
        return new TestServer(node);
    }

    /** An anonymous caller of this server. */
    public Api api() {
        return Api.of(address());
    }

    public URI address() {
        return node.address();
    }

    /** A bean of the running server. */
    public <T> T part(Class<T> type) {
        return node.part(type);
    }

    /** The position of the last event. */
    long head() {
        return part(EventLog.class).head();
    }

    /** The events after a position that callers have caused. The server itself may pause a webhook at any time. */
    List<Recorded> causedAfter(long position) {
        return part(EventLog.class).rows(position, head()).stream()
                .map(LogRow::event)
                .filter(event -> !event.actor().equals(Actor.SYSTEM))
                .toList();
    }

    /** Replaces the slow hash of passwords, since most tests create users. */
    static class QuickPasswords {

        @Bean
        @Primary
        PasswordEncoder quickPasswordEncoder() {
            return new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        }
    }

    /** The clock of a server that is ahead. */
    static class Later {

        @Bean
        @Primary
        Clock later() {
            return Clock.offset(Clock.systemUTC(), Duration.ofDays(60));
        }
    }

    private static final class Shared {
        private static final TestServer SERVER = start();
    }

    private static final class Impatient {
        private static final TestServer SERVER =
                start(Map.of("flagledger.http.header-timeout", "3s", "flagledger.http.body-timeout", "3s"));
    }

    @Override
    public void close() {
        node.close();
    }
}
