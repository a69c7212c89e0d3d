package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A PUT of the representation that was read changes nothing: no event is recorded, and the same is read again. Covers every route of the
 * OpenAPI document that has GET and PUT; {@code put-back.csv} lists further objects.
 */
class PutBackIT {

    private static final Set<String> NOT_READABLE = Set.of(
            "/api/v1/traits/bulk/",
            "/api/v1/environments/{api_key}/edge-identities/{uuid}/update-traits/",
            "/api/v1/environments/{api_key}/edge-identities/{uuid}/edge-featurestates/{id}/",
            "/api/v1/environments/environments/{api_key}/edge-identities-featurestates",
            "/api/v1/auth/users/{id}/",
            // Of directories, which have tokens of their own: ScimProvisioningIT.
            "/api/v1/scim/v2/Users/{scim_id}",
            "/api/v1/scim/v2/Groups/{scim_id}",
            // Read with the user or the group as an object, as in Flagsmith.
            "/api/v1/organisations/{id}/user-permissions/{grant_id}/",
            "/api/v1/organisations/{id}/user-group-permissions/{grant_id}/");

    /** Routes that require no permissions, and so have no line in the table. */
    private static final Map<String, String> OPEN_TO_ALL =
            Map.of("/api/v1/environments/{api_key}/onboarding-status/", "environments/{key}/onboarding-status/");

    /** The properties that identify an object in a path; the first that it has applies. */
    private static final List<String> NAMES = List.of("prefix", "api_key", "id");

    private static final TestServer SERVER = TestServer.shared();
    private static Api ana;
    private static Everything everything;
    private static Contract contract;
    private static JsonNode routes;

    @BeforeAll
    static void start() {
        var shop = Shop.in(SERVER);
        ana = shop.ana();
        everything = new Everything(shop);
        fill();
        var document = SERVER.api().get("openapi.json");
        contract = Contract.of(document.text());
        routes = document.ok().get("paths");
    }

    /** Adds what a complete object has, so that no PUT is rejected for lack of it. */
    private static void fill() {
        var field = "{\"metadata\":[{\"model_field\":{modelField},\"field_value\":\"X-1\"}]}";
        ana.send("PATCH", everything.filled("projects/{project}/features/{feature}/"), everything.filled(field))
                .ok();
        var application = Map.of("first_evaluated_sdk_label", "flagsmith-java-sdk");
        assertThat(ana.put(everything.filled("environments/{key}/onboarding-status/"), application)
                        .status())
                .isEqualTo(204);
    }

    static Stream<String> everyRoute() {
        return routes.propertyStream()
                .filter(route -> route.getValue().has("put"))
                .map(Map.Entry::getKey)
                .filter(route -> !NOT_READABLE.contains(route));
    }

    @ParameterizedTest
    @MethodSource("everyRoute")
    void aPutOfWhatWasReadChangesNothing(String route) throws IOException {
        var example = example("PUT", route).or(() -> Optional.ofNullable(OPEN_TO_ALL.get(route)));
        assertNothingChanges(everything.filled(example.orElseThrow()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/put-back.csv", delimiter = '|', quoteCharacter = '`')
    void aPutOfFurtherObjectsChangesNothing(String method, String path, String body) throws IOException {
        var asked = everything.filled(path);
        var thing = ana.send(method, asked, everything.filled(body)).ok();

        assertNothingChanges(method.equals("POST") ? asked + name(thing) + "/" : asked);
    }

    private static void assertNothingChanges(String path) throws IOException {
        var before = read(path);
        long head = SERVER.head();

        var answer = ana.put(path, before);

        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        assertThat(SERVER.causedAfter(head)).isEmpty();
        assertThat(read(path)).isEqualTo(before);
    }

    /** The object at a path; where only the collection can be read, the one whose id ends the path. */
    private static JsonNode read(String path) throws IOException {
        var route = route("PUT", path);
        if (routes.get(route).has("get")) {
            return ana.get(path).ok();
        }
        var list = example("GET", route.replaceFirst("\\{\\w+}/$", "")).orElseThrow();
        var answer = ana.get(everything.filled(list)).ok();
        return (answer.isArray() ? answer : answer.get("results"))
                .valueStream()
                .filter(thing -> path.endsWith("/" + name(thing) + "/"))
                .findFirst()
                .orElseThrow();
    }

    /** The path of an existing object for a route of the document, from the table of rights. */
    private static Optional<String> example(String method, String route) throws IOException {
        return Right.all()
                .filter(right -> right.method().equals(method))
                .map(Right::path)
                .filter(path -> route.equals(route(method, everything.filled(path))))
                .findFirst();
    }

    private static String route(String method, String path) {
        var asked = URI.create("/api/v1/").resolve(path).getPath();
        return contract.template(method, asked).orElse(asked);
    }

    private static String name(JsonNode thing) {
        return NAMES.stream()
                .filter(thing::has)
                .map(name -> thing.get(name).asString())
                .findFirst()
                .orElseThrow();
    }
}
