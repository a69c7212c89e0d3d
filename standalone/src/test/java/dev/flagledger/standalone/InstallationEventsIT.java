package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.proof.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events of no organisation that exists are read by superusers, and by nobody else. */
class InstallationEventsIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Shop shop = Shop.in(SERVER);
    private final Api root = SERVER.api().newUser();

    @BeforeEach
    void promote() {
        superuser(true);
    }

    @AfterEach
    void demote() {
        superuser(false);
    }

    private void superuser(boolean is) {
        SERVER.part(Commands.class).send(new ChangeSuperuser(Member.id(root), is), Attribution.SYSTEM);
    }

    @Test
    void whatAccountsWithoutAnOrganisationDidIsReadAndProved() {
        var bo = Person.in(SERVER);
        bo.logIn().ok();
        bo.anonymous().post("auth/login/", Map.of("email", bo.email(), "password", "wrong"));
        var ofBo = "events/?after=0&object=user:" + Member.id(bo.api());

        var events = root.get(ofBo).ok().get("results").valueStream().toList();

        assertThat(types(events)).contains("user.registered", "user.logged-in", "user.login-failed");
        assertThat(shop.ana().get(ofBo).ok().get("results")).isEmpty();
        var exported = root.with("Accept", "application/x-ndjson")
                .get(ofBo)
                .text()
                .lines()
                .map(JSON::readTree);
        assertThat(exported).hasSameSizeAs(events).allSatisfy(row -> {
            var entry = "events/" + row.get("position").asLong() + "/entry/";
            assertThat(Hash.ofLeaf(root.get(entry).text().getBytes(StandardCharsets.UTF_8)))
                    .hasToString(row.get("leaf").asString());
            assertThat(shop.ana().get(entry).status()).isEqualTo(404);
        });
    }

    @Test
    void theDeletionOfAnOrganisationIsReadWithAllThatWasBefore() {
        shop.feature(Map.of("name", "basket"));
        var ana = shop.ana();
        assertThat(ana.delete("organisations/" + shop.organisation() + "/").status())
                .isEqualTo(204);

        var events = root.get("events/?limit=999")
                .ok()
                .get("results")
                .valueStream()
                .filter(event -> event.get("organisation").asInt(0) == shop.organisation())
                .toList();

        assertThat(types(events)).startsWith("organisation.deleted").contains("feature.created");
        var deletion = "events/" + events.getFirst().get("position").asLong() + "/";
        assertThat(root.get(deletion).ok()).isEqualTo(events.getFirst());
        assertThat(ana.get("events/").ok().get("results")).isEmpty();
        assertThat(ana.get(deletion).status()).isEqualTo(404);
    }

    @Test
    void theAdminsOfOrganisationsSeeThatAllWasExported() {
        Shop.in(SERVER);
        root.with("Accept", "text/csv").get("events/?limit=1&search=secret");

        var export = shop.ana()
                .get("organisations/" + shop.organisation() + "/events/?type=export.events-exported")
                .ok()
                .get("results")
                .get(0);

        assertThat(export.get("actor").get("id").asInt()).isEqualTo(Member.id(root));
        assertThat(export.get("difference").toString()).contains("limit=1").doesNotContain("secret");
        assertThat(shop.ana()
                        .get("events/" + export.get("position").asLong() + "/entry/")
                        .status())
                .as("it names other organisations")
                .isEqualTo(404);
    }

    @Test
    void onlyTheInstallationAsAWholeIsASuperusers() {
        assertThat(root.get("organisations/" + shop.organisation() + "/events/").status())
                .isEqualTo(403);
        assertThat(root.get(shop.events()).status()).isEqualTo(403);
        assertThat(root.get("events/?project=" + shop.project()).ok().get("results"))
                .isNotEmpty();

        superuser(false);

        assertThat(root.get("events/").ok().get("results")).isEmpty();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.get("type").asString()).toList();
    }
}
