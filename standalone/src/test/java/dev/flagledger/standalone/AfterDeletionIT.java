package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Deleted objects appear in no response, except in the audit log and in exports, which keep the past. A permission stays limited to a deleted
 * tag and names it, last in its object; a feature, which has other properties after its tags, does not.
 */
class AfterDeletionIT {

    private static final TestServer SERVER = TestServer.start();

    /** Paths of the audit log, of events, of what was sent to webhooks, and of exports. */
    private static final Pattern HISTORY =
            Pattern.compile("audit/|^events/|}/events/|/history/|/deliveries/|/messages/|download-feature-export/");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            organisations/{organisation}/             | {organisation.uuid} {project.uuid} {key} {feature.uuid} {segment.uuid} {tag.uuid} basket squad terraform {prefix} Acme
            projects/{project}/                       | {project.uuid} {key} {feature.uuid} {segment.uuid} {tag.uuid}
            projects/{project}/                       | basket cart.js laggard beta release user-88 squad "field":{projectField}, "object_id":{project}}
            environments/{key}/                       | {environment.uuid} {key} laggard {state.uuid} {override.uuid} {place.uuid} user-88
            projects/{project}/features/{feature}/    | {feature.uuid} basket cart.js laggard {option.uuid} {state.uuid} {override.uuid} {segmentState.uuid} {place.uuid}
            projects/{project}/segments/{segment}/    | {segment.uuid} beta {segmentState.uuid} {place.uuid}
            projects/{project}/tags/{tag}/            | {tag.uuid} release "tags":[{tag}],
            environments/{key}/identities/{identity}/ | user-88 {override.uuid}
            """)
    void noResponseContainsADeletedObject(String path, String traces) throws IOException {
        var shop = Shop.in(SERVER);
        var everything = new Everything(shop);
        var names = List.of(everything.filled(traces).split(" "));
        assertThat(read(shop, everything)).contains(names);

        assertThat(shop.ana().delete(everything.filled(path)).status()).isEqualTo(204);

        assertThat(read(shop, everything)).doesNotContain(names);
    }

    /** All responses to an admin and an application, except those about what has been. */
    private static String read(Shop shop, Everything everything) throws IOException {
        return Right.all()
                .filter(right ->
                        right.isRead() && !HISTORY.matcher(right.path()).find())
                .map(right -> right.askedBy(shop.ana(), everything).text())
                .collect(Collectors.joining(
                        "\n", shop.application().get("flags/").text(), ""));
    }
}
