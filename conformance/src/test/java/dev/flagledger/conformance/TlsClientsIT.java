package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.flagsmith.FlagsmithClient;
import com.flagsmith.config.FlagsmithConfig;
import dev.flagledger.standalone.TestServer;
import dev.flagledger.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One client of each language asks a server with a certificate, which it trusts. */
class TlsClientsIT {

    private static final TestCertificate CERTIFICATE = TestCertificate.make();

    @TempDir
    private static Path directory;

    private static TestServer server;
    private static Assortment assortment;

    @BeforeAll
    static void start() throws GeneralSecurityException, IOException {
        CERTIFICATE.writeTo(directory);
        server = TestServer.start(Map.of(
                "flagledger.tls.certificate", certificate(),
                "flagledger.tls.private-key", directory.resolve("key.pem").toString()));
        assortment = Assortment.in(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void flagsmithsJavaClientSpeaksHttp2() throws Exception {
        var protocols = new CopyOnWriteArrayList<Protocol>();
        var config = FlagsmithConfig.newBuilder()
                .baseUri(api())
                .sslSocketFactory(CERTIFICATE.client().getSocketFactory(), CERTIFICATE.trust())
                .addHttpInterceptor(chain -> {
                    var response = chain.proceed(chain.request());
                    protocols.add(response.protocol());
                    return response;
                })
                .build();
        var client = FlagsmithClient.newBuilder()
                .setApiKey(assortment.shop().key())
                .withApiUrl(api())
                .withConfiguration(config)
                .build();
        try {
            for (var person : Person.all()) {
                Map<String, Object> traits = Map.copyOf(person.traits());
                assertThat(client.getIdentityFlags(person.identifier(), traits).getFeatureValue("banner"))
                        .isEqualTo(Assortment.bannerOf(person));
            }
        } finally {
            client.close();
        }
        assertThat(protocols).isNotEmpty().containsOnly(Protocol.HTTP_2);
    }

    @Test
    void flagsmithsNodeClientAsks() {
        Scripts.install();

        var told = Scripts.run("node.mjs", server, assortment, settings("NODE_EXTRA_CA_CERTS"));

        assertThat(told.at("/remote/environment/banner/value").asString()).isEqualTo("hello");
        assertThat(told.at("/local")).isEqualTo(told.at("/remote"));
        assertBanners(told.at("/remote/identities"));
    }

    @Test
    void openFeaturesPythonClientAsks() {
        PythonScripts.install();

        var told = PythonScripts.run("openfeature_ofrep.py", server, assortment, settings("REQUESTS_CA_BUNDLE"));

        assertBanners(told.get("identities"));
    }

    private static void assertBanners(JsonNode identities) {
        for (var person : Person.all()) {
            assertThat(Told.value(identities, person, "banner"))
                    .as(person.identifier())
                    .isEqualTo(Assortment.bannerOf(person));
        }
    }

    /** The address, and the variable by which the client is told what to trust. */
    private static Map<String, String> settings(String trust) {
        return Map.of("FLAGLEDGER_API", api(), trust, certificate());
    }

    private static String api() {
        return "https://localhost:" + server.address().getPort() + "/api/v1/";
    }

    private static String certificate() {
        return directory.resolve("certificate.pem").toString();
    }
}
