package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.feature.FeatureType;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class FeatureTest {

    private static final FeatureDetails PLAIN = new FeatureDetails(null, false, false);
    private static final FeatureDetails ARCHIVED = new FeatureDetails("no longer", true, false);
    private static final FeatureCreated CREATED = new FeatureCreated(
            5, new UUID(0, 5), 3, "basket_v2", FeatureType.STANDARD, null, false, PLAIN, List.of(1), List.of());

    private final FixtureConfiguration<Feature> fixture = new AggregateTestFixture<>(Feature.class);

    @Test
    void itsDetailsChange() {
        fixture.given(CREATED).when(new ChangeFeature(5, 3, ARCHIVED)).expectEvents(new FeatureChanged(5, ARCHIVED));
    }

    /** Rights and names are looked up where the command says; it must not say something else than is so. */
    @Test
    void aFeatureIsOfNoOtherProject() {
        fixture.given(CREATED)
                .when(new ChangeFeature(5, 99, ARCHIVED))
                .expectException(Rejected.class)
                .expectExceptionMessage(new Rejection.Missing("Feature").toString());
    }

    @Test
    void theSameDetailsAgainAreNoChange() {
        fixture.given(CREATED)
                .when(new ChangeFeature(5, 3, PLAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new FeatureChanged(5, ARCHIVED))
                .when(new ChangeFeature(5, 3, ARCHIVED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
