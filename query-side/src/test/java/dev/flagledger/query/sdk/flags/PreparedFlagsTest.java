package dev.flagledger.query.sdk.flags;

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
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PreparedFlagsTest {

    private final PreparedFlags prepared =
            new PreparedFlags(JsonMapper.builder().build());
    private final History history = Shop.withBasket();

    @Test
    void theBytesAreReusedWhileNoPartOfThemChanges() {
        var before = live(Audience.CLIENT);

        history.then(new UserLoggedIn(Shop.ANA, LoginWay.EMAIL), Shop.segment());

        assertThat(live(Audience.CLIENT)).isSameAs(before);
    }

    static Stream<LedgerEvent> changes() {
        return Stream.of(
                Shop.set(true, FeatureValue.of("red")),
                Shop.feature(20, "search", 205, 206),
                new FeatureChanged(Shop.BASKET, Shop.details("new words", false, false)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", true, false)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", null, true)),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsInTheNextResponse(LedgerEvent change) {
        var before = live(Audience.CLIENT);

        history.then(change);

        assertThat(live(Audience.CLIENT)).isNotEqualTo(before);
        assertThat(live(Audience.CLIENT)).isSameAs(live(Audience.CLIENT));
    }

    @Test
    void eachAudienceHasItsOwnFlags() {
        history.then(new FeatureChanged(Shop.BASKET, Shop.details(null, false, true)));

        assertThat(text(live(Audience.SERVER))).contains("basket_v2");
        assertThat(text(live(Audience.CLIENT))).isEqualTo("[]");
        assertThat(text(live(Audience.SERVER))).contains("basket_v2");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void copiedFlagsEqualFreshlyEncodedOnes(LedgerEvent change) {
        history.then(Shop.feature(21, "older", 107, 108));
        live(Audience.SERVER);
        history.then(change);

        var anew = new PreparedFlags(JsonMapper.builder().build());

        for (var audience : Audience.values()) {
            assertThat(text(live(audience)))
                    .isEqualTo(text(anew.of(sdk(audience)).prepared(audience).plain()));
        }
    }

    @Test
    void audiencesWithTheSameFlagsShareTheBytes() {
        assertThat(live(Audience.CLIENT)).isSameAs(live(Audience.SERVER));
    }

    private byte[] live(Audience audience) {
        return prepared.of(sdk(audience)).prepared(audience).plain();
    }

    private SdkRequest sdk(Audience audience) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return new SdkRequest(history.state(), project, project.environment(Shop.LIVE), audience);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
