package dev.flagledger.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class ParameterResolverTest {

    private final ParameterResolver<CharSequence> resolver =
            new ParameterResolver<>(CharSequence.class, request -> request.getMethod() + " it");

    @Test
    void theValueIsTakenFromTheRequest() throws NoSuchMethodException {
        var request = new ServletWebRequest(new MockHttpServletRequest("PATCH", "/"));

        assertThat(resolver.resolveArgument(parameter(0), null, request, null)).hasToString("PATCH it");
    }

    @Test
    void onlyParametersOfExactlyThisTypeAreResolved() throws NoSuchMethodException {
        assertThat(resolver.supportsParameter(parameter(0))).isTrue();
        assertThat(resolver.supportsParameter(parameter(1))).isFalse();
    }

    private static MethodParameter parameter(int index) throws NoSuchMethodException {
        return new MethodParameter(Sample.class.getDeclaredMethod("handle", CharSequence.class, String.class), index);
    }

    /** A stand-in for a controller, with its parameters. */
    private interface Sample {
        @SuppressWarnings({"unused", "UnusedMethod"}) // found by reflection
        void handle(CharSequence exact, String narrower);
    }
}
