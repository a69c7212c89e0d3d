package dev.flagledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.factor.LoginCode;
import dev.flagledger.access.session.SessionClient;
import dev.flagledger.access.session.Sessions;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.command.user.mailed.PasswordResets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever has the database, but not the secret of the installation, can log in nowhere: one secret of each kind is made, and none of
 * them is in the rows of any table. Only the keys of applications' servers and the secrets of webhooks are stored in clear, as ADR 7 explains,
 * in a table of their own each and in no other. Codes of second factors are too short to be looked for: any number has one.
 */
class SecretsAtRestIT {

    private static final Set<String> IN_CLEAR = Set.of("access.server_key", "access.webhook_secret");
    private static final HexFormat HEX = HexFormat.of();

    /** The beginning of every private RSA key, after its version, and of every private Ed25519 key (PKCS #8). */
    private static final Map<String, String> PRIVATE_KEYS =
            Map.of("RSA key", "300d06092a864886f70d01010105000482", "Ed25519 key", "302e020100300506032b657004220420");

    private static TestServer server;
    private static Path file;

    /** The secret is where {@code flagledger run} has it, too. */
    @BeforeAll
    static void start(@TempDir Path directory) {
        file = directory.resolve("secret");
        server = TestServer.start(Map.of(
                "flagledger.secret-key-file", file.toString(),
                "flagledger.dashboard.url", "https://flags.example.test",
                "flagledger.mail.host", "127.0.0.1",
                "flagledger.mail.port", "1",
                "flagledger.mail.from", "flags@example.test"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noSecretIsInTheDatabase() throws IOException {
        var secrets = new HashMap<>(
                Map.of("secret of the installation", Files.readString(file).strip()));
        var shop = Shop.in(server);
        ofPeople(secrets);
        ofOrganisation(secrets, shop);
        ofApplications(secrets, shop);
        secrets.putAll(SecretsOfMachines.made(server, shop));

        var dump = Dump.of(server.part(JdbcClient.class), table -> !IN_CLEAR.contains(table));

        assertThat(dump)
                .as("what is no secret")
                .contains("recipient@example.test", HEX.formatHex("client-of-the-test".getBytes(UTF_8)));
        assertThat(secrets)
                .allSatisfy((_, secret) -> assertThat(secret.length()).isGreaterThan(7))
                .noneSatisfy((_, secret) -> assertThat(dump).contains(secret))
                .noneSatisfy((_, secret) -> assertThat(dump).contains(HEX.formatHex(secret.getBytes(UTF_8))));
        assertThat(PRIVATE_KEYS).noneSatisfy((_, start) -> assertThat(dump).contains(start));
    }

    private static void ofPeople(Map<String, String> secrets) {
        var bo = Person.in(server);
        secrets.put("password", Person.PASSWORD);
        secrets.put("token", bo.logIn().ok().get("key").asString());
        int id = Member.id(bo.api());
        secrets.put(
                "cookie",
                server.part(Sessions.class)
                        .cookie(id, LoginWay.EMAIL, LoginCode.NONE, new SessionClient("192.0.2.7", "x")));
        var reset = server.part(PasswordResets.class).linkForOperator(id).path();
        secrets.put("reset", reset.substring(reset.lastIndexOf('/') + 1));
        var begun = bo.api().post("auth/app/activate/", Map.of()).ok();
        var factor = begun.get("secret").asString();
        secrets.put("second factor", factor);
        secrets.put("bytes of the second factor", HEX.formatHex(new Base32().decode(factor)));
        bo.confirm(factor).ok().get("backup_codes").forEach(code -> secrets.put("backup " + code, code.asString()));
        var waiting = bo.logIn().ok().get("ephemeral_token").asString();
        secrets.put("login that waits for a code", waiting.substring(waiting.lastIndexOf('-') + 1));
        server.api().post("auth/users/reset_password/", Map.of("email", bo.email()));
        await().atMost(Duration.ofSeconds(30)).until(() -> isMailed(bo.email()));
        secrets.put("mail", "somebody asked for a new password");
    }

    private static boolean isMailed(String recipient) {
        return server.part(JdbcClient.class)
                .sql("select exists (select from access.mail where mail.recipient = :recipient)")
                .param("recipient", recipient)
                .query(Boolean.class)
                .single();
    }

    private static void ofOrganisation(Map<String, String> secrets, Shop shop) {
        var organisation = "organisations/" + shop.organisation() + "/";
        var ana = shop.ana();
        var key = ana.post(organisation + "master-api-keys/", Map.of("name", "tf"))
                .ok();
        secrets.put("API key", key.get("key").asString().replaceFirst(".*\\.", ""));
        var link =
                ana.post(organisation + "invite-links/", Map.of("role", "USER")).ok();
        secrets.put("invite link", link.get("hash").asString());
        ana.post(organisation + "invites/", Map.of("email", "recipient@example.test"))
                .ok();
        secrets.put("mailed invite", "flags.example.test/invite/");
        var secret = "client-secret-" + UUID.randomUUID();
        ana.post(
                        organisation + "oidc-providers/",
                        Map.of(
                                "name", "acme",
                                "issuer", "http://127.0.0.1:9",
                                "client_id", "client-of-the-test",
                                "client_secret", secret))
                .ok();
        secrets.put("client secret", secret);
        ana.post(
                        "auth/saml/configuration/",
                        Map.of(
                                "organisation",
                                shop.organisation(),
                                "name",
                                "acme",
                                "frontend_url",
                                "https://flags.example.test"))
                .ok();
    }

    private static void ofApplications(Map<String, String> secrets, Shop shop) {
        var key = shop.ana().post("environments/" + shop.key() + "/api-keys/", Map.of("name", "backend"));
        secrets.put("key of a server", key.ok().get("key").asString());
        var secret = "webhook-secret-" + UUID.randomUUID();
        var path = "environments/" + shop.key() + "/webhooks/";
        int id = shop.ana()
                .post(path, Map.of("url", "http://127.0.0.1:9/", "secret", secret))
                .ok()
                .get("id")
                .asInt();
        secrets.put("webhook secret", secret);
        var next = "webhook-secret-" + UUID.randomUUID();
        shop.ana()
                .put(path + id + "/", Map.of("url", "http://127.0.0.1:9/", "secret", next))
                .ok();
        secrets.put("next webhook secret", next);
    }
}
