package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.testing.Forms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOnlyStateFieldsTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final int CART = 70;

    /** The basket in the live environment: the default 105, 120 for a segment in place 61, 130 for an identity. */
    private static final History SHOP = Shop.withBasket()
            .then(
                    Shop.feature(CART, "cart", 107, 108),
                    Shop.segment(),
                    Shop.overriddenForSegment(true, RED),
                    Shop.segment(9, "staff", null),
                    Shop.overriddenForSegment(9, 1),
                    Shop.overriddenForIdentity(true, RED));

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            105 ; {}                                    ; {}
            105 ; {'environment': 5, 'feature': 7}      ; {}
            105 ; {'feature_segment': null}             ; {}
            105 ; {'identity': null}                    ; {}
            105 ; {'environment': 6}                    ; {environment=[Cannot change the environment of a feature state]}
            105 ; {'feature': 70}                       ; {feature=[Cannot change the feature of a feature state]}
            105 ; {'feature': 99}                       ; {feature=[Feature does not exist in project]}
            105 ; {'feature': 'x'}                      ; {feature=[A valid integer is required.]}
            105 ; {'feature_segment': 61}               ; {feature_segment=[Cannot change the feature segment of a feature state]}
            105 ; {'feature_segment': 99}               ; {non_field_errors=[Feature Segment does not belong to environment.]}
            105 ; {'identity': 4211}                    ; {non_field_errors=[Identity does not exist in environment.]}
            120 ; {'feature_segment': 61}               ; {}
            120 ; {'feature_segment': 2009}             ; {feature_segment=[Cannot change the feature segment of a feature state]}
            130 ; {'identity': 4211}                    ; {}
            130 ; {'identity': 4212}                    ; {non_field_errors=[Identity does not exist in environment.]}
            """)
    void aStateDoesNotMove(int state, String sent, String problems) {
        var form = Forms.of(sent);
        ReadOnlyStateFields.require(form, found(state));

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    private static Found<FlagState> found(int id) {
        var project = SHOP.state().project(Shop.PROJECT).orElseThrow();
        var environment = project.environment(Shop.LIVE);
        var state = environment
                .flag(Shop.BASKET)
                .states()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow();
        return new Found<>(project, environment, state);
    }
}
