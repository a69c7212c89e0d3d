package dev.flagledger.query.sdk.identities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.contract.view.flag.Audience;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

class PreparedEnvironmentsTest {

    private static final ResolvedIdentity BOB = new ResolvedIdentity(Shop.USER_88, "user-88", List.of(), null);

    private static final SdkSettings SETTINGS =
            new SdkSettings(new SdkSettings.Sdk(false), new SdkSettings.Identities(SdkSettings.Unrecorded.ANSWER));

    private final PreparedEnvironments prepared = new PreparedEnvironments(
            JsonMapper.builder().build(),
            new IdentityCache(new IdentityReader(new JdbcTemplate()), new IdentityChanges()),
            SETTINGS);
    private final History history = Shop.withBasket();

    static Stream<LedgerEvent> changes() {
        return Stream.of(
                Shop.set(true, FeatureValue.of("red")),
                Shop.segment(),
                Shop.feature(20, "search", 205, 206),
                new FeatureChanged(Shop.BASKET, Shop.details("new words", false, false)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", true, false)),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anEnvironmentIsPreparedOnceForEachChange(LedgerEvent change) {
        var before = prepared.of(sdk());
        history.then(new UserLoggedIn(Shop.ANA, LoginWay.EMAIL));
        assertThat(prepared.of(sdk())).isSameAs(before);

        history.then(change);

        assertThat(prepared.of(sdk())).isNotSameAs(before);
    }

    @RepeatedTest(5)
    void concurrentRequestsGetTheSameEnvironment() throws InterruptedException {
        prepared.of(sdk());
        history.then(Shop.set(true, FeatureValue.of("red")));
        var sdk = sdk();
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newFixedThreadPool(together.getParties())) {
            var asked = Collections.nCopies(together.getParties(), (Callable<PreparedEnvironment>) () -> {
                together.await();
                return prepared.of(sdk);
            });

            assertThat(threads.invokeAll(asked).stream().map(Future::resultNow).distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aFlagByNameEqualsTheOneInTheList(LedgerEvent change) {
        history.then(
                Shop.feature(21, "older", 207, 208),
                new FeatureChanged(21, Shop.details("for servers", false, true)),
                change);
        var environment = prepared.of(sdk());

        for (var audience : Audience.values()) {
            var all = environment.flags(BOB, audience);
            for (var name : List.of("basket_v2", "older", "search", "Search", "")) {
                assertThat(environment.flag(BOB, audience, name))
                        .isEqualTo(all.stream()
                                .filter(flag -> flag.feature().name().equals(name))
                                .findAny());
            }
        }
    }

    @Test
    void theJsonOfAFlagIsCached() {
        var environment = prepared.of(sdk());
        var first = environment.json(environment.flags(BOB, Audience.CLIENT).getFirst());
        assertThat(environment.json(environment.flags(BOB, Audience.SERVER).getFirst()))
                .isSameAs(first);

        history.then(Shop.set(true, FeatureValue.of("red")));

        var later = prepared.of(sdk());
        assertThat(text(later.json(later.flags(BOB, Audience.CLIENT).getFirst())))
                .contains("red")
                .isNotEqualTo(text(first));
    }

    private SdkRequest sdk() {
        var installation = history.state();
        var project = installation.project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(installation, project, project.environment(Shop.LIVE), Audience.CLIENT);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
