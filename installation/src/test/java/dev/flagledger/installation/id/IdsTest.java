package dev.flagledger.installation.id;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.log.store.TestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class IdsTest {

    private static final TestLog LOG = TestLog.fresh();

    private final Ids ids = new Ids(LOG.jdbc());

    @AfterAll
    static void close() {
        LOG.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindHasASequenceFromOne(Ids.Kind kind) {
        LOG.jdbc()
                .sql("select setval(cast(:sequence as regclass), 1, false)")
                .param("sequence", "installation." + kind.name().toLowerCase(Locale.ROOT) + "_id")
                .query(row -> {});

        assertThat(ids.next(kind)).isEqualTo(1);
        assertThat(all(kind, 3)).containsExactly(2, 3, 4);
        assertThat(all(kind, 0)).isEmpty();
    }

    @Test
    void idsAreUnique() {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var given = Stream.generate(() -> CompletableFuture.supplyAsync(() -> all(Ids.Kind.FEATURE, 10), threads))
                    .limit(20)
                    .toList();

            assertThat(given.stream().flatMap(batch -> batch.join().stream()))
                    .hasSize(200)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheDatabaseNoIdsAreGenerated(Ids.Kind kind) {
        var away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/away"));

        assertThat(new Ids(away).many(kind, 0)).isExhausted();
    }

    private List<Integer> all(Ids.Kind kind, int count) {
        var all = new ArrayList<Integer>();
        ids.many(kind, count).forEachRemaining(all::add);
        return all;
    }
}
