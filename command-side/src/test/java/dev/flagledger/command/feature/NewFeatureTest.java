package dev.flagledger.command.feature;

import dev.flagledger.api.Edit;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.ChangeOption;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.RemoveOption;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The creation of a feature with options. */
class NewFeatureTest {

    private static final UUID ID = new UUID(0, 5);
    private static final MultivariateOption RED =
            new MultivariateOption(7, new UUID(0, 7), FeatureValue.of("red"), 60, null);
    private static final List<InitialState> STATES = List.of(
            new InitialState(4, 5, 105, new UUID(0, 105), new Setting(true, FeatureValue.of("blue")), List.of()));
    private static final FeatureCreated CREATED = new FeatureCreated(
            5,
            ID,
            3,
            "basket_v2",
            FeatureType.MULTIVARIATE,
            "blue",
            true,
            FeatureDetails.NONE,
            List.of(1),
            List.of(RED),
            STATES);

    private final FixtureConfiguration<Feature> fixture = new AggregateTestFixture<>(Feature.class);

    @BeforeEach
    void shares() {
        Shares shares = (_, _, _, _) -> Map.of();
        fixture.registerInjectableResource(shares);
    }

    @Test
    void itBeginsWithAStateInEachEnvironment() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Feature.create(creation(List.of()), STATES))
                .expectEvents(CREATED);
    }

    @Test
    void groupsOwnItFromTheBeginning() {
        fixture.givenNoPriorActivity()
                .whenConstructing(() -> Feature.create(creation(List.of(61)), STATES))
                .expectEvents(CREATED, new GroupOwnersChanged(5, List.of(61)));
    }

    private static CreateFeature creation(List<Integer> groups) {
        return new CreateFeature(
                5,
                ID,
                3,
                "basket_v2",
                FeatureType.MULTIVARIATE,
                "blue",
                true,
                FeatureDetails.NONE,
                new Owners(List.of(1), groups),
                List.of(RED));
    }

    @Test
    void itKnowsTheOptionsThatItWasBornWith() {
        var redder = new MultivariateOption(7, RED.uuid(), FeatureValue.of("redder"), 60, null);

        fixture.given(CREATED)
                .when(new ChangeOption(5, 3, new Edit<>(RED, redder)))
                .expectEvents(new OptionChanged(5, redder));
        fixture.given(CREATED).when(new RemoveOption(5, 3, 7)).expectEvents(new OptionRemoved(5, 7));
    }

    @Test
    void itIsMultivariateAlready() {
        fixture.given(CREATED)
                .when(new ChangeFeature(
                        5,
                        3,
                        new Edit<>(FeatureDetails.NONE, FeatureDetails.NONE),
                        FeatureType.MULTIVARIATE,
                        OptionChanges.NONE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
