package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.flag.FlagCommand.UpdateFlag;
import dev.flagledger.api.flag.FlagCommand.UpdateOverrides;
import dev.flagledger.api.flag.OverrideChanges;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.version.VersionCommand.PublishOverrides;
import dev.flagledger.api.version.VersionCommand.PublishUpdate;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagUpdatesTest {

    private static final Environment DIRECT =
            Shop.withBasket().state().environment(Shop.LIVE).orElseThrow();
    private static final Environment VERSIONED = Shop.withBasket()
            .then(new VersioningEnabled(Shop.LIVE, Shop.id(70)))
            .state()
            .environment(Shop.LIVE)
            .orElseThrow();

    private final UpdateFlag update =
            new UpdateFlag(DIRECT.flag(Shop.BASKET).id(), SettingChange.toggle(true), OverrideChanges.NONE);

    @Test
    void anUpdateIsSentAsItIsWithoutVersioning() {
        assertThat(FlagUpdates.of(DIRECT, update)).isSameAs(update);
    }

    @Test
    void anUpdateIsAVersionWithVersioning() {
        assertThat(FlagUpdates.of(VERSIONED, update))
                .isInstanceOfSatisfying(
                        PublishUpdate.class,
                        publication -> assertThat(publication.update()).isSameAs(update));
    }

    @Test
    void eachUpdateIsAVersionOfItsOwn() {
        assertThat(FlagUpdates.of(VERSIONED, update)).isNotEqualTo(FlagUpdates.of(VERSIONED, update));
    }

    @Test
    void aRemovalNamesOneSegment() {
        var removed = new UpdateOverrides(update.flag(), new OverrideChanges(List.of(), List.of(Shop.BETA), Map.of()));

        assertThat(FlagUpdates.removal(DIRECT, DIRECT.flag(Shop.BASKET), Shop.BETA))
                .isEqualTo(removed);
        assertThat(FlagUpdates.removal(VERSIONED, VERSIONED.flag(Shop.BASKET), Shop.BETA))
                .isInstanceOfSatisfying(
                        PublishOverrides.class,
                        publication -> assertThat(publication.update()).isEqualTo(removed));
    }
}
