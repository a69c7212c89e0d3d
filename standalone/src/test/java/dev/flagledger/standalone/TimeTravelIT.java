package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as of an instant or a position: those that were given then, byte for byte. */
class TimeTravelIT {

    private static final TestServer SERVER = TestServer.shared();

    private static final int CHANGES = 60;
    private static final String POSITION = "Flagledger-Position";

    private Shop shop;
    private Api backend;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        backend = shop.backend();
    }

    /** An answer that was given live. */
    private record Seen(Api caller, String path, String body, Instant at, long position) {

        String asOf(Object point) {
            return path + (path.contains("?") ? "&" : "?") + "as_of=" + point;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersOfThePastAreThoseThatWereGivenThen(long seed) {
        var changes = new RandomChanges(shop, seed);
        List<Seen> seen = new ArrayList<>();
        for (int made = 0; made < CHANGES; made++) {
            changes.makeOne();
            paths().forEach(path -> seen.add(look(shop.ana(), path)));
            pathsOfApplications().forEach(path -> seen.add(look(backend, path)));
        }

        for (var then : seen) {
            assertThat(then.caller().get(then.asOf(then.at())).text())
                    .as(then.asOf(then.at()))
                    .isEqualTo(then.body());
        }
        // Traits are not in the log that has positions.
        seen.stream().filter(then -> !then.path().contains("identit")).forEach(then -> {
            var answer = then.caller().get(then.asOf(then.position()));
            assertThat(answer.text()).as(then.asOf(then.position())).isEqualTo(then.body());
            assertThat(answer.http().headers().firstValue(POSITION)).contains(Long.toString(then.position()));
        });
    }

    private List<String> paths() {
        var environment = "environments/" + shop.key();
        var known = shop.ana()
                .get(environment + "/identities/")
                .ok()
                .get("results")
                .valueStream()
                .map(identity ->
                        environment + "/identities/" + identity.get("id").asInt() + "/featurestates/all/");
        return Stream.concat(
                        known,
                        Stream.of(
                                shop.features() + "?environment=" + shop.environment(),
                                "projects/" + shop.project() + "/segments/",
                                environment + "/featurestates/",
                                "features/featurestates/?environment=" + shop.environment(),
                                environment + "/document/"))
                .toList();
    }

    private static List<String> pathsOfApplications() {
        var identities = RandomChanges.identifiers().stream().map(name -> "identities/?identifier=" + name);
        return Stream.concat(identities, Stream.of("flags/", "environment-document/"))
                .toList();
    }

    private static Seen look(Api caller, String path) {
        var body = caller.get(path).text();
        return new Seen(
                caller,
                path,
                body,
                Instant.now(),
                SERVER.part(History.class).at().position());
    }

    @Test
    void aDeletedFeatureAndAFormerValueAreSeenAsOfBefore() {
        int basket = shop.feature(Map.of("name", "basket", "initial_value", "blue"));
        long before = position();
        shop.ana().delete(shop.features() + basket + "/");

        assertThat(shop.ana().get(shop.features() + basket + "/").status()).isEqualTo(404);
        assertThat(shop.ana()
                        .get(shop.features() + basket + "/?as_of=" + before)
                        .ok()
                        .get("name")
                        .asString())
                .isEqualTo("basket");
    }

    @Test
    void theFeaturesOfADeletedProjectAreSeenByAdminsOnly() {
        shop.feature(Map.of("name", "basket"));
        long before = position();
        shop.ana().delete("projects/" + shop.project() + "/");

        var path = shop.features() + "?as_of=" + before;
        assertThat(shop.ana().get(path).ok().get("count").asInt()).isEqualTo(1);
        assertThat(SERVER.api().newUser().get(path).status()).isEqualTo(404);
    }

    @Test
    void anEnvironmentIsFoundByItsCurrentKey() {
        long before = position();
        shop.ana()
                .patch("environments/" + shop.key() + "/", Map.of("name", "Renamed"))
                .ok();

        var document = shop.ana()
                .get("environments/" + shop.key() + "/document/?as_of=" + before)
                .ok();

        assertThat(document.get("name").asString()).isEqualTo("Staging");
    }

    @Test
    void clientKeysDoNotTravel() {
        assertThat(shop.application().get("flags/?as_of=" + position()).status())
                .isEqualTo(403);
        assertThat(shop.application()
                        .get("identities/?identifier=ann&as_of=" + position())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anIdentityIsNotCreatedInThePast() {
        backend.get("identities/?identifier=nobody&as_of=" + position()).ok();

        assertThat(shop.ana()
                        .get("environments/" + shop.key() + "/identities/")
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
    }

    /** Also of a state that was cached before. */
    @Test
    void anErasedIdentityIsErasedInThePastToo() {
        int basket = shop.feature(Map.of("name", "basket"));
        var identities = "environments/" + shop.key() + "/identities/";
        int zoe = shop.ana()
                .post(identities, Map.of("identifier", "zoe-zimmer"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post(identities + zoe + "/featurestates/", Map.of("feature", basket, "enabled", true))
                .ok();
        var path = "environment-document/?as_of=" + position();
        shop.feature(Map.of("name", "later"));
        assertThat(backend.get(path).text()).contains("zoe-zimmer");

        shop.ana()
                .post(
                        "organisations/" + shop.organisation() + "/erasures/",
                        Map.of("environment", shop.key(), "identifier", "zoe-zimmer"))
                .ok();

        assertThat(backend.get(path).text()).doesNotContain("zoe-zimmer").contains("\"identifier\":\"erased\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow             | Use a position of the log, or one of these formats
            ''                   | Use a position of the log, or one of these formats
            -1                   | Use a position of the log, or one of these formats
            2999-01-01T00:00:00Z | This is in the future.
            999999999999         | This is in the future.
            0                    | The log has no event at or before this.
            1999-01-01           | The log has no event at or before this.
            """)
    void otherPointsAreRefused(String point, String problem) {
        Stream.of(
                        shop.ana().get(shop.features() + "?as_of=" + point),
                        backend.get("flags/?as_of=" + point),
                        backend.get("identities/?identifier=ann&as_of=" + point),
                        backend.get("environment-document/?as_of=" + point))
                .forEach(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.json().get("as_of").get(0).asString()).startsWith(problem);
                });
    }

    @Test
    void anEnvironmentThatDidNotExistYetIsMissing() {
        long before = position();
        var later = Shop.in(SERVER);

        assertThat(later.ana().get(later.features() + "?as_of=" + before).status())
                .isEqualTo(404);
        assertThat(later.backend().get("environment-document/?as_of=" + before).status())
                .isEqualTo(404);
    }

    private static long position() {
        return SERVER.part(History.class).at().position();
    }
}
