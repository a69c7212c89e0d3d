package dev.flagledger.command.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagId;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Commands on flags whose feature has been deleted since the sender looked. */
class GoneFlagTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);
    private static final String MISSING = new Rejection.Missing("Feature").toString();

    private final FoundedShop shop = new FoundedShop(NODE);
    private final FlagId flag = new FlagId(shop.environment(), shop.feature());

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aDeletedFlagThatWasNeverChangedIsRejected() {
        shop.send(new DeleteFeature(flag.featureId(), shop.project()));

        toggleIsRefused();
        toggleIsRefused();
    }

    /** Its stream is loaded again, which needs the initial state before the first event. */
    @Test
    void aDeletedFlagThatWasChangedIsRejected() {
        shop.send(new ToggleFeature(flag, true));
        assertThat(shop.flag(flag).environmentDefault().enabled()).isTrue();
        shop.send(new DeleteFeature(flag.featureId(), shop.project()));
        NODE.get(Cache.class).remove(FlagCommand.streamOf(flag.environmentId(), flag.featureId()));

        toggleIsRefused();
        toggleIsRefused();
    }

    private void toggleIsRefused() {
        assertThatThrownBy(() -> shop.send(new ToggleFeature(flag, false)))
                .isInstanceOf(Rejected.class)
                .hasMessage(MISSING);
    }
}
