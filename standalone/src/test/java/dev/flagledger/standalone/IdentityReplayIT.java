package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds of the rows of identities, by the command and by the endpoint of the management port. */
class IdentityReplayIT {

    private static final TestServer SERVER = Management.server();
    private static final Management MANAGEMENT = Management.ofServer();

    private final ReplayRuns runs = new ReplayRuns();

    @Test
    void damagedRowsOfIdentitiesAreRebuiltFromTheirLog() {
        var shop = Shop.in(SERVER);
        int bob = reported(shop, "bob");
        int eve = reported(shop, "eve");
        var path = "environments/" + shop.key() + "/identities/";
        var listed = shop.ana().get(path).ok();
        var traits = shop.ana().get(path + bob + "/traits/").ok();
        var served = shop.application().get("identities/?identifier=bob").ok();
        var jdbc = SERVER.part(JdbcClient.class);
        jdbc.sql("update installation.trait set value = 'free' where identity_id = " + bob)
                .update();
        jdbc.sql("delete from installation.identity where id = " + eve).update();
        jdbc.sql("insert into installation.identity values (%d, %d, %d, 0, now(), 'extra', '', 'extra')"
                        .formatted(Integer.MAX_VALUE, shop.environment(), shop.project()))
                .update();
        assertThat(shop.ana().get(path).ok()).isNotEqualTo(listed);

        assertThat(runs.replay("identities", "--server", MANAGEMENT.address().toString()))
                .isZero();

        assertThat(runs.out())
                .containsPattern("Compared \\d+ identities with their log, and rebuilt 3 that differed\\.");
        assertThat(shop.ana().get(path).ok()).isEqualTo(listed);
        assertThat(shop.ana().get(path + bob + "/traits/").ok()).isEqualTo(traits);
        assertThat(shop.application().get("identities/?identifier=bob").ok()).isEqualTo(served);
        assertThat(MANAGEMENT.get("/replay/identities").body())
                .matches("\\{\"compared\":\\d+,\"differing\":3,\"clashing\":\\[],\"failure\":null}");
        assertThat(runs.replay("identities", "--server", MANAGEMENT.address().toString()))
                .isZero();
        assertThat(runs.out()).endsWith(" rebuilt 0 that differed." + System.lineSeparator());
    }

    private static int reported(Shop shop, String identifier) {
        var traits = List.of(Map.of("trait_key", "plan", "trait_value", "pro"));
        shop.application()
                .post("identities/", Map.of("identifier", identifier, "traits", traits))
                .ok();
        return new Visits(shop).identityOf(identifier);
    }

    @Test
    void aSecondRebuildOfIdentitiesIsRefusedWhileOneRuns() throws SQLException {
        int bob = reported(Shop.in(SERVER), "bob");
        try (var other = SERVER.part(DataSource.class).getConnection();
                var statement = other.createStatement()) {
            statement.execute("update installation.identity set version = 9 where id = " + bob);
            other.setAutoCommit(false);
            statement.execute("select from installation.identity where id = " + bob + " for update");

            assertThat(runs.replay(
                            "identities",
                            "--no-wait",
                            "--server",
                            MANAGEMENT.address().toString()))
                    .isZero();
            assertThat(running())
                    .matches("\\{\"running\":\\[\\{\"name\":\"identities\",\"position\":\\d+,\"of\":\\d+}]}");
            assertThat(MANAGEMENT.get("/replay/identities").statusCode()).isEqualTo(404);
            assertThat(runs.replay(
                            "identities", "--server", MANAGEMENT.address().toString()))
                    .isOne();
            assertThat(runs.err()).contains("the server is doing this already");
            other.rollback();
            other.setAutoCommit(true);
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> running().equals("{\"running\":[]}"));
        assertThat(MANAGEMENT.get("/replay/identities").body()).contains("\"differing\":1,");
    }

    private static String running() {
        return MANAGEMENT.get("/replay").body();
    }
}
