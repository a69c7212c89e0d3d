package dev.flagledger.command.invite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.InviteEvent.InviteCreated;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.command.invite.InviteForm.Request;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 2.3 of the admin contract. */
class InviteFormTest {

    private final Organisation organisation = Shop.open()
            .then(new InviteCreated(Shop.ORGANISATION, 8, 77, "a@ex.test", Role.USER, List.of()))
            .state()
            .organisation(Shop.ORGANISATION)
            .orElseThrow();

    @Test
    void onePersonIsInvited() {
        assertThat(form().one(Forms.of("{'email':'b@ex.test','role':'ADMIN','permission_groups':[]}")))
                .isEqualTo(new Request("b@ex.test", Role.ADMIN, List.of()));
        assertThat(form().one(Forms.of("{'email':'b@ex.test'}")).role()).isEqualTo(Role.USER);
    }

    @Test
    void severalAreInvitedWithAndWithoutRoles() {
        assertThat(form().several(
                                Forms.of("{'invites':[{'email':'b@ex.test','role':'ADMIN'}],'emails':['c@ex.test']}")))
                .containsExactly(
                        new Request("b@ex.test", Role.ADMIN, List.of()),
                        new Request("c@ex.test", Role.USER, List.of()));
        assertThat(form().several(Forms.of("{}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'email':'A@ex.test'}                        ; {email=[Invite for email A@ex.test already exists]}
            {'email':'a'}                                ; {email=[Enter a valid email address.]}
            {}                                           ; {email=[This field is required.]}
            {'email':'b@ex.test','role':'BOSS'}          ; {role=["BOSS" is not a valid choice.]}
            {'email':'b@ex.test','permission_groups':[9]}; {permission_groups=[Invalid pk "9" - object does not exist.]}
            """)
    void aWrongInviteIsRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> form().one(Forms.of(sent)))).isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'invites':[{'email':'a@ex.test'},{'email':'b@ex.test'}]} ; {invites=[{email=[Invite for email a@ex.test already exists]}, {}]}
            {'emails':['a@ex.test']}                                  ; {emails=[Invite for email a@ex.test already exists]}
            {'emails':['b@ex.test','B@ex.test']}                      ; {emails=[Invite for email B@ex.test already exists]}
            {'emails':['b@ex.test','x']}                              ; {emails={1=[Enter a valid email address.]}}
            {'emails':'b@ex.test'}                                    ; {emails=[Expected a list of items but got type "str".]}
            """)
    void wrongListsAreRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> form().several(Forms.of(sent)))).isEqualTo(problems);
    }

    @Test
    void notTooManyAreInvitedAtOnce() {
        var emails = IntStream.range(0, 101)
                .mapToObj(number -> "'p" + number + "@ex.test'")
                .toList();

        assertThat(Forms.problems(() -> form().several(Forms.of("{'emails':" + emails + "}"))))
                .isEqualTo("{emails=[Ensure this field has no more than 100 elements.]}");
    }

    private InviteForm form() {
        return new InviteForm(organisation);
    }
}
