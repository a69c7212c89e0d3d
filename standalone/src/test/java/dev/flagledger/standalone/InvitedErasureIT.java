package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The erasure of people who were invited and have no account: through the API, in the database and in its files. */
class InvitedErasureIT {

    private static final TestServer SERVER = TestServer.on(TestDatabase.fresh().migrated());
    private static final String NO_INVITE = "{\"detail\":\"No Invite matches the given query.\"}";

    private final String secret = "q" + UUID.randomUUID().toString().replace("-", "");
    private final String email = secret + "@example.test";
    private final Shop shop = Shop.in(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void somebodyWhoWasInvitedAndNeverRegisteredIsErased() {
        var first = invite(shop);
        assertThat(shop.ana().delete(invites(shop) + first.get("id") + "/").status())
                .isEqualTo(204);
        invite(shop);

        var report = erase(shop);

        var subject = report.get("subject").asString();
        assertThat(subject).startsWith("user:");
        assertThat(report.get("destroyed").toString()).isEqualTo("[\"key\",\"invites\"]");
        assertThat(shop.ana().get(invites(shop)).ok().get("count").asInt()).isZero();
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/events/")
                        .text())
                .contains("\"Personal data erased of user: " + subject.substring("user:".length()) + "\"");
        new Scan(SERVER.part(JdbcClient.class), secret).awaitErased(List.of(subject));
        assertThat(post(shop).text()).isEqualTo(NO_INVITE);
    }

    @Test
    void whoeverIsInvitedAgainAfterwardsIsSomebodyElse() {
        invite(shop);
        erase(shop);

        invite(shop);
        var registered = SERVER.api()
                .post(
                        "auth/users/",
                        Map.of(
                                "email",
                                email,
                                "first_name",
                                "Bo",
                                "last_name",
                                "Ba",
                                "password",
                                "correct horse battery"))
                .ok();

        var bo = SERVER.api()
                .with("Authorization", "Token " + registered.get("key").asString());
        assertThat(bo.get("auth/users/me/").ok().get("email").asString()).isEqualTo(email);
        assertThat(post(shop).text()).as("somebody with an account").isEqualTo(NO_INVITE);
    }

    @Test
    void nobodyErasesThoseWhomOthersInvited() {
        var eve = Shop.in(SERVER);
        invite(eve);
        assertThat(post(shop).text()).isEqualTo(NO_INVITE);

        // Like a member of both organisations.
        int own = invite(shop).get("id").asInt();
        assertThat(post(shop).status()).isEqualTo(403);
        assertThat(shop.ana().get(invites(shop)).ok().get("count").asInt()).isEqualTo(1);
        // Nor has the refusal changed anything.
        shop.ana().delete(invites(shop) + own + "/");
        erase(eve);
    }

    private JsonNode invite(Shop to) {
        var body = Map.of("email", email, "role", "USER", "permission_groups", List.of());
        return to.ana().post(invites(to), body).ok();
    }

    private static String invites(Shop of) {
        return "organisations/" + of.organisation() + "/invites/";
    }

    private Api.Answer post(Shop in) {
        return in.ana().post("organisations/" + in.organisation() + "/erasures/", Map.of("email", email));
    }

    private JsonNode erase(Shop in) {
        var answer = post(in);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }
}
