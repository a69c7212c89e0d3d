package dev.flagledger.engine.evaluation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.text.PythonFloat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Property
    void formattedNumbersAreParsedAgain(@ForAll double number) {
        assertThat(Numbers.real(PythonFloat.repr(number))).isEqualTo(number);
    }

    @Test
    void tooLongIntegersAreRejected() {
        assertThat(Numbers.whole("9".repeat(4300))).isNotNull();
        assertThat(Numbers.whole("9".repeat(4301))).isNull();
        assertThat(Value.of("9".repeat(4301))).isInstanceOf(Value.Text.class);
    }
}
