package dev.flagledger.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class LocalCallerTest {

    private int runs;

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "[0:0:0:0:0:0:0:1]", "::ffff:127.0.0.1"})
    void theMachineItselfIsServed(String address) {
        assertThat(answerTo(address)).isEqualTo(200);
        assertThat(runs).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.7", "10.0.0.1", "0.0.0.0", "fd00::2", "[fe80::1]", "::ffff:192.0.2.7", "128.0.0.1"})
    void othersAreRefusedWithoutARun(String address) {
        assertThat(answerTo(address)).isEqualTo(403);
        assertThat(runs).isZero();
    }

    @Test
    void withoutARequestNobodyIsLocal() {
        assertThat(LocalCaller.only(this::run).getStatus()).isEqualTo(403);
    }

    private int answerTo(String address) {
        var request = new MockHttpServletRequest("POST", "/replay");
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return LocalCaller.only(this::run).getStatus();
    }

    private WebEndpointResponse<String> run() {
        return new WebEndpointResponse<>("run " + ++runs);
    }
}
