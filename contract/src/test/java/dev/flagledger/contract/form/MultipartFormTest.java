package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MultipartFormTest {

    private static final String TYPE = "multipart/form-data; boundary=x";

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");

    @Test
    void fieldsKeepTheirOrderAndRepetitions() {
        var form = read(part("name=\"b\"", "1") + part("name=\"a\"", "2") + part("name=\"b\"", "3"));

        assertThat(form.fields()).extracting(MultipartForm.Field::name).containsExactly("b", "a", "b");
        assertThat(form.fields()).extracting(MultipartForm.Field::text).containsExactly("1", "2", "3");
    }

    @Test
    void onlyAFileHasAFileName() {
        var form = read(part("name=\"a\"", "1")
                + part("name=\"f\"; filename=\"export.json\"", "[]")
                + part("name=\"g\"; filename=\"\"", ""));

        assertThat(form.fields()).extracting(MultipartForm.Field::fileName).containsExactly(null, "export.json", "");
    }

    @Test
    void aTextIsReadAsUtf8() {
        assertThat(read(part("name=\"a\"", "caf\u00e9 \u2713"))
                        .fields()
                        .getFirst()
                        .text())
                .isEqualTo("caf\u00e9 \u2713");
    }

    @Test
    void aContentKeepsItsLinesAndDashes() {
        var content = "\r\n--\r\n--y\r\n\n-- x";

        assertThat(read(part("name=\"f\"; filename=\"f\"", content))
                        .fields()
                        .getFirst()
                        .content())
                .isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLargePartIsReadAsAWhole() {
        var content = "0123456789abcdef".repeat(1 << 16);

        assertThat(read(part("name=\"f\"; filename=\"f\"", content))
                        .fields()
                        .getFirst()
                        .text())
                .isEqualTo(content);
    }

    @Test
    void aPartWithoutANameIsLeftOut() {
        var form = read(part("filename=\"f\"", "1") + part("name=\"a\"", "2"));

        assertThat(form.fields()).extracting(MultipartForm.Field::text).containsExactly("2");
    }

    @Test
    void aFormIsKeptBesideItsRequest() {
        assertThat(MultipartForm.of(request)).isEmpty();

        var form = read(part("name=\"a\"", "1"));

        assertThat(MultipartForm.of(request)).containsSame(form);
        assertThat(MultipartForm.of(new MockHttpServletRequest())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=a",
                "--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--y--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\n"
            })
    void aBodyThatIsNoFormIsRefusedAndNotKept(String body) {
        assertThatThrownBy(() -> MultipartForm.read(request, bytes(body), TYPE)).isInstanceOf(RuntimeException.class);
        assertThat(MultipartForm.of(request)).isEmpty();
    }

    @Test
    void aTypeWithoutABoundaryIsRefused() {
        var body = bytes(part("name=\"a\"", "1") + "--x--\r\n");

        assertThatThrownBy(() -> MultipartForm.read(request, body, MultipartForm.TYPE))
                .isInstanceOf(RuntimeException.class);
    }

    private MultipartForm read(String parts) {
        return MultipartForm.read(request, bytes(parts + "--x--\r\n"), TYPE);
    }

    private static String part(String disposition, String content) {
        return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
