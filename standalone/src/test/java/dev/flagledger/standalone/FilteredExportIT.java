package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export with a filter, in whatever form, has the events that the pages with the same filter list. */
class FilteredExportIT {

    /** Together more than an extract reads at once. */
    private static final int FLAGS = 4;

    private static final int CHANGES = 251;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Shop shop;
    private static int feature;
    private static int segment;
    private static int identity;

    @BeforeAll
    static void change() {
        shop = Shop.in(TestServer.shared());
        feature = shop.feature(Map.of("name", "basket_v2"));
        int other = shop.feature(Map.of("name", "another"));
        segment = shop.segment("beta", "plan", "beta");
        shop.ana().with("Flagledger-Note", "Black%20Friday").patch(shop.stateOf(feature), Map.of("enabled", true));
        shop.ana().with("Flagledger-Note", "Black%20Friday").patch(shop.stateOf(other), Map.of("enabled", true));
        made(
                "features/feature-segments/",
                Map.of("feature", feature, "segment", segment, "environment", shop.environment()));
        var identities = "environments/" + shop.key() + "/identities/";
        identity = made(identities, Map.of("identifier", "user-88"));
        made(identities + identity + "/featurestates/", Map.of("feature", feature, "enabled", true));
    }

    private static int made(String path, Map<String, ?> body) {
        return shop.ana().post(path, body).ok().get("id").asInt();
    }

    @ParameterizedTest
    @CsvSource({
        "projects/PROJECT, feature=FEATURE, 4",
        "projects/PROJECT, segment=SEGMENT, 2",
        "projects/PROJECT, identity=IDENTITY, 2",
        "projects/PROJECT, feature=FEATURE&segment=SEGMENT, 1",
        "projects/PROJECT, search=black%20fri, 2",
        "projects/PROJECT, search=black%20fri&feature=FEATURE, 1",
        "projects/PROJECT, search=100%25_, 0",
        "projects/PROJECT, feature=FEATURE&action=create&actor=user&environment=ENVIRONMENT, 2",
        "projects/PROJECT, feature=FEATURE&object=feature:FEATURE&from=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z, 3",
        "projects/PROJECT, feature=FEATURE&after=0&limit=2, 2",
        "organisations/ORGANISATION, feature=FEATURE, 4",
        "organisations/ORGANISATION, search=black%20fri&project=PROJECT, 2"
    })
    void anExportHasWhatThePagesList(String place, String asked, int expected) {
        var path = filled(place) + "/events/";
        var filter = "?" + filled(asked);

        var listed = listed(path, filter);

        assertThat(listed).hasSize(expected).isSorted();
        assertThat(extracted(path + "extract/" + filter)).isEqualTo(listed);
        assertThat(lines(path + filter)).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(rows(path + filter)).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void aLongExtractIsReadPartByPart() {
        var own = Shop.in(TestServer.shared());
        var states = IntStream.range(0, FLAGS)
                .mapToObj(number -> own.stateOf(own.feature(Map.of("name", "often_changed_" + number))))
                .toList();
        states.parallelStream()
                .forEach(state -> IntStream.range(0, CHANGES)
                        .forEach(change -> own.ana()
                                .patch(state, Map.of("enabled", change % 2 == 0))
                                .ok()));
        var extract = own.events() + "extract/?search=often_changed";

        assertThat(positions(own.ana().get(extract)))
                .hasSize(FLAGS * (1 + CHANGES))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(positions(own.ana().get(extract + "&limit=1001"))).hasSize(1_001);
    }

    @Test
    void anExtractOfAnOrganisationHasTheEventsOfAccountsThatItLists() {
        var own = Shop.in(TestServer.shared());
        var noting = own.ana().with("Flagledger-Note", "Black%20Friday");
        noting.patch("auth/users/me/", Map.of("first_name", "Patricia")).ok();
        noting.post(own.features(), Map.of("name", "basket_v2")).ok();
        noting.patch("auth/users/me/", Map.of("first_name", "Ana")).ok();
        var events = "organisations/" + own.organisation() + "/events/";

        for (var filter : List.of("search=black%20fri", "actor=user", "type=user.renamed", "actor=user&limit=2")) {
            var listed =
                    positions(own.ana().get(events + "?after=0&" + filter).ok().get("results"));
            assertThat(listed).hasSizeGreaterThan(1);
            assertThat(positions(own.ana().get(events + "extract/?" + filter)))
                    .as(filter)
                    .isEqualTo(listed);
        }
        assertThat(positions(own.ana().get(own.events() + "extract/?search=black%20fri")))
                .as("of the project")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"feature=x", "segment=99999999999", "identity=user-88", "search=ab", "actor=ana", "action=move"})
    void aWrongValueIsRefusedInEachForm(String filter) {
        var name = filter.substring(0, filter.indexOf('='));
        for (var export : List.of(
                shop.ana().get(shop.events() + "extract/?" + filter),
                shop.ana().with("Accept", "text/csv").get(shop.events() + "?" + filter),
                shop.ana().with("Accept", "application/x-ndjson").get(shop.events() + "?" + filter))) {
            assertThat(export.status()).isEqualTo(400);
            assertThat(JSON.readTree(export.text()).propertyNames()).containsExactly(name);
        }
    }

    /** Ascending, though the newest come first, in pages of two. */
    private static List<Long> listed(String path, String filter) {
        if (filter.contains("after=")) {
            return positions(shop.ana().get(path + filter).ok().get("results"));
        }
        var found = new ArrayList<Long>();
        var next = path + filter + "&limit=2";
        while (next != null) {
            var page = shop.ana().get(next).ok();
            found.addAll(positions(page.get("results")));
            next = page.get("next").isNull()
                    ? null
                    : page.get("next").asString().replaceFirst("^.*/api/v1/", "");
        }
        return found.reversed();
    }

    private static List<Long> positions(JsonNode events) {
        return events.valueStream().map(event -> event.get("position").asLong()).toList();
    }

    private static List<Long> positions(Api.Answer lines) {
        assertThat(lines.status()).isEqualTo(200);
        return lines.text()
                .lines()
                .map(line -> JSON.readTree(line).get("position").asLong())
                .toList();
    }

    private static List<Long> extracted(String path) {
        return positions(shop.ana().get(path));
    }

    private static List<Long> lines(String path) {
        return positions(shop.ana().with("Accept", "application/x-ndjson").get(path));
    }

    private static List<Long> rows(String path) {
        var sheet = shop.ana().with("Accept", "text/csv").get(path);
        assertThat(sheet.status()).isEqualTo(200);
        return sheet.text()
                .lines()
                .skip(1)
                .map(row -> Long.valueOf(row.substring(0, row.indexOf(','))))
                .toList();
    }

    private static String filled(String text) {
        return text.replace("PROJECT", Integer.toString(shop.project()))
                .replace("ORGANISATION", Integer.toString(shop.organisation()))
                .replace("ENVIRONMENT", Integer.toString(shop.environment()))
                .replace("FEATURE", Integer.toString(feature))
                .replace("SEGMENT", Integer.toString(segment))
                .replace("IDENTITY", Integer.toString(identity));
    }
}
