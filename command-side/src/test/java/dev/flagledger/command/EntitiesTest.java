package dev.flagledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import org.junit.jupiter.api.Test;

class EntitiesTest {

    private final Entities<String> tags = new Entities<>("Tag");

    @Test
    void anEntityIsFoundById() {
        tags.put(9, "release");
        tags.put(4, "beta");
        tags.put(9, "launch");

        assertThat(tags.get(9)).isEqualTo("launch");
        assertThat(tags.contains(4)).isTrue();
        assertThat(tags.all()).containsExactly("beta", "launch");
        assertThat(tags.ids()).containsExactlyInAnyOrder(4, 9);
    }

    @Test
    void aMissingEntityIsRejectedByItsKind() {
        tags.put(9, "release");
        tags.remove(9);

        assertThat(tags.contains(9)).isFalse();
        for (Runnable asking : new Runnable[] {() -> tags.get(9), () -> tags.require(9)}) {
            assertThatThrownBy(asking::run)
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            rejected -> assertThat(rejected.rejection()).isEqualTo(new Rejection.Missing("Tag")));
        }
    }
}
