package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.revert.plan.Part.OfFeature;
import dev.flagledger.command.revert.plan.Part.OfFlag;
import dev.flagledger.command.revert.plan.Part.OfIdentity;
import dev.flagledger.command.revert.plan.Part.OfSegment;
import dev.flagledger.command.revert.plan.Part.OfSettings;
import dev.flagledger.contract.view.difference.DifferenceView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartTest {

    private static final Part FLAG = new OfFlag(Shop.LIVE, Shop.BASKET);

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(new EnvironmentChanged(Shop.LIVE, Shop.settings("New", "key-5")), new OfSettings(5)),
                Arguments.of(new SegmentChanged(Shop.BETA, Shop.definition("new", null)), new OfSegment(Shop.BETA)),
                Arguments.of(
                        new FeatureChanged(Shop.BASKET, Shop.details("new", false, false)), new OfFeature(Shop.BASKET)),
                Arguments.of(Shop.set(true, FeatureValue.NONE), FLAG),
                Arguments.of(Shop.overriddenForSegment(true, FeatureValue.NONE), FLAG),
                Arguments.of(
                        Shop.overriddenForIdentity(true, FeatureValue.NONE),
                        new OfIdentity(Shop.LIVE, Shop.BASKET, Shop.USER_88)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatDiffersBelongsToAPart(LedgerEvent event, Part part) {
        var history = Shop.withBasket().then(Shop.segment());
        var before = project(history);
        var differences = Differences.between(before, project(history.then(event)), List.of(Shop.LIVE));

        assertThat(DifferenceView.of(differences))
                .singleElement()
                .satisfies(object -> assertThat(Part.of(object)).isEqualTo(part));
    }

    @Test
    void anObjectOfAnotherTypeBelongsToNone() {
        var tag = new DifferenceView("TAG", 1, "new", null, null, null, null, "UPDATE", List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> Part.of(tag));
    }

    @Test
    void flagsAndSettingsArePartsOfEnvironments() {
        assertThat(Stream.of(new OfSettings(5), new OfFlag(6, 1), new OfIdentity(7, 1, 2))
                        .flatMap(Part::environment))
                .containsExactly(5, 6, 7);
        assertThat(Stream.of(new OfSegment(8), new OfFeature(9)).flatMap(Part::environment))
                .isEmpty();
    }

    private static Project project(History history) {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
