package dev.flagledger.contract.http.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class AcceptCheckTest {

    private final AcceptCheck check = new AcceptCheck();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    /** Stands for a controller's method. */
    public void handler() {}

    @Test
    void aRequestWithoutTheHeaderAcceptsEverything() throws Exception {
        assertThat(isHandled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "application/json", "text/html,application/xml;q=0.9", " "})
    void jsonIsServedToClientsThatAcceptItAndToBrowsers(String accept) throws Exception {
        request.addHeader("Accept", accept);

        assertThat(isHandled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/*", "nonsense"})
    void otherClientsAreRejected(String accept) {
        request.addHeader("Accept", accept);

        assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class).isThrownBy(this::isHandled);
    }

    @Test
    void theMediaTypeOfTheRouteCounts() throws Exception {
        request.addHeader("Accept", "text/event-stream");
        request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, Set.of(MediaType.TEXT_EVENT_STREAM));

        assertThat(isHandled()).isTrue();
    }

    @Test
    void optionsAreNotHandledByTheController() throws Exception {
        request.setMethod("OPTIONS");

        assertThat(isHandled()).isFalse();
    }

    @Test
    void everyErrorCanBeWrittenAsJson() {
        request.addHeader("Accept", "application/xml");

        assertThat(check.resolveMediaTypes(new ServletWebRequest(request)))
                .containsExactly(MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON);
    }

    private boolean isHandled() throws Exception {
        return check.preHandle(request, new MockHttpServletResponse(), new HandlerMethod(this, "handler"));
    }
}
