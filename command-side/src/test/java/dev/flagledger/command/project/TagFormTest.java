package dev.flagledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.project.Tag;
import dev.flagledger.testing.Forms;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagFormTest {

    private static final Tag RELEASE = new Tag(9, new UUID(0, 9), "release", "#00ff00", "Goes out soon", true);

    @Test
    void aNewTagHasAColourUnlessItBringsOne() {
        var tag = TagForm.create(Forms.of("{'label': 'release'}"));

        assertThat(tag).isEqualTo(new Tag(0, tag.uuid(), "release", "#6837FC", null, false));
        assertThat(TagForm.withId(9, tag)).isEqualTo(new Tag(9, tag.uuid(), "release", "#6837FC", null, false));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(TagForm.change(Forms.of("{}"), RELEASE)).isEqualTo(RELEASE);
        assertThat(TagForm.change(
                        Forms.of("{'label': 'a', 'color': 'red', 'description': null, 'is_permanent': false}"),
                        RELEASE))
                .isEqualTo(new Tag(9, RELEASE.uuid(), "a", "red", null, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {}                                     ; {label=[This field is required.]}
            {'label': 'a', 'color': ''}            ; {color=[This field may not be blank.]}
            {'label': 'a', 'color': '#0123456789'} ; {color=[Ensure this field has no more than 10 characters.]}
            {'label': 'a', 'is_permanent': 'so'}   ; {is_permanent=[Must be a valid boolean.]}
            """)
    void invalidFieldsAreRejected(String sent, String problems) {
        var form = Forms.of(sent);
        TagForm.create(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }
}
