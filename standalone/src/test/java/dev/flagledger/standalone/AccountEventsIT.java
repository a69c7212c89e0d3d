package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.api.organisation.Role;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What members do to their own accounts is told to the admins of their organisation, with who did it and from where. */
class AccountEventsIT {

    private static final TestServer SERVER = TestServer.shared();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shop shop = Shop.in(SERVER);
    private final Person bo = Person.in(SERVER);
    private final int id = Member.id(bo.api());

    @BeforeEach
    void join() {
        Member.join(SERVER, shop.organisation(), id, Role.USER);
    }

    @Test
    void aChangeOfThePasswordIsListed() {
        var wanted = "quite-other 8 words";
        var answer = bo.api()
                .post(
                        "auth/users/set_password/",
                        Map.of("current_password", Person.PASSWORD, "new_password", wanted, "re_new_password", wanted));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);

        assertThat(listed("account.password-changed")).singleElement().satisfies(this::isBos);
    }

    @Test
    void theActivationAndDeactivationOfASecondFactorAreListed() {
        bo.activateFactor();
        assertThat(listed("factor.deactivated")).isEmpty();
        assertThat(bo.api().post("auth/app/deactivate/", Map.of()).status()).isEqualTo(204);

        assertThat(listed("factor.activated")).singleElement().satisfies(this::isBos);
        assertThat(listed("factor.deactivated")).singleElement().satisfies(this::isBos);
    }

    @Test
    void whatIsListedIsProvedByItsEntry() {
        bo.logIn().ok();
        bo.anonymous().post("auth/login/", Map.of("email", bo.email(), "password", "wrong"));

        for (var type : List.of("user.logged-in", "user.login-failed")) {
            long position = listed(type).getFirst().get("position").asLong();
            var exported = shop.ana().with("Accept", "application/x-ndjson").get(events() + "?type=" + type);
            var leaf = JSON.readTree(exported.text().lines().findFirst().orElseThrow())
                    .get("leaf")
                    .asString();

            var entry = shop.ana().get(entry(shop, position)).text();

            assertThat(Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8))).hasToString(leaf);
            assertThat(entry).contains(type).doesNotContain(bo.email(), "127.0.0.1", Person.PASSWORD);
            var other = Shop.in(SERVER);
            assertThat(other.ana().get(entry(other, position)).status()).isEqualTo(404);
            assertThat(shop.ana().get(shop.events() + position + "/entry/").status())
                    .as("it is none of the project")
                    .isEqualTo(404);
        }
    }

    /** The row of an erasure does not tell in which other organisations somebody was; neither does what proves it. */
    @Test
    void anEntryThatNamesAnotherOrganisationIsNotGiven() {
        var other = Shop.in(SERVER);
        Member.join(SERVER, other.organisation(), id, Role.USER);
        bo.logIn().ok();
        assertThat(bo.api()
                        .send("DELETE", "auth/users/me/", "{\"current_password\":\"" + Person.PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);

        long login = listed("user.logged-in").getFirst().get("position").asLong();
        long erasure = listed("erasure.user-erased").getFirst().get("position").asLong();

        assertThat(shop.ana().get(entry(shop, login)).text()).contains("user.logged-in");
        assertThat(shop.ana().get(entry(shop, erasure)).status()).isEqualTo(404);
        var extract = shop.ana().get(events() + "extract/").text();
        assertThat(extract).contains("\"position\":" + login + ",").doesNotContain("\"position\":" + erasure + ",");
    }

    @Test
    void anExtractWithEventsOfAccountsIsVerified(@TempDir Path directory) {
        bo.logIn().ok();
        long position = listed("user.logged-in").getFirst().get("position").asLong();
        await().until(() -> SERVER.part(LogTree.class)
                .head()
                .filter(head -> head.size() >= position)
                .isPresent());
        var file = directory.resolve("extract.ndjson");
        var token = String.valueOf(shop.ana().headers().get("Authorization"));
        var organisation = Integer.toString(shop.organisation());

        var run = CommandRun.of(
                "export",
                "--server",
                SERVER.address().toString(),
                "--token",
                token,
                "--organisation",
                organisation,
                "--out",
                file.toString());

        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(file).content().contains("{\"position\":" + position + ",");
        var verified = CommandRun.of("verify", "--file", file.toString());
        assertThat(verified.text()).contains("Intact: ");
        assertThat(verified.exitCode()).isZero();
    }

    private static String entry(Shop of, long position) {
        return "organisations/" + of.organisation() + "/events/" + position + "/entry/";
    }

    private String events() {
        return "organisations/" + shop.organisation() + "/events/";
    }

    private void isBos(JsonNode event) {
        assertThat(event.get("actor").get("kind").asString()).isEqualTo("user");
        assertThat(event.get("actor").get("id").asInt()).isEqualTo(id);
        assertThat(event.get("actor").get("name").asString()).isEqualTo(bo.email());
        assertThat(event.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(event.get("object").asString()).isEqualTo("user:" + id);
        assertThat(event.get("action").asString()).isEqualTo("update");
    }

    /** The organisation's events of this type, as its admin is shown them. */
    private List<JsonNode> listed(String type) {
        return shop.ana()
                .get(events() + "?type=" + type)
                .ok()
                .get("results")
                .valueStream()
                .toList();
    }
}
