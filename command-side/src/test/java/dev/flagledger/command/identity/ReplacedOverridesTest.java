package dev.flagledger.command.identity;

import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.ManagedIdentityCommand.ReplaceOverrides;
import dev.flagledger.api.identity.OwnState;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** Replacing the overrides of an identity. */
class ReplacedOverridesTest {

    private static final int BO = 4211;
    private static final List<Variant> SHARES = List.of(new Variant(70, 8, 100));
    private static final Setting RED = new Setting(true, FeatureValue.of("red"));
    private static final Setting SHARED = new Setting(true, FeatureValue.of("red"), SHARES);
    private static final ManagedIdentityCreated CREATED = new ManagedIdentityCreated(4, BO, "user-88");

    private final FixtureConfiguration<ManagedIdentity> fixture = new AggregateTestFixture<>(ManagedIdentity.class);

    @Test
    void overridesAreRemovedAndCreatedAsListed() {
        fixture.given(CREATED, override(5, 130, RED), override(6, 131, RED), override(7, 132, RED))
                .when(replace(own(6, SHARED), own(7, RED), own(8, RED)))
                .expectEvents(
                        new IdentityOverrideRemoved(4, BO, 5),
                        new IdentityOverrideUpdated(4, BO, 6, 131, SettingChange.to(SHARED)),
                        override(8, 908, RED));
    }

    @Test
    void theSameAgainIsNoChange() {
        fixture.given(CREATED, override(5, 130, SHARED))
                .when(replace(own(5, SHARED)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED)
                .when(replace())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void variantsThatAChangeKeptAreReplacedToo() {
        fixture.given(
                        CREATED,
                        override(5, 130, SHARED),
                        new IdentityOverrideUpdated(
                                4, BO, 5, 130, new SettingChange(true, FeatureValue.of("red"), null)))
                .when(replace(own(5, RED)))
                .expectEvents(new IdentityOverrideUpdated(4, BO, 5, 130, SettingChange.to(RED)));
    }

    private static ReplaceOverrides replace(OwnState... wanted) {
        return new ReplaceOverrides(4, BO, "user-88", List.of(wanted));
    }

    private static OwnState own(int feature, Setting setting) {
        return new OwnState(feature, 900 + feature, new UUID(0, 900 + feature), setting);
    }

    private static IdentityOverrideCreated override(int feature, int state, Setting setting) {
        return new IdentityOverrideCreated(4, BO, "user-88", feature, state, new UUID(0, state), setting);
    }
}
