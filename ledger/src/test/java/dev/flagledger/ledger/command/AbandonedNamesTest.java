package dev.flagledger.ledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Claim.Kind;
import dev.flagledger.ledger.retention.Retention;
import dev.flagledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Names in projects that end, on a real database. */
class AbandonedNamesTest {

    private static final DataSource DATABASE = TestDatabase.fresh().migrated().dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);

    @BeforeEach
    void clear() {
        JDBC.sql("delete from ledger.claimed_name").update();
        JDBC.sql("delete from ledger.ended").update();
    }

    @Test
    void namesInAnEndedObjectAreReleased() {
        claim(Kind.FEATURE_NAME, "7", "feature-1");
        claim(Kind.FEATURE_NAME, "8", "feature-2");
        claim(Kind.FEATURE_NAME, "77", "feature-3");
        end("project:7", KEPT.plusSeconds(1));

        assertThat(prune()).isEqualTo(1);
        assertThat(owners()).containsExactly("feature-2", "feature-3");
        assertThat(prune()).isZero();
    }

    @Test
    void namesAreKeptForTheirRetention() {
        claim(Kind.FEATURE_NAME, "7", "feature-1");
        end("project:7", KEPT);

        assertThat(prune()).isZero();
        assertThat(owners()).containsExactly("feature-1");
    }

    @Test
    void theEndOfAnotherKindOfObjectReleasesNothing() {
        claim(Kind.FEATURE_NAME, "7", "feature-1");
        end("organisation:7", KEPT.multipliedBy(2));
        end("project:", KEPT.multipliedBy(2));

        assertThat(prune()).isZero();
        assertThat(owners()).containsExactly("feature-1");
    }

    @Test
    void kindsOfNamesWithoutAScopeAreKept() {
        claim(Kind.PROJECT_NAME, "7", "project-9");
        end("project:7", KEPT.multipliedBy(2));

        assertThat(prune()).isZero();
        assertThat(owners()).containsExactly("project-9");
    }

    @Test
    void theGroupOfTheScopeIsTheId() {
        claim(Kind.METADATA_FIELD, "2/7", "field-1");
        claim(Kind.METADATA_FIELD, "7/2", "field-2");
        claim(Kind.METADATA_FIELD, "7", "field-3");
        end("project:7", KEPT.multipliedBy(2));

        assertThat(prune()).isEqualTo(1);
        assertThat(owners()).containsExactly("field-2", "field-3");
    }

    @Test
    void anOwnerLosesItsOtherNamesToo() {
        claim(Kind.ENVIRONMENT_NAME, "7", "environment-1");
        claim(Kind.ENVIRONMENT_KEY, "", "environment-1");
        claim(Kind.ENVIRONMENT_KEY, "", "environment-2");
        end("project:7", KEPT.multipliedBy(2));

        assertThat(prune()).isEqualTo(1);
        assertThat(owners()).containsExactly("environment-2");
    }

    @Test
    void anyNumberOfNamesIsReleased() {
        JDBC.sql("""
                        insert into ledger.claimed_name (kind, owner, scope, digest)
                        select 'FEATURE_NAME', 'feature-' || i, '7', int4send(i) from generate_series(1, 2500) i""").update();
        claim(Kind.FEATURE_NAME, "8", "feature-0");
        end("project:7", KEPT.multipliedBy(2));

        assertThat(prune()).isEqualTo(2500);
        assertThat(owners()).containsExactly("feature-0");
    }

    private static void claim(Kind kind, String scope, String owner) {
        JDBC.sql("insert into ledger.claimed_name (kind, owner, scope, digest) values (?, ?, ?, ?)")
                .params(kind.name(), owner, scope, owner.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private static void end(String object, Duration ago) {
        JDBC.sql("insert into ledger.ended (thing, ended_at) values (?, ?)")
                .params(object, NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static List<String> owners() {
        return JDBC.sql("select owner from ledger.claimed_name order by owner")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static long prune() {
        var rule = AbandonedNames.pruning(
                "names in projects",
                KEPT,
                "project",
                Map.of(
                        Kind.FEATURE_NAME, "^(.+)$",
                        Kind.ENVIRONMENT_NAME, "^(.+)$",
                        Kind.METADATA_FIELD, "^.*/([^/]+)$"));
        return new Retention(
                        JDBC,
                        new TransactionTemplate(new JdbcTransactionManager(DATABASE)),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        List.of(rule),
                        Duration.ofMinutes(1))
                .prune();
    }
}
