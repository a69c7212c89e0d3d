package dev.flagledger.command.identity;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand.ChangeTrait;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateTrait;
import dev.flagledger.api.identity.IdentityCommand.Identify;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.RemoveTrait;
import dev.flagledger.api.identity.IdentityTraits;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** One trait after the other, as administrators edit them. */
class TraitsTest {

    private static final int BO = 4211;
    private static final Trait AGE = new Trait(1, "age", Trait.Type.INT, "30");
    private static final Trait PLAN = new Trait(2, "plan", Trait.Type.UNICODE, "pro");
    private static final Trait OLDER = new Trait(1, "age", Trait.Type.INT, "31");
    private static final String TWICE = new Rejection.Invalid(
                    "non_field_errors", "The fields trait_key, identity must make a unique set.")
            .toString();

    private final FixtureConfiguration<Identity> fixture = new AggregateTestFixture<>(Identity.class);

    @Test
    void aKeyIsThereOnce() {
        given().when(new CreateTrait(4, BO, new Trait(3, "beta", Trait.Type.BOOL, "true")))
                .expectEvents(changed(List.of(new Trait(3, "beta", Trait.Type.BOOL, "true")), List.of()));
        given().when(new CreateTrait(4, BO, new Trait(3, "age", Trait.Type.INT, "30")))
                .expectExceptionMessage(TWICE);
    }

    @Test
    void whoeverIsMetIsMadeKnownWithWhatIsSaidOfThem() {
        fixture.givenNoPriorActivity()
                .when(new Identify(4, BO, "user-88", List.of(AGE)))
                .expectEvents(created(), changed(List.of(AGE), List.of()));
        fixture.givenNoPriorActivity()
                .when(new Identify(4, BO, "user-88", List.of()))
                .expectEvents(created());
    }

    @Test
    void theAnswerTellsAllTraits() {
        given().when(new ChangeTraits(4, BO, List.of(new Trait(9, "age", Trait.Type.INT, "31")), List.of("plan")))
                .expectEvents(changed(List.of(OLDER), List.of("plan")))
                .expectResultMessagePayload(new IdentityTraits(List.of(OLDER)));
        given().when(new ChangeTraits(4, BO, List.of(new Trait(9, "age", Trait.Type.INT, "30")), List.of("beta")))
                .expectResultMessagePayload(new IdentityTraits(List.of(AGE, PLAN)))
                .expectNoEvents();
    }

    @Test
    void whatIsAddedIsAddedToWhatIsThere() {
        given().when(new IncrementTrait(4, BO, 9, "age", 1))
                .expectEvents(changed(List.of(OLDER), List.of()))
                .expectResultMessagePayload(31);
        given().when(new IncrementTrait(4, BO, 9, "logins", -2))
                .expectEvents(changed(List.of(new Trait(9, "logins", Trait.Type.INT, "-2")), List.of()));
        given().when(new IncrementTrait(4, BO, 9, "age", 0)).expectNoEvents().expectResultMessagePayload(30);
        given().when(new IncrementTrait(4, BO, 9, "plan", 1))
                .expectExceptionMessage(new Rejection.Refused("Trait is not an integer.").toString());
        given().when(new IncrementTrait(4, BO, 9, "age", Integer.MAX_VALUE))
                .expectExceptionMessage(new Rejection.Refused("Trait would be out of range.").toString());
    }

    @Test
    void aTraitKeepsItsIdWhenItsValueOrItsKeyChanges() {
        given().when(edit(AGE, OLDER)).expectEvents(changed(List.of(OLDER), List.of()));
        given().when(edit(AGE, new Trait(1, "years", Trait.Type.INT, "30")))
                .expectEvents(changed(List.of(new Trait(1, "years", Trait.Type.INT, "30")), List.of("age")));
        given().when(edit(AGE, new Trait(1, "plan", Trait.Type.INT, "30"))).expectExceptionMessage(TWICE);
        given().when(edit(AGE, AGE)).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void whoeverChangesTheKeyDoesNotUndoAValueThatTheyHaveNotSeen() {
        fixture.given(created(), changed(List.of(AGE), List.of()), changed(List.of(OLDER), List.of()))
                .when(edit(AGE, new Trait(1, "years", Trait.Type.INT, "30")))
                .expectEvents(changed(List.of(new Trait(1, "years", Trait.Type.INT, "31")), List.of("age")));
        fixture.given(
                        created(),
                        changed(List.of(AGE), List.of()),
                        changed(List.of(new Trait(1, "years", Trait.Type.INT, "30")), List.of("age")))
                .when(edit(AGE, OLDER))
                .expectEvents(changed(List.of(new Trait(1, "years", Trait.Type.INT, "31")), List.of()));
    }

    @Test
    void aValueComesWithItsType() {
        fixture.given(
                        created(),
                        changed(List.of(AGE), List.of()),
                        changed(List.of(new Trait(1, "age", Trait.Type.UNICODE, "old")), List.of()))
                .when(edit(AGE, OLDER))
                .expectEvents(changed(List.of(OLDER), List.of()));
    }

    @Test
    void aTraitIsTakenAwayOnce() {
        given().when(new RemoveTrait(4, BO, 2)).expectEvents(changed(List.of(), List.of("plan")));
        given().when(new RemoveTrait(4, BO, 9)).expectExceptionMessage(new Rejection.Missing("Trait").toString());
        given().when(edit(new Trait(9, "x", Trait.Type.INT, "1"), new Trait(9, "x", Trait.Type.INT, "2")))
                .expectExceptionMessage(new Rejection.Missing("Trait").toString());
    }

    private TestExecutor<Identity> given() {
        return fixture.given(created(), changed(List.of(AGE, PLAN), List.of()));
    }

    private static IdentityCreated created() {
        return new IdentityCreated(4, BO, "user-88");
    }

    private static TraitsChanged changed(List<Trait> set, List<String> removed) {
        return new TraitsChanged(4, BO, set, removed);
    }

    private static ChangeTrait edit(Trait seen, Trait wanted) {
        return new ChangeTrait(4, BO, new Edit<>(seen, wanted));
    }
}
