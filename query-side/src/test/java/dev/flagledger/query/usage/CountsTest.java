package dev.flagledger.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.query.usage.CallCounter.Selection;
import dev.flagledger.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Usage as counted by two nodes and read by day. */
class CountsTest {

    private static final LocalDate FIRST = LocalDate.parse("2031-03-03");
    private static final Instant LATE = Instant.parse("2031-03-03T23:59:59Z");

    private final DataSource database = TestDatabase.fresh().migrated().dataSource();
    private final Project shop = Shop.withBasket().state().project(Shop.PROJECT).orElseThrow();

    @Test
    void callsOfAllNodesAreAddedUpByDay() {
        var here = counter(LATE);
        var elsewhere = counter(LATE.plus(Duration.ofSeconds(1)));
        call(here, Shop.LIVE, "/api/v1/flags/", 3);
        call(here, Shop.STAGING, "/api/v1/identities/", 1);
        call(elsewhere, Shop.LIVE, "/api/v1/flags/", 1);
        call(here, Shop.LIVE, "/api/v1/projects/", 1);
        elsewhere.write();

        assertThat(here.daily(of(null, null, FIRST.plusDays(2))))
                .containsExactly(
                        new CallCounter.Day(FIRST, Map.of(UsageResource.FLAGS, 3L, UsageResource.IDENTITIES, 1L)),
                        new CallCounter.Day(FIRST.plusDays(1), Map.of(UsageResource.FLAGS, 1L)));
        assertThat(here.total(Shop.ORGANISATION)).isEqualTo(5);
        assertThat(here.total(99)).isZero();
    }

    @Test
    void callsAreFilteredByProjectAndEnvironmentAndTheEndIsExclusive() {
        var here = counter(LATE);
        call(here, Shop.LIVE, "/api/v1/flags/", 3);
        call(here, Shop.STAGING, "/api/v1/flags/", 1);

        assertThat(here.daily(of(Shop.PROJECT, null, FIRST.plusDays(1)))
                        .getFirst()
                        .of(UsageResource.FLAGS))
                .isEqualTo(4);
        assertThat(here.daily(of(null, Shop.STAGING, FIRST.plusDays(1)))
                        .getFirst()
                        .of(UsageResource.FLAGS))
                .isEqualTo(1);
        assertThat(here.daily(of(99, null, FIRST.plusDays(1)))).isEmpty();
        assertThat(here.daily(of(null, null, FIRST))).isEmpty();
    }

    @Test
    void evaluationsAreReturnedForTheRequestedDays() {
        evaluated(LATE.minus(Duration.ofDays(2)), 5);
        evaluated(LATE.minus(Duration.ofDays(1)), 7);
        evaluated(LATE.minus(Duration.ofDays(1)), 1);
        var now = evaluationCounter(LATE);

        assertThat(now.daily(Shop.LIVE, Shop.BASKET, 2))
                .containsExactly(new EvaluationCounter.Day(FIRST.minusDays(1), 8));
        assertThat(now.daily(Shop.LIVE, Shop.BASKET, 3)).hasSize(2);
        assertThat(now.daily(Shop.STAGING, Shop.BASKET, 3)).isEmpty();
    }

    @Test
    void countsThatAreNotPositiveAreIgnored() {
        evaluated(LATE, 0);
        evaluated(LATE, -3);

        assertThat(evaluationCounter(LATE).daily(Shop.LIVE, Shop.BASKET, 30)).isEmpty();
    }

    private void call(CallCounter counter, int environment, String path, int times) {
        for (int i = 0; i < times; i++) {
            counter.count(shop, shop.environment(environment), path);
        }
    }

    private void evaluated(Instant now, long count) {
        var evaluationCounter = evaluationCounter(now);
        evaluationCounter.count(Shop.LIVE, Shop.BASKET, count);
        evaluationCounter.write();
    }

    private static Selection of(@Nullable Integer project, @Nullable Integer environment, LocalDate to) {
        return new Selection(Shop.ORGANISATION, project, environment, FIRST, to);
    }

    private CallCounter counter(Instant now) {
        return new CallCounter(JdbcClient.create(database), transactions(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private EvaluationCounter evaluationCounter(Instant now) {
        return new EvaluationCounter(JdbcClient.create(database), transactions(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }
}
