package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.contract.view.flag.EvaluatedFlagView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.flags.TestFlags;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A response assembled from shared environment defaults equals, byte by byte, one whose flags are encoded one by one. */
class IdentityResponseTest {

    private static final SdkSettings SETTINGS =
            new SdkSettings(new SdkSettings.Sdk(true), new SdkSettings.Identities(SdkSettings.Unrecorded.ANSWER));

    /** Configured like the server's. */
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private final IdentityCache cache =
            new IdentityCache(new IdentityReader(new JdbcTemplate()), new IdentityChanges());
    private final PreparedEnvironments environments = new PreparedEnvironments(json, cache, SETTINGS);
    private final IdentityResponder answers = new IdentityResponder(
            environments, TestFlags.prepared(json), cache, new TestEvaluations().in(environments), json);
    private final History history = Shop.withBasket();

    static Stream<List<LedgerEvent>> shops() {
        var search = Shop.feature(20, "search", 205, 206);
        var option = new MultivariateOption(71, Shop.id(71), FeatureValue.of("red"), 0, "red");
        return Stream.of(
                List.of(),
                List.of(search),
                List.of(search, Shop.overriddenForIdentity(true, FeatureValue.of("own"))),
                List.of(search, new OptionAdded(20, option, Map.of(Shop.LIVE, new Variant(81, 71, 0)))),
                List.of(search, new OptionAdded(20, option, Map.of(Shop.LIVE, new Variant(81, 71, 100)))),
                List.of(search, new FeatureChanged(Shop.BASKET, Shop.details(null, false, true))),
                List.of(search, Shop.set(true, FeatureValue.of("on")), hidesDisabled()),
                List.of(search, hidesSensitive()));
    }

    private static LedgerEvent hidesDisabled() {
        return new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", true, false));
    }

    private static LedgerEvent hidesSensitive() {
        return new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", null, true));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void theBytesEqualTheFlagsEncodedOneByOne(List<LedgerEvent> events) {
        events.forEach(history::then);
        var bob = new ResolvedIdentity(Shop.USER_88, "user-88", List.of(), null);
        for (var audience : Audience.values()) {
            var sdk = sdk(audience);
            var flags = environments.of(sdk).flags(bob, audience).stream()
                    .map(flag -> EvaluatedFlagView.of(sdk.environment(), flag, true))
                    .toList();

            var answer = answers.respond(sdk, bob);

            var expected =
                    "{\"identifier\":\"user-88\",\"traits\":[],\"flags\":" + json.writeValueAsString(flags) + "}";
            assertThat(text(answer)).isEqualTo(expected).hasSize(answer.length());
        }
    }

    private SdkRequest sdk(Audience audience) {
        var installation = history.state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(installation, project, project.environment(Shop.LIVE), audience);
    }

    private static String text(IdentityResponse answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
