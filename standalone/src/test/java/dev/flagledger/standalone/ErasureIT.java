package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The erasure of persons: through the API, in the database and in its files. */
class ErasureIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final TestServer SERVER = TestServer.on(DATABASE);

    private final String secret = "q" + UUID.randomUUID().toString().replace("-", "");
    private final Shop shop = Shop.in(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void anErasedUserIsUnreadableAndTheLogStaysValid() {
        var bo = member(shop.organisation(), Role.ADMIN);
        try (var other = TestServer.on(DATABASE);
                var receiver = Receiver.answering(200)) {
            shop.ana()
                    .post(shop.webhooks(), Map.of("url", receiver.url(), "secret", "s"))
                    .ok();
            toggleBy(bo, receiver);
            var author = authorOf("Flag state updated for feature: basket");
            assertThat(author.get("email").asString()).contains(secret);
            assertThat(whereItStands()).isNotEmpty();

            var report = erase(shop.ana(), Map.of("user", bo.id()));

            assertThat(report.get("subject").asString()).isEqualTo("user:" + bo.id());
            assertThat(report.get("mentions")).isEmpty();
            for (var node : List.of(SERVER, other)) {
                follow(node);
                assertThat(author(node, "Flag state updated for feature: basket")
                                .get("email")
                                .asString())
                        .isEqualTo("erased");
            }
            assertThat(bo.api().get("auth/users/me/").status()).isEqualTo(401);
            assertThat(SERVER.api()
                            .post("auth/login/", Map.of("email", bo.email(), "password", bo.password()))
                            .status())
                    .isEqualTo(400);
            assertErasedFromTheDatabase();
        }
        try (var restarted = TestServer.on(DATABASE)) {
            assertThat(author(restarted, "Flag state updated for feature: basket")
                            .get("email")
                            .asString())
                    .isEqualTo("erased");
        }
        assertThat(SERVER.part(JdbcClient.class)
                        .sql("select count(*) from ledger.event where leaf <> sha256('\\x00'::bytea || entry)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyFreeTextInTheReportRemainsOfAnIdentity() {
        int feature = shop.feature(Map.of("name", "basket"));
        int segment = shop.segment("beta", "email", "no one");
        shop.application()
                .post(
                        "identities/",
                        Map.of(
                                "identifier",
                                secret,
                                "traits",
                                List.of(Map.of("trait_key", "mail", "trait_value", "m" + secret))))
                .ok();
        int identity = identity(secret);
        shop.ana()
                .post(
                        "environments/" + shop.key() + "/identities/" + identity + "/featurestates/",
                        Map.of("feature", feature, "enabled", true))
                .ok();
        var line = "Flag state / Remote config value updated for feature 'basket' and identity '%s'";
        assertThat(logs(SERVER)).contains(line.formatted(secret));

        var report = erase(shop.ana(), Map.of("environment", shop.key(), "identifier", secret));

        assertThat(report.get("subject").asString()).isEqualTo("identity:" + identity);
        assertThat(report.get("mentions")).isEmpty();
        assertThat(logs(SERVER)).contains(line.formatted("erased")).noneMatch(log -> log.contains(secret));
        assertErasedFromTheDatabase();

        // Free text is found and named, not erased.
        var again = secret + "again";
        shop.application().post("identities/", Map.of("identifier", again)).ok();
        shop.segment("listed", "email", "one of " + again.toUpperCase(Locale.ROOT));
        var mention = erase(shop.ana(), Map.of("environment", shop.key(), "identifier", again))
                .get("mentions")
                .get(0);
        assertThat(mention.get("type").asString()).isEqualTo("segment.created");
        assertThat(mention.get("object").asString()).isEqualTo("segment:" + (segment + 1));
        assertThat(mention.get("fields").get(0).asString())
                .isEqualTo("/event/definition/rules/0/rules/0/conditions/0/value");
    }

    @Test
    void theLastAdminOfAnOrganisationCannotBeErased() {
        var answer =
                shop.ana().post(path(), Map.of("user", Member.id(shop.ana()), "current_password", "un-guess-able 7"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("user").get(0).asString()).startsWith("The user is the last admin");
        assertThat(shop.ana().get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void membersMayEraseOnlyThemselves() {
        var bo = member(shop.organisation(), Role.USER);
        var refused = bo.api().post(path(), Map.of("user", Member.id(shop.ana())));

        assertThat(refused.status()).isEqualTo(403);
        erase(bo.api(), Map.of("user", bo.id(), "current_password", bo.password()));
        assertThat(bo.api().get("auth/users/me/").status()).isEqualTo(401);
        assertThat(shop.ana().post(path(), Map.of("user", bo.id())).status()).isEqualTo(404);
    }

    @Test
    void aStolenTokenIsNotEnoughToEraseItsUser() {
        var bo = member(shop.organisation(), Role.USER);

        assertThat(bo.api().post(path(), Map.of("user", bo.id())).text())
                .isEqualTo("{\"current_password\":[\"This field is required.\"]}");
        assertThat(bo.api()
                        .post(path(), Map.of("user", bo.id(), "current_password", "wrong"))
                        .text())
                .isEqualTo("{\"current_password\":[\"Invalid password.\"]}");
        assertThat(bo.api().get("auth/users/me/").status()).isEqualTo(200);
    }

    @Test
    void anAdminCannotEraseMembersOfOtherOrganisations() {
        var bo = member(shop.organisation(), Role.USER);
        bo.api().post("organisations/", Map.of("name", "Bo's own")).ok();

        assertThat(shop.ana().post(path(), Map.of("user", bo.id())).status()).isEqualTo(403);
        assertThat(shop.ana().post(path(), Map.of()).status()).isEqualTo(400);
        assertThat(shop.ana()
                        .post(path(), Map.of("environment", shop.key(), "identifier", "nobody"))
                        .status())
                .isEqualTo(404);
    }

    private record Person(Api api, int id, String email, String password) {}

    private Person member(int organisation, Role role) {
        var email = secret + "@example.test";
        var password = "correct horse battery";
        var registered = SERVER.api()
                .post(
                        "auth/users/",
                        Map.of(
                                "email",
                                email,
                                "first_name",
                                "F" + secret,
                                "last_name",
                                "L" + secret,
                                "password",
                                password))
                .ok();
        var api = SERVER.api()
                .with("Authorization", "Token " + registered.get("key").asString());
        int id = registered.get("id").asInt();
        Member.join(SERVER, organisation, id, role);
        return new Person(api, id, email, password);
    }

    private void toggleBy(Person bo, Receiver receiver) {
        int feature = shop.feature(Map.of("name", "basket"));
        receiver.next();
        bo.api().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        assertThat(receiver.next().body()).contains(bo.email());
    }

    private String path() {
        return "organisations/" + shop.organisation() + "/erasures/";
    }

    private JsonNode erase(Api by, Map<String, ?> whom) {
        var answer = by.post(path(), whom);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private int identity(String identifier) {
        return new Visits(shop).identityOf(identifier);
    }

    private List<String> logs(TestServer node) {
        return lines(node).valueStream().map(line -> line.get("log").asString()).toList();
    }

    private JsonNode lines(TestServer node) {
        return new Api(node.address(), shop.ana().headers())
                .get(shop.audit())
                .ok()
                .get("results");
    }

    private JsonNode authorOf(String log) {
        return author(SERVER, log);
    }

    private JsonNode author(TestServer node, String log) {
        return lines(node)
                .valueStream()
                .filter(line -> line.get("log").asString().equals(log))
                .findFirst()
                .orElseThrow()
                .get("author");
    }

    private static void follow(TestServer node) {
        long head = SERVER.part(EventLog.class).head();
        assertThat(node.part(History.class).await(head, Duration.ofSeconds(30))).isTrue();
    }

    private void assertErasedFromTheDatabase() {
        new Scan(SERVER.part(JdbcClient.class), secret).awaitNothing();
    }

    private List<String> whereItStands() {
        return new Scan(SERVER.part(JdbcClient.class), secret).tables();
    }
}
