package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.command.user.mailed.PasswordResets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Logins with Google, GitHub and a directory, on a server where only the invited may register; sections 1.9 and 1.11 of the admin contract. */
class ProviderLoginIT {

    private static final ProviderStub PROVIDERS = new ProviderStub();
    private static final DirectoryStub DIRECTORY = DirectoryStub.start();
    private static final String UNINVITED =
            "{\"detail\":\"User registration without an invite is disabled for this installation.\"}";

    private static TestServer server;
    private static Api founder;
    private static String organisation;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(PROVIDERS.settings());
        settings.putAll(DIRECTORY.settings(1));
        settings.put("flagledger.invite.required", "true");
        server = TestServer.start(settings);
        founder = server.api().newUser();
        var founded = founder.post("organisations/", Map.of("name", "Acme")).ok();
        assertThat(founded.get("id").asInt()).isEqualTo(1);
        organisation = "organisations/1/";
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDERS.close();
        DIRECTORY.close();
    }

    @Test
    void whoIsInvitedByMailOpensAnAccountWithGoogle() {
        assertThat(google("10~eve@example.test", "INVITE_EMAIL").text()).isEqualTo(UNINVITED);
        assertThat(google("10~eve@example.test", "INVITE_EMAIL").status()).isEqualTo(403);
        founder.post(organisation + "invites/", Map.of("email", "ana@example.test"))
                .ok();

        var first = google("11~Ana@example.test", "INVITE_EMAIL").ok();
        var again = google("11~ana@example.test", "NO_INVITE").ok();

        assertThat(first.get("is_new_user").asBoolean()).isTrue();
        assertThat(again.get("is_new_user").asBoolean()).isFalse();
        var ana = me(again);
        assertThat(ana.get("email").asString()).isEqualTo("ana@example.test");
        assertThat(ana.get("first_name").asString()).isEqualTo("Ana");
        assertThat(ana.get("auth_type").asString()).isEqualTo("GOOGLE");
        assertThat(ana.get("sign_up_type").asString()).isEqualTo("INVITE_EMAIL");
        assertThat(google("12~ana@example.test", "NO_INVITE").text())
                .isEqualTo("{\"message\":\"The account with your e-mail address is linked with somebody else"
                        + " at the identity provider.\"}");
    }

    @Test
    void whoHasALinkOpensAnAccountWithGithub() {
        PROVIDERS.expect(ProviderStub.token(20, "bo@example.test"));
        assertThat(github(Map.of()).text()).isEqualTo(UNINVITED);
        assertThat(github(Map.of("sign_up_type", "INVITE_LINK", "invite_hash", "unknown"))
                        .text())
                .isEqualTo(UNINVITED);
        var link = founder.post(organisation + "invite-links/", Map.of("role", "USER"))
                .ok()
                .get("hash")
                .asString();

        var opened = github(Map.of("sign_up_type", "INVITE_LINK", "invite_hash", link))
                .ok();

        assertThat(opened.get("is_new_user").asBoolean()).isTrue();
        assertThat(me(opened).get("auth_type").asString()).isEqualTo("GITHUB");
        assertThat(me(opened).get("sign_up_type").asString()).isEqualTo("INVITE_LINK");
        assertThat(as(opened).post("users/join/link/" + link + "/", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void theInviteOfSomebodyWithoutAnAccountIsTheirs() {
        var invite = founder.post(organisation + "invites/", Map.of("email", "cy@example.test"))
                .ok();
        var hash = invite.get("link").asString().replaceFirst(".*/", "");

        var cy = as(google("30~cy@example.test", "NO_INVITE").ok());

        assertThat(cy.post("users/join/" + hash + "/", Map.of()).status()).isEqualTo(200);
        assertThat(cy.get("organisations/").ok().get("count").asInt()).isEqualTo(1);
    }

    @Test
    void whatAProviderDoesNotConfirmOpensNothing() {
        var refused = google("junk", "NO_INVITE");
        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text()).isEqualTo("{\"message\":\"An error occurred authenticating with GOOGLE\"}");
        PROVIDERS.expect("");
        assertThat(github(Map.of()).text()).isEqualTo("{\"message\":\"An error occurred authenticating with GITHUB\"}");
        assertThat(google("11~ana@example.test", "ZZ").text())
                .isEqualTo("{\"sign_up_type\":[\"\\\"ZZ\\\" is not a valid choice.\"]}");
    }

    /** Their directory has invited them. */
    @Test
    void whoIsInTheDirectoryOpensAnAccountAndJoins() {
        assertThat(logIn("lea", "wrong").text())
                .isEqualTo("{\"non_field_errors\":[\"Unable to log in with provided credentials.\"]}");

        var lea = logIn("lea", DirectoryStub.PASSWORD).ok();

        assertThat(me(lea).get("email").asString()).isEqualTo(DirectoryStub.EMAIL);
        assertThat(me(lea).get("auth_type").asString())
                .as("the contract knows no directory")
                .isEqualTo("EMAIL");
        assertThat(as(lea).get("organisations/").ok().get("count").asInt()).isEqualTo(1);
        assertThat(logIn(DirectoryStub.EMAIL, DirectoryStub.PASSWORD).status())
                .as("the account has no password")
                .isEqualTo(400);
    }

    /** Of the groups that the setting names. */
    @Test
    void aGroupOfTheDirectoryIsMadeWhenItsFirstMemberLogsIn() {
        logIn("lea", DirectoryStub.PASSWORD).ok();
        logIn("lea", DirectoryStub.PASSWORD).ok();

        var groups = founder.get(organisation + "groups/").ok().get("results");
        assertThat(groups).hasSize(1);
        var made = founder.get(
                        organisation + "groups/" + groups.get(0).get("id").asInt() + "/")
                .ok();
        assertThat(made.get("name").asString()).isEqualTo("engineers");
        assertThat(made.get("external_id").asString()).isEqualTo(DirectoryStub.ENGINEERS);
        assertThat(made.get("is_default").asBoolean()).isFalse();
        assertThat(made.get("users").get(0).get("email").asString()).isEqualTo(DirectoryStub.EMAIL);
    }

    /** Whoever had stolen a session may have made the link. */
    @Test
    void aResetOfThePasswordEndsTheLinksButNotForTheOwnerOfTheAddress() {
        founder.post(organisation + "invites/", Map.of("email", "dee@example.test"))
                .ok();
        var dee = as(google("40~dee@example.test", "NO_INVITE").ok());
        int id = dee.get("auth/users/me/").ok().get("id").asInt();
        assertThat(google("40~moved@example.test", "NO_INVITE").status())
                .as("the link opens the account, whatever the address")
                .isEqualTo(200);
        var link = server.part(PasswordResets.class).linkForOperator(id).path().split("/", -1);

        var reset = server.api()
                .post(
                        "auth/users/reset_password_confirm/",
                        Map.of(
                                "uid",
                                link[3],
                                "token",
                                link[4],
                                "new_password",
                                KnownPerson.PASSWORD,
                                "re_new_password",
                                KnownPerson.PASSWORD));

        assertThat(reset.status()).isEqualTo(204);
        assertThat(dee.get("auth/users/me/").status()).isEqualTo(401);
        assertThat(google("40~moved@example.test", "NO_INVITE").text()).isEqualTo(UNINVITED);
        var again = google("41~dee@example.test", "NO_INVITE").ok();
        assertThat(me(again).get("id").asInt()).isEqualTo(id);
    }

    private static Api.Answer google(String token, String signUpType) {
        return server.api().post("auth/oauth/google/", Map.of("access_token", token, "sign_up_type", signUpType));
    }

    private static Api.Answer github(Map<String, String> claim) {
        var body = new HashMap<>(claim);
        body.put("access_token", "c0de");
        return server.api().post("auth/oauth/github/", body);
    }

    private static Api.Answer logIn(String name, String password) {
        return server.api().post("auth/login/", Map.of("email", name, "password", password));
    }

    private static JsonNode me(JsonNode login) {
        return as(login).get("auth/users/me/").ok();
    }

    private static Api as(JsonNode login) {
        return server.api().with("Authorization", "Token " + login.get("key").asString());
    }
}
