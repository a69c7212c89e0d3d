package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concurrent changes of one flag's versions. */
class VersionRacesIT {

    private static final TestServer SERVER = TestServer.shared();

    private Versions versions;

    @BeforeEach
    void open() {
        versions = Versions.in(SERVER);
    }

    @Test
    void concurrentlyPublishedVersionsAreBothKept() throws Exception {
        for (int round = 1; round <= 8; round++) {
            boolean enabled = round % 2 == 1;
            var one = versions.post("{\"feature_states_to_update\":[{\"enabled\":" + enabled + "}]}", "")
                    .ok();
            var other = versions.post("{\"feature_states_to_update\":[{VALUE}]}", "v" + round)
                    .ok();

            var answers = atOnce(
                    List.of(() -> versions.publish(one), () -> versions.publish(other), () -> versions.publish(other)));

            assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
            assertThat(versions.served()).isEqualTo(enabled + " v" + round);
            assertThat(versions.list("")).hasSize(1 + 2 * round);
        }
    }

    @Test
    void oneOfTwoConcurrentOverridesSucceeds() throws Exception {
        for (int round = 0; round < 5; round++) {
            var body = "{\"publish_immediately\":true,\"feature_states_to_create\":[{\"feature_segment\":{\"segment\":"
                    + versions.segments().named("s" + round) + "},VALUE}]}";

            var answers = atOnce(List.of(() -> versions.post(body, "x"), () -> versions.post(body, "y")));

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(201, 400);
            assertThat(answers.stream().filter(answer -> answer.status() == 400))
                    .extracting(Api.Answer::text)
                    .containsExactly("{\"message\":\"An unresolvable conflict occurred: segment override already exists"
                            + " for segment 's" + round + "'\"}");
        }
        assertThat(versions.list("")).hasSize(6);
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
