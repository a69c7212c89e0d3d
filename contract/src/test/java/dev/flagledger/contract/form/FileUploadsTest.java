package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Forms;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class FileUploadsTest {

    private static final int MOST = 20;

    @Test
    void aJsonFileIsReadLikeAnyOtherField() throws IOException {
        var form = read(uploaded("[1, 2]"));

        assertThat(form.raw("file").valueStream().map(item -> item.asInt())).containsExactly(1, 2);
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ``                      ; {file=[The submitted file is empty.]}
            `[1, 2, 3, 4, 5, 6, 7]` ; {file=[File size is too large.]}
            [1                      ; {file=[Not valid JSON: line 1 column 3]}
            ` `                     ; {file=[Not valid JSON: line 1 column 1]}
            """)
    void anUnreadableFileIsRejectedAndItsFieldIsAbsent(String content, String problems) throws IOException {
        var form = read(uploaded(content));

        assertThat(form.has("file")).isFalse();
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void aMissingFileIsReported() throws IOException {
        assertThat(Forms.problems(read(multipart("filename=\"\"", ""))::validate))
                .isEqualTo("{file=[No file was submitted.]}");
        assertThat(Forms.problems(read(new MockHttpServletRequest())::validate))
                .isEqualTo("{file=[No file was submitted.]}");
    }

    @Test
    void aFieldThatIsNoFileIsDistinguishedFromAMissingFile() throws IOException {
        var form = FileUploads.withJson(new MockHttpServletRequest(), form("{\"file\":\"export.json\"}"), "file", MOST);

        assertThat(Forms.problems(form))
                .isEqualTo("{file=[The submitted data was not a file. Check the encoding type on the form.]}");
    }

    @Test
    void aPartWithoutANameIsIgnored() throws IOException {
        var file = "Content-Disposition: form-data; name=\"file\"; filename=\"export.json\"\r\n\r\n[]";
        for (var disposition : List.of("form-data", "form-data; filename=\"x\"")) {
            var form = read(parts("Content-Disposition: " + disposition + "\r\n\r\nx\r\n--x\r\n" + file));

            assertThat(form.raw("file").isArray()).isTrue();
        }
    }

    private static Form read(HttpServletRequest request) {
        return FileUploads.withJson(request, form("{}"), "file", MOST);
    }

    private static MockHttpServletRequest uploaded(String content) throws IOException {
        return multipart("filename=\"export.json\"", content);
    }

    private static MockHttpServletRequest multipart(String disposition, String content) throws IOException {
        return parts("Content-Disposition: form-data; name=\"file\"; " + disposition + "\r\n\r\n" + content);
    }

    private static MockHttpServletRequest parts(String parts) throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(("--x\r\n" + parts + "\r\n--x--\r\n").getBytes(StandardCharsets.UTF_8));
        new BodyReader(1000).read(request);
        return request;
    }

    private static Form form(String json) {
        return BodyReader.json(json.getBytes(StandardCharsets.UTF_8)).form();
    }
}
