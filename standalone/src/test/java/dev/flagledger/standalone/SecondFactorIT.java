package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Section 1.8 of the admin contract. */
class SecondFactorIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Person bo = Person.in(SERVER);

    @Test
    void aLoginWithASecondFactorNeedsACode() {
        var secret = bo.activateFactor();
        var asked = bo.logIn().ok();

        assertThat(asked.propertyNames()).containsExactlyInAnyOrder("ephemeral_token", "method");
        assertThat(asked.get("method").asString()).isEqualTo("app");
        assertThat(asked.get("ephemeral_token").asString()).matches("\\d+-[0-9a-z]+-[0-9a-f]+");
        var key = bo.logIn(Person.code(secret, 1)).ok().get("key").asString();
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + key)
                        .get("auth/users/me/")
                        .ok()
                        .get("email")
                        .asString())
                .isEqualTo(bo.email());
    }

    @Test
    void theSecretIsForAuthenticatorApps() {
        var begun = bo.api().post("auth/app/activate/", Map.of()).ok();
        var secret = begun.get("secret").asString();

        assertThat(begun.get("qr_link").asString())
                .isEqualTo("otpauth://totp/Flagsmith:" + bo.email().replace("@", "%40") + "?secret=" + secret
                        + "&issuer=Flagsmith");
        assertThat(bo.confirm(secret).ok().get("backup_codes")).hasSize(5);
        assertThat(bo.api().get("auth/mfa/user-active-methods/").text())
                .isEqualTo("[{\"name\":\"app\",\"is_primary\":true}]");
    }

    @Test
    void wrongAndUsedCodesAreRefused() {
        var secret =
                bo.api().post("auth/app/activate/", Map.of()).ok().get("secret").asString();
        var backup = bo.confirm(secret).ok().get("backup_codes").get(0).asString();

        assertThat(bo.logIn(Person.code(secret, 0)).text()).isEqualTo("{\"error\":\"Invalid or expired code.\"}");
        assertThat(bo.logIn(Person.code(secret, 5)).status()).isEqualTo(401);
        bo.logIn(backup).ok();
        assertThat(bo.logIn(backup).status()).isEqualTo(401);
        var unknown = SERVER.api()
                .post("auth/login/code/", Map.of("ephemeral_token", "5-abc123-def", "code", Person.code(secret, 1)));
        assertThat(unknown.text()).isEqualTo("{\"error\":\"Invalid or expired token.\"}");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(SERVER.api().post("auth/login/code/", Map.of()).text())
                .isEqualTo(
                        "{\"ephemeral_token\":[\"This field is required.\"],\"code\":[\"This field is required.\"]}");
    }

    @Test
    void stepsOutOfOrderAreRefused() {
        assertThat(bo.api().post("auth/app/deactivate/", Map.of()).text())
                .isEqualTo("{\"error\":\"Requested MFA method does not exist.\"}");
        assertThat(bo.confirm("AAAA").text()).isEqualTo("{\"code\":[\"Requested MFA method does not exist.\"]}");
        var secret =
                bo.api().post("auth/app/activate/", Map.of()).ok().get("secret").asString();
        assertThat(bo.api().post("auth/app/deactivate/", Map.of()).text())
                .isEqualTo("{\"error\":\"2FA is not enabled.\"}");
        assertThat(bo.api()
                        .post("auth/app/activate/confirm/", Map.of("code", Person.code(secret, 9)))
                        .text())
                .isEqualTo("{\"code\":[\"Code invalid or expired.\"]}");
        assertThat(bo.logIn().ok().has("key"))
                .as("pending factors ask for nothing")
                .isTrue();
        bo.confirm(secret).ok();
        assertThat(bo.api().post("auth/app/activate/", Map.of()).text())
                .isEqualTo("{\"error\":\"MFA method already active.\"}");
        assertThat(bo.confirm(secret).text()).isEqualTo("{\"code\":[\"MFA method already active.\"]}");
    }

    @Test
    void afterADeactivationLoginsNeedNoCodeAndTheSecretIsAnotherOne() {
        var secret = bo.activateFactor();
        assertThat(bo.api().post("auth/app/deactivate/", Map.of()).status()).isEqualTo(204);

        assertThat(bo.logIn().ok().has("key")).isTrue();
        assertThat(bo.api()
                        .post("auth/app/activate/", Map.of())
                        .ok()
                        .get("secret")
                        .asString())
                .isNotEqualTo(secret);
    }

    /** What was not shown at the login is not taken from the account's owner. */
    @Test
    void aSessionWithoutACodeDoesNotRemoveTheSecondFactor() {
        var shop = Shop.by(bo.api());
        var policy = "organisations/" + shop.organisation() + "/login-policy/";
        var secret = bo.activateFactor();
        bo.api().put(policy, Map.of("without_code", List.of("EMAIL"))).ok();
        var key = bo.logIn().ok().get("key").asString();
        var withoutCode = SERVER.api().with("Authorization", "Token " + key);

        var refused = withoutCode.post("auth/app/deactivate/", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo(
                        "{\"detail\":\"You logged in without a code of your second factor. Log in with one before you"
                                + " remove it.\"}");
        bo.api().put(policy, Map.of("without_code", List.of())).ok();
        var shown = bo.logIn(Person.code(secret, 1)).ok().get("key").asString();
        assertThat(SERVER.api()
                        .with("Authorization", "Token " + shown)
                        .post("auth/app/deactivate/", Map.of())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void tooManyWrongCodesLockTheSecondStep() {
        var secret = bo.activateFactor();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(bo.logIn("000000x").status()).isEqualTo(401);
        }

        assertThat(bo.logIn(Person.code(secret, 1)).text()).isEqualTo("{\"error\":\"Invalid or expired code.\"}");
    }

    /** Else whoever has got hold of a session would keep its owner from logging in. */
    @Test
    void wrongCodesAtTheRemovalLockTheRemovalButNotTheLogin() {
        var secret = bo.activateFactor();
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(removed("000000x").status()).isEqualTo(400);
        }

        var code = Person.code(secret, 1);
        assertThat(removed(code).text()).isEqualTo("{\"code\":[\"Code invalid or expired.\"]}");
        assertThat(bo.logIn(code).status()).isEqualTo(200);
    }

    private Api.Answer removed(String code) {
        return bo.api().post("auth/app/deactivate/", Map.of("code", code));
    }

    @Test
    void whereASecondFactorIsDemandedMembersMayOnlySetOneUp() {
        var shop = Shop.in(SERVER);
        Member.join(SERVER, shop.organisation(), Member.id(bo.api()), Role.USER);
        bo.api().get("projects/?organisation=" + shop.organisation()).ok();
        shop.ana()
                .patch("organisations/" + shop.organisation() + "/", Map.of("force_2fa", true))
                .ok();

        var refused = bo.api().get("projects/?organisation=" + shop.organisation());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .isEqualTo("{\"detail\":\"Your organisation demands a second factor. Set one up first.\"}");
        assertThat(bo.api().post("organisations/", Map.of("name", "Way out")).status())
                .isEqualTo(403);
        bo.api().get("organisations/").ok();
        bo.api().get("auth/users/me/").ok();
        bo.activateFactor();
        bo.api().get("projects/?organisation=" + shop.organisation()).ok();

        bo.api().post("auth/app/deactivate/", Map.of());
        assertThat(bo.api().get("projects/?organisation=" + shop.organisation()).status())
                .isEqualTo(403);
    }

    /** The set-up stays open to them, in the same session, so that nobody is locked out. */
    @Test
    void whoDemandsASecondFactorWithoutOneSetsItUpAndGoesOn() {
        int id = bo.api()
                .post("organisations/", Map.of("name", "Strict"))
                .ok()
                .get("id")
                .asInt();
        var organisation = "organisations/" + id + "/";
        var changed = bo.api().patch(organisation, Map.of("force_2fa", true)).ok();
        assertThat(changed.get("force_2fa").asBoolean()).isTrue();
        assertThat(bo.api().patch(organisation, Map.of("force_2fa", false)).status())
                .isEqualTo(403);

        bo.activateFactor();

        bo.api().patch(organisation, Map.of("force_2fa", false)).ok();
    }
}
