package dev.flagledger.command.identity;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.identity.IdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.IdentityCommand.OverrideIds;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final String BO = "user-88";
    private static final FeatureValue RED = FeatureValue.of("red");
    private static final IdentityCreated CREATED = new IdentityCreated(4, 4211, BO);
    private static final IdentityOverrideCreated OVERRIDDEN =
            new IdentityOverrideCreated(4, 4211, BO, 5, 130, new UUID(0, 130), true, RED);
    private static final OverrideIds IDS = new OverrideIds(4211, 130, new UUID(0, 130));
    private static final OverrideIds OTHER_IDS = new OverrideIds(4212, 131, new UUID(0, 131));

    private final FixtureConfiguration<Identity> fixture = new AggregateTestFixture<>(Identity.class);

    @Test
    void theFirstOverrideBringsTheIdentityIntoBeing() {
        fixture.givenNoPriorActivity()
                .when(new OverrideForIdentity(4, BO, 5, IDS, true, RED))
                .expectEvents(CREATED, OVERRIDDEN);
    }

    @Test
    void theNextOverrideIsOfTheSameIdentity() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new OverrideForIdentity(4, BO, 6, OTHER_IDS, false, FeatureValue.NONE))
                .expectEvents(
                        new IdentityOverrideCreated(4, 4211, BO, 6, 131, new UUID(0, 131), false, FeatureValue.NONE));
    }

    @Test
    void anOverrideKeepsItsIdsWhenItChanges() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new OverrideForIdentity(4, BO, 5, OTHER_IDS, false, RED))
                .expectEvents(new IdentityOverrideUpdated(4, 4211, 5, 130, false, RED));
    }

    @Test
    void theSameOverrideAgainIsNoChange() {
        fixture.given(CREATED, OVERRIDDEN)
                .when(new OverrideForIdentity(4, BO, 5, OTHER_IDS, true, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, OVERRIDDEN, new IdentityOverrideUpdated(4, 4211, 5, 130, false, RED))
                .when(new OverrideForIdentity(4, BO, 5, IDS, false, RED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
