package dev.flagledger.command.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFormTest {

    private static final GroupDetails OPS = new GroupDetails("Ops", true, "ops-7");

    @Test
    void aNewGroupHasAName() {
        assertThat(GroupForm.create(Forms.of("{'name': 'Web'}"))).isEqualTo(new GroupDetails("Web", false, null));
        assertThat(Forms.problems(() -> GroupForm.create(Forms.of("{}"))))
                .isEqualTo("{name=[This field is required.]}");
    }

    @Test
    void absentFieldsKeepTheirValues() {
        assertThat(change("{}")).isEqualTo(OPS);
        assertThat(change("{'name': 'Web', 'is_default': false, 'external_id': 'web'}"))
                .isEqualTo(new GroupDetails("Web", false, "web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''"})
    void anExternalIdIsTakenAway(String sent) {
        assertThat(change("{'external_id': " + sent + "}").externalId()).isNull();
    }

    @Test
    void textsAreLimited() {
        assertThat(change("{'name': '" + "x".repeat(200) + "'}").name()).hasSize(200);
        assertThat(Forms.problems(
                        () -> change("{'name': '" + "x".repeat(201) + "', 'external_id': '" + "x".repeat(256) + "'}")))
                .contains("no more than 200 characters", "no more than 255 characters");
    }

    @Test
    void usersAreMembersEachOnce() {
        assertThat(users("{'user_ids': [2, 1, 2]}")).containsExactly(2, 1);
    }

    /** Ids are left out where all are wrong, as in Flagsmith. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'user_ids': [1, 8, 9]} ; {detail=Users 8, 9 do not exist in this organisation}
            {'user_ids': [8, 9]}    ; {detail=Users  do not exist in this organisation}
            {}                      ; {user_ids=[This field is required.]}
            """)
    void othersAreReported(String sent, String problems) {
        assertThat(Forms.problems(() -> users(sent))).isEqualTo(problems);
    }

    private static List<Integer> users(String sent) {
        return GroupForm.users(Forms.of(sent), Set.of(1, 2));
    }

    private static GroupDetails change(String sent) {
        return GroupForm.change(Forms.of(sent), OPS);
    }
}
