package dev.flagledger.ledger.history.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.history.Toy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcollections.IntTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

class CheckpointMarksTest {

    private static final PVector<Long> ONE = TreePVector.singleton(1L);
    private static final Toy STATE = new Toy(
            TreePVector.empty(),
            IntTreePMap.<PVector<Long>>empty().plus(1, ONE).plus(2, ONE).plus(3, ONE),
            List.of());

    private final CheckpointMarks<Toy> marks = new CheckpointMarks<>(new Toy.Cut(Toy.class));

    @Test
    void withoutACheckpointAllPartsAreChanged() {
        assertThat(marks.changed(STATE)).containsExactlyInAnyOrder(Parts.REST, 1, 2, 3);
    }

    @Test
    void afterACheckpointNoPartIsChanged() {
        marks.remember(STATE);

        assertThat(marks.changed(STATE)).isEmpty();
    }

    @Test
    void replacedAndNewPartsAreChanged() {
        marks.remember(STATE);
        var later = new Toy(STATE.rest(), STATE.projects().plus(2, ONE.plus(2L)).plus(4, ONE), List.of());

        assertThat(marks.changed(later)).containsExactlyInAnyOrder(2, 4);
    }

    @Test
    void removedPartsAreNotChanged() {
        marks.remember(STATE);
        var later = new Toy(STATE.rest(), STATE.projects().minus(3), List.of());

        assertThat(marks.changed(later)).isEmpty();
    }

    @Test
    void aForgottenCheckpointHasNoParts() {
        marks.remember(STATE);
        marks.forget();

        assertThat(marks.changed(STATE)).hasSize(4);
    }
}
