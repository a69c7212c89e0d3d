package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.flagledger.standalone.TestServer;
import dev.openfeature.contrib.providers.flagsmith.FlagsmithProvider;
import dev.openfeature.contrib.providers.flagsmith.FlagsmithProviderOptions;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenFeature's SDK for Java reads flags with every provider that can ask this server. */
class OpenFeatureIT {

    private static final TestServer SERVER = TestServer.shared();

    private static Assortment assortment;

    /** The providers, each as its documentation shows it. */
    enum Kind {
        FLAGSMITH,
        FLAGSMITH_LOCALLY,
        OFREP
    }

    @BeforeAll
    static void start() {
        assortment = Assortment.in(SERVER);
    }

    @AfterAll
    static void stop() {
        OpenFeatureAPI.getInstance().shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void everybodyGetsWhatTheServerSays(Kind kind) {
        var client = client(kind);
        for (var person : Person.all()) {
            var plan = new Value(person.traits().get("plan"));
            var context = new ImmutableContext(person.identifier(), Map.of("plan", plan));
            assertThat(client.getStringValue("banner", "none", context))
                    .as("banner of %s", person.identifier())
                    .isEqualTo(Assortment.bannerOf(person));
            assertThat(client.getStringValue("shade", "none", context))
                    .as("shade of %s", person.identifier())
                    .isEqualTo(assortment.shadeOf(person));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesHaveTheirTypes(Kind kind) {
        var client = client(kind);
        var anybody = new ImmutableContext("anybody");
        assertThat(client.getBooleanValue("plain", false, anybody)).isTrue();
        assertThat(client.getIntegerValue("limit", 0, anybody)).isEqualTo(24);
        assertThat(client.getStringValue("dark", "none", anybody)).isEqualTo("none");
        assertThat(client.getStringValue("team/greeting", "none", anybody)).isEqualTo("hi");
        // This provider puts a name into the address as it is, which must not have a backslash.
        var name = kind == Kind.OFREP ? "team%5Cgreeting" : "team\\greeting";
        assertThat(client.getStringValue(name, "none", anybody)).isEqualTo("ahoy");
        assertThat(client.getStringValue("nothing", "none", anybody)).isEqualTo("none");
    }

    private static Client client(Kind kind) {
        var api = OpenFeatureAPI.getInstance();
        api.setProviderAndWait(kind.name(), provider(kind));
        return api.getClient(kind.name());
    }

    private static FeatureProvider provider(Kind kind) {
        var key = assortment.shop().key();
        return switch (kind) {
            case FLAGSMITH -> new FlagsmithProvider(flagsmith().apiKey(key).build());
            case FLAGSMITH_LOCALLY ->
                new FlagsmithProvider(flagsmith()
                        .apiKey(assortment.serverKey())
                        .localEvaluation(true)
                        .build());
            case OFREP ->
                OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                        .baseUrl(SERVER.address().toString())
                        .headers(ImmutableMap.of("X-API-Key", ImmutableList.of(key)))
                        .build());
        };
    }

    private static FlagsmithProviderOptions.FlagsmithProviderOptionsBuilder flagsmith() {
        return FlagsmithProviderOptions.builder()
                .baseUri(SERVER.address().resolve("/api/v1/").toString());
    }
}
