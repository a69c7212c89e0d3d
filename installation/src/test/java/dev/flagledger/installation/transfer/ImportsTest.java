package dev.flagledger.installation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportsTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.123456Z");

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Imports imports = at(NOW);

    private Imports at(Instant now) {
        return new Imports(jdbc, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KnownImport of(int id, int projectId) {
        return new KnownImport(id, projectId, 31, "SKIP", TransferStatus.PROCESSING, NOW);
    }

    @Test
    void ofConcurrentImportsIntoAProjectOneStarts() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var begun = IntStream.rangeClosed(1, 8)
                    .mapToObj(id -> CompletableFuture.supplyAsync(() -> imports.begin(of(id, 12)), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(begun).containsOnlyOnce(true);
        }
    }

    @Test
    void anImportCanStartAfterThePreviousOne() {
        assertThat(imports.begin(of(1, 12))).isTrue();
        assertThat(imports.begin(of(2, 12))).isFalse();
        assertThat(imports.begin(of(3, 13))).as("in another project").isTrue();

        imports.end(1, TransferStatus.SUCCESS);

        assertThat(imports.begin(of(4, 12))).isTrue();
    }

    @Test
    void anAbandonedImportDoesNotBlockOthers() {
        imports.begin(of(1, 12));

        assertThat(at(NOW.plus(Duration.ofMinutes(10))).begin(of(2, 12))).isFalse();
        assertThat(at(NOW.plus(Duration.ofMinutes(10)).plusMillis(1)).begin(of(3, 12)))
                .isTrue();
        assertThat(status(1)).isEqualTo("FAILED");
        imports.end(1, TransferStatus.SUCCESS);
        assertThat(status(1)).as("it was only slow").isEqualTo("SUCCESS");
    }

    private String status(int id) {
        return jdbc.sql("select status from installation.feature_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
