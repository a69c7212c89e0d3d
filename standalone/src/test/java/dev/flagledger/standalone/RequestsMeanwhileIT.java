package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.history.History;
import dev.flagledger.standalone.postgres.CannotStartException;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that starts or stops while clients ask it answers rightly, or says that it cannot answer now. */
class RequestsMeanwhileIT {

    private static final int OLD_EVENTS = 5_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final int port = freePort();

    @Test
    void aStartingNodeNeverDeniesWhatIsThere() {
        var first = start();
        Api.of(first.address()).newUser();
        logInOften();
        assertThat(first.part(History.class).await(OLD_EVENTS, Duration.ofMinutes(1)))
                .isTrue();
        var shop = Shop.of(Api.of(first.address()));
        first.close();
        var clients = List.of(
                CompletableFuture.supplyAsync(() -> untilAnswered(shop.application(), "flags/")),
                CompletableFuture.supplyAsync(() -> untilAnswered(shop.ana(), "projects/" + shop.project() + "/")),
                CompletableFuture.supplyAsync(() -> untilAnswered(shop.ana(), "/version/")),
                CompletableFuture.supplyAsync(() -> untilAnswered(shop.ana(), "/health")));

        var second = start();

        clients.forEach(client -> assertThat(client.join()).isSubsetOf(200, 503).contains(200));
        assertThat(clients.getLast().join()).as("health of an open port").contains(503);
        second.close();
    }

    @Test
    void aStoppingNodeShowsEveryWriteThatItAnswers() {
        var node = start();
        var shop = Shop.of(Api.of(node.address()));
        Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
        var clients = IntStream.range(0, 4)
                .mapToObj(client -> CompletableFuture.runAsync(() -> writeUntilItIsGone(shop, client, statuses)))
                .toList();
        await().until(() -> statuses.size() > 20);

        node.close();

        clients.forEach(CompletableFuture::join);
        assertThat(statuses).containsOnly(201);
    }

    @Test
    void aNodeThatIsStoppedBeforeItIsReadyDoesNotSayThatItIs() {
        start().close();
        logWhatNobodyKnows();
        var node = start();
        var stopping = CompletableFuture.runAsync(node::close);

        assertThatThrownBy(node::awaitReady)
                .isInstanceOf(CannotStartException.class)
                .hasMessage("Stopped before it was ready.");
        stopping.join();
    }

    private RunningNode start() {
        return RunningNode.start(Role.ALL, Map.of("spring.datasource.url", database.url(), "server.port", port));
    }

    /** Before anything else that happened: the first user logged in very many times. */
    private void logInOften() {
        JdbcClient.create(database.dataSource())
                .sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, object, actor_kind, entry, leaf)
                        select head.position + n, gen_random_uuid(), 'login-' || n, 0, now(), 'user.logged-in', 1,
                            'user:1', 'SYSTEM', convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"at":"2031-01-01T00:00:00.000000Z","event":{"userId":1},"id":"later","request":null,'
                            || '"revision":1,"sequence":0,"stream":"login-' || n || '","type":"user.logged-in"}', 'UTF8'), ''
                        from (select coalesce(max(event.position), 0) as position from ledger.event) head, generate_series(1, :count) n
                        """)
                .param("count", OLD_EVENTS)
                .update();
    }

    private void logWhatNobodyKnows() {
        JdbcClient.create(database.dataSource()).sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, object, actor_kind, entry, leaf)
                        select coalesce(max(event.position), 0) + 1, gen_random_uuid(), 'later', 0, now(), 'user.beamed-up', 1,
                            'user:1', 'SYSTEM', convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"at":"2031-01-01T00:00:00.000000Z","event":{},"id":"later","request":null,"revision":1,'
                            || '"sequence":0,"stream":"later","type":"user.beamed-up"}', 'UTF8'), ''
                        from ledger.event
                        """).update();
    }

    /** All statuses of a path, asked for again and again from before the port opens. */
    private static Set<Integer> untilAnswered(Api client, String path) {
        var statuses = new HashSet<Integer>();
        while (!statuses.contains(200)) {
            try {
                statuses.add(client.get(path).status());
            } catch (UncheckedIOException _) {
                Thread.onSpinWait();
            }
        }
        return statuses;
    }

    private static void writeUntilItIsGone(Shop shop, int client, Queue<Integer> statuses) {
        try {
            for (int i = 0; ; i++) {
                var feature = Map.of("name", "feature_" + client + "_" + i);
                statuses.add(shop.ana().post(shop.features(), feature).status());
            }
        } catch (UncheckedIOException _) {
            // The node is gone: this client's work is done.
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
