package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node caches the owners of tokens and keys, and drops them when any node revokes one. */
class RevocationIT {

    private static final String POSITION = "Flagledger-Position";
    private static final int NODES = 2;
    private static List<TestServer> nodes = List.of();

    @BeforeAll
    static void start() {
        var database = TestDatabase.fresh().migrated();
        nodes = IntStream.range(0, NODES).mapToObj(_ -> TestServer.on(database)).toList();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(TestServer::close);
    }

    private static Api here() {
        return nodes.getFirst().api();
    }

    /** The same caller at the other node, which has caught up with this response. */
    private static Api there(Api caller, Api.Answer written) {
        var position = written.http().headers().firstValue(POSITION).orElseThrow();
        return new Api(nodes.getLast().address(), caller.headers()).with(POSITION, position);
    }

    @Test
    void aTokenRevokedOnOneNodeIsRejectedByTheOther() {
        var ana = here().newUser();
        var known = ana.post("organisations/", Map.of("name", "Acme"));
        assertThat(there(ana, known).get("auth/users/me/").status()).isEqualTo(200);

        var ended = ana.post("auth/logout/", Map.of());

        assertThat(ana.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(there(ana, ended).get("auth/users/me/").status()).isEqualTo(401);
        assertThat(there(ana, known).get("auth/users/me/").status()).isEqualTo(401);
    }

    @Test
    void aKeyRevokedOrExpiredOnOneNodeIsRejectedByTheOther() {
        var ana = here().newUser();
        int organisation = ana.post("organisations/", Map.of("name", "Acme"))
                .ok()
                .get("id")
                .asInt();
        var path = "organisations/" + organisation + "/master-api-keys/";
        for (var end : List.of("revoke", "expire", "delete the organisation")) {
            var made = ana.post(path, Map.of("name", "terraform", "is_admin", true));
            var program = here().with(
                            "Authorization", "Api-Key " + made.ok().get("key").asString());
            var prefix = made.ok().get("prefix").asString();
            assertThat(program.get("organisations/").status()).isEqualTo(200);
            assertThat(there(program, made).get("organisations/").status()).isEqualTo(200);

            var ended = switch (end) {
                case "revoke" -> ana.delete(path + prefix + "/");
                case "expire" ->
                    ana.patch(
                            path + prefix + "/",
                            Map.of("expiry_date", Instant.now().toString()));
                default -> ana.delete("organisations/" + organisation + "/");
            };

            assertThat(ended.status()).as(end).isBetween(200, 204);
            assertThat(program.get("organisations/").status()).as(end).isEqualTo(401);
            assertThat(there(program, ended).get("organisations/").status())
                    .as(end)
                    .isEqualTo(401);
        }
    }
}
