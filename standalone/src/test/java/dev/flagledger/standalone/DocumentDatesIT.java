package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditional requests for an environment's document. */
class DocumentDatesIT {

    private static final String DOCUMENT = "environment-document/";
    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private Api backend;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        backend = shop.backend();
    }

    @Test
    void aCurrentDocumentIsNotModified() {
        var first = backend.get(DOCUMENT);
        var date = header(first, "Last-Modified");
        assertThat(first.http().headers().firstValue("X-Flagsmith-Document-Updated-At"))
                .isPresent();

        var known = backend.with("If-Modified-Since", date).get(DOCUMENT);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(header(known, "Last-Modified")).isEqualTo(date);
        assertThat(known.http().headers().firstValue("X-Flagsmith-Document-Updated-At"))
                .isEmpty();
        assertThat(backend.with("If-Modified-Since", date)
                        .with("If-None-Match", "\"x\"")
                        .get(DOCUMENT)
                        .status())
                .isEqualTo(200);
        assertThat(backend.with("If-Modified-Since", "no date").get(DOCUMENT).status())
                .isEqualTo(200);
        assertThat(backend.with("If-Modified-Since", "Tue, 04 Mar 2025 05:06:07 GMT")
                        .get(DOCUMENT)
                        .status())
                .isEqualTo(200);
        assertThat(backend.with("If-Unmodified-Since", "Tue, 04 Mar 2025 05:06:07 GMT")
                        .get(DOCUMENT)
                        .status())
                .isEqualTo(412);
        assertThat(backend.with("If-Unmodified-Since", date).get(DOCUMENT).status())
                .isEqualTo(200);
    }

    /** A date has whole seconds, unlike changes. */
    @Test
    void aChangeWithinTheSameSecondIsSent() {
        int feature = shop.feature(Map.of("name", "basket"));
        var path = shop.stateOf(feature);
        for (int change = 0; change < 10; change++) {
            var date = header(backend.get(DOCUMENT), "Last-Modified");
            boolean on = change % 2 == 0;
            shop.ana().patch(path, Map.of("enabled", on)).ok();

            var next = backend.with("If-Modified-Since", date).get(DOCUMENT);

            assertThat(next.ok().get("feature_states").get(0).get("enabled").asBoolean())
                    .isEqualTo(on);
        }
    }

    @Test
    void theLastOfSeveralChangesInASecondIsSoonNotModified() {
        var path = shop.stateOf(shop.feature(Map.of("name", "basket")));
        for (int change = 0; change < 5; change++) {
            shop.ana().patch(path, Map.of("enabled", change % 2 == 0)).ok();
            backend.get(DOCUMENT).ok();
        }
        var date = new AtomicReference<>(header(backend.get(DOCUMENT), "Last-Modified"));

        await().until(() -> {
            var answer = backend.with("If-Modified-Since", date.get()).get(DOCUMENT);
            date.set(header(answer, "Last-Modified"));
            return answer.status() == 304;
        });

        shop.ana().patch(path, Map.of("enabled", false)).ok();
        assertThat(backend.with("If-Modified-Since", date.get()).get(DOCUMENT).status())
                .isEqualTo(200);
    }

    @Test
    void renamingTheOrganisationChangesTheDocument() {
        var before = backend.get(DOCUMENT).ok().get("updated_at").asString();

        shop.ana()
                .put("organisations/" + shop.organisation() + "/", Map.of("name", "Acme & Sons"))
                .ok();

        var after = backend.get(DOCUMENT).ok();
        assertThat(after.at("/project/organisation/name").asString()).isEqualTo("Acme & Sons");
        assertThat(after.get("updated_at").asString()).isGreaterThan(before);
    }

    @Test
    void theEntityTagOverridesTheDate() {
        int feature = shop.feature(Map.of("name", "basket"));
        var first = backend.get(DOCUMENT);
        var tag = header(first, "ETag");

        var known = backend.with("If-None-Match", tag).get(DOCUMENT);
        assertThat(known.status()).isEqualTo(304);
        assertThat(header(known, "ETag")).isEqualTo(tag);
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        var date = header(backend.get(DOCUMENT), "Last-Modified");

        var next = backend.with("If-None-Match", tag)
                .with("If-Modified-Since", date)
                .get(DOCUMENT);
        assertThat(next.status()).isEqualTo(200);
        assertThat(header(next, "ETag")).isNotEqualTo(tag);
    }

    @Test
    void documentAndFlagsHaveTheSameDate() {
        shop.feature(Map.of("name", "basket"));
        var name = "X-Flagsmith-Document-Updated-At";

        assertThat(header(backend.get(DOCUMENT), name)).isEqualTo(header(backend.get("flags/"), name));
    }

    private static String header(Api.Answer answer, String name) {
        return answer.http().headers().firstValue(name).orElseThrow();
    }
}
