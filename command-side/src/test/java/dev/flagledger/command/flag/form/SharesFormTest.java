package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.contract.error.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesFormTest {

    private static final int RED = 8;
    private static final int BLUE = 9;
    private static final List<Variant> NOW = List.of(new Variant(70, RED, 25), new Variant(71, BLUE, 30));

    @Test
    void percentagesAddUpTo100AtMost() {
        SharesForm.require(List.of(new Share(RED, 60), new Share(BLUE, 40)));

        assertThatThrownBy(() -> SharesForm.require(List.of(new Share(RED, 60), new Share(BLUE, 40.1))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anOptionHasOneShare() {
        assertThatThrownBy(() -> SharesForm.require(List.of(new Share(RED, 10), new Share(RED, 20))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whereSharesGoByTheirIdsOneWithoutIsOneMore() {
        SharesForm.require(List.of(new Share(70, RED, 10), new Share(71, BLUE, 20)), NOW);
        SharesForm.require(List.of(new Share(70, 10, 10)), NOW);

        assertThatThrownBy(() -> SharesForm.require(List.of(new Share(RED, 10)), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SharesForm.require(List.of(new Share(70, BLUE, 10)), NOW))
                .as("moved to an option that has one, also where that one goes")
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SharesForm.require(List.of(new Share(70, RED, 10), new Share(70, 10, 10)), NOW))
                .as("two that were one")
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void whereSharesGoByTheirOptionsIdsDoNotCount() {
        assertThat(SharesForm.byOption(List.of(new Share(70, RED, 10)))).containsExactly(new Share(RED, 10));
    }
}
