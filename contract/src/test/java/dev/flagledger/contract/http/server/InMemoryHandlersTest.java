package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryHandlersTest {

    private final Sample flags = new Sample(Set.of("/flags/", "/flags"), true);
    private final Sample documents = new Sample(Set.of("/document/"), true);
    private final Sample streams = new Sample(Set.of("/streams/*"), true);
    private final Sample leaving = new Sample(Set.of("/identities/"), false);

    @ParameterizedTest
    @ValueSource(strings = {"/flags/", "/flags", "/flags/?feature=a", "/fl%61gs/"})
    void aHandlerAnswersItsPaths(String target) throws Exception {
        assertThat(answer(target)).isEqualTo("from memory");
        assertThat(flags.offered).hasSize(1);
        assertThat(documents.offered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/streams", "/streams/", "/streams/1", "/streams/1/2"})
    void aHandlerAnswersAllPathsBelowAPrefix(String target) throws Exception {
        assertThat(answer(target)).isEqualTo("from memory");
        assertThat(streams.offered).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/flags/1/", "/streams1", "/Flags/", "/api/flags/", "/document"})
    void otherPathsAreNotOffered(String target) throws Exception {
        assertThat(answer(target)).isEqualTo("from the next handler");
        assertThat(flags.offered).isEmpty();
        assertThat(documents.offered).isEmpty();
    }

    @Test
    void eachPathHasItsHandler() throws Exception {
        assertThat(answer("/document/")).isEqualTo("from memory");
        assertThat(documents.offered).containsExactly("/document/");
        assertThat(flags.offered).isEmpty();
    }

    @Test
    void aRequestThatIsLeftGoesToTheNextHandler() throws Exception {
        assertThat(answer("/identities/")).isEqualTo("from the next handler");
        assertThat(leaving.offered).containsExactly("/identities/");
    }

    private String answer(String target) throws Exception {
        Handler next = LocalServer.echo(_ -> "from the next handler");
        return LocalServer.body(LocalServer.answer(
                "GET", target, "", new InMemoryHandlers(next, List.of(flags, documents, streams, leaving))));
    }

    /** Answers all requests or none. */
    private static final class Sample implements InMemoryHandler {

        private final Set<String> paths;
        private final boolean answering;
        private final List<String> offered = new ArrayList<>();

        Sample(Set<String> paths, boolean answering) {
            this.paths = paths;
            this.answering = answering;
        }

        @Override
        public Set<String> paths() {
            return paths;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            offered.add(Request.getPathInContext(request));
            if (answering) {
                LocalServer.write(response, "from memory", callback);
            }
            return answering;
        }
    }
}
