package dev.flagledger.contract.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json; charset=klingon                | application/json
            application/json;CHARSET = "klingon"             | application/json
            application/json; charset=                       | application/json
            application/json; charset=no such; x=y           | application/json; x=y
            multipart/form-data; charset=klingon; boundary=x | multipart/form-data; boundary=x
            """)
    void anUnknownCharsetIsDropped(String sent, String seen) throws Exception {
        assertThat(LocalServer.body(answer("POST", sent))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; version=2",
                "application/json; charset=utf-8",
                "application/json; charset=\"ISO-8859-1\"",
                "multipart/form-data; boundary=x",
                "text/charset=klingon"
            })
    void anyOtherTypeIsKept(String type) throws Exception {
        assertThat(LocalServer.body(answer("POST", type))).isEqualTo(type);
        assertThat(LocalServer.body(answer("GET", type))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, multipart/form-data",
        "HEAD, multipart/form-data",
        "DELETE, Multipart/Form-Data; charset=utf-8",
    })
    void aMultipartFormWithoutABoundaryIsRefusedWhereNoBodyIsExpected(String method, String type) throws Exception {
        assertThat(answer(method, type)).startsWith("HTTP/1.1 415 ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, multipart/form-data",
        "PUT, multipart/form-data",
        "PATCH, multipart/form-data; charset=utf-8",
        "GET, multipart/form-data; Boundary=x",
        "GET, multipart/mixed",
    })
    void elsewhereItIsLeftToTheReaderOfTheBody(String method, String type) throws Exception {
        assertThat(LocalServer.body(answer(method, type))).isEqualTo(type);
    }

    @Test
    void theTypeIsOptional() throws Exception {
        assertThat(send("GET", "")).startsWith("HTTP/1.1 200 ").endsWith("none");
    }

    @Test
    void otherHeadersAreKept() throws Exception {
        var answer = LocalServer.answer(
                "POST",
                "/",
                "Content-Type: a/b; charset=klingon\r\nX-Environment-Key: k\r\n",
                LocalServer.echo(request -> String.valueOf(request.getHeaders().get("X-Environment-Key"))),
                List.of(new ContentTypeCheck()));

        assertThat(LocalServer.body(answer)).isEqualTo("k");
    }

    private static String answer(String method, String type) throws Exception {
        return send(method, "Content-Type: " + type + "\r\n");
    }

    private static String send(String method, String headers) throws Exception {
        return LocalServer.answer(
                method,
                "/",
                headers,
                LocalServer.echo(request -> {
                    var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
                    return type == null ? "none" : type;
                }),
                List.of(new ContentTypeCheck()));
    }
}
