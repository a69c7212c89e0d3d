package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.organisation.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What members do to their own accounts is told to the admins of their organisation, with who did it and from where. */
class AccountEventsIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Shop shop = Shop.in(SERVER);
    private final Person bo = Person.in(SERVER);
    private final int id = Member.id(bo.api());

    @BeforeEach
    void join() {
        Member.join(SERVER, shop.organisation(), id, Role.USER);
    }

    @Test
    void aChangeOfThePasswordIsListed() {
        var wanted = "quite-other 8 words";
        var answer = bo.api()
                .post(
                        "auth/users/set_password/",
                        Map.of("current_password", Person.PASSWORD, "new_password", wanted, "re_new_password", wanted));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);

        assertThat(listed("account.password-changed")).singleElement().satisfies(this::isBos);
    }

    @Test
    void theActivationAndDeactivationOfASecondFactorAreListed() {
        bo.activateFactor();
        assertThat(listed("factor.deactivated")).isEmpty();
        assertThat(bo.api().post("auth/app/deactivate/", Map.of()).status()).isEqualTo(204);

        assertThat(listed("factor.activated")).singleElement().satisfies(this::isBos);
        assertThat(listed("factor.deactivated")).singleElement().satisfies(this::isBos);
    }

    private void isBos(JsonNode event) {
        assertThat(event.get("actor").get("kind").asString()).isEqualTo("user");
        assertThat(event.get("actor").get("id").asInt()).isEqualTo(id);
        assertThat(event.get("actor").get("name").asString()).isEqualTo(bo.email());
        assertThat(event.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(event.get("object").asString()).isEqualTo("user:" + id);
        assertThat(event.get("action").asString()).isEqualTo("update");
    }

    /** The organisation's events of this type, as its admin is shown them. */
    private List<JsonNode> listed(String type) {
        var events = "organisations/" + shop.organisation() + "/events/?type=" + type;
        return shop.ana().get(events).ok().get("results").valueStream().toList();
    }
}
