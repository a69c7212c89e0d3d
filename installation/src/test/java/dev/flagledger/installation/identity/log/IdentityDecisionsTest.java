package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Edit;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.api.identity.IdentityCommand.ChangeTrait;
import dev.flagledger.api.identity.IdentityCommand.ChangeTraits;
import dev.flagledger.api.identity.IdentityCommand.CreateIdentity;
import dev.flagledger.api.identity.IdentityCommand.CreateTrait;
import dev.flagledger.api.identity.IdentityCommand.DeleteIdentity;
import dev.flagledger.api.identity.IdentityCommand.IncrementTrait;
import dev.flagledger.api.identity.IdentityCommand.RemoveTrait;
import dev.flagledger.api.identity.IdentityCommand.RenameIdentity;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Decisions of commands about identities. */
class IdentityDecisionsTest {

    private static final int BO = 4211;
    private static final Trait AGE = new Trait(1, "age", Trait.Type.INT, "30");
    private static final Trait PLAN = new Trait(2, "plan", Trait.Type.UNICODE, "pro");
    private static final Trait OLDER = new Trait(1, "age", Trait.Type.INT, "31");
    private static final Trait YEARS = new Trait(1, "years", Trait.Type.INT, "30");
    private static final Rejection TWICE = new Rejection.Invalid(Rule.TRAIT_KEY);
    private static final IdentityState STATE =
            IdentityState.of(new IdentityCreated(4, BO, "user-88", List.of(PLAN, AGE)));

    @Test
    void anIdentityIsCreatedWithItsTraits() {
        assertThat(IdentityDecisions.decide(new CreateIdentity(4, BO, "user-88", List.of(AGE))))
                .isEqualTo(new IdentityCreated(4, BO, "user-88", List.of(AGE)));
        assertThat(STATE).isEqualTo(new IdentityState(4, BO, "user-88", 0, List.of(AGE, PLAN)));
    }

    @Test
    void onlyTraitsThatDifferAreChanged() {
        var older = new Trait(9, "age", Trait.Type.INT, "31");
        assertThat(decided(new ChangeTraits(4, BO, List.of(older, PLAN), List.of("gone"))))
                .isEqualTo(changed(List.of(OLDER), List.of()));
        assertThat(decided(new ChangeTraits(4, BO, List.of(PLAN), List.of("age"))))
                .isEqualTo(changed(List.of(), List.of("age")));
        assertThat(decided(new ChangeTraits(4, BO, List.of(AGE), List.of("gone"))))
                .isEmpty();
    }

    @Test
    void theNextStateContainsTheEvent() {
        var next = STATE.evolve(new TraitsChanged(4, BO, List.of(OLDER), List.of("plan")))
                .evolve(new IdentityRenamed(4, BO, "user-89"));

        assertThat(next).isEqualTo(new IdentityState(4, BO, "user-89", 2, List.of(OLDER)));
    }

    @Test
    void renamingToTheSameIdentifierChangesNothing() {
        assertThat(decided(new RenameIdentity(4, BO, "user-89"))).contains(new IdentityRenamed(4, BO, "user-89"));
        assertThat(decided(new RenameIdentity(4, BO, "user-88"))).isEmpty();
        assertThat(decided(new DeleteIdentity(4, BO))).contains(new IdentityDeleted(4, BO));
    }

    @Test
    void traitKeysAreUnique() {
        var beta = new Trait(3, "beta", Trait.Type.BOOL, "true");
        assertThat(decided(new CreateTrait(4, BO, beta))).isEqualTo(changed(List.of(beta), List.of()));
        assertRefused(new CreateTrait(4, BO, new Trait(3, "age", Trait.Type.INT, "30")), TWICE);
    }

    @Test
    void incrementsAddToTheCurrentValue() {
        assertThat(decided(new IncrementTrait(4, BO, 9, "age", 1))).isEqualTo(changed(List.of(OLDER), List.of()));
        assertThat(decided(new IncrementTrait(4, BO, 9, "logins", -2)))
                .isEqualTo(changed(List.of(new Trait(9, "logins", Trait.Type.INT, "-2")), List.of()));
        assertThat(decided(new IncrementTrait(4, BO, 9, "age", 0))).isEmpty();
        assertRefused(new IncrementTrait(4, BO, 9, "plan", 1), new Rejection.Invalid(Rule.TRAIT_TYPE));
        assertRefused(new IncrementTrait(4, BO, 9, "age", Integer.MAX_VALUE), new Rejection.Invalid(Rule.TRAIT_RANGE));
    }

    @Test
    void aTraitKeepsItsIdWhenItsValueOrItsKeyChanges() {
        assertThat(decided(edit(AGE, OLDER))).isEqualTo(changed(List.of(OLDER), List.of()));
        assertThat(decided(edit(AGE, YEARS))).isEqualTo(changed(List.of(YEARS), List.of("age")));
        assertThat(decided(edit(AGE, AGE))).isEmpty();
        assertRefused(edit(AGE, new Trait(1, "plan", Trait.Type.INT, "30")), TWICE);
    }

    @Test
    void changingTheKeyKeepsAConcurrentValue() {
        var older = STATE.evolve(new TraitsChanged(4, BO, List.of(OLDER), List.of()));
        var years = STATE.evolve(new TraitsChanged(4, BO, List.of(YEARS), List.of("age")));
        var both = new Trait(1, "years", Trait.Type.INT, "31");

        assertThat(IdentityDecisions.decide(older, edit(AGE, YEARS))).isEqualTo(changed(List.of(both), List.of("age")));
        assertThat(IdentityDecisions.decide(years, edit(AGE, OLDER))).isEqualTo(changed(List.of(both), List.of()));
    }

    @Test
    void aConcurrentValueKeepsItsType() {
        var text = STATE.evolve(
                new TraitsChanged(4, BO, List.of(new Trait(1, "age", Trait.Type.UNICODE, "old")), List.of()));

        assertThat(IdentityDecisions.decide(text, edit(AGE, OLDER))).isEqualTo(changed(List.of(OLDER), List.of()));
    }

    @Test
    void commandsAboutMissingTraitsAreRejected() {
        assertThat(decided(new RemoveTrait(4, BO, 2))).isEqualTo(changed(List.of(), List.of("plan")));
        assertRefused(new RemoveTrait(4, BO, 9), new Rejection.Missing("Trait"));
        assertRefused(
                edit(new Trait(9, "x", Trait.Type.INT, "1"), new Trait(9, "x", Trait.Type.INT, "2")),
                new Rejection.Missing("Trait"));
    }

    private static Optional<IdentityEvent> decided(IdentityCommand command) {
        return IdentityDecisions.decide(STATE, command);
    }

    private static void assertRefused(IdentityCommand command, Rejection rejection) {
        assertThatThrownBy(() -> decided(command))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.rejection()).isEqualTo(rejection));
    }

    private static Optional<IdentityEvent> changed(List<Trait> set, List<String> removed) {
        return Optional.of(new TraitsChanged(4, BO, set, removed));
    }

    private static ChangeTrait edit(Trait seen, Trait wanted) {
        return new ChangeTrait(4, BO, new Edit<>(seen, wanted));
    }
}
