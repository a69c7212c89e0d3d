package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.project.ProjectCommand.DeleteProject;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Identities in the admin API. */
class IdentityIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void anIdentityIsReadAsItWasWritten() {
        var shop = Shop.in(SERVER);
        var created = shop.ana().post(identities(shop), Map.of("identifier", " bob ", "environment", shop.key()));

        assertThat(created.status()).isEqualTo(201);
        int id = created.json().get("id").asInt();
        assertThat(created.text()).isEqualTo(json(id, "bob", shop));
        var path = identities(shop) + id + "/";
        assertThat(shop.ana().get(path).text()).isEqualTo(json(id, "bob", shop));
        assertThat(shop.ana().put(path, Map.of("identifier", "bob")).text()).isEqualTo(json(id, "bob", shop));
        assertThat(shop.ana().patch(path, Map.of()).text()).isEqualTo(json(id, "bob", shop));
        assertThat(shop.ana().patch(path, Map.of("identifier", "Robert")).text())
                .isEqualTo(json(id, "Robert", shop));
        assertThat(shop.ana().get(path).text()).isEqualTo(json(id, "Robert", shop));
        assertThat(shop.ana().delete(path).status()).isEqualTo(204);
        assertThat(shop.ana().get(path).text()).isEqualTo("{\"detail\":\"No Identity matches the given query.\"}");
        assertThat(shop.ana().delete(path).text()).isEqualTo("{\"detail\":\"No Identity matches the given query.\"}");
    }

    @Test
    void anIdentifierIsUniqueInItsEnvironmentAndReusable() {
        var shop = Shop.in(SERVER);
        int bob = shop.ana()
                .post(identities(shop), Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        int al = shop.ana()
                .post(identities(shop), Map.of("identifier", "Bob"))
                .ok()
                .get("id")
                .asInt();
        var taken = "{\"identifier\":\"Identity with identifier 'bob' already exists in this environment\"}";

        assertThat(shop.ana()
                        .post(identities(shop), Map.of("identifier", "bob"))
                        .text())
                .isEqualTo(taken);
        assertThat(shop.ana()
                        .put(identities(shop) + al + "/", Map.of("identifier", "bob"))
                        .text())
                .isEqualTo(taken);
        shop.ana().delete(identities(shop) + bob + "/");
        assertThat(shop.ana()
                        .post(identities(shop), Map.of("identifier", "bob"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void oneOfManyConcurrentDeletionsSucceedsAndOthersFindNothing() throws Exception {
        var shop = Shop.in(SERVER);
        var path = identities(shop) + identity(shop) + "/";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(
                            () -> threads.submit(() -> shop.ana().delete(path).status()))
                    .limit(8)
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 404);
        }
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{}", "This field is required."),
                arguments("{\"identifier\":\"\"}", "This field may not be blank."),
                arguments("{\"identifier\":null}", "This field may not be null."),
                arguments("{\"identifier\":[]}", "Not a valid string."),
                arguments(
                        "{\"identifier\":\"" + "x".repeat(2001) + "\"}",
                        "Ensure this field has no more than 2000 characters."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void anInvalidIdentifierIsRejected(String body, String problem) {
        var shop = Shop.in(SERVER);

        var answer = shop.ana().send("POST", identities(shop), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"identifier\":[\"" + problem + "\"]}");
    }

    @Test
    void identitiesAreFoundByPartsOfIdentifiersOldestFirst() {
        var shop = Shop.in(SERVER);
        var longest = "ü".repeat(2000);
        var names = List.of("Bob", "100%_sure", "bobby", "ALICE", "Zoë", longest, "say \"bob\"");
        names.forEach(name ->
                shop.ana().post(identities(shop), Map.of("identifier", name)).ok());
        Shop.in(SERVER).ana().post(identities(Shop.in(SERVER)), Map.of("identifier", "bob"));

        assertThat(found(shop, "")).isEqualTo(names);
        assertThat(found(shop, "?q=")).isEqualTo(names);
        assertThat(found(shop, "?q=BOB")).containsExactly("Bob", "bobby", "say \"bob\"");
        assertThat(found(shop, "?q=%22Bob%22")).containsExactly("Bob");
        assertThat(found(shop, "?q=%22bob%22")).isEmpty();
        assertThat(found(shop, "?q=0%25_")).containsExactly("100%_sure");
        assertThat(found(shop, "?q=_")).containsExactly("100%_sure");
        assertThat(found(shop, "?q=ZO%C3%8B")).containsExactly("Zoë");
        assertThat(found(shop, "?q=%C3%9C%C3%9C")).containsExactly(longest);
        assertThat(shop.ana().get(identities(shop) + "?q=%00").status()).isEqualTo(400);
        var second =
                shop.ana().get(identities(shop) + "?page=2&page_size=2&q=bo").ok();
        assertThat(second.get("count").asInt()).isEqualTo(3);
        assertThat(names(second)).containsExactly("say \"bob\"");
        assertThat(second.get("previous").asString()).endsWith("/identities/?page_size=2&q=bo");
        assertThat(shop.ana().get(identities(shop) + "?page=9").text()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void identitiesOfADeletedEnvironmentOrProjectAreDeleted() {
        var shop = Shop.in(SERVER);
        int kept = identity(shop);
        var other = Shop.in(SERVER);
        int ofEnvironment = identity(other);
        var commands = SERVER.part(Commands.class);
        commands.send(new DeleteEnvironment(shop.environment()), Attribution.SYSTEM);
        commands.send(new DeleteProject(other.project()), Attribution.SYSTEM);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows("select id from installation.identity where id in (%d, %d)"
                                        .formatted(kept, ofEnvironment)
                                + " union all select id from installation.trait where identity_id in (%d, %d)"
                                        .formatted(kept, ofEnvironment))
                        .isEmpty());
        assertThat(shop.ana().get(identities(shop)).status()).isEqualTo(403);
    }

    private static int identity(Shop shop) {
        int id = shop.ana()
                .post(identities(shop), Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post(identities(shop) + id + "/traits/", Map.of("trait_key", "plan", "string_value", "pro"))
                .ok();
        return id;
    }

    @Test
    void edgeIdentitiesAreNotSupported() {
        var shop = Shop.in(SERVER);
        var path = "environments/" + shop.key() + "/edge-identities/";
        var refusal = "{\"detail\":\"Dynamo DB is not enabled for this project\"}";

        assertThat(shop.ana().get(path).text()).isEqualTo(refusal);
        assertThat(shop.ana().post(path, Map.of("identifier", "bob")).text()).isEqualTo(refusal);
        assertThat(shop.ana()
                        .put("environments/environments/" + shop.key() + "/edge-identities-featurestates", Map.of())
                        .text())
                .isEqualTo(refusal);
        assertThat(shop.ana().get("environments/nope/edge-identities/").status())
                .isEqualTo(403);
    }

    private static List<String> found(Shop shop, String query) {
        return names(shop.ana().get(identities(shop) + query).ok());
    }

    private static List<String> names(JsonNode page) {
        return page.get("results")
                .valueStream()
                .map(identity -> identity.get("identifier").asString())
                .toList();
    }

    private static List<Map<String, @Nullable Object>> rows(String sql) {
        return SERVER.part(JdbcClient.class).sql(sql).query().listOfRows();
    }

    private static String identities(Shop shop) {
        return "environments/" + shop.key() + "/identities/";
    }

    private static String json(int id, String identifier, Shop shop) {
        return "{\"id\":%d,\"identifier\":\"%s\",\"environment\":%d}".formatted(id, identifier, shop.environment());
    }
}
