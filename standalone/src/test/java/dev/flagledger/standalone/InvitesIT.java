package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Section 2.3 of the admin contract, on a server that sends no mails. */
class InvitesIT {

    private static final TestServer SERVER = TestServer.shared();
    private static final String NO_INVITE = "{\"detail\":\"No Invite matches the given query.\"}";
    private static final String NO_LINK = "{\"detail\":\"No InviteLink matches the given query.\"}";

    private final Shop shop = Shop.in(SERVER);
    private final String path = "organisations/" + shop.organisation() + "/";
    private final Api ana = shop.ana();
    private final Api bo = SERVER.api().newUser();
    private final String email = bo.get("auth/users/me/").ok().get("email").asString();

    @Test
    void anInviteIsReadInThreeForms() {
        var created =
                ana.post(path + "invites/", Map.of("email", email, "role", "USER", "permission_groups", List.of()));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().propertyNames())
                .containsExactly("id", "email", "role", "date_created", "permission_groups", "link");

        var others = ana.post(path + "invite/", Map.of("emails", List.of(unused())));
        assertThat(others.status()).isEqualTo(201);
        assertThat(others.json().get(0).propertyNames())
                .containsExactly("id", "email", "role", "date_created", "invited_by", "permission_groups", "link");
        assertThat(others.json().get(0).get("invited_by").propertyNames())
                .containsExactly("id", "email", "first_name", "last_name");

        var page = ana.get(path + "invites/").ok();
        assertThat(page.get("count").asInt()).isEqualTo(2);
        var listed = page.get("results").get(0);
        assertThat(listed.propertyNames())
                .containsExactly("id", "email", "date_created", "invited_by", "permission_groups");
        assertThat(listed.get("invited_by").get("role").asString()).isEqualTo("ADMIN");
        assertThat(ana.get(path + "invites/" + listed.get("id") + "/").ok()).isEqualTo(listed);
    }

    @Test
    void theInvitedPersonJoins() {
        var hash = hash(ana.post(path + "invites/", Map.of("email", email.toUpperCase(Locale.ROOT), "role", "ADMIN")));

        assertThat(SERVER.api()
                        .newUser()
                        .post("users/join/" + hash + "/", Map.of())
                        .text())
                .isEqualTo("{\"detail\":\"Registered email does not match invited email\"}");
        assertThat(bo.post("users/join/link/" + hash + "/", Map.of()).text()).isEqualTo(NO_LINK);
        var joined = bo.post("users/join/" + hash + "/", Map.of()).ok();

        assertThat(joined.get("role").asString()).isEqualTo("ADMIN");
        assertThat(joined.get("num_seats").asInt()).isEqualTo(2);
        assertThat(bo.get(path).status()).isEqualTo(200);
        assertThat(bo.post("users/join/" + hash + "/", Map.of()).text()).isEqualTo(NO_INVITE);
        assertThat(ana.get(path + "invites/").ok().get("count").asInt()).isZero();
    }

    @Test
    void anInviteIsOpenOnceAndWithdrawn() {
        var created = ana.post(path + "invites/", Map.of("email", email));
        var twice = "Invite for email " + email + " already exists";
        assertThat(ana.post(path + "invites/", Map.of("email", email)).text())
                .isEqualTo("{\"email\":[\"" + twice + "\"]}");
        assertThat(ana.post(path + "invite/", Map.of("emails", List.of(email))).text())
                .isEqualTo("{\"emails\":[\"" + twice + "\"]}");
        assertThat(ana.post(path + "invite/", Map.of("invites", List.of(Map.of("email", email))))
                        .text())
                .isEqualTo("{\"invites\":[{\"email\":[\"" + twice + "\"]}]}");

        var one = path + "invites/" + created.ok().get("id") + "/";
        var resent = ana.post(one + "resend/", Map.of());
        assertThat(resent.ok().get("link")).isEqualTo(created.ok().get("link"));
        assertThat(ana.delete(one).status()).isEqualTo(204);
        assertThat(ana.get(one).text()).isEqualTo(NO_INVITE);
        assertThat(ana.delete(one).text()).isEqualTo(NO_INVITE);
        assertThat(ana.post(one + "resend/", Map.of()).text()).isEqualTo(NO_INVITE);
        assertThat(bo.post("users/join/" + hash(created) + "/", Map.of()).text())
                .isEqualTo(NO_INVITE);
    }

    @Test
    void anybodyJoinsByALinkUntilItIsDeletedOrExpires() {
        var link = ana.post(path + "invite-links/", Map.of("role", "USER"));
        assertThat(link.status()).isEqualTo(201);
        assertThat(link.json().propertyNames()).containsExactly("id", "hash", "date_created", "role", "expires_at");
        assertThat(ana.get(path + "invite-links/").ok().get(0)).isEqualTo(link.json());

        var join = "users/join/link/" + link.json().get("hash").asString() + "/";
        assertThat(bo.post(join, Map.of()).ok().get("role").asString()).isEqualTo("USER");
        assertThat(bo.post(join, Map.of()).status()).as("joining again").isEqualTo(200);
        assertThat(ana.post(join, Map.of()).ok().get("role").asString()).isEqualTo("ADMIN");

        assertThat(ana.delete(path + "invite-links/" + link.json().get("id") + "/")
                        .status())
                .isEqualTo(204);
        assertThat(SERVER.api().newUser().post(join, Map.of()).text()).isEqualTo(NO_LINK);

        var soon = Map.of("expires_at", Instant.now().plusSeconds(4).toString());
        var brief = ana.post(path + "invite-links/", soon).ok();
        await().untilAsserted(() -> assertThat(
                        bo.post("users/join/link/" + brief.get("hash").asString() + "/", Map.of())
                                .text())
                .isEqualTo("{\"detail\":\"Invite has expired\"}"));
    }

    @Test
    void aLinkThatNobodyCouldUseIsRefused() {
        var old = ana.post(path + "invite-links/", Map.of("expires_at", "2020-01-01T00:00:00Z"));

        assertThat(old.status()).isEqualTo(400);
        assertThat(old.text()).isEqualTo("{\"expires_at\":[\"This is in the past.\"]}");
        assertThat(ana.get(path + "invite-links/").ok()).isEmpty();
    }

    @Test
    void invitesAreForAdminsOfTheirOrganisation() {
        var invite = ana.post(path + "invites/", Map.of("email", email)).ok().get("id");
        var other = Shop.in(SERVER);
        var foreign = "organisations/" + other.organisation() + "/invites/" + invite + "/";

        assertThat(other.ana().delete(foreign).text()).isEqualTo(NO_INVITE);
        assertThat(other.ana().get(foreign).text()).isEqualTo(NO_INVITE);
        assertThat(ana.put(path + "invites/" + invite + "/", Map.of()).status()).isEqualTo(405);
        assertThat(ana.get(path + "invite-links/1/").status()).isEqualTo(405);
    }

    @Test
    void machinesInviteButDoNotJoin() {
        var key = ana.post(path + "master-api-keys/", Map.of("name", "ci")).ok().get("key");
        var program = SERVER.api().with("Authorization", "Api-Key " + key.asString());

        var invited =
                program.post(path + "invite/", Map.of("emails", List.of(email))).ok();
        assertThat(invited.get(0).get("invited_by").isNull()).isTrue();
        assertThat(ana.get(path + "invites/")
                        .ok()
                        .get("results")
                        .get(0)
                        .get("invited_by")
                        .isNull())
                .isTrue();
        assertThat(program.post("users/join/link/abc/", Map.of()).status()).isEqualTo(403);
    }

    /** The dashboard tries a hash as a link and then as an invite, and depends on the texts. */
    @Test
    void unknownHashesAreNotFound() {
        assertThat(ana.post("users/join/link/Kq3v/", Map.of()).text()).isEqualTo(NO_LINK);
        assertThat(ana.post("users/join/Kq3v/", Map.of()).text()).isEqualTo(NO_INVITE);
    }

    @Test
    void anErasedUserLeavesNoAddressBehind() {
        var address = unused();
        ana.post(path + "invites/", Map.of("email", address));
        var guest = registered(address);
        var link = ana.post(path + "invite-links/", Map.of()).ok().get("hash").asString();
        guest.post("users/join/link/" + link + "/", Map.of()).ok();
        assertThat(events()).contains(address);

        var erased = ana.post(path + "erasures/", Map.of("user", Member.id(guest)));

        assertThat(erased.status()).isEqualTo(201);
        assertThat(ana.get(path + "invites/").ok().get("count").asInt()).isZero();
        assertThat(events()).doesNotContain(address).contains("New Invite created: erased");
    }

    private String events() {
        return ana.get(path + "events/").text();
    }

    private static Api registered(String address) {
        var account = Map.of("email", address, "password", "un-guess-able 7", "first_name", "Li", "last_name", "Wu");
        var key = SERVER.api().post("auth/users/", account).ok().get("key").asString();
        return SERVER.api().with("Authorization", "Token " + key);
    }

    private static String unused() {
        return "guest-" + UUID.randomUUID() + "@example.test";
    }

    private static String hash(Api.Answer created) {
        return created.ok().get("link").asString().replaceFirst(".*/invite/", "");
    }
}
