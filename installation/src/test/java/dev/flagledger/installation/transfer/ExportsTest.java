package dev.flagledger.installation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

class ExportsTest {

    private static final Instant NOW = Instant.parse("2031-03-04T09:10:11.123456Z");
    private static final byte[] DOCUMENT = "[]".getBytes(StandardCharsets.UTF_8);
    private static final Duration DAYS = Duration.ofDays(14);

    private final TestDatabase database = TestDatabase.fresh().migrated();
    private final Exports exports = at(NOW);

    private Exports at(Instant now) {
        return new Exports(JdbcClient.create(database.dataSource()), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static KnownExport of(int id, int environment) {
        return new KnownExport(id, environment, "export " + id, NOW);
    }

    @Test
    void anExportIsStoredUnchanged() {
        exports.store(of(1, 31), DOCUMENT);

        assertThat(exports.find(1)).contains(of(1, 31));
        assertThat(exports.document(1))
                .hasValueSatisfying(document -> assertThat(document).isEqualTo(DOCUMENT));
        assertThat(exports.find(2)).isEmpty();
        assertThat(exports.document(2)).isEmpty();
    }

    @Test
    void itIsFoundForFourteenDays() {
        exports.store(of(1, 31), DOCUMENT);

        assertThat(at(NOW.plus(DAYS)).find(1)).isPresent();
        assertThat(at(NOW.plus(DAYS)).document(1)).isPresent();
        var later = at(NOW.plus(DAYS).plusMillis(1));
        assertThat(later.find(1)).isEmpty();
        assertThat(later.document(1)).isEmpty();
        assertThat(later.page(List.of(31), page("1")).results()).isEmpty();
    }

    @Test
    void exportsAreSortedNewestFirst() {
        for (int id = 1; id <= 3; id++) {
            exports.store(of(id, 31), DOCUMENT);
        }
        exports.store(of(4, 32), DOCUMENT);
        exports.store(of(5, 33), DOCUMENT);

        var first = exports.page(List.of(31, 32), page("1"));
        assertThat(first.results()).extracting(KnownExport::id).containsExactly(4, 3);
        assertThat(first.count()).isEqualTo(4);
        assertThat(exports.page(List.of(31, 32), page("2")).results())
                .extracting(KnownExport::id)
                .containsExactly(2, 1);
        assertThat(exports.page(List.of(), page("1")).results()).isEmpty();
    }

    private static PageRequest page(String number) {
        var request = new MockHttpServletRequest();
        request.setParameter("page_size", "2");
        request.setParameter("page", number);
        return PageRequest.sized(request);
    }
}
