package dev.flagledger.command.revert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagCommand.PlaceSegment;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.OverrideChanges.Upsert;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FurtherOverridesTest {

    private static final FlagId LIVE = new FlagId(Shop.LIVE, Shop.BASKET);
    private static final FlagId STAGING = new FlagId(Shop.STAGING, Shop.BASKET);

    /** There is an override for segment 8. */
    private static final Project NOW = Shop.withBasket()
            .then(Shop.segment(), Shop.overriddenForSegment(true, FeatureValue.NONE))
            .state()
            .project(Shop.PROJECT)
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({"9, 0, 1", "8, 0, 0", "8, 8, 0", "9, 8, 0"})
    void anOverrideThatIsMadeAnewIsNoFurtherOne(int changed, int removed, int more) {
        assertThat(more(update(LIVE, List.of(changed), removed == 0 ? List.of() : List.of(removed))))
                .isEqualTo(Map.of(Shop.LIVE, more));
    }

    @Test
    void oneMadeAnewLeavesNoRoomForAnother() {
        assertThat(more(update(LIVE, List.of(8, 9), List.of(8)))).isEqualTo(Map.of(Shop.LIVE, 1));
        assertThat(more(update(LIVE, List.of(), List.of(8)))).isEqualTo(Map.of(Shop.LIVE, -1));
    }

    @Test
    void environmentsAreCountedApart() {
        var published = new PublishUpdate(update(STAGING, List.of(8, 9), List.of()), new UUID(0, 1));

        assertThat(more(update(LIVE, List.of(8, 9, 10), List.of()), published))
                .isEqualTo(Map.of(Shop.LIVE, 2, Shop.STAGING, 2));
    }

    @Test
    void aPlaceWithoutAStateCountsToo() {
        assertThat(more(place(8), place(9))).isEqualTo(Map.of(Shop.LIVE, 1));
        assertThat(more(update(LIVE, List.of(), List.of(8)), place(8))).isEqualTo(Map.of(Shop.LIVE, 0));
    }

    @Test
    void noCommandsAddNone() {
        assertThat(more()).isEmpty();
    }

    private static Map<Integer, Integer> more(LedgerCommand... commands) {
        return new FurtherOverrides(NOW).of(List.of(commands));
    }

    private static PlaceSegment place(int segment) {
        return new PlaceSegment(LIVE, segment, segment + 100, new UUID(0, segment), null);
    }

    private static UpdateFlag update(FlagId flag, List<Integer> changed, List<Integer> removed) {
        var upserts = changed.stream()
                .map(segment -> new Upsert(segment, SettingChange.toggle(true), null))
                .toList();
        return new UpdateFlag(flag, null, new OverrideChanges(upserts, removed, Map.of()));
    }
}
