package dev.flagledger.conformance.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Keycloak on loopback, with the realm {@code acme} of {@code acme-realm.json}: its users are {@code ana}, {@code bo}, whose address is not
 * verified, {@code eve}, and {@code kim}, each with the password {@code <name>-password}. One for each JVM of tests; it ends with it.
 */
public final class Keycloak {

    private static final String REALM = "acme";
    private static final String ADMIN = "keycloak-admin";
    private static final Duration START = Duration.ofMinutes(6);
    private static final Path LOG =
            Path.of("target", "keycloak-" + ProcessHandle.current().pid() + ".log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    private Keycloak(int port) {
        this.port = port;
    }

    /** Returns the running Keycloak, which the first test starts. Skips the test if there is none to start. */
    public static Keycloak running() {
        assumeTrue(Shared.RUNNING.isPresent(), "Keycloak could not be fetched; no test logs in with it");
        return Shared.RUNNING.get();
    }

    /** The issuer of the realm, by which it is discovered. */
    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/" + REALM;
    }

    /** The SAML metadata of the realm. */
    public String samlMetadata() {
        return send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/saml/descriptor")))
                .body();
    }

    /** Adds a client to the realm, in the form of Keycloak's admin API, and returns its id there. */
    public String addClient(JsonNode client) {
        var answer = send(admin("/clients").POST(BodyPublishers.ofString(client.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Calls the admin API of the realm, and returns what it answers; null for no answer. */
    public JsonNode administer(String method, String path, String body) {
        var answer = send(admin(path).method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    private HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/" + REALM + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + adminToken());
    }

    private String adminToken() {
        var form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
        var uri = URI.create("http://127.0.0.1:" + port + "/realms/master/protocol/openid-connect/token");
        var answer = send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean isReady(Process process) {
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak has ended; see " + LOG);
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(issuer()))).statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static Keycloak start(Path home) {
        try {
            var keycloak = new Keycloak(freePort());
            var process = keycloak.process(home).start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            await().atMost(START).pollInterval(Duration.ofMillis(500)).until(() -> keycloak.isReady(process));
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder process(Path home) throws IOException {
        var realms = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.write(
                realms.resolve("acme-realm.json"),
                Files.readAllBytes(Path.of("src", "test", "resources", "keycloak", "acme-realm.json")));
        var command = new ProcessBuilder(List.of(
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--cache=local",
                        "--import-realm"))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        return command;
    }

    /** The script starts the server as a process of its own. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Shared {
        private static final Optional<Keycloak> RUNNING = KeycloakFiles.alone(Keycloak::start);
    }
}
