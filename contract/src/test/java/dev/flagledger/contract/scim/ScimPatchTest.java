package dev.flagledger.contract.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.messages.PatchRequest;
import com.unboundid.scim2.common.utils.JsonUtils;
import org.junit.jupiter.api.Test;

class ScimPatchTest {

    private static final String USER = "{'userName':'bo@example.test','active':true}";
    private static final String GROUP = "{'displayName':'Ops','members':[{'value':'a'},{'value':'b'}]}";

    @Test
    void aUserIsDeactivatedAsByOktaAndByEntra() throws Exception {
        assertThat(user("{'op':'replace','value':{'active':false}}").active()).isFalse();
        assertThat(user("{'op':'Replace','path':'active','value':'False'}").active())
                .isFalse();
        assertThat(user("{'op':'Add','path':'urn:ietf:params:scim:schemas:core:2.0:User:active','value':'True'}")
                        .active())
                .isTrue();
    }

    @Test
    void whatIsNotKeptIsIgnored() throws Exception {
        var unchanged = user("{'op':'Replace','path':'addresses[type eq \\\"work\\\"].locality','value':'Ulm'},"
                + "{'op':'Remove','path':'title'},{'op':'Add','value':{'nickName':'B','externalId':'7'}}");

        assertThat(unchanged).isEqualTo(new UserForm("bo@example.test", "7", "", "", true));
    }

    @Test
    void membersAreRemovedByFilterByValueAndAltogether() throws Exception {
        assertThat(group("{'op':'remove','path':'members[value eq \\\"a\\\"]'}").members())
                .containsExactly("b");
        assertThat(group("{'op':'Remove','path':'members','value':[{'value':'a'}]}")
                        .members())
                .containsExactly("b");
        assertThat(group("{'op':'remove','path':'members'}").members()).isEmpty();
    }

    @Test
    void aValueIsNoPartOfAFilter() throws Exception {
        var removed = group("{'op':'Remove','path':'members','value':[{'value':'x\\\" or value eq \\\"a'}]}");

        assertThat(removed.members()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void membersAreAddedAndReplaced() throws Exception {
        assertThat(group("{'op':'Add','path':'members','value':[{'value':'b'},{'value':'c'}]}")
                        .members())
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(group("{'op':'replace','value':{'displayName':'Dev','members':[{'value':'c'}]}}"))
                .isEqualTo(GroupForm.of(resource("{'displayName':'Dev','members':[{'value':'c'}]}")));
    }

    @Test
    void aRemovalNeedsAPath() {
        assertThatThrownBy(() -> group("{'op':'remove'}")).isInstanceOf(JsonProcessingException.class);
    }

    private static UserForm user(String operations) throws Exception {
        return UserForm.of(patched(USER, operations, true), true);
    }

    private static GroupForm group(String operations) throws Exception {
        return GroupForm.ofAll(patched(GROUP, operations, false));
    }

    private static GenericScimResource patched(String resource, String operations, boolean user) throws Exception {
        var request = "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}";
        var patch = JsonUtils.getObjectReader().forType(PatchRequest.class).<PatchRequest>readValue(json(request));
        var changed = resource(resource);
        ScimPatch.apply(patch, changed, user ? ScimUser.KEPT : ScimGroup.KEPT);
        return changed;
    }

    private static GenericScimResource resource(String text) throws Exception {
        return new GenericScimResource(
                JsonUtils.getObjectReader().forType(ObjectNode.class).<ObjectNode>readValue(json(text)));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
