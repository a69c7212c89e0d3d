package dev.flagledger.command.feature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private final Options options = new Options();

    @Test
    void theirSharesAreOfOneWhole() {
        options.put(option(7, 60, null));
        options.put(option(8, 40, null));
        assertThatCode(options::check).doesNotThrowAnyException();

        options.put(option(8, 40.5, null));
        assertThatThrownBy(options::check)
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Invalid(Rule.OPTION_PERCENTAGES).toString());
    }

    @Test
    void theirKeysDifferButMoreThanOneMayHaveNone() {
        options.put(option(6, 1, null));
        options.put(option(7, 1, null));
        options.put(option(8, 1, "dark"));
        options.put(option(9, 1, "light"));
        assertThatCode(options::check).doesNotThrowAnyException();

        options.put(option(9, 1, "dark"));
        assertThatThrownBy(options::check)
                .isInstanceOf(Rejected.class)
                .hasMessage(new Rejection.Invalid(Rule.OPTION_KEY).toString());
    }

    private static MultivariateOption option(int id, double percentage, @Nullable String key) {
        return new MultivariateOption(id, new UUID(0, id), FeatureValue.NONE, percentage, key);
    }
}
