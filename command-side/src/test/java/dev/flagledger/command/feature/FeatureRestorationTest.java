package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.command.FoundedShop;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.TestIdentityLog;
import dev.flagledger.command.identity.IdentityRestoration;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FeatureRestorationTest {

    private static final TestNode NODE = TestNode.on(
            TestDatabase.fresh().migrated(),
            TestCommandSide.class,
            TestIdentityLog.class,
            FeatureRestoration.class,
            IdentityRestoration.class);

    private final FoundedShop shop = new FoundedShop(NODE);

    @AfterAll
    static void close() {
        NODE.close();
    }

    /** Its name does not tell: the restored one may have been renamed already. */
    @Test
    void aDeletedFeatureIsCreatedAgainOnce() {
        var uuid = UUID.randomUUID();
        restore(uuid, "basket");

        assertThatThrownBy(() -> restore(uuid, "cart"))
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Restored().toString());
    }

    private void restore(UUID uuid, String name) {
        var feature = new CreateFeature(
                NODE.get(Ids.class).next(Ids.Kind.FEATURE),
                uuid,
                shop.project(),
                name,
                FeatureType.STANDARD,
                null,
                false,
                FeatureDetails.NONE,
                Owners.NONE,
                List.of());
        shop.send(new RestoreFeature(feature, List.of(), List.of()));
    }
}
