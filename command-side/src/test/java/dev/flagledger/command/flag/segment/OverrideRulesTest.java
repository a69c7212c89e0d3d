package dev.flagledger.command.flag.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Actor;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Limits;
import dev.flagledger.engine.state.project.Segment;
import dev.flagledger.testing.Forms;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverrideRulesTest {

    private static final int ONLY_FOR_BASKET = 9;
    private static final Actor ANA = Actor.user(Shop.ANA, "ana@example.test");
    private static final Actor BO = Actor.user(Shop.BO, "bo@example.test");

    private static final History SHOP = Shop.withBasket()
            .then(Shop.segment(), Shop.segment(ONLY_FOR_BASKET, "buyers", Shop.BASKET), Shop.placed(Shop.BETA, 0));

    @Test
    void aSegmentOfOneFeatureOverridesNoOther() {
        assertThat(OverrideRules.foreignFeature(segment(ONLY_FOR_BASKET), Shop.BASKET))
                .isEmpty();
        assertThat(OverrideRules.foreignFeature(segment(ONLY_FOR_BASKET), 70)).contains(Shop.BASKET);
        assertThat(OverrideRules.foreignFeature(segment(Shop.BETA), 70)).isEmpty();
    }

    @Test
    void aForeignSegmentIsRejectedAsTheContractSays() {
        var form = Forms.of("{}");
        OverrideRules.requireUsable(form, segment(ONLY_FOR_BASKET), 70);

        assertThat(Forms.problems(form))
                .isEqualTo("{feature=[Can only create segment override(using this segment) for feature 7]}");
    }

    @Test
    void theLimitCountsPlacesWithoutAStateToo() {
        OverrideRules.requireRoom(live(), Limits.SEGMENT_OVERRIDES - 1);

        assertThatThrownBy(() -> OverrideRules.requireRoom(live(), Limits.SEGMENT_OVERRIDES))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Full(Limit.SEGMENT_OVERRIDES).toString());
    }

    @Test
    void nothingMoreAlwaysFits() {
        var history = Shop.withBasket().then(Shop.segment());
        for (int segment = 1_000; segment < 1_000 + Limits.SEGMENT_OVERRIDES; segment++) {
            history.then(Shop.segment(segment, "segment " + segment, null), Shop.placed(segment, segment));
        }
        var full = history.state().environment(Shop.LIVE).orElseThrow();

        OverrideRules.requireRoom(full, 0);
        assertThatThrownBy(() -> OverrideRules.requireRoom(full, 1)).isInstanceOf(Rejected.class);
    }

    @Test
    void theEnvironmentIsGivenAsANumberOrAText() {
        var access = new AccessContext(SHOP.state(), ANA);

        for (var sent : new String[] {"{'environment': 5}", "{'environment': '5'}"}) {
            assertThat(OverrideRules.environment(access, Forms.of(sent), "environment"))
                    .isEqualTo(live());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'environment': null}",
                "{'environment': 'x'}",
                "{'environment': 99}",
                "{'environment': -5}",
                "{'environment': 99999999999}",
                "{'environment': []}"
            })
    void withoutAnEnvironmentTheRequestIsForbidden(String sent) {
        assertForbidden(ANA, sent);
    }

    @Test
    void withoutThePermissionTheRequestIsForbidden() {
        assertForbidden(BO, "{'environment': 5}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                 ;    ; {}
            {'priority': null} ;    ; {}
            {'priority': 0}    ; 0  ; {}
            {'priority': 12}   ; 12 ; {}
            {'priority': -1}   ; -1 ; {priority=[Ensure this value is greater than or equal to 0.]}
            {'priority': 'x'}  ;    ; {priority=[A valid integer is required.]}
            """)
    void aPriorityMayBeOmittedButNotNegative(String sent, Integer priority, String problems) {
        var form = Forms.of(sent);

        assertThat(OverrideRules.priority(form).orElse(null)).isEqualTo(priority);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'segment': 8}    ; {}
            {'segment': 99}   ; {segment=[Invalid pk "99" - object does not exist.]}
            {}                ; {segment=[This field is required.]}
            """)
    void anIdMustBeKnown(String sent, String problems) {
        var form = Forms.of(sent);
        OverrideRules.knownId(form, "segment", Map.of(Shop.BETA, "beta users"));

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    private static void assertForbidden(Actor actor, String sent) {
        var access = new AccessContext(SHOP.state(), actor);

        assertThatThrownBy(() -> OverrideRules.environment(access, Forms.of(sent), "environment"))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Forbidden().toString());
    }

    private static Environment live() {
        return SHOP.state().environment(Shop.LIVE).orElseThrow();
    }

    private static Segment segment(int id) {
        return SHOP.state().project(Shop.PROJECT).orElseThrow().segment(id);
    }
}
