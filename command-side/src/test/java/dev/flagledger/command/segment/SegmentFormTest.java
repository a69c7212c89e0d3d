package dev.flagledger.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFormTest {

    private static final List<SegmentRule> ALL =
            List.of(new SegmentRule(40, SegmentRule.Type.ALL, List.of(), List.of()));
    private static final SegmentDefinition KNOWN =
            new SegmentDefinition("beta users", "Who wants more", Shop.BASKET, ALL, List.of());

    private final History history = Shop.withBasket();

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(change("{}")).isEqualTo(KNOWN);
        assertThat(change("{'description': null, 'feature': null}"))
                .isEqualTo(new SegmentDefinition("beta users", null, null, ALL, List.of()));
    }

    @Test
    void aReplacementKeepsWhatNeedNotBeNamed() {
        var form = Forms.of("{'name': 'testers', 'rules': [{'type': 'NONE'}]}");
        var none = List.of(new SegmentRule(0, SegmentRule.Type.NONE, List.of(), List.of()));

        assertThat(SegmentForm.replace(form, history.state(), shop(), KNOWN))
                .isEqualTo(new SegmentDefinition("testers", "Who wants more", Shop.BASKET, none, List.of()));
    }

    @Test
    void aNewSegmentIsForAnyFeature() {
        assertThat(create(Forms.of("{'name': 'testers', 'rules': [{'type': 'ALL'}]}"))
                        .featureId())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                                                      ; {name=[This field is required.], rules=[This field is required.]}
            {'name': ' ', 'rules': [{'type': 'ALL'}]}               ; {name=[This field may not be blank.]}
            {'name': 'a', 'rules': [{'type': 'ALL'}], 'feature': 99} ; {feature=[Invalid pk "99" - object does not exist.]}
            {'name': 'a', 'rules': [{'type': 'ALL', 'rules': [{'type': 'ALL', 'rules': [{'type': 'ALL'}]}]}]} ; {segment=[Rules must not be nested more than 2 levels deep.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> create(Forms.of(sent)))).isEqualTo(problems);
    }

    private SegmentDefinition create(Form form) {
        return SegmentForm.create(form, history.state(), shop());
    }

    private SegmentDefinition change(String sent) {
        return SegmentForm.change(Forms.of(sent), history.state(), shop(), KNOWN);
    }

    private Project shop() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
