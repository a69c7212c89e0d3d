package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Calls every route of the OpenAPI document that can change something, without a note, in a project that requires notes: none
 * changes the project, but for those that {@code routes-without-note.txt} lists with the reason.
 */
class NoteRoutesIT {

    /** The override that it removes could not be made before, without a note. */
    private static final String NOTHING_TO_REMOVE =
            "POST /api/experiments/environments/{api_key}/delete-segment-override/";

    private static final String REQUIRED = "{\"note\":[\"This field is required.\"]}";

    @Test
    void everyRouteThatChangesAProjectAsksForTheNote() throws IOException {
        try (var server = TestServer.start()) {
            var shop = Shop.in(server);
            var calls = ChangingCalls.of(server, shop);
            shop.ana()
                    .patch("projects/" + shop.project() + "/", Map.of("require_note", true))
                    .ok();
            var asked = new TreeSet<String>();
            var unasked = new TreeSet<String>();
            var refused = new TreeSet<String>();
            for (var call : calls.inOrder()) {
                var good = calls.calls().good(call);
                long before = events(server, shop);
                var answer = new Api(server.address(), good.headers()).send(good.method(), good.path(), good.body());
                if (answer.text().equals(REQUIRED)) {
                    assertThat(answer.status()).isEqualTo(400);
                    asked.add(calls.route(call));
                } else if (answer.status() >= 300) {
                    refused.add(calls.route(call));
                }
                if (events(server, shop) > before) {
                    unasked.add(calls.route(call));
                }
            }

            assertThat(unasked).isEqualTo(withoutNote());
            refused.remove(NOTHING_TO_REMOVE);
            assertThat(refused).isSubsetOf(RefusedRoutes.ALL.keySet());
            assertThat(asked).hasSizeGreaterThan(80);
        }
    }

    private static long events(TestServer server, Shop shop) {
        return JdbcClient.create(server.part(DataSource.class))
                .sql("select count(*) from ledger.event where project_id = :project")
                .param("project", shop.project())
                .query(Long.class)
                .single();
    }

    private static Set<String> withoutNote() throws IOException {
        try (var table = Objects.requireNonNull(NoteRoutesIT.class.getResourceAsStream("/routes-without-note.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .map(words -> words[0] + " " + words[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
