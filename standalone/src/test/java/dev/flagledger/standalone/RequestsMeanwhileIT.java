package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.postgres.CannotStartException;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that starts or stops during requests answers correctly, or with an error that says it is not available. */
class RequestsMeanwhileIT {

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final int port = freePort();

    @Test
    void aStartingNodeReportsNothingAsMissing() throws SQLException {
        var first = start();
        var shop = Shop.of(Api.of(first.address()));
        first.close();
        var clients = Stream.of("flags/", "/version/", "/health", "projects/" + shop.project() + "/")
                .map(path -> CompletableFuture.supplyAsync(
                        () -> untilAnswered(path.equals("flags/") ? shop.application() : shop.ana(), path)))
                .toList();

        RunningNode second;
        try (var connection = database.dataSource().getConnection()) {
            keepEverybodyFromTheCheckpoints(connection);
            second = start();
            assertThat(Api.of(second.address()).get("/health").status()).isEqualTo(503);
            connection.rollback();
        }

        assertThat(clients)
                .allSatisfy(
                        client -> assertThat(client.join()).isSubsetOf(200, 503).contains(200));
        second.close();
    }

    @Test
    void aStoppingNodeKeepsEveryAcknowledgedWrite() {
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
    void aNodeStoppedDuringItsStartIsNotReportedReady() {
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

    private static void keepEverybodyFromTheCheckpoints(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table ledger.checkpoint in access exclusive mode");
        }
    }

    private void logWhatNobodyKnows() {
        JdbcClient.create(database.dataSource()).sql("""
                        insert into ledger.event (position, event_id, aggregate_id, sequence_number, recorded_at,
                            payload_type, payload_revision, object, actor_kind, entry, leaf)
                        select coalesce(max(event.position), 0) + 1, gen_random_uuid(), 'later', 0, now(), 'user.beamed-up', 1,
                            'user:1', 'SYSTEM', convert_to('{"actor":{"id":null,"kind":"SYSTEM","name":""},"address":null,'
                            || '"agent":null,"at":"2031-01-01T00:00:00.000000Z","event":{},"id":"later","note":null,"request":null,'
                            || '"revision":1,"sequence":0,"stream":"later","type":"user.beamed-up"}', 'UTF8'), ''
                        from ledger.event
                        """).update();
    }

    /** All statuses of a path that is requested repeatedly, from before the port opens. */
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
            // The node has stopped, which ends this client.
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
