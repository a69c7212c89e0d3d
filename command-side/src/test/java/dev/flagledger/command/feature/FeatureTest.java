package dev.flagledger.command.feature;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.feature.FeatureCommand.AddGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.AddOwners;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.ChangeOption;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.feature.FeatureCommand.RemoveGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveOption;
import dev.flagledger.api.feature.FeatureCommand.RemoveOwners;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.OptionChanges;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.feature.owner.OwningGroups;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeatureTest {

    private static final FeatureDetails PLAIN = FeatureDetails.NONE;
    private static final FeatureDetails ARCHIVED = new FeatureDetails("no longer", true, false, List.of(9), List.of());
    private static final FeatureCreated CREATED = new FeatureCreated(
            5,
            new UUID(0, 5),
            3,
            "basket_v2",
            FeatureType.STANDARD,
            null,
            false,
            PLAIN,
            List.of(1),
            List.of(),
            List.of());
    private static final int GONE = 69;
    private static final MultivariateOption RED = option(7, "red", 60, "variant-a");
    private static final MultivariateOption BLUE = option(8, "blue", 30, null);

    private final FixtureConfiguration<Feature> fixture = new AggregateTestFixture<>(Feature.class);

    @BeforeEach
    void shares() {
        Shares shares = (_, _, option, _) -> sharesOf(option);
        OwningGroups groups = (_, ids) -> ids.stream().filter(id -> id != GONE).count();
        fixture.registerInjectableResource(shares);
        fixture.registerInjectableResource(groups);
    }

    @Test
    void itsDetailsChange() {
        fixture.given(CREATED).when(change(PLAIN, ARCHIVED)).expectEvents(new FeatureChanged(5, ARCHIVED));
    }

    @Test
    void concurrentChangesOfDifferentDetailsAreMerged() {
        var secret = new FeatureDetails(null, false, true, List.of(), List.of());

        fixture.given(CREATED, new FeatureChanged(5, ARCHIVED))
                .when(change(PLAIN, secret))
                .expectEvents(
                        new FeatureChanged(5, new FeatureDetails("no longer", true, true, List.of(9), List.of())));
    }

    /** Permissions and names are checked for the parent that the command names, so it must be the actual one. */
    @Test
    void aCommandForAnotherProjectIsRejected() {
        for (var command : List.of(
                new ChangeFeature(5, 99, new Edit<>(PLAIN, ARCHIVED), null, OptionChanges.NONE),
                new AddOption(5, 99, RED),
                new ChangeOption(5, 99, new Edit<>(RED, RED)),
                new RemoveOption(5, 99, 7),
                new AddOwners(5, 99, List.of(2)),
                new RemoveOwners(5, 99, List.of(1), false),
                new AddGroupOwners(5, 99, List.of(61)),
                new RemoveGroupOwners(5, 99, List.of(61), false),
                new DeleteFeature(5, 99))) {
            fixture.given(CREATED)
                    .when(command)
                    .expectException(Rejected.class)
                    .expectExceptionMessage(new Rejection.Missing("Feature").toString());
        }
    }

    @Test
    void theSameDetailsAgainAreNoChange() {
        fixture.given(CREATED)
                .when(change(PLAIN, PLAIN))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new FeatureChanged(5, ARCHIVED))
                .when(change(PLAIN, ARCHIVED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOptionIsAddedChangedAndRemoved() {
        var redder = option(7, "redder", 50, "variant-a");

        fixture.given(CREATED).when(new AddOption(5, 3, RED)).expectEvents(added(RED));
        fixture.given(CREATED, added(RED))
                .when(new ChangeOption(5, 3, new Edit<>(RED, redder)))
                .expectEvents(new OptionChanged(5, redder));
        fixture.given(CREATED, added(RED)).when(new RemoveOption(5, 3, 7)).expectEvents(new OptionRemoved(5, 7));
    }

    @Test
    void anOptionThatIsNotThereCannotChangeOrBeRemoved() {
        var missing = new Rejection.Missing("MultivariateFeatureOption").toString();

        fixture.given(CREATED)
                .when(new ChangeOption(5, 3, new Edit<>(RED, RED)))
                .expectExceptionMessage(missing);
        fixture.given(CREATED, added(RED), new OptionRemoved(5, 7))
                .when(new RemoveOption(5, 3, 7))
                .expectExceptionMessage(missing);
    }

    @Test
    void defaultPercentagesAddUpTo100AtMost() {
        var tooMuch = new Rejection.Invalid(Rule.OPTION_PERCENTAGES);

        fixture.given(CREATED, added(RED)).when(new AddOption(5, 3, BLUE)).expectEvents(added(BLUE));
        fixture.given(CREATED, added(RED), added(BLUE))
                .when(new ChangeOption(5, 3, new Edit<>(BLUE, option(8, "blue", 41, null))))
                .expectExceptionMessage(tooMuch.toString());
        fixture.given(CREATED, added(RED))
                .when(new AddOption(5, 3, option(8, "blue", 41, null)))
                .expectExceptionMessage(tooMuch.toString());
    }

    @Test
    void keysOfOptionsAreUnique() {
        fixture.given(CREATED, added(RED))
                .when(new AddOption(5, 3, option(8, "blue", 1, "variant-a")))
                .expectExceptionMessage(new Rejection.Invalid(Rule.OPTION_KEY).toString());
    }

    @Test
    void allOptionsAreSetAtOnce() {
        var green = option(9, "green", 70, null);
        var bluer = option(8, "bluer", 30, null);

        fixture.given(CREATED, added(RED), added(BLUE))
                .when(options(List.of(RED, BLUE), List.of(bluer, green)))
                .expectEvents(new OptionRemoved(5, 7), new OptionChanged(5, bluer), added(green));
    }

    @Test
    void concurrentChangesOfOptionsAreKept() {
        var green = option(9, "green", 10, null);
        var dearer = new MultivariateOption(BLUE.id(), BLUE.uuid(), BLUE.value(), 20, BLUE.key());
        var navy = new MultivariateOption(BLUE.id(), BLUE.uuid(), FeatureValue.of("navy"), 30, BLUE.key());

        fixture.given(CREATED, added(RED), added(BLUE), added(green), new OptionChanged(5, dearer))
                .when(options(
                        List.of(RED, BLUE),
                        List.of(new MultivariateOption(
                                BLUE.id(), BLUE.uuid(), navy.value(), BLUE.defaultPercentage(), BLUE.key()))))
                .expectEvents(
                        new OptionRemoved(5, 7),
                        new OptionChanged(
                                5, new MultivariateOption(BLUE.id(), BLUE.uuid(), navy.value(), 20, BLUE.key())));
        fixture.given(CREATED, added(RED), added(BLUE), new OptionRemoved(5, 8))
                .when(options(List.of(RED, BLUE), List.of(RED, navy)))
                .expectExceptionMessage(new Rejection.Missing("MultivariateFeatureOption").toString());
        fixture.given(CREATED, added(RED), added(BLUE), new OptionRemoved(5, 8))
                .when(options(List.of(RED, BLUE), List.of(RED, BLUE)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anOptionListedTwiceIsChangedOnce() {
        var bluer = option(8, "bluer", 30, null);

        fixture.given(CREATED, added(BLUE))
                .when(options(List.of(BLUE), List.of(BLUE, bluer)))
                .expectEvents(new OptionChanged(5, bluer));
    }

    @Test
    void itsTypeFollowsItsOptionsUnlessGiven() {
        fixture.given(CREATED)
                .when(typed(FeatureType.MULTIVARIATE, OptionChanges.NONE))
                .expectEvents(new TypeChanged(5, FeatureType.MULTIVARIATE));
        fixture.given(CREATED, added(RED))
                .when(typed(FeatureType.MULTIVARIATE, OptionComparison.between(List.of(RED), List.of())))
                .expectEvents(new OptionRemoved(5, 7), new TypeChanged(5, FeatureType.MULTIVARIATE));
        fixture.given(CREATED, added(RED))
                .when(typed(FeatureType.MULTIVARIATE, OptionChanges.NONE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED, new TypeChanged(5, FeatureType.MULTIVARIATE))
                .when(typed(FeatureType.STANDARD, OptionChanges.NONE))
                .expectEvents(new TypeChanged(5, FeatureType.STANDARD));
    }

    @Test
    void whereOwnersAreEnforcedTheLastOneIsNotRemoved() {
        fixture.given(CREATED, new OwnersChanged(5, List.of(1, 2)))
                .when(new RemoveOwners(5, 3, List.of(1), true))
                .expectEvents(new OwnersChanged(5, List.of(2)));
        fixture.given(CREATED, new OwnersChanged(5, List.of(1, 2)))
                .when(new RemoveOwners(5, 3, List.of(1, 9), true))
                .expectExceptionMessage(new Rejection.Invalid(Rule.LAST_OWNER).toString());
    }

    @Test
    void ownersAreAddedAndRemoved() {
        fixture.given(CREATED)
                .when(new AddOwners(5, 3, List.of(2, 1)))
                .expectEvents(new OwnersChanged(5, List.of(1, 2)));
        fixture.given(CREATED, new OwnersChanged(5, List.of(1, 2)))
                .when(new RemoveOwners(5, 3, List.of(1, 9), false))
                .expectEvents(new OwnersChanged(5, List.of(2)));
        fixture.given(CREATED)
                .when(new AddOwners(5, 3, List.of(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED)
                .when(new RemoveOwners(5, 3, List.of(2), false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void groupsThatOwnItAreAddedAndRemoved() {
        fixture.given(CREATED)
                .when(new AddGroupOwners(5, 3, List.of(62, 61)))
                .expectEvents(new GroupOwnersChanged(5, List.of(62, 61)));
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(62, 61)))
                .when(new AddGroupOwners(5, 3, List.of(61, 63)))
                .expectEvents(new GroupOwnersChanged(5, List.of(62, 61, 63)));
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(62, 61)))
                .when(new RemoveGroupOwners(5, 3, List.of(62, 99), false))
                .expectEvents(new GroupOwnersChanged(5, List.of(61)));
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(62)))
                .when(new AddGroupOwners(5, 3, List.of(62)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(CREATED)
                .when(new RemoveGroupOwners(5, 3, List.of(62), false))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    /** A group that has been deleted is no owner. */
    @Test
    void whereOwnersAreEnforcedAUserOrAGroupStays() {
        var last = new Rejection.Invalid(Rule.LAST_OWNER).toString();

        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(61)))
                .when(new RemoveOwners(5, 3, List.of(1), true))
                .expectEvents(new OwnersChanged(5, List.of()));
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(61)))
                .when(new RemoveGroupOwners(5, 3, List.of(61), true))
                .expectEvents(new GroupOwnersChanged(5, List.of()));
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(61)), new OwnersChanged(5, List.of()))
                .when(new RemoveGroupOwners(5, 3, List.of(61), true))
                .expectExceptionMessage(last);
        fixture.given(CREATED, new GroupOwnersChanged(5, List.of(GONE)))
                .when(new RemoveOwners(5, 3, List.of(1), true))
                .expectExceptionMessage(last);
    }

    @Test
    void itIsDeletedOnce() {
        fixture.given(CREATED)
                .when(new DeleteFeature(5, 3))
                .expectEvents(new FeatureDeleted(5))
                .expectMarkedDeleted();
        fixture.given(CREATED, new FeatureDeleted(5))
                .when(new DeleteFeature(5, 3))
                .expectException(AggregateDeletedException.class);
    }

    private static ChangeFeature change(FeatureDetails seen, FeatureDetails wanted) {
        return new ChangeFeature(5, 3, new Edit<>(seen, wanted), null, OptionChanges.NONE);
    }

    private static ChangeFeature typed(FeatureType type, OptionChanges options) {
        return new ChangeFeature(5, 3, new Edit<>(PLAIN, PLAIN), type, options);
    }

    private static ChangeFeature options(List<MultivariateOption> seen, List<MultivariateOption> wanted) {
        return new ChangeFeature(5, 3, new Edit<>(PLAIN, PLAIN), null, OptionComparison.between(seen, wanted));
    }

    private static OptionAdded added(MultivariateOption option) {
        return new OptionAdded(5, option, sharesOf(option));
    }

    private static Map<Integer, Variant> sharesOf(MultivariateOption option) {
        return Map.of(4, new Variant(70 + option.id(), option.id(), option.defaultPercentage()));
    }

    private static MultivariateOption option(int id, String text, double percentage, @Nullable String key) {
        return new MultivariateOption(id, new UUID(0, id), FeatureValue.of(text), percentage, key);
    }
}
