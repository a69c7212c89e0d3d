package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.api.identity.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlierTraitsTest {

    private static final IdentityEvent RENAMED = new IdentityRenamed(1, 2, "Robert");

    @Test
    void onlyWhatIsChangedIsSought() {
        var traits = new EarlierTraits(List.of(changed(List.of(trait("age", "32")), "plan"), RENAMED));

        traits.add(changed(List.of(trait("age", "31"), trait("size", "9"))));
        assertThat(traits.areFound()).isFalse();
        traits.add(RENAMED);
        traits.add(changed(List.of(trait("plan", "free"), trait("age", "30"))));

        assertThat(traits.areFound()).isTrue();
        assertThat(traits.found()).containsExactly(trait("age", "31"), trait("plan", "free"));
    }

    @Test
    void aTraitThatWasRemovedBeforeIsFoundAsAbsent() {
        var traits = new EarlierTraits(List.of(changed(List.of(trait("plan", "pro")))));

        traits.add(changed(List.of(), "plan"));
        traits.add(changed(List.of(trait("plan", "free"))));

        assertThat(traits.areFound()).isTrue();
        assertThat(traits.found()).isEmpty();
    }

    @Test
    void nothingIsSoughtForAName() {
        assertThat(new EarlierTraits(List.of(RENAMED)).areFound()).isTrue();
    }

    @Test
    void everyTraitIsSoughtForADeletion() {
        var traits = new EarlierTraits(List.of(changed(List.of(), "plan"), new IdentityDeleted(1, 2)));

        traits.add(changed(List.of(trait("age", "31")), "plan"));
        traits.add(created(trait("plan", "free"), trait("age", "30"), trait("size", "9")));

        assertThat(traits.areFound()).isFalse();
        assertThat(traits.found()).containsExactly(trait("age", "31"), trait("size", "9"));
    }

    private static IdentityEvent created(Trait... traits) {
        return new IdentityCreated(1, 2, "bob", List.of(traits));
    }

    private static IdentityEvent changed(List<Trait> set, String... removed) {
        return new TraitsChanged(1, 2, set, List.of(removed));
    }

    private static Trait trait(String key, String value) {
        return new Trait(7, key, Trait.Type.UNICODE, value);
    }
}
