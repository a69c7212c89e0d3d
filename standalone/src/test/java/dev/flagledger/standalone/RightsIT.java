package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The permissions of every route of the OpenAPI document, tried anonymously, as a member without permissions and as an admin of
 * another organisation.
 */
class RightsIT {

    /** The contract has other errors for an organisation's permissions and for ids of an environment. */
    private static final Set<String> REFUSALS = Set.of(
            "{\"detail\":\"You do not have permission to perform this action.\"}",
            "{\"detail\":\"User does not have sufficient privileges to perform this action\"}",
            "");

    private static final TestServer SERVER = TestServer.shared();
    private static Everything shop;
    private static Api ana;
    private static Api member;
    private static Api stranger;

    @BeforeAll
    static void start() {
        var open = Shop.in(SERVER);
        ana = open.ana();
        shop = new Everything(open);
        SERVER.part(Commands.class).send(new ChangeSuperuser(Member.id(ana), true), Attribution.SYSTEM);
        member = Member.of(SERVER, open.organisation());
        stranger = Shop.in(SERVER).ana();
    }

    @Test
    void everyRouteIsListedInTheTable() throws IOException {
        var text = SERVER.api().get("openapi.json");
        var contract = Contract.of(text.text());
        var documented = new TreeSet<String>();
        text.json()
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (operation.isObject() && isOfTheAdminApi(operation)) {
                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));

        var walked = Right.all()
                .map(right -> {
                    var path = URI.create("/api/v1/")
                            .resolve(shop.filled(right.path()))
                            .getPath();
                    return right.method() + " "
                            + contract.template(right.method(), path).orElse(path);
                })
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(walked).isEqualTo(documented);
    }

    private static boolean isOfTheAdminApi(JsonNode operation) {
        return !operation.has("x-not-admin")
                && (!operation.has("security") || !operation.get("security").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.Right#all")
    void anonymousRequestsAreUnauthorised(Right right) {
        var answer = right.askedBy(SERVER.api(), shop);

        assertThat(answer.text()).isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.http().headers().firstValue("WWW-Authenticate")).hasValue("Cookie realm=\"api\"");
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.Right#all")
    void aMemberWithoutPermissionsGetsTheListedStatus(Right right) {
        assertAnswered(right, member, right.toMember());
    }

    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.Right#all")
    void anAdminOfAnotherOrganisationGetsTheListedStatus(Right right) {
        assertAnswered(right, stranger, right.toStranger());
    }

    private static void assertAnswered(Right right, Api caller, int status) {
        if (right.isOnesOwn()) {
            assertThat(right.askedBy(SERVER.api().newUser(), shop).status()).isEqualTo(status);
            return;
        }
        long before = SERVER.head();

        var answer = right.askedBy(caller, shop);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.text()).isIn(REFUSALS);
        }
        assertThat(SERVER.causedAfter(before)).isEmpty();
    }

    /** Otherwise the other callers might be rejected because an object does not exist. */
    @ParameterizedTest
    @MethodSource("dev.flagledger.standalone.Right#readsRefusedToStrangers")
    void adminsReachEveryRoute(Right right) {
        // The organisation has no directory.
        var refused = right.path().endsWith("/scim/") ? Set.of(401, 403) : Set.of(401, 403, 404);

        assertThat(right.askedBy(ana, shop).status()).isNotIn(refused.toArray());
    }
}
