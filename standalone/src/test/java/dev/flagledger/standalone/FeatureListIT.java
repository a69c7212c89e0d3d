package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of features, with its filters and orders. */
class FeatureListIT {

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static int red;
    private static int blue;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        red = tag("red", false);
        blue = tag("blue", true);
        shop.feature(Map.of("name", "beta", "initial_value", "Some Text", "tags", List.of(red, blue)));
        shop.feature(Map.of("name", "Alpha", "initial_value", "42", "default_enabled", true, "tags", List.of(red)));
        shop.feature(Map.of("name", "gamma", "initial_value", "true", "is_archived", true));
        shop.feature(Map.of("name", "delta", "type", "MULTIVARIATE", "tags", List.of(blue)));
        int gone = tag("gone", false);
        shop.feature(Map.of("name", "epsilon", "tags", List.of(gone)));
        shop.ana().delete("projects/" + shop.project() + "/tags/" + gone + "/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                         | beta Alpha gamma delta epsilon
            search=                                    | beta Alpha gamma delta epsilon
            search=AL                                  | Alpha
            search=ta                                  | beta delta
            sort_field=name                            | Alpha beta delta epsilon gamma
            sort_field=name&sort_direction=DESC        | gamma epsilon delta beta Alpha
            sort_direction=DESC                        | epsilon delta gamma Alpha beta
            tags=RED                                   | beta Alpha
            tags=RED,BLUE                              | beta
            tags=RED,BLUE&tag_strategy=UNION           | beta Alpha delta
            tags=                                      | gamma epsilon
            is_archived=true                           | gamma
            is_archived=0                              | beta Alpha delta epsilon
            is_archived=                               | beta Alpha gamma delta epsilon
            type=MULTIVARIATE                          | delta
            owners=ANA                                 | beta Alpha gamma delta epsilon
            owners=999999                              | ''
            group_owners=3                             | ''
            owners=ANA&group_owners=3                  | beta Alpha gamma delta epsilon
            environment=ENV&is_enabled=true            | Alpha
            environment=ENV&is_enabled=false           | beta gamma delta epsilon
            environment=ENV&is_enabled=null            | beta Alpha gamma delta epsilon
            environment=ENV&value_search=e t           | beta
            environment=ENV&value_search=42            | Alpha
            environment=ENV&value_search=4             | ''
            environment=ENV&value_search=TRUE          | gamma
            environment=ENV&lifecycle_stage=permanent  | beta delta
            environment=ENV&lifecycle_stage=stale      | ''
            environment=ENV&lifecycle_stage=new        | Alpha gamma epsilon
            environment=ENV&segment=5&identity=7       | beta Alpha gamma delta epsilon
            page_size=2&page=2                         | gamma delta
            """)
    void theListIsFilteredAndOrdered(String query, String names) {
        var found = shop.ana()
                .get(shop.features() + "?" + filled(query).replace(" ", "%20"))
                .ok();

        assertThat(found.get("results")
                        .valueStream()
                        .map(feature -> feature.get("name").asString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sort_field=x         | {"sort_field":["\\"x\\" is not a valid choice."]}
            sort_direction=up    | {"sort_direction":["\\"up\\" is not a valid choice."]}
            tags=a               | {"tags":["Tag IDs must be integers."]}
            tags=1,              | {"tags":["Tag IDs must be integers."]}
            tag_strategy=BOTH    | {"tag_strategy":["\\"BOTH\\" is not a valid choice."]}
            owners=a             | {"owners":["Owner IDs must be integers."]}
            group_owners=1,b     | {"group_owners":["Group owner IDs must be integers."]}
            is_archived=perhaps  | {"is_archived":["Must be a valid boolean."]}
            type=CONFIG          | {"type":["\\"CONFIG\\" is not a valid choice."]}
            environment=x        | {"environment":["A valid integer is required."]}
            segment=x            | {"segment":["A valid integer is required."]}
            identity=bob         | {"identity":["Must be a valid integer."]}
            lifecycle_stage=x    | {"lifecycle_stage":["\\"x\\" is not a valid choice."]}
            is_enabled=true      | ["Environment is required in order to filter by state search or by state enabled"]
            value_search=x       | ["Environment is required in order to filter by state search or by state enabled"]
            """)
    void anInvalidQueryIsRejected(String query, String refusal) {
        var answer = shop.ana().get(shop.features() + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(refusal);
    }

    @Test
    void anUnknownEnvironmentAndPageAreNotFound() {
        assertThat(shop.ana().get(shop.features() + "?environment=999999").text())
                .isEqualTo("{\"detail\":\"No Environment matches the given query.\"}");
        assertThat(shop.ana().get(shop.features() + "?page=3").text()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void featuresIncludeTheirStateInTheEnvironment() {
        var found = shop.ana()
                .get(shop.features() + filled("?environment=ENV&search=alpha"))
                .ok();
        var alpha = found.get("results").get(0);
        int id = alpha.get("id").asInt();

        assertThat(alpha.get("environment_feature_state").toString())
                .isEqualTo("{\"id\":" + shop.state(id) + ",\"feature_state_value\":42,\"environment\":"
                        + shop.environment() + ",\"identity\":null,\"feature_segment\":null,\"enabled\":true}");
        assertThat(alpha.get("lifecycle_stage").asString()).isEqualTo("new");
        assertThat(alpha.get("num_identity_overrides").isNull()).isTrue();
        assertThat(shop.ana()
                        .get(shop.features() + id + "/?environment=" + shop.environment())
                        .ok())
                .isEqualTo(alpha);
        assertThat(shop.ana().get(shop.features() + id + "/?search=beta").status())
                .isEqualTo(404);
        assertThat(shop.ana().get(shop.features() + id + "/").ok().has("lifecycle_stage"))
                .isFalse();
    }

    private static String filled(String query) {
        return query.replace("RED", Integer.toString(red))
                .replace("BLUE", Integer.toString(blue))
                .replace("ENV", Integer.toString(shop.environment()))
                .replace("ANA", shop.ana().get("auth/users/me/").ok().get("id").toString());
    }

    private static int tag(String label, boolean permanent) {
        return shop.ana()
                .post("projects/" + shop.project() + "/tags/", Map.of("label", label, "is_permanent", permanent))
                .ok()
                .get("id")
                .asInt();
    }
}
