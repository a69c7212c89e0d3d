package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathResolverTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/v1/flags/,             /api/v1/flags/
            //api//v1/flags/,           /api/v1/flags/
            /api/./v1/x/../flags/,      /api/v1/flags/
            /api/v1/x/%2e%2E/flags/%2e, /api/v1/flags/
            /api;a=b/v1/flags/;c,       /api/v1/flags/
            /api/v1/fl%61gs/,           /api/v1/flags/
            /flags/%C3%A9%20x,          /flags/é x
            /flags/a%2Fb,               /flags/a/b
            /flags/a%5Cb,               /flags/a/b
            /flags/a%252Fb,             /flags/a%2Fb
            /flags/...,                 /flags/...
            """)
    void pathsAreResolvedToTheirCanonicalForm(String raw, String resolved) {
        assertThat(PathResolver.resolved(raw)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..", "/a/../../b", "/%2e%2e/a", "*", "flags/", "/flags/%00"})
    void anInvalidPathIsRefused(String raw) {
        assertThatExceptionOfType(HttpException.RuntimeException.class)
                .isThrownBy(() -> PathResolver.resolved(raw))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(400));
    }
}
