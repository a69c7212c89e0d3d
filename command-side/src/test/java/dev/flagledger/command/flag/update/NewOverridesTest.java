package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Limits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NewOverridesTest {

    private static final int CART = 70;
    private static final int FOR_CART = 9;

    @Test
    void aNewOverrideNeedsASegmentForItsFeature() {
        var shop = Shop.withBasket()
                .then(Shop.feature(CART, "cart", 107, 108), Shop.segment(), Shop.segment(FOR_CART, "buyers", CART));

        require(shop, Shop.BETA);
        assertThatThrownBy(() -> require(shop, Shop.BETA, FOR_CART))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.ForeignSegment(CART).toString());
    }

    @Test
    void anOverrideThatExistsIsNotCheckedAgain() {
        var shop = full();

        require(shop, 1_000, 1_001);
        assertThatThrownBy(() -> require(shop, 1_000, Shop.BETA))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Full(Limit.SEGMENT_OVERRIDES).toString());
    }

    private static void require(History shop, int... segments) {
        var project = shop.state().project(Shop.PROJECT).orElseThrow();
        var requests = IntStream.of(segments)
                .mapToObj(segment -> new OverrideRequest(segment, null, new StateRequest(true, null, null)))
                .toList();
        NewOverrides.require(project, project.environment(Shop.LIVE), project.feature(Shop.BASKET), requests);
    }

    /** With as many overrides as an environment may have. */
    private static History full() {
        var history = Shop.withBasket().then(Shop.segment());
        IntStream.range(1_000, 1_000 + Limits.SEGMENT_OVERRIDES)
                .forEach(segment -> history.then(new LedgerEvent[] {
                    Shop.segment(segment, "segment " + segment, null), Shop.placed(segment, segment)
                }));
        return history;
    }
}
