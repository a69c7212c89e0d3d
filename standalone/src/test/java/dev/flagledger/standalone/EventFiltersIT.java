package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the audit log by events. */
class EventFiltersIT {

    private static final TestServer SERVER = TestServer.shared();

    private Shop shop;
    private int feature;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
    }

    @ParameterizedTest
    @CsvSource({
        "type=feature.created, 1",
        "action=create&type=environment.created, 1",
        "action=other, 0",
        "object=feature:FEATURE, 2",
        "feature=FEATURE, 2",
        "feature=FEATURE&type=flag.state-updated, 1",
        "environment=ENVIRONMENT, 3",
        "search=BASKET_, 2",
        "search=BASKET%25, 0",
        "actor=user, 6",
        "actor=user:0, 0",
        "actor=api_key, 0",
        "key=unknown, 0",
        "segment=1, 0",
        "identity=1, 0",
        "project=PROJECT, 6",
        "project=0, 0",
        "from=2020-01-01T00:00:00Z&until=2099-01-01T00:00:00%2B01:00, 6",
        "from=2099-01-01T00:00:00Z, 0",
        "until=2020-01-01T00:00:00Z, 0",
        "request=unknown, 0"
    })
    void eventsAreFiltered(String query, int count) {
        var filled = query.replace("FEATURE", Integer.toString(feature))
                .replace("ENVIRONMENT", Integer.toString(shop.environment()))
                .replace("PROJECT", Integer.toString(shop.project()));

        assertThat(types(filled)).hasSize(count);
    }

    @Test
    void theEventsOfASegmentAreThoseOfItsOverridesToo() {
        int segment = shop.segment("beta", "plan", "pro");
        int other = shop.segment("staff", "plan", "staff");
        for (int placed : List.of(segment, other)) {
            made(
                    "features/feature-segments/",
                    Map.of("feature", feature, "segment", placed, "environment", shop.environment()));
        }

        assertThat(types("segment=" + segment)).containsExactly("flag.segment-placed", "segment.created");
    }

    @Test
    void theEventsOfAnIdentityAreThoseOfItsOverridesToo() {
        var identities = "environments/" + shop.key() + "/identities/";
        int identity = made(identities, Map.of("identifier", "user-88"));
        int other = made(identities, Map.of("identifier", "user-89"));
        for (int overridden : List.of(identity, other)) {
            made(identities + overridden + "/featurestates/", Map.of("feature", feature, "enabled", false));
        }

        assertThat(types("identity=" + identity))
                .containsExactly("managed-identity.override-created", "managed-identity.created");
    }

    @Test
    void whatChangesNothingIsAnotherAction() {
        made("features/create-feature-export/", Map.of("environment_id", shop.environment(), "tag_ids", List.of()));

        assertThat(types("action=other")).containsExactly("environment.features-exported");
    }

    @Test
    void whatAKeyDidIsFoundByKindByActorAndByKey() {
        var keys = "organisations/" + shop.organisation() + "/master-api-keys/";
        var made = shop.ana().post(keys, Map.of("name", "terraform")).ok();
        var key =
                SERVER.api().with("Authorization", "Api-Key " + made.get("key").asString());
        key.patch(shop.features() + feature + "/", Map.of("description", "What it is"))
                .ok();
        var id = made.get("id").asString();
        var prefix = made.get("prefix").asString();

        for (var query : List.of("actor=api_key", "actor=api_key:" + id, "key=" + id, "key=" + prefix)) {
            assertThat(types(query)).as(query).containsExactly("feature.changed");
        }
    }

    private int made(String path, Map<String, ?> body) {
        return shop.ana().post(path, body).ok().get("id").asInt();
    }

    /** The types of the project's events that match. */
    private List<String> types(String query) {
        var page = shop.ana().get(shop.events() + "?" + query).ok();
        return page.get("results")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }
}
