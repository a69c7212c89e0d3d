package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The erasure of identities that were deleted before: through the API, in the database and in its files. */
class FormerIdentityErasureIT {

    private static final TestServer SERVER = TestServer.on(TestDatabase.fresh().migrated());

    private final String secret = "q" + UUID.randomUUID().toString().replace("-", "");
    private final Shop shop = Shop.in(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void deletedIdentitiesAreErasedByTheIdentifierThatTheyHad() {
        int first = identityWithOverride();
        delete(first);
        int second = identityWithOverride();
        delete(second);
        int present = identityWithOverride();

        var report = erase(Map.of("environment", shop.key(), "identifier", secret));

        assertThat(report.get("subject").asString()).isEqualTo("identity:" + present);
        assertThat(report.get("further").toString())
                .isEqualTo("[\"identity:" + second + "\",\"identity:" + first + "\"]");
        assertThat(report.get("names_searched").asInt()).isEqualTo(1);
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/events/")
                        .text())
                .contains("\"Personal data erased of identity: " + first + "\"");
        assertErased(first, second, present);
        for (var name : List.of(secret, "erased")) {
            assertThat(post(shop, Map.of("environment", shop.key(), "identifier", name))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void identitiesOfADeletedEnvironmentAreErased() {
        int one = identityWithOverride();
        int other = report(secret + "-other");
        var id = environment();
        assertThat(shop.ana().delete("environments/" + shop.key() + "/").status())
                .isEqualTo(204);

        assertThat(post(shop, Map.of("environment", shop.key(), "identifier", secret))
                        .status())
                .isEqualTo(404);
        var byIdentifier = erase(Map.of("environment", id, "identifier", secret));
        var byId = erase(Map.of("environment", id, "identity", other));

        assertThat(byIdentifier.get("subject").asString()).isEqualTo("identity:" + one);
        assertThat(byId.get("subject").asString()).isEqualTo("identity:" + other);
        assertThat(byId.get("destroyed").toString()).isEqualTo("[\"key\"]");
        assertErased(one, other);
        assertThat(post(shop, Map.of("environment", id, "identity", other)).status())
                .isEqualTo(404);
    }

    @Test
    void nobodyErasesThoseOfOthers() {
        int identity = report(secret);
        delete(identity);
        var eve = Shop.in(SERVER);

        for (var environment : List.of(eve.key(), environment())) {
            assertThat(post(eve, Map.of("environment", environment, "identity", identity))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(post(eve, Map.of("environment", shop.key(), "identity", identity))
                        .status())
                .isEqualTo(403);
    }

    private int identityWithOverride() {
        int identity = report(secret);
        int feature = shop.feature(Map.of("name", "f" + UUID.randomUUID()));
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + identity + "/featurestates/",
                        Map.of("feature", feature, "enabled", true))
                .ok();
        return identity;
    }

    private int report(String identifier) {
        var traits = List.of(Map.of("trait_key", "mail", "trait_value", "m" + secret));
        shop.application()
                .post("identities/", Map.of("identifier", identifier, "traits", traits))
                .ok();
        return new Visits(shop).identityOf(identifier);
    }

    private void delete(int identity) {
        assertThat(shop.ana()
                        .delete("environments/" + shop.key() + "/identities/" + identity + "/")
                        .status())
                .isEqualTo(204);
    }

    private String environment() {
        return Integer.toString(shop.environment());
    }

    private static Api.Answer post(Shop in, Map<String, ?> whom) {
        return in.ana().post("organisations/" + in.organisation() + "/erasures/", whom);
    }

    private JsonNode erase(Map<String, ?> whom) {
        var answer = post(shop, whom);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private void assertErased(int... identities) {
        var subjects = IntStream.of(identities).mapToObj(id -> "identity:" + id).toList();
        new Scan(SERVER.part(JdbcClient.class), secret).awaitErased(subjects);
    }
}
