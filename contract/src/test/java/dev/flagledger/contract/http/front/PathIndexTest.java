package dev.flagledger.contract.http.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

class PathIndexTest {

    private static final List<PathPattern> PATTERNS = List.of(
                    "/",
                    "/a",
                    "/a/{id}",
                    "/a/mine",
                    "/a/{id}/b",
                    "/a/{id}/{name}",
                    "/{any}/mine",
                    "/c.d/e-f/g_h",
                    "/x/**",
                    "/y/{*rest}",
                    "/z/{id:[0-9]+}",
                    "/a/{id}.json")
            .stream()
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private final PathIndex<PathPattern> index = new PathIndex<>();

    PathIndexTest() {
        PATTERNS.forEach(pattern -> index.add(pattern, pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/a",
                "/a/",
                "a",
                "/a/1",
                "/a/mine",
                "/q/mine",
                "/a/1/b",
                "/a/mine/b",
                "/a//b",
                "//a",
                "/c.d/e-f/g_h",
                "/x",
                "/x/1/2",
                "/y/1/2",
                "/z/12",
                "/z/b",
                "/a/1.json",
                "/%61/1",
                "/a/%62",
                "/a/1;v=2/b",
                "/a/m%69ne",
                "/a/%2F",
                "/A/1",
                "/a/1/b/c"
            })
    void everyMatchingPatternIsACandidate(String text) {
        var path = PathContainer.parsePath(text);

        var found = index.candidates(path).stream()
                .filter(pattern -> pattern.matches(path))
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(PATTERNS.stream()
                        .filter(pattern -> pattern.matches(path))
                        .toList());
    }
}
