package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the pages of the documentation and files of the repository. */
class DocumentationLinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");

    @Test
    void everyRelativeLinkPointsToAFile() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(pages().flatMap(DocumentationLinksTest::brokenLinks)).isEmpty();
    }

    private static Stream<Path> pages() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"));
                var top = Files.list(ROOT)) {
            return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    private static Stream<String> brokenLinks(Path page) {
        return LINK.matcher(text(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> Files.notExists(page.resolveSibling(target)))
                .map(target -> page + " -> " + target);
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
