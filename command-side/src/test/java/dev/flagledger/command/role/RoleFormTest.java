package dev.flagledger.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.role.RoleDetails;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleFormTest {

    private static final RoleDetails NOW = new RoleDetails("Deployers", "who deploy", List.of(11, 404));

    @Test
    void aNewRoleHasNoLimits() {
        assertThat(RoleForm.create(Forms.of("{'name': ' Deployers '}"), tag -> tag < 20))
                .isEqualTo(new RoleDetails("Deployers", null, List.of()));
    }

    @Test
    void omittedFieldsKeepTheirValues() {
        assertThat(change("{}")).isEqualTo(NOW);
        assertThat(change("{'name': 'Ops', 'description': null, 'tags': [12, 11, 12]}"))
                .isEqualTo(new RoleDetails("Ops", null, List.of(11, 12)));
    }

    @Test
    void aDeletedTagCanStay() {
        assertThat(change("{'tags': [404]}").tags()).containsExactly(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'name': ''}         ; {name=[This field may not be blank.]}
            {'tags': [99]}       ; {tags=[Invalid pk "99" - object does not exist.]}
            {'tags': 'a'}        ; {tags=[Expected a list of items but got type "str".]}
            """)
    void wrongFieldsAreReported(String sent, String problems) {
        assertThat(Forms.problems(() -> change(sent))).isEqualTo(problems);
    }

    @Test
    void textsAreLimited() {
        assertThat(Forms.problems(
                        () -> change("{'name': '" + "x".repeat(256) + "', 'description': '" + "x".repeat(1001) + "'}")))
                .contains("no more than 255 characters", "no more than 1000 characters");
    }

    private static RoleDetails change(String sent) {
        return RoleForm.change(Forms.of(sent), NOW, tag -> tag < 20);
    }
}
