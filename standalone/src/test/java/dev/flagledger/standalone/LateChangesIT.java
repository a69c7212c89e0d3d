package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change that is concurrent with the deletion of its object is recorded before the deletion, or rejected. */
class LateChangesIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final int ROUNDS = 30;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
    }

    @Test
    void noFlagChangesAfterTheDeletionOfItsFeature() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int feature = shop.feature(Map.of("name", "late" + round));
            var state = shop.stateOf(feature);

            var answers = atOnce(List.of(
                    () -> shop.ana().send("PATCH", state, "{\"enabled\":true}"),
                    () -> shop.ana().send("DELETE", shop.features() + feature + "/", ""),
                    () -> shop.ana().send("PATCH", state, "{\"enabled\":true}")));

            assertThat(answers.get(1).status()).isEqualTo(204);
            assertThat(List.of(answers.getFirst().status(), answers.getLast().status()))
                    .allMatch(status -> status == 200 || status == 404);
            assertThat(eventsAfterTheEndOf("feature:" + feature)).isZero();
        }
    }

    @Test
    void noOverrideIsCreatedForADeletedSegment() throws Exception {
        int feature = shop.feature(Map.of("name", "late"));
        for (int round = 0; round < ROUNDS; round++) {
            int segment = shop.segment("s" + round, "plan", "pro");
            var overrides = "environments/" + shop.key() + "/features/" + feature + "/create-segment-override/";
            var body = "{\"feature_segment\":{\"segment\":" + segment + "},\"enabled\":true,"
                    + "\"feature_state_value\":{\"type\":\"unicode\",\"string_value\":\"x\"}}";

            var answers = atOnce(List.of(
                    () -> shop.ana().send("POST", overrides, body),
                    () -> shop.ana().send("DELETE", "projects/" + shop.project() + "/segments/" + segment + "/", "")));

            assertThat(answers.getLast().status()).isEqualTo(204);
            assertThat(answers.getFirst().status()).isIn(201, 400, 404);
            assertThat(eventsAfterTheEndOf("segment:" + segment)).isZero();
        }
    }

    @Test
    void nothingChangesInADeletedProject() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var doomed = Shop.in(SERVER);
            var state = doomed.stateOf(doomed.feature(Map.of("name", "late")));

            var answers = atOnce(List.of(
                    () -> doomed.ana().send("PATCH", state, "{\"enabled\":true}"),
                    () -> doomed.ana().send("DELETE", "projects/" + doomed.project() + "/", ""),
                    () -> doomed.ana().send("PATCH", state, "{\"enabled\":true}")));

            assertThat(answers.get(1).status()).isEqualTo(204);
            assertThat(SERVER.part(JdbcClient.class)
                            .sql("""
                                    select count(*) from ledger.event where event.project_id = :project and event.position >
                                        (select deleted.position from ledger.event as deleted
                                        where deleted.project_id = :project and deleted.payload_type = 'project.deleted')
                                    """)
                            .param("project", doomed.project())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    /** Events of the object itself, or of another that refers to it as a segment. */
    private static int eventsAfterTheEndOf(String thing) {
        var id = thing.substring(thing.indexOf(':') + 1);
        return SERVER.part(JdbcClient.class)
                .sql("""
                        select count(*) from ledger.event
                        where event.position > (select deleted.position from ledger.event as deleted
                                where deleted.object = :thing and deleted.payload_type like '%.deleted')
                            and (event.object = :thing
                                or :thing like 'segment:%' and convert_from(event.entry, 'UTF8') like '%"segmentId":' || :id || ',%')
                        """)
                .param("thing", thing)
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Api.Answer>();
            for (var done : threads.invokeAll(requests)) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
