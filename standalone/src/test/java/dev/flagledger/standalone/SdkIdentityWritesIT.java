package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What applications report is recorded once, and nothing is lost. */
class SdkIdentityWritesIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api application;
    private Visits visits;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        application = shop.application();
        visits = new Visits(shop);
    }

    @Test
    void unchangedTraitsAreRecordedOnce() {
        var body = "{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=\"pro\" rate=1.5 on=true age=31") + "}";
        visits.identify(body);
        long written = events();

        visits.identify(body);
        application.get(Visits.PATH + "?identifier=bob").ok();

        assertThat(events()).isEqualTo(written);
        assertThat(SERVER.part(JdbcClient.class)
                        .sql("select convert_from(entry, 'UTF8') from ledger.stream_event"
                                + " where payload_type = 'identity.created' and environment_id = :environment")
                        .param("environment", shop.environment())
                        .query(String.class)
                        .single())
                .contains("\"actor\":{\"id\":" + shop.environment() + ",\"kind\":\"SDK\"");
    }

    @Test
    void aValueThatAlternatesIsAlwaysStored() {
        for (int round = 0; round < 20; round++) {
            visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=" + round % 2) + "}");
            assertThat(Visits.traits(
                            application.get(Visits.PATH + "?identifier=bob").ok()))
                    .isEqualTo("plan=" + round % 2);
        }
    }

    @Test
    void everyReadIncludesAcknowledgedWrites() throws InterruptedException, ExecutionException {
        var answered = new AtomicInteger();
        visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("n=0") + "}");
        Callable<Integer> writer = () -> {
            for (int n = 1; n <= 50; n++) {
                visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("n=" + n) + "}");
                answered.set(n);
            }
            return answered.get();
        };
        Callable<Integer> reader = () -> {
            int reads = 0;
            for (int least = 0; least < 50; reads++) {
                least = answered.get();
                var read = application.get(Visits.PATH + "?identifier=bob").ok();
                assertThat(read.get("traits").get(0).get("trait_value").asInt()).isGreaterThanOrEqualTo(least);
            }
            return reads;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(writer, reader, reader))) {
                assertThat(done.get()).isPositive();
            }
        }
    }

    @Test
    void concurrentRequestsCreateOneIdentity() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            var name = "crowd-" + round;
            List<Callable<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < 8; caller++) {
                var body = "{\"identifier\":\"%s\",\"traits\":%s}".formatted(name, Visits.json("k" + caller + "=1"));
                callers.add(() -> application.send("POST", Visits.PATH, body).status());
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var status : threads.invokeAll(callers)) {
                    assertThat(status.get()).isEqualTo(200);
                }
            }
            assertThat(visits.identities()).isEqualTo(round + 1);
            assertThat(application.get(Visits.PATH + "?identifier=" + name).ok().get("traits"))
                    .hasSize(8);
        }
    }

    @Test
    void flagsCanBeChangedWhileIdentityWritesAreBlocked() throws Exception {
        int state = shop.state(shop.feature(Map.of("name", "basket")));
        List<Callable<Integer>> strangers = new ArrayList<>();
        for (int stranger = 0; stranger < 30; stranger++) {
            var body = "{\"identifier\":\"stranger-%d\"}".formatted(stranger);
            strangers.add(() -> application.send("POST", Visits.PATH, body).status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var lock = SERVER.part(DataSource.class).getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table installation.identity in share mode");
            var named = strangers.stream().map(threads::submit).toList();
            await().until(() -> heldUp() > 0);
            await().during(Duration.ofMillis(300)).until(() -> heldUp() < 10);

            shop.ana()
                    .patch("environments/" + shop.key() + "/featurestates/" + state + "/", Map.of("enabled", true))
                    .ok();
            lock.commit();
            for (var status : named) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        assertThat(visits.identities()).isEqualTo(30);
    }

    private static long heldUp() {
        return SERVER.part(JdbcClient.class)
                .sql("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    void aDeletedIdentityIsCreatedAnew() {
        visits.identify("{\"identifier\":\"bob\",\"traits\":" + Visits.json("plan=1") + "}");
        shop.ana().delete("environments/" + shop.key() + "/identities/" + visits.identityOf("bob") + "/");

        assertThat(application.get(Visits.PATH + "?identifier=bob").ok().get("traits"))
                .isEmpty();
        assertThat(visits.identities()).isOne();
    }

    @Test
    void aReadCreatesAnIdentityUnlessTransient() {
        assertThat(application
                        .get(Visits.PATH + "?identifier=%20bob")
                        .ok()
                        .get("identifier")
                        .asString())
                .isEqualTo(" bob");
        assertThat(visits.identities()).isOne();
        application.get(Visits.PATH + "?identifier=nina&transient=true").ok();
        assertThat(visits.identities()).isOne();
        application.get(Visits.PATH + "?identifier=nina&transient=false").ok();
        assertThat(visits.identities()).isEqualTo(2);
        visits.identify("{\"identifier\":\"nina\",\"traits\":" + Visits.json("a=1") + "}");
        assertThat(application
                        .get(Visits.PATH + "?identifier=nina&transient=true")
                        .ok()
                        .get("traits"))
                .isEmpty();

        for (var missing : List.of(Visits.PATH, Visits.PATH + "?identifier=", "identities?identifier=")) {
            var answer = application.get(missing);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo("{\"detail\":\"Missing identifier\"}");
        }
        assertThat(application
                        .get(Visits.PATH + "?identifier=" + "x".repeat(2001))
                        .status())
                .isEqualTo(400);
        assertThat(application.get(Visits.PATH + "?identifier=a%00b").status()).isEqualTo(400);
    }

    private static long events() {
        return SERVER.part(JdbcClient.class)
                .sql("select (select count(*) from ledger.event) + (select count(*) from ledger.stream_event)")
                .query(Long.class)
                .single();
    }
}
