package dev.flagledger.query.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.IdentityStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What applications reported, in words and in fields. */
class ReportedChangeTest {

    private static final Instant AT = Instant.parse("2031-01-01T12:00:00Z");
    private static final Trait AGE = new Trait(1, "age", Trait.Type.INT, "31");
    private static final Trait PLAN = new Trait(2, "plan", Trait.Type.UNICODE, "gold");

    private final IdentityState known = identity(AGE, PLAN);

    @Test
    void traitsThatChangedAreListedByTheirKeys() {
        var older = new Trait(1, "age", Trait.Type.INT, "32");
        var email = new Trait(3, "Email", Trait.Type.UNICODE, "user@example.test");

        var reported = reported(traitsChanged(older, email), known, identity(older, email));

        assertThat(reported.type()).isEqualTo("identity.traits-changed");
        assertThat(reported.summary()).isEqualTo("Traits reported of identity: user-88");
        assertThat(reported.difference())
                .containsExactly(
                        new FieldChange("traits.Email", null, "user@example.test"),
                        new FieldChange("traits.age", AGE.plain(), older.plain()),
                        new FieldChange("traits.plan", "gold", null));
        assertThat(reported.sequence()).isEqualTo(4);
        assertThat(reported.at()).isEqualTo(AT);
    }

    @Test
    void aTraitThatOnlyChangedItsTypeDiffers() {
        var text = new Trait(1, "age", Trait.Type.UNICODE, "31");

        assertThat(reported(traitsChanged(text), identity(AGE), identity(text)).difference())
                .containsExactly(new FieldChange("traits.age", AGE.plain(), "31"));
    }

    @Test
    void traitsThatAreReportedAgainDoNotDiffer() {
        assertThat(reported(traitsChanged(AGE), known, known).difference()).isEmpty();
    }

    @Test
    void aDeletedIdentityHadItsNameAndItsTraits() {
        var reported = reported(new IdentityDeleted(Shop.LIVE, Shop.USER_88), known, null);

        assertThat(reported.summary()).isEqualTo("Identity deleted: user-88");
        assertThat(reported.difference())
                .containsExactly(
                        new FieldChange("identifier", "user-88", null),
                        new FieldChange("traits.age", AGE.plain(), null),
                        new FieldChange("traits.plan", "gold", null));
    }

    /** An identity of which nothing is known any more has no name. */
    @Test
    void anEventWithoutAnyStateHasNoDifference() {
        var reported = reported(new IdentityDeleted(Shop.LIVE, Shop.USER_88), null, null);

        assertThat(reported.summary()).isEqualTo("Identity deleted: ");
        assertThat(reported.difference()).isEmpty();
    }

    private static ReportedChange reported(
            IdentityEvent event, @Nullable IdentityState before, @Nullable IdentityState after) {
        return ReportedChange.of(
                new IdentityStep(4, AT, event, Optional.ofNullable(before), Optional.ofNullable(after)));
    }

    private static IdentityEvent traitsChanged(Trait... set) {
        return new TraitsChanged(Shop.LIVE, Shop.USER_88, List.of(set), List.of());
    }

    private static IdentityState identity(Trait... traits) {
        return new IdentityState(Shop.LIVE, Shop.USER_88, "user-88", 3, List.of(traits));
    }
}
