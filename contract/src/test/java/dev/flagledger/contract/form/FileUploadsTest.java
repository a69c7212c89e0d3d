package dev.flagledger.contract.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Forms;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private static Form read(HttpServletRequest request) {
        return FileUploads.withJson(request, form("{}"), "file", MOST);
    }

    private static MockHttpServletRequest uploaded(String content) throws IOException {
        return multipart("filename=\"export.json\"", content);
    }

    private static MockHttpServletRequest multipart(String disposition, String content) throws IOException {
        var request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=x");
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; " + disposition + "\r\n\r\n" + content
                + "\r\n--x--\r\n";
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        new BodyReader(1000).read(request);
        return request;
    }

    private static Form form(String json) {
        return BodyReader.json(json.getBytes(StandardCharsets.UTF_8)).form();
    }
}
