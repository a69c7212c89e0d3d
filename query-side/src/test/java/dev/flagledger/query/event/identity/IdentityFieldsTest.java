package dev.flagledger.query.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a step changed, in fields. */
class IdentityFieldsTest {

    private static final Trait AGE = new Trait(1, "age", Trait.Type.INT, "31");
    private static final Trait PLAN = new Trait(2, "plan", Trait.Type.UNICODE, "gold");

    private final IdentityState known = identity(AGE, PLAN);

    @Test
    void traitsThatChangedAreListedByTheirKeys() {
        var older = new Trait(1, "age", Trait.Type.INT, "32");
        var email = new Trait(3, "Email", Trait.Type.UNICODE, "user@example.test");

        assertThat(changes(known, identity(older, email)))
                .containsExactly(
                        new FieldChange("traits.Email", null, "user@example.test"),
                        new FieldChange("traits.age", AGE.plain(), older.plain()),
                        new FieldChange("traits.plan", "gold", null));
    }

    @Test
    void aTraitThatOnlyChangedItsTypeDiffers() {
        var text = new Trait(1, "age", Trait.Type.UNICODE, "31");

        assertThat(changes(identity(AGE), identity(text)))
                .containsExactly(new FieldChange("traits.age", AGE.plain(), "31"));
    }

    @Test
    void traitsThatAreReportedAgainDoNotDiffer() {
        assertThat(changes(known, known)).isEmpty();
    }

    @Test
    void aDeletedIdentityHadItsNameAndItsTraits() {
        assertThat(changes(known, null))
                .containsExactly(
                        new FieldChange("identifier", "user-88", null),
                        new FieldChange("traits.age", AGE.plain(), null),
                        new FieldChange("traits.plan", "gold", null));
    }

    @Test
    void withoutAnyStateNothingDiffers() {
        assertThat(changes(null, null)).isEmpty();
    }

    private static List<FieldChange> changes(@Nullable IdentityState before, @Nullable IdentityState after) {
        return IdentityFields.changes(Optional.ofNullable(before), Optional.ofNullable(after));
    }

    private static IdentityState identity(Trait... traits) {
        return new IdentityState(Shop.LIVE, Shop.USER_88, "user-88", 3, List.of(traits));
    }
}
